"""The head of a lesson: where the answers are, and what is there already."""
