"""What did a student write in the parts that people read, and is it still the same text?

A fingerprint of the text goes with every mark and every result. Marks count for the text that was
read, and for no other.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Final

from helpkit.exercises.items import Part, ScenePart, WritePart
from helpkit.exercises.sheet import TEXT
from helpkit.journal.strict_json import json_line

__all__ = ["LENGTH", "fingerprint", "fingerprints", "texts_of"]

LENGTH: Final = 16

PartAnswers = Mapping[str, Any]


def texts_of(part: Part, answers: PartAnswers) -> dict[str, str]:
    """What was written in each field of a part that people read; empty for any other part."""
    names = (*part.fields,) if isinstance(part, WritePart) else (TEXT,)
    if not isinstance(part, (WritePart, ScenePart)):
        return {}
    return {name: text if isinstance(text := answers.get(name), str) else "" for name in names}


def fingerprint(part: Part, answers: PartAnswers) -> str:
    """The same as long as nothing in the text changes; empty for a part that nobody reads."""
    texts = texts_of(part, answers)
    return sha256(json_line(dict(sorted(texts.items())))).hexdigest()[:LENGTH] if texts else ""


def fingerprints(
    parts: Mapping[str, Part], answers: Mapping[str, PartAnswers]
) -> tuple[tuple[str, str], ...]:
    """That of each part that people read, by its name."""
    pairs = ((name, fingerprint(part, answers.get(name, {}))) for name, part in parts.items())
    return tuple((name, text) for name, text in pairs if text)
