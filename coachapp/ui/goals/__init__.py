"""The Goals page: what the teacher wants, one to three goals, who does what, and what is agreed."""
