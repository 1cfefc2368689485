"""The window: the only place that knows Qt. It renders values and asks for changes."""
