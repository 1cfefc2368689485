"""The Plan page: choose what goes into the development plan, and write it as a PDF."""
