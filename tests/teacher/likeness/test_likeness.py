"""What is alike is listed, what is written by two people about one thing is not."""

import random
import string
from itertools import pairwise
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpkit.teacher.likeness.likeness import FEWEST, Place, Writing, alike, pieces

HONEST: Final = (
    "Last week my flatmate was struggling with her bike, the chain had come off again. I took "
    "it out of her hands and fixed it. She said thanks, but she looked away. It was the risk of "
    "unwanted help, because she never asked me. It was informal: we live together and nobody "
    "pays.",
    "My grandfather could not find his glasses. Before he had finished his sentence I was "
    "already looking in every room. He sat there and said nothing. I think this was help that "
    "nobody had asked for. It was informal, in the family. Next time I will ask what he has "
    "tried already.",
    "At the library a man asked me how the printer works. I explained it twice and then pressed "
    "the buttons for him. He had wanted to learn it. So it was the wrong kind of help. He did "
    "not know me, so I would call it informal. The next time I would let him press the buttons "
    "himself.",
    "A colleague asked me to check her letter. I changed half of it. She did not ask me again, "
    "and I noticed that she was quiet at lunch. She wanted to hear whether the tone was right. "
    "This is help that misses the point. It was semi-formal, because I am her mentor in the "
    "team.",
    "Vorige week kreeg mijn huisgenoot haar fietsketting er niet op. Ik pakte de fiets en deed "
    "het. Ze bedankte me, maar ze keek weg. Ze had er niet om gevraagd, dus het was ongevraagde "
    "hulp. Het was informeel: we wonen samen en er komt geen geld aan te pas.",
    "Mijn opa kon zijn bril niet vinden. Voor hij was uitgesproken, liep ik al door het hele "
    "huis. Hij zat erbij en zei niets. Ik denk dat dit hulp was waar niemand om vroeg. Het was "
    "informeel, binnen de familie. De volgende keer vraag ik eerst waar hij al heeft gekeken.",
    "In de bibliotheek vroeg een man hoe de printer werkt. Ik legde het twee keer uit en drukte "
    "toen zelf op de knoppen. Hij wilde het leren. Het was dus de verkeerde soort hulp. Hij "
    "kende me niet, dus ik noem het informeel. De volgende keer laat ik hem zelf op de knoppen "
    "drukken.",
    "Een collega vroeg of ik haar brief wilde nakijken. Ik veranderde de helft. Ze heeft het me "
    "niet meer gevraagd. Ze wilde horen of de toon goed was. Dit is hulp die de plank misslaat. "
    "Het was semiformeel, want ik ben haar mentor in het team.",
)


def written(student: str, *lines: str, item: str = "moment") -> Writing:
    return Writing(Place(student, "reflection", item, "3fa4c1d2"), lines)


def edited(text: str, rng: random.Random, share: float) -> str:
    """The same with this share of the words replaced by others."""
    words = text.split()
    for at in rng.sample(range(len(words)), round(len(words) * share)):
        words[at] = "".join(rng.choices(string.ascii_lowercase, k=7))
    return " ".join(words)


def test_what_different_people_write_about_one_thing_is_not_listed() -> None:
    assert alike(written(f"s{at}", text) for at, text in enumerate(HONEST)) == []


@pytest.mark.parametrize("text", HONEST)
@given(seed=st.integers(0, 2**32))
@settings(max_examples=20, deadline=None)
def test_one_word_in_ten_changed_is_listed(text: str, seed: int) -> None:
    copy = edited(text, random.Random(seed), 0.1)
    others = [written(f"o{at}", other) for at, other in enumerate(HONEST) if other != text]
    (pairs,) = alike([*others, written("s1", text), written("s2", copy)])
    assert {place.student for place in pairs.places} == {"s1", "s2"}
    assert 0.3 < pairs.share < 1


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        lambda text: text.replace(" ", "\n\n"),
        lambda text: text.replace(" ", "\xa0"),
        lambda text: text.replace("e", "e\xad"),
        lambda text: text.replace(".", " …").replace("'", "’").replace(",", ";"),
        lambda text: text.replace("e", "é"),
    ],
)
def test_what_does_not_change_the_words_changes_nothing(change: object) -> None:
    assert callable(change)
    for text in HONEST:
        (pairs,) = alike([written("s1", text), written("s2", change(text))])
        assert pairs.share == 1
        assert pairs.words >= 40
        assert text.startswith(pairs.passage)


