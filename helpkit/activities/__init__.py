"""What a learner does in a lesson: one folder per kind, under the name of its verb."""
