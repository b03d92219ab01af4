"""The languages are equal: the same keys in the texts of the page, and the same placeholders."""

import re
from collections.abc import Iterator

from helpkit.content.load import Fault
from helpkit.content.rules.references import listed
from helpkit.content.types import Content

__all__ = ["parity_faults"]

_PLACEHOLDER = re.compile(r"\{([\w-]+)\}")


def parity_faults(every: list[Content]) -> Iterator[Fault]:
    """Texts of the first language against each other one: the same keys, the same placeholders."""
    first = every[0]
    for other in every[1:]:
        for source, target in ((first, other), (other, first)):
            yield from _missing_ui(source, target)
        yield from _placeholders(first, other)


def _missing_ui(source: Content, target: Content) -> Iterator[Fault]:
    for name, texts in source.ui.items():
        for key in texts.keys() - target.ui.get(name, {}).keys():
            yield Fault(
                f"text/{target.language}/ui/{name}.toml",
                "",
                key,
                f"missing; {source.language} has it",
            )


def _placeholders(source: Content, target: Content) -> Iterator[Fault]:
    for name, texts in source.ui.items():
        for key, text in texts.items():
            here, there = _slots(text), _slots(target.ui.get(name, {}).get(key, text))
            if here != there:
                expected = f"expected the placeholders {here or 'none'}, got {there or 'none'}"
                yield Fault(f"text/{target.language}/ui/{name}.toml", "", key, expected)


def _slots(text: str) -> str:
    return listed(sorted(set(_PLACEHOLDER.findall(text))))
