"""The start window: from nothing to an open portfolio."""
