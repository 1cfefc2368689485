"""The journal: short dated reflections between conversations."""
