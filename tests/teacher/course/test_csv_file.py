"""A file is read whatever wrote it, and what is not replaced stays byte for byte."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from helpkit.errors import CourseError
from helpkit.teacher.course import csv_file as module
from helpkit.teacher.course.csv_file import Table, read_table

FORMS = [
    (b"", "utf-8"),
    (BOM_UTF8, "utf-8"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
]
letters = st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")
words = st.text(letters, max_size=8) | st.text('a;,\t"\r\n 1.', max_size=8)
rows = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(words, min_size=width, max_size=width), min_size=1, max_size=5)
)


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in table.lines]


def file_of(
    cells: list[list[str]], cut: str, end: str, quoted: bool, form: tuple[bytes, str], sep: bool
) -> bytes:
    """As a spreadsheet writes it."""

    def written(cell: str) -> str:
        needs = quoted or any(each in cell for each in ';,\t"\r\n')
        return '"{}"'.format(cell.replace('"', '""')) if needs else cell

    lines = [cut.join(map(written, row)) for row in cells]
    return form[0] + ((f"sep={cut}{end}" if sep else "") + end.join([*lines, ""])).encode(form[1])


files = st.builds(
    file_of,
    rows,
    st.sampled_from(",;\t"),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
    st.sampled_from(FORMS),
    st.booleans(),
)


@given(files)
def test_nothing_replaced_is_the_same_file(data: bytes) -> None:
    table = read_table(data, "a.csv")
    assert table.replaced({}) == data
    assert table.replaced({cell: cell.text for line in table.lines for cell in line.cells}) == data


@given(rows, st.sampled_from(",;\t"), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans(),
       st.sampled_from(FORMS))  # fmt: skip
def test_what_a_spreadsheet_writes_is_read(
    cells: list[list[str]], cut: str, end: str, quoted: bool, form: tuple[bytes, str]
) -> None:
    data = file_of(cells, cut, end, quoted, form, sep=True)
    assert texts(read_table(data, "a.csv")) == cells


@given(files, words, st.data())
def test_a_replaced_cell_is_read_back_and_all_others_are_as_before(
    data: bytes, new: str, choose: st.DataObject
) -> None:
    table = read_table(data, "a.csv")
    at, line = choose.draw(st.sampled_from([*enumerate(table.lines)]))
    column = choose.draw(st.integers(0, len(line.cells) - 1))
    cell = line.cells[column]
    changed = table.replaced({cell: new})
    back = read_table(changed, "a.csv")
    # What divides the cells is not said in every file, and one cell can tip the balance.
    assume(back.delimiter == table.delimiter)
    want = texts(table)
    want[at][column] = new
    assert texts(back) == want
    before = table.mark + table.text[: cell.start].encode(table.encoding)
    after = table.text[cell.end :].encode(table.encoding)
    assert changed.startswith(before)
    assert changed.endswith(after)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a;b\r\n1,5;2\r\n", [["a", "b"], ["1,5", "2"]]),
        ("a\tb\n1\t2", [["a", "b"], ["1", "2"]]),
        ("sep=;\na;b\n", [["a", "b"]]),
        ('"SEP=,"\na,b;c\n', [["a", "b;c"]]),
        ("On help, 1, 2;ID\nx;1\n", [["On help, 1, 2", "ID"], ["x", "1"]]),
        ('a,"b\n""c"""\n\n1,\n', [["a", 'b\n"c"'], ["1", ""]]),
        ('5" disk,b\n', [['5" disk', "b"]]),
        ("only\none\n", [["only"], ["one"]]),
        ("", []),
    ],
)  # fmt: skip
def test_dialects(text: str, cells: list[list[str]]) -> None:
    table = read_table(text.encode(), "a.csv")
    assert texts(table) == cells
    assert table.replaced({}) == text.encode()


def test_the_letters_of_an_old_windows() -> None:
    data = "naam;cijfer\r\nZoë;\r\n".encode("cp1252")
    table = read_table(data, "a.csv")
    assert texts(table) == [["naam", "cijfer"], ["Zoë", ""]]
    empty = table.lines[1].cells[1]
    assert table.replaced({empty: "ü"}) == "naam;cijfer\r\nZoë;ü\r\n".encode("cp1252")
    with pytest.raises(CourseError, match=r"a.csv is in the letters of Windows .* have no '☺'"):
        table.replaced({empty: "☺"})


def test_lines_have_the_numbers_of_the_file() -> None:
    table = read_table(b'# x, "y\n\na,b\n"1\n2",3\n4,5\n', "a.csv", comments=True)
    assert [line.number for line in table.lines] == [3, 4, 6]
    assert table.lines[0].texts == ["a", "b"]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b'a,b\n1,"2\n', "a.csv line 2: a quote is not closed, or stands inside a cell"),
        (b'a,b\n"1"2,3\n', "a.csv line 2: a quote is not closed"),
        (b"PK\x03\x04....", "a.csv is a workbook or a zip; expected a CSV file: save it as CSV"),
        (BOM_UTF16_LE + b"a", "a.csv is not text"),
        ("a,b\n".encode("utf-16-le"), "a.csv is not text"),
        (b"\x81\x8d", "a.csv is not text"),
        (b"sep=x\na", "a.csv says 'sep=x'; expected sep=; or sep=,"),
    ],
)
def test_what_is_no_such_file_is_told(data: bytes, sentence: str) -> None:
    with pytest.raises(CourseError, match=sentence):
        read_table(data, "a.csv")


def test_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_LINES", 3)
    monkeypatch.setattr(module, "MOST_BYTES", 20)
    assert len(read_table(b"a\n" * 3, "a.csv").lines) == 3
    with pytest.raises(
        CourseError, match=r"a.csv has more than 3 lines or .*; expected at most so"
    ):
        read_table(b"a\n" * 4, "a.csv")
    with pytest.raises(CourseError, match=r"a.csv has 21 bytes; expected at most 20"):
        read_table(b"a" * 21, "a.csv")


def test_no_line_costs_more_than_its_bound() -> None:
    with pytest.raises(CourseError, match=r"a.csv line 2: expected at most 1000 cells"):
        read_table(b"sep=,\n" + b"," * 9_000_000, "a.csv")
