"""Taking everything out of the open portfolio, as files for other programs and readers."""
