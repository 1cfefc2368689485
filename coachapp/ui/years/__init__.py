"""The page Over the years: the board on each day it was kept, and what became of every card."""
