"""Is this the id of something? One that is not gets the nearest in the answer."""

from collections.abc import Iterable
from difflib import get_close_matches

from helpkit.content.types import Content
from helpkit.errors import UnknownIdError

__all__ = ["known_id"]


def known_id(key: str, known: Iterable[str], sentence: str, content: Content) -> str:
    """The id itself, if it is one of these.

    Args:
        key: what somebody wrote in a notebook; it may be anything.
        known: the ids that it can be.
        sentence: what to say if it is none of them, with {key} and {known} to fill in.
        content: the texts of the language to ask in *did you mean*.

    Raises:
        UnknownIdError: with that sentence, and with the nearest id if there is one.
    """
    ids = list(known)
    if key not in ids:
        nearest = get_close_matches(str(key), ids, n=1)
        hint = content.ui["lesson"]["did-you-mean"].format(near=repr(nearest[0])) if nearest else ""
        raise UnknownIdError(sentence.format(key=repr(key), known=", ".join(ids)) + hint)
    return key
