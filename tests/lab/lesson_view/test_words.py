"""What the lesson view says, it says in each language in its own words."""

from helpkit.content import load

SAME = {"minutes", "more", "back", "go-on"}
"""An abbreviation, a word that both languages have, and titles between signs."""


def test_only_these_are_the_same_in_both_languages() -> None:
    english, dutch = (load(language).ui["lesson_view"] for language in ("en", "nl"))
    assert {key for key, text in english.items() if dutch[key] == text} == SAME
