"""Files that were copied in, at the activity or goal that they belong to."""
