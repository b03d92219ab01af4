"""The terms of a lesson, here or where they are marked in its text."""
