"""A scene in one file: strict about its form, in one language or several, and never run."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from helpkit.content import Content, languages, load
from helpkit.content.files import FOLDER
from helpkit.content.form import misfits
from helpkit.content.scene_file import misfit_faults, new_scene, parse, read_scene
from helpkit.content.scenes import SceneText
from helpkit.errors import ContentError, HelpkitError, UnknownIdError
from tests.content.conftest import Spoil

TEMPLATE = (FOLDER / "text/en/templates/scene.toml").read_text("utf-8")
_QUOTED = re.compile(r"‘.*?’(?!\w)")
EVERY = [(language, key) for language in languages() for key in load(language).scenes]
NO_VERDICT = {
    "en": re.compile(r"\b(wrong|mistake|good job|well done|should have|correct)\b", re.IGNORECASE),
    "nl": re.compile(r"\b(fout|verkeerd|goed zo|goed gedaan|had moeten)\b", re.IGNORECASE),
}


def spoiled(old: str, new: str) -> str:
    """The template with one thing changed."""
    assert old in TEMPLATE
    return TEMPLATE.replace(old, new, 1)


def sentences(text: str, language: str = "en") -> list[str]:
    return [str(fault) for fault in misfit_faults(parse(text).misfits, "", language)]


def whys(scene: SceneText) -> Iterator[str]:
    for node in scene.nodes.values():
        yield from (choice.why for choice in node.choices.values())


@pytest.fixture(params=languages())
def content(request: pytest.FixtureRequest) -> Content:
    return load(request.param)


def test_both_scenes_are_complete(content: Content) -> None:
    sizes = {key: (len(scene.nodes), len([*whys(scene)])) for key, scene in content.scenes.items()}
    assert sizes == {
        "export-button": (14, 48),
        "team-day": (15, 50),
    }


@pytest.mark.parametrize(("language", "scene"), EVERY)
def test_a_why_is_one_short_sentence_with_names_and_without_a_verdict(
    language: str, scene: str
) -> None:
    text = load(language).scenes[scene]
    for why in whys(text):
        assert why.count(".") == 1, why
        assert why.endswith("."), why
        assert len(why.split()) <= 32, why
        assert not NO_VERDICT[language].search(why), why
        assert not re.search(r"\b(you|your|je|jij|jouw)\b", _QUOTED.sub("", why)), why
    assert len({*whys(text)}) == len([*whys(text)])


@pytest.mark.parametrize(("language", "scene"), EVERY)
def test_quotes_are_curly(language: str, scene: str) -> None:
    text = (FOLDER / "text" / language / "scenes" / f"{scene}.toml").read_text("utf-8")
    words = re.findall(r'^[\w.-]+ = "(.*)"$', text, re.MULTILINE)
    assert len(words) > 80
    assert [word for word in words if '"' in word or "'" in word or "..." in word] == []


def test_every_form_of_inquiry_steers_and_lifts(content: Content) -> None:
    forms = content.forms
    assert [key for key, form in forms.items() if form.family == "diagnostic"] == [
        f"diagnostic_{kind}" for kind in ("feelings", "causes", "actions", "systemic")
    ]
    assert [key for key, form in forms.items() if form.process == "client"] == ["pure"]
    assert {key for key, form in forms.items() if form.content == "helper"} == {
        "confrontational",
        "telling",
        "withdraw",
    }


def test_a_form_leads_to_its_term_and_so_to_the_published_one() -> None:
    content = load("nl")
    entry = content.forms["pure"].entry
    assert entry is not None
    assert content.glossary[entry].published == "basisonderzoek"


def test_the_glossary_has_the_terms_of_chapter_6() -> None:
    terms = {key for key, entry in load("en").glossary.items() if 6 in entry.chapters}
    entries = {form.entry for form in load("en").forms.values() if form.entry}
    assert entries | {"johari"} <= terms


def test_words_that_lead_nowhere_are_a_fault_of_the_content(spoil: Spoil) -> None:
    folder = spoil("text/nl/scenes/team-day.toml", "choices.format.says", "choices.z.says")
    with pytest.raises(ContentError, match=r"nodes\.m1\.choices\.z\.form: missing"):
        load("nl", folder)


def test_a_scene_without_words_in_one_language(spoil: Spoil) -> None:
    folder = spoil("data/scenes/team-day.toml", "first", "first")
    (folder / "text/nl/scenes/team-day.toml").unlink()
    with pytest.raises(ContentError, match=r"text/nl/scenes/team-day\.toml: this file is missing"):
        load("nl", folder)


def test_words_without_a_scene(spoil: Spoil) -> None:
    folder = spoil("data/scenes/team-day.toml", "first", "first")
    (folder / "data/scenes/team-day.toml").unlink()
    with pytest.raises(ContentError, match=r"scenes/team-day\.toml: this file is missing"):
        load("en", folder)


@pytest.mark.parametrize("language", languages())
def test_the_template_is_a_scene(language: str, tmp_path: Path) -> None:
    path = tmp_path / "my-scene.toml"
    new_scene(path, language)
    scene = read_scene(path)
    assert scene.id == "my-scene"
    assert (scene.client, scene.helper) == ("Bo", "Ines")


def test_a_new_scene_replaces_nothing(tmp_path: Path) -> None:
    path = tmp_path / "my-scene.toml"
    path.write_text("mine", "utf-8")
    with pytest.raises(HelpkitError, match="already exists: choose another name"):
        new_scene(path)
    assert path.read_text("utf-8") == "mine"


def test_no_template_in_a_language_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnknownIdError, match="language must be one of en, nl, got 'fr'"):
        new_scene(tmp_path / "my-scene.toml", "fr")
    assert list(tmp_path.iterdir()) == []


def bilingual(text: str) -> str:
    """Every text in two languages; the second is in capitals."""
    return re.sub(
        r'^(?!first|form|next|leaves|kind)([\w.]+) = "([^"]*)"',
        lambda match: f'{match[1]} = {{ en = "{match[2]}", nl = "{match[2].upper()}" }}',
        text,
        flags=re.MULTILINE,
    )


def test_a_scene_in_two_languages(tmp_path: Path) -> None:
    path = tmp_path / "scene.toml"
    path.write_text(bilingual(TEMPLATE), "utf-8")
    plain = parse(TEMPLATE).chosen("en")
    assert read_scene(path) == read_scene(path, "en") == plain
    dutch = read_scene(path, "nl")
    assert dutch.nodes["n1"].says == plain.nodes["n1"].says.upper()
    assert dutch.start == plain.start
    with pytest.raises(UnknownIdError, match="must be one of en, nl, got 'fr'"):
        read_scene(path, "fr")


def test_plain_words_serve_any_language(tmp_path: Path) -> None:
    path = tmp_path / "report.toml"
    path.write_text(TEMPLATE, "utf-8")
    assert read_scene(path, "nl") == replace(parse(TEMPLATE).chosen(""), id="report")


def test_a_mark_of_windows_at_the_beginning_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "scene.toml"
    path.write_text(TEMPLATE, "utf-8-sig")
    assert read_scene(path).title == "The report"
    assert parse("\ufeff" + TEMPLATE).misfits == ()


def test_a_scene_that_cannot_be_read_says_why_in_each_line(tmp_path: Path) -> None:
    path = tmp_path / "scene.toml"
    path.write_text(spoiled("trust = 4", 'trust = "4"').replace("next = ", "to = "), "utf-8")
    with pytest.raises(ContentError) as caught:
        read_scene(path)
    lines = str(caught.value).splitlines()
    assert lines[0] == f"{path} [start] trust: expected a whole number, got '4'"
    assert f"{path} [nodes.n1.choices.a] next: this key is missing" in lines


SPOILS = [
    ("title =", "title", "this is not TOML yet: "),
    (
        'title = "The report"',
        "title = 3",
        "title: expected a text between quotes, got 3",
    ),
    ('title = "The report"', 'title = " "', "title: this is still empty: fill it in"),
    ('title = "The report"', "title = [1]", "title: expected a text between quotes, got [ … ]"),
    ('title = "The report"', "title = {}", "title: expected a text between quotes, got { … }"),
    (
        'title = "The report"',
        'title = { en = "The report", nl = "Het verslag" }',
        "client: this text is in one language only, while others are in en, nl: "
        "write it in each of these",
    ),
    (
        'title = "The report"',
        'title = { Dutch = "Het verslag" }',
        "[title] Dutch: expected a language as two or three lower-case letters, "
        "such as ‘en’ or ‘nl’",
    ),
    ("title =", "subtitle =", "title: this key is missing"),
    ("title =", 'subtitle = "x"\ntitle =', "subtitle: this key is not known here: expected one of"),
    ("trust = 4", "trust = 4.5", "[start] trust: expected a whole number, got 4.5"),
    ("trust = 4", "trust = true", "[start] trust: expected a whole number, got true"),
    (
        "{ trust = 4, client = 4, helper = 5 }",
        "4",
        "start: expected a table with keys of its own, got 4",
    ),
    (
        "[nodes.n2]\n",
        "[nodes.N2]\n",
        "[nodes] N2: expected an id of at most 40 lower-case letters, digits and hyphens",
    ),
    (
        "[nodes.n2]\n",
        '[nodes."n\\n2"]\n',
        "[nodes] 'n\\n2': expected an id of at most 40 lower-case letters, digits and hyphens",
    ),
    ('form = "pure"', "form = 1", "form: expected a text between quotes, got 1"),
]


@pytest.mark.parametrize(("old", "new", "expected"), SPOILS)
def test_a_misfit_is_a_sentence(old: str, new: str, expected: str) -> None:
    lines = sentences(spoiled(old, new))
    assert any(expected in line for line in lines), lines


def test_a_translation_that_is_missing() -> None:
    text = bilingual(TEMPLATE).replace(', nl = "THE REPORT"', "", 1)
    assert sentences(text) == [
        "title: the text for nl is missing: give every text the same languages"
    ]
    assert sentences(text, "nl") == [
        "title: de tekst voor nl ontbreekt: geef elke tekst dezelfde talen"
    ]


def test_what_is_very_long_or_very_deep_is_told_shortly() -> None:
    for text in (
        spoiled('"The report"', f"0x{'f' * 9000}"),
        spoiled('"The report"', "9" * 9000),
        spoiled('"The report"', "[" * 9000),
        spoiled('"The report"', f"{{ {'a.' * 9000}b = 1 }}"),
        spoiled("title =", f'{"t" * 9000} = "x"\ntitle ='),
        spoiled("trust = 4", f'trust = "{"4" * 9000}"'),
    ):
        lines = sentences(text)
        assert lines
        assert all(len(line) < 400 for line in lines)


def test_a_file_of_another_kind(tmp_path: Path) -> None:
    (tmp_path / "scene.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ContentError, match="this is not a text file in UTF-8"):
        read_scene(tmp_path / "scene.toml")
    with pytest.raises(ContentError, match="the file cannot be opened: No such file"):
        read_scene(tmp_path / "gone.toml")


def test_a_text_of_any_length_fits_and_a_tree_is_not_changed() -> None:
    tree = {"trust": 1, "client": 2, "helper": 3}
    assert [*misfits(tree, type(parse(TEMPLATE).chosen("").start))] == []
    assert tree == {"trust": 1, "client": 2, "helper": 3}
