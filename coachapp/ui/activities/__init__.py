"""The activities as a plain table: everything the board shows and does, in rows and columns."""
