"""Preparing for a conversation on one screen, alone at home or as its first step."""
