"""Exercises for a grade, on the side of the student: nothing here opens a key."""
