"""Inputs that show one value and hand over what a person made of it."""
