"""Submissions to points: answers are read beside a key, and nothing that a student wrote is run."""
