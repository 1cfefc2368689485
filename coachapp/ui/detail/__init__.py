"""The pane beside the board: what is chosen there, in words, to read and to change."""
