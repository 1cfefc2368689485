"""The board: tray and cells in one view, with everything a hand or a keyboard can do there."""
