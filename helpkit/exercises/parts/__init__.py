"""The parts of an exercise: one folder per kind."""
