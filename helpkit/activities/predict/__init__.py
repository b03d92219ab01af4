"""A whole number the learner commits to; the answer is computed from the content."""
