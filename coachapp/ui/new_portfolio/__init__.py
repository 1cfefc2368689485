"""Making a portfolio file: whose it is, how it is locked and where it goes."""
