"""The works and people of the chapter on one line."""
