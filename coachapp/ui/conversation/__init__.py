"""The conversation: one screen for two people at one table."""
