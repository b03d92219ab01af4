"""Under which names the two votes of peer instruction stand in a journal."""

__all__ = ["QUESTION", "ROUNDS"]

QUESTION = "question"
ROUNDS = (1, 2)
