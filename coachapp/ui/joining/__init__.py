"""Joining another copy of the portfolio: choosing it, what came in, and what both say to choose from."""
