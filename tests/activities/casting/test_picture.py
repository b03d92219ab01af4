"""A cast scene in words and numbers, in both languages, with the numbers of the model."""

import pytest

from helpkit.activities.casting.activity import CastingActivity
from helpkit.activities.casting.picture import casting
from helpkit.activities.casting.scene import Cast, known, played
from helpkit.content import load
from helpkit.content.cast import CastEvent, CastScene, Culture, Side
from helpkit.frontend.charts.picture import Picture
from helpkit.frontend.charts.words import Words
from tests.activities.pictures import Spied, number

Happens = tuple[Side, str]


def activity(language: str = "en") -> CastingActivity:
    shown = load(language).activities["02"]["casting"]
    assert isinstance(shown, CastingActivity)
    return shown


def plot(
    first: str,
    second: str,
    *happens: Happens,
    culture: Culture = "nc1978",
    language: str = "en",
    texts: dict[str, str] | None = None,
) -> Picture:
    events = tuple(CastEvent(by=by, act=act) for by, act in happens)
    scene = CastScene(first=first, second=second, culture=culture, events=events)
    cast = Cast(scene, activity(language), load(language))
    decimal = load(language).ui["chart"]["decimal"]
    words = Words(activity(language).texts if texts is None else texts, decimal)
    return casting(cast, played(cast), words)


def test_a_bystander_and_a_friend() -> None:
    bystander, friend = (plot(who, "victim", ("first", "help")) for who in ("bystander", "friend"))
    assert [number(cell.text) for cell in bystander.rows[0].cells[:2]] == [9.54, 0.78]
    assert "9.54, more than something neutral would (0.78)" in bystander.sentences[0]
    assert "‘The bystander ignores the victim’ would strain it by 1.69" in bystander.sentences[1]
    assert "by 4.61, less than something neutral" in friend.sentences[0]
    assert "17.64" in friend.sentences[1]


SURPRISING = "does not mean wrong"
EXPECTED = "does not mean right"


@pytest.mark.parametrize(
    ("first", "second", "happens", "says"),
    [
        ("bystander", "victim", [("first", "help")], SURPRISING),
        ("bystander", "victim", [("first", "ignore")], EXPECTED),
        ("nurse", "patient", [("first", "help"), ("second", "thank")], SURPRISING),
        ("nurse", "patient", [("first", "help"), ("second", "ignore")], EXPECTED),
        ("nurse", "patient", [("first", "help"), ("second", "help")], SURPRISING),
        ("nurse", "patient", [("first", "help")], None),
        ("nurse", "patient", [("first", "ignore")], None),
        ("friend", "victim", [("first", "help")], None),
    ],
)
def test_strain_is_no_verdict_where_it_could_be_taken_for_one(
    first: str, second: str, happens: list[Happens], says: str | None
) -> None:
    sentences = " ".join(plot(first, second, *happens).sentences)
    assert [key for key in (SURPRISING, EXPECTED) if key in sentences] == ([says] if says else [])


@pytest.mark.parametrize("language", ["en", "nl"])
def test_what_is_left_out_has_the_numbers_of_the_picture(language: str) -> None:
    helped: Happens = ("first", "help")
    scenes = [
        plot("nurse", "patient", helped, ("second", "thank"), language=language),
        plot("nurse", "patient", helped, ("second", "ignore"), language=language),
        plot("bystander", "victim", ("first", "ignore"), language=language),
    ]
    strains = [number(scene.rows[-1].cells[0].text.replace(",", ".")) for scene in scenes]
    decimal = load(language).ui["chart"]["decimal"]
    leaves_out = activity(language).provenance.leaves_out
    for strain in strains:
        assert f"{strain:.1f}".replace(".", decimal) in leaves_out


def test_who_is_one_up_is_said_in_words() -> None:
    picture = plot("nurse", "patient", ("first", "help"), ("second", "ignore"))
    assert [row.cells[2].text for row in picture.rows] == ["the nurse, by 2.93", "nobody"]
    assert picture.sentences[3] == "After it, the nurse and the patient stand level."
    assert picture.sentences[4] == "By their roles alone, the nurse stands 3.24 above the other."
    other = plot("patient", "nurse", ("first", "help"))
    assert "the nurse stands" in other.sentences[3]


def test_each_event_has_its_repairs() -> None:
    picture = plot("nurse", "patient", ("first", "help"), ("second", "thank"))
    assert [row.cells[4].text.count("(") for row in picture.rows] == [3, 3]
    assert picture.rows[0].cells[4].text.startswith("The nurse supplies the patient with something")


def test_the_figure_holds_the_numbers_of_the_table() -> None:
    picture = plot("nurse", "patient", ("first", "help"), ("second", "thank"))
    bars = [trace for trace in picture.figure["data"] if trace["type"] == "bar"]
    strains = [number(row.cells[0].text) for row in picture.rows]
    assert [round(y, 2) for trace in bars for y in trace["y"]] == strains
    assert [trace["x"] for trace in bars] == [[1], [2]]
    neutral = next(
        trace for trace in picture.figure["data"] if trace["name"] == "a neutral act instead"
    )
    assert [round(y, 2) for y in neutral["y"]] == [number(r.cells[1].text) for r in picture.rows]


def test_another_culture_has_other_ratings() -> None:
    here, there = (
        plot("nurse", "patient", ("first", "help"), culture=culture)
        for culture in ("nc1978", "germany2007")
    )
    assert here.rows[0].cells[0] != there.rows[0].cells[0]
    assert "bystander" not in known("germany2007")
    assert known("germany2007").keys() < known("nc1978").keys()


def test_an_empty_stage() -> None:
    picture = plot("nurse", "patient")
    assert picture.rows == ()
    assert picture.sentences == ("Nothing has happened yet. The stage is yours.",)


def test_the_languages_differ_in_words_only() -> None:
    english, dutch = (
        plot("nurse", "patient", ("first", "help"), language=language) for language in ("en", "nl")
    )
    for column in (0, 1):
        strain, two = (picture.rows[0].cells[column].text for picture in (english, dutch))
        assert strain.replace(".", ",") == two
    assert dutch.rows[0].header == "De verpleegkundige helpt de patiënt"


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_text_is_asked_for(language: str) -> None:
    spied = Spied(activity(language).texts)
    row: list[Happens] = [("first", "help"), ("second", "ignore")]
    plot("nurse", "patient", *row, language=language, texts=spied)
    plot("nurse", "patient", ("first", "help"), language=language, texts=spied)
    plot("nurse", "patient", language=language, texts=spied)
    plot("teacher", "pastor", ("first", "help"), language=language, texts=spied)
    plot("bystander", "victim", ("first", "help"), language=language, texts=spied)
    assert set(spied) - spied.asked == {"strain-of"}, "which stands beside the repairs"


def test_the_lower_panel_holds_both_gaps() -> None:
    scene = CastScene(first="nurse", second="patient", events=(CastEvent(by="first", act="help"),))
    (beat,) = played(Cast(scene, activity(), load("en"))).beats
    lower = [
        trace["y"]
        for trace in plot("nurse", "patient", ("first", "help")).figure["data"]
        if trace.get("yaxis") == "y2"
    ]
    assert lower == [[beat.neutral_gap], [beat.gap]]
