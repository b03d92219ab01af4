"""Each kind of fault is one line that names file, table, key and what was expected."""

from pathlib import Path

import pytest

from helpkit.content import faults, languages, load
from helpkit.content.files import FOLDER
from helpkit.errors import ContentError, UnknownIdError
from tests.content.conftest import Spoil


def one_fault(folder: Path) -> str:
    """The only fault of a folder, as `helpkit check` prints it."""
    lines = faults(folder)
    assert len(lines) == 1, lines
    return str(lines[0])


def test_content_has_no_faults() -> None:
    assert faults() == []


def test_languages_english_first() -> None:
    assert languages() == ("en", "nl")


def test_unknown_language_says_which_there_are() -> None:
    with pytest.raises(UnknownIdError, match="language must be one of en, nl, got 'fr'"):
        load("fr")


def test_missing_prose_names_the_text_file(spoil: Spoil) -> None:
    folder = spoil("text/nl/risks.toml", "name = ", "nome = ")
    lines = [str(fault) for fault in faults(folder)]
    assert any(
        line.startswith("text/nl/risks.toml [") and line.endswith("] name: missing")
        for line in lines
    )
    assert any("nome: unknown key; known:" in line for line in lines)


def test_missing_structure_names_the_structure_file(spoil: Spoil) -> None:
    folder = spoil("data/situations.toml", 'source = "S01"\n', "")
    assert one_fault(folder) == "data/situations.toml [directions] source: missing"


def test_wrong_type_names_the_key(spoil: Spoil) -> None:
    folder = spoil("data/situations.toml", 'confidence = "in_text"', 'confidence = "certain"')
    line = one_fault(folder)
    assert line.startswith("data/situations.toml [")
    assert "confidence: does not fit" in line
    assert "certain" in line


def test_an_activity_without_minutes_is_named(spoil: Spoil) -> None:
    folder = spoil("data/activities/01.toml", "minutes = 10\n", "")
    assert one_fault(folder) == "data/activities/01.toml [formality] minutes: missing"


@pytest.mark.parametrize("minutes", ['"10"', "9.5", "true"])
def test_minutes_are_a_whole_number(spoil: Spoil, minutes: str) -> None:
    folder = spoil("data/activities/01.toml", "minutes = 10\n", f"minutes = {minutes}\n")
    place = "data/activities/01.toml [formality] minutes"
    assert one_fault(folder).startswith(f"{place}: does not fit: expected a whole number, got ")


def test_a_choice_without_options_names_them(spoil: Spoil) -> None:
    folder = spoil("data/activities/02.toml", 'options = ["none", "now", "later"], ', "")
    expected = "data/activities/02.toml [losing-face] knobs.repair.options: missing"
    assert one_fault(folder) == expected


def test_a_choice_that_forgot_its_labels_names_the_text_file(spoil: Spoil) -> None:
    folder = spoil("text/nl/activities/02.toml", "knobs.repair.hint", "knobs.repair.tip")
    lines = [str(fault) for fault in faults(folder)]
    place = "text/nl/activities/02.toml [losing-face] knobs.repair"
    assert f"{place}.hint: missing" in lines
    assert any(line.startswith(f"{place}.tip: unknown key; known: options,") for line in lines)


def test_a_number_that_forgot_its_step_names_the_file(spoil: Spoil) -> None:
    folder = spoil(
        "data/activities/02.toml", "high = 10, step = 1, start = 7", "high = 10, start = 7"
    )
    assert one_fault(folder) == "data/activities/02.toml [losing-face] knobs.claim.step: missing"


def test_toml_typo_gives_file_line_and_column(spoil: Spoil) -> None:
    folder = spoil("text/en/gates.toml", "name = ", "name : ")
    line = one_fault(folder)
    assert line.startswith("text/en/gates.toml: not readable as TOML")
    assert "line" in line


def test_missing_table_in_one_language(spoil: Spoil) -> None:
    folder = spoil("text/nl/gates.toml", "[say]", "[zeg]")
    lines = [str(fault) for fault in faults(folder)]
    assert "text/nl/gates.toml [say]: this table is missing here" in lines
    assert "data/gates.toml [zeg]: this table is missing here" in lines


def test_missing_file(spoil: Spoil) -> None:
    folder = spoil("text/nl/gates.toml", "[say]", "[say]")
    (folder / "text/nl/gates.toml").unlink()
    assert one_fault(folder) == (
        "text/nl/gates.toml: this file is missing; every language has the same files"
    )


def test_tables_of_ids_only_and_of_words_only_have_one_file() -> None:
    assert not (FOLDER / "terms.toml").exists()
    assert not list((FOLDER / "text").glob("*/events.toml"))


def test_missing_key_of_a_table_without_prose(spoil: Spoil) -> None:
    folder = spoil("data/events.toml", 'helper = "worker"\n', "")
    assert one_fault(folder) == "data/events.toml [assembly-line] helper: missing"


def test_missing_text_of_a_table_without_structure(spoil: Spoil) -> None:
    folder = spoil("text/nl/terms.toml", 'name = "verpleegkundige"\n', "")
    assert one_fault(folder) == "text/nl/terms.toml [nurse] name: missing"


def test_text_that_stands_twice(spoil: Spoil) -> None:
    folder = spoil("data/gates.toml", "[say]", '[say]\nname = "say"')
    assert "text/en/gates.toml [say] name: is in data/gates.toml too" in map(str, faults(folder))


def test_unknown_kind_of_activity(spoil: Spoil) -> None:
    folder = spoil("data/activities/01.toml", 'kind = "message"', 'kind = "massage"')
    assert "kind: expected one of message, predict" in one_fault(folder)


def test_load_raises_with_every_fault(spoil: Spoil) -> None:
    folder = spoil("text/en/gates.toml", "name = ", "name : ")
    with pytest.raises(ContentError, match=r"text/en/gates\.toml: not readable as TOML"):
        load("en", folder)


def test_unreadable_file_is_one_sentence(spoil: Spoil) -> None:
    folder = spoil("data/gates.toml", "[say]", "[say]")
    (folder / "data/gates.toml").unlink()
    (folder / "data/gates.toml").mkdir()
    assert "data/gates.toml: cannot be opened" in one_fault(folder)


def test_content_folder_holds_no_prose_apart_from_text() -> None:
    """A translator copies `text/en` and touches nothing else."""
    assert {path.parent.name for path in FOLDER.rglob("ui/*.toml")} == {"ui"}
    assert {path.parents[1].name for path in FOLDER.rglob("ui/*.toml")} == {"en", "nl"}
