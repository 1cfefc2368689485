"""Help at the elbow: pages to read beside the screen, and the tour of a first opening."""
