"""A friend's message, a free reply, a turn, and the learner's own label of the reply."""
