"""What honest people type is shown as it was; what steers or hides is spelled out."""

# ruff: noqa: RUF001 - letters of many scripts
import re
import sys
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.exercises.submission.display import clean, is_name, shown

HONEST: Final = {
    "Dutch, from Word": "Ik zei: ‘Dat is 10\u00a0€’,\u202fecht — zoë\u0308n en zo\u00adveel meer…",
    "German, a ligature apart": "Auf\u200clage",
    "French": "Qui\u202f? «\u00a0Moi\u00a0»",
    "Persian": "می\u200cخواهم کمک کنم",
    "Hindi": "मैं मदद क\u094d\u200dष करना चाहता हूँ",
    "Sinhala": "ක\u0dca\u200dරිස්තු",
    "Arabic": "سألني عن الوقت\u200f!",
    "Hebrew": "\u200fשלום\u200e abc, עִבְרִית",
    "Thai": "ฉันช่วยเธอ\u200bเมื่อวานนี้",
    "Japanese": "昨日\u3000葛\U000e0100城市で手伝った",
    "Chinese": "我帮了他𠀀",
    "Korean": "도와\u1112\u1161\u11ab",
    "Vietnamese": "Tôi đã giu\u0301p cô ấy",
    "Tibetan": "བོད་སྐད\u0f71\u0f72",
    "Mongolian": "ᠮᠣᠩᠭᠣᠯ\u180e\u1820",
    "a family": "👨\u200d👩\u200d👧 👩🏽\u200d🚀 🏳\ufe0f\u200d🌈 ❤\ufe0f\u200d🔥 1\ufe0f\u20e3",
    "flags": "🇳🇱 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "private and unassigned": "\ue000 \U0001faff \u0378 \U000f0000",
    "marks of a sum": "x\u2061(y) a\u2062b",
    "an object": "\ufffc and \ufffd",
    "lines and tabs": "a\n\n\tb",
    "code and markup": "</script><b>\\u202e\\n &amp; ⟨a⟩",
}

EVIL: Final = {
    "turned": "a\u202eb\u202c",
    "isolated": "a\u2066b\u2069",
    "an escape": "\x1b[31m",
    "a null": "\0",
    "rubbed out": "abc\b\b\x7f",
    "a control of eight bits": "\x9b31m",
    "the mark of a file": "a\ufeffb",
    "notes": "a\ufff9b\ufffac\ufffb",
    "old controls": "\u206a\u206f",
    "tags": "a\U000e0041\U000e0042",
    "a flag without an end": "🏴\U000e0067\U000e0062",
    "no character": "\ufdd0\ufffe\U0010ffff",
    "half a pair": "\ud800",
    "bits that are not seen": "a" + "\u200b\u200c\u200b" * 3 + "b",
    "bytes in selectors": "😀\ufe00\ufe01\ufe02\ufe03",
    "a heap of marks": "a" + "\u0301" * 40,
}

STEERS: Final = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\ufdd0-\ufdef\ufffe\uffff\\ud800-\\udfff\U000e0001]"
)
HIDDEN: Final = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f]{3}")

odd = st.text(
    alphabet=st.sampled_from(
        [*"ab1 \t\n\r\v\\\x1b\x85", *"\u00a0\u00ad\u0301\u0e49\u200b\u200c\u200d\u200f\u2028",
         *"\u202e\u2066\u3000\u3164\ufe0f\ufeff\uffff\ud83d\ue000文م", "🏴", "👩", "\U000e0067",
         "\U000e007f"]
    ),
    max_size=40,
)  # fmt: skip
anything = st.text() | odd | st.text(alphabet=st.characters(codec=None))


AMONG_ASCII: Final = {"Dutch, from Word", "German, a ligature apart", "marks of a sum"}


@pytest.mark.parametrize("name", HONEST)
def test_what_honest_people_type_is_shown_as_it_was(name: str) -> None:
    text = HONEST[name]
    assert clean(text) == text
    if "\n" not in text and name not in AMONG_ASCII:
        assert shown(text) == text
        assert is_name(text)


@pytest.mark.parametrize("text", EVIL.values(), ids=[*EVIL])
def test_what_steers_or_hides_is_spelled_out(text: str) -> None:
    assert clean(text) != text
    assert "\\" in clean(text)
    assert not is_name(text)
    assert STEERS.search(clean(text)) is None
    assert "�" not in clean(text), "what was there can be read"


def test_it_is_spelled_out_as_in_a_programme() -> None:
    assert clean("a\u202eb\x1b[31m") == "a\\u202eb\\x1b[31m"
    assert clean("a" + "\u0301" * 10) == "a" + "\u0301" * 8 + "\\u0301\\u0301"


@pytest.mark.parametrize("sign", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_line_break_is_one(sign: str) -> None:
    assert clean(f"a{sign}b") == "a\nb"
    assert shown(f"a{sign}b") == "a\\nb"


@given(anything)
def test_nothing_that_steers_or_hides_is_left(text: str) -> None:
    for said in (clean(text), shown(text, 30)):
        assert STEERS.search(said) is None
        assert HIDDEN.search(said) is None
        tags = said.replace("🏴\U000e0067\U000e007f", "")
        assert (
            re.search("[\U000e0000-\U000e007f]", re.sub("🏴[^🏴]{1,6}\U000e007f", "", tags)) is None
        )


@given(anything)
def test_twice_is_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert shown(shown(text)) == shown(text)
    assert shown(shown(text, 20), 20) == shown(text, 20)


@given(
    st.text(
        alphabet=st.characters(
            categories=["L", "N", "P", "S", "Zs"],
            exclude_characters="\u3164\uffa0\u115f\u1160\ufffc",
        )
    )
)
def test_letters_signs_and_spaces_stay(text: str) -> None:
    assert clean(text) == text


@given(anything, st.integers(1, 50))
def test_one_line_of_a_terminal(text: str, longest: int) -> None:
    said = shown(text, longest)
    assert len(said) <= longest + 1
    assert len(said.splitlines()) <= 1
    assert "\t" not in said


@given(anything)
def test_a_name_is_shown_as_it_is(text: str) -> None:
    if is_name(text):
        assert shown(text, len(text)) == text == clean(text)
        assert text.strip()


@pytest.mark.parametrize("text", ["s2\u200b", "\u00ads2", "s\u20602", "s\u200e2"])
def test_what_makes_an_id_look_like_another_is_seen(text: str) -> None:
    assert "\\" in shown(text)
    assert not is_name(text)
    assert clean(text) == text, "in a text it may be honest"


@pytest.mark.parametrize(
    "text", ["", " ", "\u00a0", "\u3000", "\u3164", "\u200b", "\n", "a\nb", "a\tb"]
)
def test_what_cannot_be_seen_is_no_name(text: str) -> None:
    assert not is_name(text)


def test_a_long_text_is_cut_and_a_flag_is_not_torn() -> None:
    flag = "🏴\U000e0067\U000e0062\U000e007f"
    assert shown("x" * 200) == "x" * 120 + "…"
    for longest in range(1, 9):
        said = shown(f"ab{flag}cd", longest)
        assert re.search("[\U000e0000-\U000e007f]", said.replace(flag, "")) is None


def test_no_character_is_more_than_ten_long() -> None:
    assert max(len(clean(chr(each))) for each in range(0, sys.maxunicode, 7)) <= 10
