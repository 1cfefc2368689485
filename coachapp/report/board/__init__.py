"""The board as a drawing: what is on it, where it goes, the way of the arrows, and the ink."""
