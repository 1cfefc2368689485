"""Sheets on paper that go along with a conversation: to prepare for it, and a guide for the coach."""
