"""Taking the portfolio along: onto her stick, read back there, and then erased here."""
