"""A roster is read whatever wrote it, and made from the lists of other programs without a loss."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.errors import CourseError
from helpkit.teacher.collect.people import read_people
from helpkit.teacher.collect.roster_update import update_roster, updated
from helpkit.teacher.course.roster import Student, doubts, read_roster
from tests.teacher.gradebook.test_export import run
from tests.teacher.sheets import CANVAS, moodle

TEXT = "student,name,Section\ns1,Zoë Jansen,A\n"
NEW = b"student,name,moodle,canvas\n"
PARTICIPANTS = {
    "en": "First name,Last name,Email address,ID number,Groups\nJan,de Vries,jan@s.nl,s1,A\n",
    "nl": "Voornaam;Tussenvoegsel;Achternaam;E-mailadres;Studentnummer\nJan;de;Vries;jan@s.nl;s1\n",
    "nl2": "Voornaam\tAchternaam\tE-mailadres\tID-nummer\nJan\tde Vries\tjan@s.nl\ts1\n",
    "xx": "Q,W,E,R\nJan,de Vries,jan@s.nl,s1\n",
    "one name": "Naam,Studentnummer\nJan de Vries,s1\n",
    "ours": "Student,Name\ns1,Jan de Vries\n",
    "moodle": moodle().splitlines()[0] + "\n" + moodle().splitlines()[1],
    "canvas": 'Student,ID,SIS User ID,SIS Login ID,Section,E (1)\n"Vries, Jan de",11,s1,jan,A,\n',
}


def roster(tmp_path: Path, data: bytes) -> tuple[tuple[Student, ...], tuple[str, ...]]:
    (tmp_path / "roster.csv").write_bytes(data)
    return read_roster(tmp_path / "roster.csv")


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(), TEXT.encode("utf-8-sig"), TEXT.encode("utf-16"), TEXT.encode("cp1252"),
        TEXT.replace(",", ";").encode(), TEXT.replace(",", "\t").encode(),
        ("sep=;\n" + TEXT.replace(",", ";")).encode(), TEXT.replace("\n", "\r").encode(),
        TEXT.replace("student,name", "Student,NAME").encode(), ("# a, \"note\n" + TEXT).encode(),
        TEXT.replace("\n", ",,\n").encode(),
    ],
)  # fmt: skip
def test_any_spreadsheet_will_do(tmp_path: Path, data: bytes) -> None:
    assert roster(tmp_path, data) == ((Student("s1", "Zoë Jansen", extra={"Section": "A"}),), ())


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("id,naam\n1,Jan\n",
         "roster.csv line 1: the column student is missing; expected student, name, got id, naam; "
         "a list of another program becomes a roster with  helpkit course roster FILE"),
        ("student,name\n1.23457E+11,Jan\n",
         "roster.csv line 2: student '1.23457E+11' is a number that a spreadsheet shortened, and "
         "its last digits are gone; expected the whole id: make the column text and copy the ids "
         "again"),
        ('student;name\n"1,23E+11";Jan\n',
         "roster.csv line 2: student '1,23E+11' is a number that a spreadsheet shortened, and "
         "its last digits are gone; expected the whole id: make the column text and copy the ids "
         "again"),
        ("student,name,name\ns1,a,b\n",
         "roster.csv line 1: the column name appears twice; expected it once"),
        ("student,name\ns1,Vries, Jan\n",
         "roster.csv line 2: expected 2 cells, as in the header, got 3"),
        ("", "roster.csv is empty; expected a header with student, name"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(tmp_path: Path, text: str, sentence: str) -> None:
    assert roster(tmp_path, text.encode())[1] == (sentence,)


def test_ids_that_a_spreadsheet_may_have_changed_are_a_question(course: Path) -> None:
    assert [*doubts(["123456", "0123457", "0123458", "5-mei", "2026-05-22"])] == [
        "Ids that look like dates, which a spreadsheet may have made: 5-mei, 2026-05-22",
        "Ids shorter than the usual 7 digits, as when a spreadsheet drops zeros at the front: "
        "123456",
    ]
    assert [*doubts(["1", "2", "10", "11", "12", "s1", "a-1"])] == []
    lines = "student,name\n123456,Jan\n0123457,Zoë\n0123458,Kim\n"
    (course / "roster.csv").write_text(lines, "utf-8")
    code, said = run("course", "check", course)
    assert code == 0
    assert "roster.csv: Ids shorter than the usual 7 digits" in said


@pytest.mark.parametrize("text", PARTICIPANTS.values(), ids=[*PARTICIPANTS])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_lists_of_other_programs(text: str, encoding: str) -> None:
    (person,) = read_people(text.encode(encoding), "people.csv").persons
    assert (person.id, person.name) == ("s1", "Jan de Vries")
    done = updated(NEW, read_people(text.encode(encoding), "people.csv"))
    assert done.data.splitlines()[1].startswith(b"s1,Jan de Vries,,")


@pytest.mark.parametrize(
    ("text", "student", "source"),
    [
        ("Name,Email address\nJan,jan@s.nl\n", "jan", "Email address, before the @"),
        ("First name,Last name,Email address,ID number\nJan,X,jan@s.nl,\n", "jan",
         "Email address, before the @"),
        ("Student,ID,SIS Login ID,Section\nJan,11,jan7,A\n", "jan7", "SIS Login ID"),
        ("Student,ID,SIS User ID,SIS Login ID,Section\nJan,11,,jan@s.nl,A\n", "jan",
         "SIS Login ID, before the @"),
    ],
)  # fmt: skip
def test_where_an_id_is_from_is_said(text: str, student: str, source: str) -> None:
    done = updated(NEW, read_people(text.encode(), "p.csv"))
    assert done.notes == (f"Added, with ids from {source}: {student}",)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a,b\n1,2\n", "p.csv has no column of names; the columns that came: a, b"),
        ("Name,b\nJan,x y\n", "p.csv has no column of ids or e-mail addresses; the columns that"),
        ("", "p.csv has no column of names; the columns that came: none"),
    ],
)
def test_what_is_no_list_is_told(text: str, sentence: str) -> None:
    with pytest.raises(CourseError, match=sentence):
        read_people(text.encode(), "p.csv")


BEFORE = b"\xef\xbb\xbf# note\r\nstudent;name;canvas;Team\r\ns1;Jan;;red\r\ns7;Bo;;-\r\n"


def test_an_update_keeps_what_is_there() -> None:
    people = b'Student,ID,SIS User ID,SIS Login ID,Section\n"Vries, Jan",11,s1,j,A\nZo,22,s2,z,=B\n'
    done = updated(BEFORE, read_people(people, "canvas.csv"))
    assert done.data.decode("utf-8-sig").replace("\r\n", "\n") == (
        "# note\n"
        "student;name;canvas;Team;SIS Login ID;SIS User ID;Section\n"
        "s1;Jan;11;red;j;s1;A\n"
        "s7;Bo;;-;;;\n"
        "s2;Zo;22;;z;s2;'=B\n"
    )
    assert done.data.startswith(b"\xef\xbb\xbf")
    assert done.notes == (
        "Added, with ids from SIS User ID: s2",
        "Changed s1: canvas (empty) becomes ‘11’",
        "Changed s1: SIS Login ID (empty) becomes ‘j’",
        "Changed s1: SIS User ID (empty) becomes ‘s1’",
        "Changed s1: Section (empty) becomes ‘A’",
        "Not in canvas.csv, and stay: s7",
    )
    again = updated(done.data, read_people(people, "canvas.csv"))
    assert (again.data, again.added, again.changed) == (done.data, 0, 0)


def test_a_name_in_moodle_is_noted_and_ours_stays() -> None:
    done = updated(b"student,name,moodle\ns1,Jan (group 2),\n", read_people(moodle().encode(), "G"))
    assert b"s1,Jan (group 2),Jan de Vries," in done.data


def test_a_namesake_is_somebody_else() -> None:
    people = b"Name,Student ID\nJan,s9\nJan,s1\n"
    done = updated(b"student,name,canvas\ns1,Jan,11\n", read_people(people, "p.csv"))
    assert done.data == b"student,name,canvas\ns1,Jan,11\ns9,Jan,\n"


def test_what_cannot_be_an_id_is_left_out_and_told() -> None:
    people = b"Name,Student ID\nJan,1.23457E+11\nBo,a b\nDi,\n,s4\nEd,s5\nEl,S5\n"
    done = updated(NEW, read_people(people, "p.csv"))
    assert done.data == NEW + b"s5,Ed,,\n"
    assert [each.partition(": ")[0] for each in done.faults] == [
        "p.csv line 2, Jan", "p.csv line 3, Bo", "p.csv line 4, Di", "p.csv line 5, ",
        "p.csv line 7, El",
    ]  # fmt: skip


def test_the_test_student_of_canvas_is_nobody() -> None:
    people = read_people(CANVAS.replace(",99,,b2c1,", ",99,,,").encode(), "c.csv")
    assert [each.id for each in people.persons] == ["s1", "s2", "s3"]


def test_the_command(course: Path, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(PARTICIPANTS["en"].replace("s1", "s9").replace("Jan", "Kim"), "utf-8")
    before = (course / "roster.csv").read_bytes()
    code, said = run("course", "roster", path, "--course", course, "--dry-run")
    assert (code, (course / "roster.csv").read_bytes()) == (0, before)
    assert said.splitlines()[-1] == "Students 4, added 1, changes 0; nothing written."
    code, said = run("course", "roster", path, "--course", course)
    assert code == 0
    assert said.splitlines()[0] == "Added, with ids from ID number: s9"
    assert run("course", "check", course)[0] == 0
    path.write_text("Name,Student ID\nJan,1E+10\n", "utf-8")
    after = (course / "roster.csv").read_bytes()
    assert run("course", "roster", path, "--course", course)[0] == 1
    assert (course / "roster.csv").read_bytes() == after


def test_a_roster_is_made_where_there_is_none(course: Path, tmp_path: Path) -> None:
    (course / "roster.csv").unlink()
    (tmp_path / "p.csv").write_text(PARTICIPANTS["en"], "utf-8")
    assert update_roster(course, tmp_path / "p.csv").added == 1
    ((student,), faults) = read_roster(course / "roster.csv")
    assert (student.id, student.name, faults) == ("s1", "Jan de Vries", ())
    with pytest.raises(CourseError, match=r"nowhere.csv: No such file"):
        update_roster(course, tmp_path / "nowhere.csv")


names = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=9).map(
    str.strip
)
ids = st.text("abcXYZ019._-", min_size=1, max_size=6)


@given(st.dictionaries(ids, names.filter(bool), min_size=1, max_size=5))
def test_nobody_on_the_roster_is_ever_lost(people: Mapping[str, str]) -> None:
    before = "student,name,Own\r\n" + "".join(f"t{at},Name{at},x{at}\r\n" for at in range(3))
    rows = "".join(
        '"{}",{}\n'.format(name.replace('"', '""'), each) for each, name in people.items()
    )
    done = updated(before.encode(), read_people(f"Name,Student ID\n{rows}".encode(), "p.csv"))
    assert done.data.startswith(before.encode())
    assert done.students == 3 + done.added
    assert done.added + len(done.faults) == len(people)


def test_two_lines_for_one_student_are_told() -> None:
    people = read_people(b"Name,Student ID\nJan,s1\nJan,S1\n", "p.csv")
    done = updated(b"student,name\ns1,Jan\n", people)
    assert done.data == b"student,name\ns1,Jan\n"
    assert done.faults == ("p.csv line 3: Jan is s1, who is on another line too: left out",)
