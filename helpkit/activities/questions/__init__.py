"""The questions with which the book opens, in our words."""
