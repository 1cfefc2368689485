"""Goals and actions in time, as a drawing."""
