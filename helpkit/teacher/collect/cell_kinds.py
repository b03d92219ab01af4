"""What kind of thing is in the cells of a column: addresses, ids, numbers?"""

import re
from collections.abc import Iterable
from typing import Final

__all__ = ["is_email", "is_id", "is_id_heading", "number_in"]

_NUMBER: Final = re.compile(r"-?\d{1,9}(?:[.,]\d{1,6})?")
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+")
_ID: Final = re.compile(r"(?=\S*\d)\S{1,64}")
_ID_NUMBER: Final = re.compile(
    r"id[ -]?n(?:umber|ummer|o|r)?\.?|student[ -]?(?:id|number)|studentn(?:umme)?r\.?"
    r"|matrikel(?:-?nr\.?|nummer)|numéro d.identification|número de (?:id|identificaci[oó]n)",
    re.IGNORECASE,
)


def is_email(cells: Iterable[str]) -> bool:
    """Are these e-mail addresses, as far as they say anything?"""
    return _all_of(cells, _EMAIL)


def is_id(cells: Iterable[str]) -> bool:
    """Could these be ids, as far as they say anything? Each has a digit, and no two are alike."""
    said = [cell for cell in cells if cell]
    return _all_of(said, _ID) and len({*said}) == len(said)


def is_id_heading(heading: str) -> bool:
    """Is this what a school calls the column of its own numbers?"""
    return bool(_ID_NUMBER.fullmatch(heading))


def _all_of(cells: Iterable[str], form: re.Pattern[str]) -> bool:
    said = [cell for cell in cells if cell]
    return bool(said) and all(form.fullmatch(cell) for cell in said)


def number_in(text: str) -> float | None:
    """A number as people write it, with a point or a comma; None if it is none."""
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None
