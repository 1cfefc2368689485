"""Placing apart: two people lay the same activities without seeing each other's board, then look at both."""
