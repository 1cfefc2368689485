"""What was changed and when, the board as on a day, and the bin."""
