"""The words of a picture, with numbers written as the language writes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["Words"]

MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True)
class Words:
    """Templates by name; `decimal` is the mark before the decimals."""

    texts: Mapping[str, str]
    decimal: str = "."

    def __call__(self, key: str, **values: Any) -> str:
        """The template with its values; a number becomes text as `number` writes it."""
        return self.texts[key].format(**{name: self._text(value) for name, value in values.items()})

    def number(self, value: float) -> str:
        """At most two decimals and no zeros behind them: -0.5 is "−0.5", 2.0 is "2"."""
        text = f"{abs(value):.2f}".rstrip("0").rstrip(".")
        sign = MINUS if value < 0 and text != "0" else ""
        return sign + text.replace(".", self.decimal)

    def percent(self, share: float) -> str:
        """A share of one as a whole percentage, without its sign."""
        return f"{100 * share:.0f}"

    def _text(self, value: Any) -> str:
        return self.number(value) if isinstance(value, int | float) else str(value)
