"""The names under which a journal keeps the two votes of peer instruction."""

__all__ = ["QUESTION", "ROUNDS"]

QUESTION = "question"
ROUNDS = (1, 2)
