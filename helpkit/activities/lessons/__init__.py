"""The map of the course: its lessons as stations of a line, and which one to go on with."""
