"""From the table back to the board: numbered cards that were laid on paper."""
