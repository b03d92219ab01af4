"""A page of feedback for each student."""
