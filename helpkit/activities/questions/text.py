"""The questions with which the book opens, in our words."""

from helpkit.content.types import Content

__all__ = ["text"]


def text(content: Content) -> str:
    """A numbered list in Markdown."""
    return "\n".join(f"1. {question.text}" for question in content.questions.values())
