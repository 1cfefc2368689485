"""CoachApp: a board for teachers' work, at one table or alone, offline."""

__version__ = "0.1.0"
