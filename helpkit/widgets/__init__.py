"""What the learner touches: one Python file, one .js and one .css of the same name."""
