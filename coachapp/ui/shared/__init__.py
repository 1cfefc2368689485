"""What was shared: what left the portfolio, and handing over a copy of chosen parts."""
