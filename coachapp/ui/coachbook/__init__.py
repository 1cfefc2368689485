"""The coach's own book on the screen, in a window that no coachee looks at."""
