"""Make the submission, at the press of a button."""