def test_a_part_that_was_taken_over_is_the_passage() -> None:
    taken = "I took it out of her hands and fixed it. She said thanks, but she looked away."
    mine, theirs = f"{HONEST[1]} {taken} {HONEST[2]}", f"{HONEST[3]} {taken}"
    (pairs,) = alike([written("s1", mine), written("s2", theirs, item="both-sides")])
    assert pairs.passage == taken.rstrip(".")
    assert pairs.words == 17
    assert [place.item for place in pairs.places] == ["moment", "both-sides"]
    assert pairs.share < 0.3


def test_what_was_given_to_all_is_no_likeness() -> None:
    prompt = "Describe in 150 to 250 words one recent moment in which you helped or were helped."
    two = [written("s1", f"{prompt} {HONEST[0]}"), written("s2", f"{prompt} {HONEST[1]}")]
    assert alike(two)
    assert alike(two, [prompt]) == []


def test_nobody_is_like_themselves() -> None:
    two = [written("s1", HONEST[0]), written("s1", HONEST[0], item="both-sides")]
    assert alike(two) == []


@pytest.mark.parametrize("text", ["", "…", "Yes.", "I do not know what to write here.", "ok " * 9])
def test_a_short_text_says_nothing(text: str) -> None:
    assert alike([written("s1", text), written("s2", text)]) == []


def test_scripts_without_spaces_are_compared_by_characters() -> None:
    first = "上星期我室友的自行车链条又掉了。我从她手里拿过来就修好了。她说谢谢。可是把脸转开了。"
    other = "爷爷找不到眼镜。他话还没说完。我已经在每个房间里找了。他坐在那里什么也没说。"
    thai = "เมื่ออาทิตย์ที่แล้วโซ่จักรยานของเพื่อนร่วมห้องหลุดอีก ฉันหยิบมาซ่อมให้เลย เธอขอบคุณแต่หันหน้าหนี"
    assert alike([written("s1", first), written("s2", other), written("s3", thai)]) == []
    for text in (first, thai):
        (pairs,) = alike([written("s1", text), written("s2", text + other)])
        assert pairs.share == 1


def test_the_lines_of_a_scene_are_compared_in_any_order() -> None:
    lines = [sentence.strip() for text in HONEST[:4] for sentence in text.split(".")]
    shuffled = random.Random(1).sample(lines, len(lines))
    (pairs,) = alike([written("s1", *lines), written("s2", *shuffled)])
    assert pairs.share == 1
    assert pairs.passage in lines


def test_no_piece_goes_over_the_end_of_a_line() -> None:
    assert pieces(written("s1", "one two", "three four", "five six")) == frozenset()
    assert len(pieces(written("s1", "one two three", "four five six seven eight nine"))) == 3


def test_a_class_that_hands_in_one_text_is_a_star() -> None:
    """All are seen, and not every pair."""
    rng = random.Random(2)
    pairs = alike(written(f"s{at:03}", edited(HONEST[0], rng, 0.1)) for at in range(200))
    assert {place.student for pair in pairs for place in pair.places} == {
        f"s{at:03}" for at in range(200)
    }
    assert len(pairs) < 200 * 20


def test_the_most_alike_come_first() -> None:
    rng = random.Random(3)
    copies = [edited(HONEST[0], rng, share) for share in (0.25, 0.1, 0)]
    pairs = alike(written(f"s{at}", text) for at, text in enumerate([HONEST[0], *copies]))
    assert [pair.share for pair in pairs] == sorted((pair.share for pair in pairs), reverse=True)
    assert [place.student for place in pairs[0].places] == ["s0", "s3"]
    assert all(pair.share >= other.share for pair, other in pairwise(pairs))


texts = st.lists(st.text(alphabet="ab \n.é文", max_size=120), min_size=2, max_size=5)


@given(texts)
def test_the_law_of_likeness(said: list[str]) -> None:
    """At least so much in common, of two students, and the order changes nothing."""
    pairs = alike(written(f"s{at}", text) for at, text in enumerate(said))
    for pair in pairs:
        assert 0.1 <= pair.share <= 1
        assert pair.places[0].student < pair.places[1].student
        own = said[int(pair.places[0].student[1:])]
        assert pair.passage in own
        common = [pieces(written("", said[int(place.student[1:])])) for place in pair.places]
        assert len(common[0] & common[1]) >= FEWEST
    again = alike(written(f"s{at}", text) for at, text in reversed([*enumerate(said)]))
    assert [pair.share for pair in again] == [pair.share for pair in pairs]


def test_a_text_without_end_is_compared_at_once() -> None:
    for text in ("a " * 30_000, "文" * 60_000, "x" * 60_000, "\u0301" * 60_000, "ab cd " * 10_000):
        assert len(alike([written("s1", text), written("s2", text)])) <= 1
