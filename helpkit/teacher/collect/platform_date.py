"""When was that? Dates as a platform writes them for people, in whatever language.

`Friday, 24 October 2026, 3:45 PM`, `vrijdag, 24 oktober 2026, 15:45`: a day of the week, a day, a
month and a year, in any order, and a time. The names of days and months are those of Unicode's
CLDR. A date counts only if the day of the week is right, so a name that means October in one
language and November in another is never taken for the wrong one.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from functools import cache
from typing import Final, TypeVar

from babel import Locale, localedata

__all__ = ["Dates", "dates_of", "is_dated", "is_english"]

_FIRST: Final = ("en", "nl", "de", "fr", "es", "it", "pt", "pl", "da", "sv", "nb", "fi", "tr", "ar")
_CLOCK: Final = re.compile(r"(?<!\d)(\d{1,2})\s*[:.hH]\s*(\d{2})(?!\d)(?::\d{2})?")
_YEAR: Final = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_NUMBER: Final = re.compile(r"\d+")
_UNIT: Final = re.compile(r"(?<=\d)\s*[年月日년월일]")
_ISO: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_BETWEEN: Final = re.compile(r"[\s\d,،、()/:]+")
_FILLERS: Final = frozenset(
    [
        "a",
        "à",
        "at",
        "d",
        "das",
        "de",
        "del",
        "den",
        "la",
        "las",
        "le",
        "kl",
        "klo",
        "o",
        "om",
        "uhr",
        "um",
    ]
)
"""Small words between the parts of a date. Others could mean the afternoon."""
_LONGEST: Final = 4
"""So many words can be one name: Vietnamese says months and days in three."""
_LOOKED_AT: Final = 8
"""So many dates of a column say which language it is in."""
_NONE: Final = ("", "-")

Words = Mapping[str, frozenset[int]]
Key = TypeVar("Key", int, str)


@dataclass(frozen=True)
class _Names:
    """What a language calls months (1 to 12), days of the week (0 to 6) and halves of the day."""

    months: Words
    days: Words
    halves: Words


def is_dated(cell: str) -> bool:
    """Does a cell look like a date with a time, or like none at all (`-`)?"""
    plain = _plain(cell)
    return plain == "-" or bool(_CLOCK.search(plain) and _NUMBER.search(_CLOCK.sub("", plain)))


def is_english(cell: str) -> bool:
    """Is it a date in English?"""
    return _read(cell, _names("en")) is not None


@dataclass(frozen=True)
class Dates:
    """The cells of a column as times of a journal, empty where there is none or it is unreadable.

    `unread` are the cells that say something that cannot be read.
    """

    at: tuple[str, ...]
    unread: tuple[str, ...]


def dates_of(cells: Iterable[str], zone: tzinfo, first: str = "en") -> Dates:
    """The times in a column, all in one language; `first` is the language to try first."""
    cells = [*cells]
    said = [cell for cell in dict.fromkeys(cells) if cell.strip() not in _NONE]
    names = _names(_language(said[:_LOOKED_AT], first)) if said else None
    moments = {cell: when for cell in said if names and (when := _read(cell, names))}
    times = tuple(_journal(moments[cell], zone) if cell in moments else "" for cell in cells)
    return Dates(times, tuple(cell for cell in said if cell not in moments))


def _language(cells: Collection[str], first: str) -> str:
    """The language in which most of these can be read."""
    best, most = first, 0
    for language in _languages(first):
        read = sum(_read(cell, _names(language)) is not None for cell in cells)
        if read > most:
            best, most = language, read
        if most == len(cells):
            break
    return best


def _languages(first: str) -> Iterator[str]:
    """All languages, those in which most classes are taught first."""
    others = sorted(language for language in localedata.locale_identifiers() if "_" not in language)
    yield from dict.fromkeys((first, *_FIRST, *others, "zh_Hant"))


def _journal(when: datetime, zone: tzinfo) -> str:
    """As a journal writes times; of a time that a clock shows twice, the first."""
    moment = when.replace(tzinfo=zone).astimezone(UTC).replace(tzinfo=None)
    return moment.isoformat(timespec="milliseconds") + "Z"


def _plain(text: str) -> str:
    """In small letters, with ordinary blanks, without marks that only steer the eye."""
    letters = "".join(letter for letter in text if letter not in "\u200e\u200f\u061c")
    return " ".join(letters.casefold().split())


def _read(cell: str, names: _Names) -> datetime | None:
    text = _UNIT.sub(" ", _plain(cell))
    clock, year = _CLOCK.search(text), _YEAR.search(_CLOCK.sub(" ", text))
    if not clock or not year:
        return None
    rest = _YEAR.sub(" ", _CLOCK.sub(" ", text), count=1)
    words = _names_in(_words(rest), names)
    hour = _hour(int(clock[1]), words) if words else None
    if words is None or hour is None:
        return None
    numbers = [int(number) for number in _NUMBER.findall(rest)]
    if _ISO.match(text) and not _words(rest):
        return _valid(int(year[1]), numbers[0], numbers[1], hour, int(clock[2]))
    return _moment(int(year[1]), words, numbers, hour, int(clock[2]))


@dataclass(frozen=True)
class _DateNames:
    """The names that stand in a date."""

    months: frozenset[int] = frozenset()
    days: frozenset[int] = frozenset()
    halves: frozenset[int] = frozenset()


def _names_in(words: list[str], names: _Names) -> _DateNames | None:
    """What the words mean, the longest names first; None if one of them is no name."""
    meant, at = _DateNames(), 0
    while at < len(words):
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            word = "".join(words[at : at + size])
            if any(word in each for each in (names.months, names.days, names.halves)):
                meant = _with(meant, word, names)
                break
        else:
            if words[at] not in _FILLERS:
                return None
            size = 1
        at += size
    return meant


def _with(so_far: _DateNames, word: str, names: _Names) -> _DateNames:
    nobody: frozenset[int] = frozenset()
    return _DateNames(
        so_far.months | names.months.get(word, nobody),
        so_far.days | names.days.get(word, nobody),
        so_far.halves | names.halves.get(word, nobody),
    )


def _words(text: str) -> list[str]:
    """The words between numbers and commas, without the points of abbreviations."""
    words = ("".join(filter(_is_letter, word)) for word in _BETWEEN.split(text))
    return [word for word in words if word]


def _is_letter(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LM"


def _hour(hour: int, words: _DateNames) -> int | None:
    if not words.halves:
        return hour
    if len(words.halves) > 1 or not 1 <= hour <= 12:
        return None
    return hour % 12 + 12 * min(words.halves)


def _moment(
    year: int, words: _DateNames, numbers: list[int], hour: int, minute: int
) -> datetime | None:
    """The one moment that fits; None if none does, or more than one."""
    if not words.days:
        return None
    if words.months and len(numbers) == 1:
        choices = {(month, numbers[0]) for month in words.months}
    elif len(numbers) == 2 and not words.months:
        choices = {(numbers[0], numbers[1])}
    else:
        return None
    fit = {when for choice in choices if (when := _valid(year, *choice, hour, minute))}
    fit = {when for when in fit if when.weekday() in words.days}
    return fit.pop() if len(fit) == 1 else None


def _valid(year: int, month: int, day: int, hour: int, minute: int) -> datetime | None:
    try:
        return datetime(year, month, day, hour, minute)
    except ValueError:
        return None


@cache
def _names(language: str) -> _Names:
    locale = Locale.parse(language)
    months = _known((name, at) for each in _forms(locale.months) for at, name in each.items())
    days = _known((name, at) for each in _forms(locale.days) for at, name in each.items())
    halves = {"am": frozenset({0}), "pm": frozenset({1})}
    periods = [(name, at) for at, half in enumerate(("am", "pm")) for name in _half(locale, half)]
    return _Names(months, days, halves | _known(periods))


def _half(locale: Locale, half: str) -> Iterator[str]:
    return (each[half] for each in _forms(locale.day_periods) if half in each)


def _forms(data: Mapping[str, Mapping[str, Mapping[Key, str]]]) -> Iterator[Mapping[Key, str]]:
    """Written out or shortened, within a date or alone; single letters say too little."""
    return (data[use][width] for use in data for width in data[use] if width != "narrow")


def _known(pairs: Iterable[tuple[str, int]]) -> dict[str, frozenset[int]]:
    numbers: dict[str, set[int]] = {}
    for name, at in pairs:
        if not _NUMBER.search(name):
            numbers.setdefault("".join(_words(_plain(name))), set()).add(at)
    return {name: frozenset(each) for name, each in numbers.items() if name}
