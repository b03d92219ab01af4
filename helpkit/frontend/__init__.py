"""What the learner touches: one Python file, one .js and one .css with the same name."""
