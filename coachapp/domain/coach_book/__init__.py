"""The coach's own book: her coachees, and what she notes of them. No portfolio knows of it."""
