"""A user's own dictionary: what it may look like, and one sentence for each thing that is wrong."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.content import load_dictionary
from helpkit.content.dictionary import Dictionary
from helpkit.errors import ContentError

PLAIN = "term,E,P,A\nnurse,2.84,1.75,.53\nhelp,3.57,3.23,0.17\n"
NURSE, HELP = (2.84, 1.75, 0.53), (3.57, 3.23, 0.17)


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "mine.csv"
    path.write_bytes(text.encode(encoding))
    return path


def read(folder: Path, text: str, encoding: str = "utf-8") -> Dictionary:
    return load_dictionary(written(folder, text, encoding))


def test_without_a_component_a_term_is_both(tmp_path: Path) -> None:
    mine = read(tmp_path, PLAIN)
    assert dict(mine.identities) == dict(mine.behaviors) == {"nurse": NURSE, "help": HELP}


def test_with_components(tmp_path: Path) -> None:
    mine = read(
        tmp_path,
        "component,E,P,A,term,n\nidentity,1,2,3,coach,20\nbehavior,3,2,1,coach,20\n"
        "modifier,1,1,1,kind,20\nsetting,1,1,1,hospital,20\n",
    )
    assert dict(mine.identities) == {"coach": (1, 2, 3)}
    assert dict(mine.behaviors) == {"coach": (3, 2, 1)}


@pytest.mark.parametrize(
    "text",
    [
        "term;E;P;A\nnurse;2,84;1,75;0,53\nhelp;3,57;3,23;0,17\n",
        "term;E;P;A\nnurse;2.84;1.75;.53\nhelp;3.57;3.23;0.17\n",
        "\ufeff" + PLAIN,
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("\n", "\r"),
        PLAIN.replace("nurse", '"nurse"').rstrip(),
        "# by hand\n\n" + PLAIN + "\n,,,\n",
        PLAIN.replace(",", " , "),
    ],
    ids=["semicolon", "point", "bom", "windows", "old mac", "quoted", "comment", "spaces"],
)
def test_forms_it_may_have(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == read(tmp_path, PLAIN)


def test_a_path_may_be_text(tmp_path: Path) -> None:
    assert load_dictionary(str(written(tmp_path, PLAIN))).identities["nurse"] == NURSE


WRONG = {
    "empty": ("", "mine.csv is empty; expected a header with term, E, P, A"),
    "comments only": ("# hm\n", "mine.csv is empty; expected a header with term, E, P, A"),
    "header only": (
        "term,E,P,A\n",
        "mine.csv holds only a header; expected lines below it",
    ),
    "missing column": (
        "term,E,A\nnurse,1,2\n",
        "mine.csv line 1: the column P is missing; expected term, E, P, A",
    ),
    "column twice": (
        "term,E,P,A,E\nnurse,1,2,3,4\n",
        "mine.csv line 1: the column E appears twice; expected it once",
    ),
    "not a number": (
        PLAIN.replace("1.75", "high"),
        "mine.csv line 2: P must be a number, got 'high'",
    ),
    "empty cell": (PLAIN.replace("1.75", ""), "mine.csv line 2: P must be a number, got ''"),
    "comma in a comma file": (
        PLAIN.replace("3.57", '"3,57"'),
        "mine.csv line 3: E must be a number, got '3,57'",
    ),
    "too high": (
        PLAIN.replace("1.75", "4.4"),
        "mine.csv line 2: P must be in [-4.3, 4.3], got 4.4",
    ),
    "too low": (
        "# hm\n" + PLAIN.replace("1.75", "-5"),
        "mine.csv line 3: P must be in [-4.3, 4.3], got -5",
    ),
    "no number at all": (
        PLAIN.replace("1.75", "nan"),
        "mine.csv line 2: P must be in [-4.3, 4.3], got nan",
    ),
    "term twice": (
        PLAIN + "nurse,1,1,1\n",
        "mine.csv line 4: 'nurse' is already in line 2; expected each term once",
    ),
    "no term": (PLAIN + " ,1,1,1\n", "mine.csv line 4: term is empty; expected a word"),
    "cells missing": (
        PLAIN + "doctor,1,1\n",
        "mine.csv line 4: expected 4 cells, as in the header, got 3",
    ),
    "decimal commas between commas": (
        PLAIN + "doctor,1,5,1,5,1,5\n",
        "mine.csv line 4: expected 4 cells, as in the header, got 7",
    ),
    "component": (
        "term,component,E,P,A\nnurse,noun,1,1,1\n",
        "mine.csv line 2: component must be one of identity, behavior, modifier, setting, "
        "got 'noun'",
    ),
    "quote left open": (
        PLAIN + '"doctor,1,1,1\n',
        "mine.csv line 4: not readable as CSV (unexpected end of data)",
    ),
}


@pytest.mark.parametrize(("text", "expected"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_one_sentence(tmp_path: Path, text: str, expected: str) -> None:
    with pytest.raises(ContentError) as error:
        read(tmp_path, text)
    assert str(error.value) == expected


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    with pytest.raises(ContentError) as error:
        load_dictionary(path)
    assert str(error.value) == f"{path} does not exist; expected the path of a CSV file"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as error:
        load_dictionary(tmp_path)
    assert str(error.value).startswith(f"{tmp_path}")
    assert str(error.value).endswith("expected a CSV file that you may read")


def test_another_encoding(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as error:
        read(tmp_path, PLAIN.replace("nurse", "infirmière"), "latin-1")
    assert str(error.value) == "mine.csv is not UTF-8 at byte 19; save it again as ‘CSV UTF-8’"


words = st.text("abcxyzéïßñжλ語-_ ’", min_size=1, max_size=8).map(str.strip).filter(bool)
ratings = st.floats(-4.3, 4.3).map(lambda value: round(value, 3))


@given(rows=st.dictionaries(words, st.tuples(ratings, ratings, ratings), min_size=1, max_size=6))
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, rows: dict[str, tuple[float, float, float]]
) -> None:
    folder = tmp_path_factory.mktemp("own")
    comma = "".join(f"{term},{e},{p},{a}{os.linesep}" for term, (e, p, a) in rows.items())
    europe = comma.replace(",", ";").replace(".", ",")
    assert dict(read(folder, f"term,E,P,A\n{comma}").identities) == rows
    assert dict(read(folder, f"term;E;P;A\n{europe}").identities) == rows
