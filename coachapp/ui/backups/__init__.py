"""Backups on the screen: making them, going back, where copies lie, and erasing all of it."""
