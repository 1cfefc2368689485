"""One portfolio, one `.coach` file: the only part that knows SQL and keys. See docs/file-format.md."""
