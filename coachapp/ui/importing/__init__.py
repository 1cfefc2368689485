"""The import assistant: from a list to activities, with a look beforehand."""
