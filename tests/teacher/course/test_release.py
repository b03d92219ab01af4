"""What students get: what is listed and nothing else, the same bytes for the same course."""

import json
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from helpkit.errors import ContentError, CourseError
from helpkit.exercises.items import load_exercise
from helpkit.exercises.release_folder import read_release
from helpkit.teacher.course.release import ReleasePaths, release
from tests.exercises.handed_out import DEADLINE, NUMBERS, course, handed_out
from tests.exercises.samples import FOLDERS
from tests.teacher.samples import COURSE, tree

LANGUAGES = ("en", "nl")
every_release = pytest.mark.parametrize(
    ("number", "language"), [(number, language) for number in NUMBERS for language in LANGUAGES]
)


def sentences(value: Any) -> Iterator[str]:
    """Every text in a key that is more than a name."""
    if isinstance(value, dict):
        for each in value.values():
            yield from sentences(each)
    elif isinstance(value, list):
        for each in value:
            yield from sentences(each)
    elif isinstance(value, str) and len(value.split()) > 3:
        yield value


def secrets(number: str) -> set[str]:
    """The sentences of key and rubric."""
    folder = next(each for each in FOLDERS if each.name.startswith(number))
    files = [tomllib.loads((folder / name).read_text("utf-8")) for name in SECRET]
    return {*sentences(files)}


SECRET = ("key.toml", "rubric.toml")


def own_exercise(root: Path) -> Path:
    """A copy of exercise 01 in the course, to change."""
    return Path(shutil.copytree(FOLDERS[0], root / "exercises" / FOLDERS[0].name))


def again(root: Path, **fields: Any) -> ReleasePaths:
    return release(course(root), "01", "nl", root / "out", **fields)


@every_release
def test_a_student_gets_four_files_and_a_zip_of_them(
    tmp_path: Path, number: str, language: str
) -> None:
    folder = handed_out(tmp_path, number, language)
    files = tree(folder)
    assert {*files} == {
        f"{folder.name}.ipynb",
        "items.toml",
        "release.toml",
        f"text/{language}.toml",
    }
    with zipfile.ZipFile(tmp_path / f"{folder.name}.zip") as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    assert packed == {f"{folder.name}/{name}": data for name, data in files.items()}


@every_release
def test_no_sentence_of_a_key_or_rubric_is_in_it(
    tmp_path: Path, number: str, language: str
) -> None:
    handed_out(tmp_path, number, language)
    whole = b"\n".join(tree(tmp_path).values()).decode("utf-8", "replace")
    assert len(secrets(number)) > 30
    assert [each for each in secrets(number) if each in whole] == []


@every_release
def test_it_reads_as_what_it_is(tmp_path: Path, number: str, language: str) -> None:
    folder = handed_out(tmp_path, number, language)
    read = read_release(folder)
    about = (read.number, read.seed, read.course, read.language, read.deadline)
    assert about == (number, "autumn", "Helping", language, DEADLINE)
    source = next(each for each in FOLDERS if each.name == folder.name)
    assert read.exercise == load_exercise(source, language)


def test_the_deadline_goes_along_with_its_offset_and_zone(tmp_path: Path) -> None:
    zone = ZoneInfo("Europe/Amsterdam")
    placed = replace(course(tmp_path), zone=zone)
    out = release(placed, "01", "en", tmp_path / "out").folder
    text = (out / "release.toml").read_text("utf-8")
    assert text.endswith('deadline = 2026-12-04T17:00:00+01:00\ntimezone = "Europe/Amsterdam"\n')
    read = read_release(out)
    assert (read.deadline, read.zone) == (DEADLINE, "Europe/Amsterdam")
    assert read_release(handed_out(tmp_path)).zone == ""


def test_a_zone_that_is_no_text_is_refused(tmp_path: Path) -> None:
    out = handed_out(tmp_path)
    with (out / "release.toml").open("a") as file:
        file.write("timezone = 3\n")
    with pytest.raises(ContentError, match=r"release\.toml timezone: expected a text, got 3"):
        read_release(out)


def test_what_else_lies_in_the_source_stays_there(tmp_path: Path) -> None:
    source = own_exercise(tmp_path)
    plain = tree(again(tmp_path).folder)
    for name in ("answers.txt", "key.toml.bak", "text/key.toml", "text/de.toml.orig", "x/y.toml"):
        (source / name).parent.mkdir(exist_ok=True)
        (source / name).write_text("secret")
    (source / "text/key.toml").unlink()
    shutil.rmtree(tmp_path / "out")
    assert tree(again(tmp_path).folder) == plain


def test_what_running_the_notebook_left_behind_stays_there(tmp_path: Path) -> None:
    source = own_exercise(tmp_path) / "nl.ipynb"
    plain = tree(again(tmp_path).folder)
    ran = json.loads(source.read_text("utf-8"))
    ran["metadata"]["widgets"] = {"state": "secret"}
    for cell in ran["cells"]:
        cell["metadata"]["execution"] = {"told": "secret"}
        if cell["cell_type"] == "code":
            cell |= {"execution_count": 3, "outputs": [{"output_type": "secret"}]}
    source.write_text(json.dumps(ran), "utf-8")
    assert tree(again(tmp_path).folder) == plain


def test_what_is_for_elsewhere_still_says_so(tmp_path: Path) -> None:
    (notebook,) = again(tmp_path).folder.glob("*.ipynb")
    cells = json.loads(notebook.read_text("utf-8"))["cells"]
    tags = {cell["id"]: cell["metadata"]["tags"] for cell in cells if "tags" in cell["metadata"]}
    assert tags == {"elsewhere": ["elsewhere"]}


def test_the_same_course_makes_the_same_bytes(tmp_path: Path) -> None:
    each, two = tmp_path / "one", tmp_path / "two"
    for root in (each, two):
        handed_out(root)
    assert tree(each) == tree(two)


def test_a_second_time_writes_nothing(tmp_path: Path) -> None:
    first = again(tmp_path)
    assert first.written == first.files
    assert len(first.files) == 5
    assert again(tmp_path).written == ()


def test_what_a_killed_release_did_not_write_is_written_by_the_next(tmp_path: Path) -> None:
    archive = again(tmp_path).archive
    whole = archive.read_bytes()
    archive.unlink()
    assert again(tmp_path).written == (archive,)
    assert archive.read_bytes() == whole


def test_a_release_that_differs_stays_and_nothing_is_written(tmp_path: Path) -> None:
    again(tmp_path)
    (tmp_path / "out/01-what-is-help/text/nl.toml").unlink()
    before = tree(tmp_path)
    other = replace(course(tmp_path), seed="spring")
    with pytest.raises(CourseError, match=r"release\.toml already exists and differs"):
        release(other, "01", "nl", tmp_path / "out")
    assert tree(tmp_path) == before


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    assert len(again(tmp_path, dry_run=True).written) == 5
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("title", ['He said "help" \\ and left', "Ünïcode ✓", "a = 1 # no"])
def test_any_title_comes_back_as_it_was(tmp_path: Path, title: str) -> None:
    named = replace(course(tmp_path), title=title, seed=title)
    read = read_release(release(named, "01", "nl", tmp_path).folder)
    assert (read.course, read.seed) == (title, title)


def test_what_cannot_be_released_is_said(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="must be one of en, nl, got 'fr'"):
        release(course(tmp_path), "01", "fr", tmp_path)
    source = own_exercise(tmp_path)
    (source / "nl.ipynb").unlink()
    with pytest.raises(CourseError, match=r"nl\.ipynb does not exist"):
        again(tmp_path)
    for text in ("[]", "{", '{"cells": [3], "metadata": {}}', '{"cells": [{}]}'):
        (source / "nl.ipynb").write_text(text)
        with pytest.raises(CourseError, match=r"nl\.ipynb is not a notebook of format 4"):
            again(tmp_path)
    (source / "items.toml").write_text("[classify]\n")
    with pytest.raises(ContentError, match=r"01-what-is-help/items\.toml \[classify\] kind"):
        again(tmp_path)
    assert not (tmp_path / "out").exists()


def test_on_the_command_line(course: Path, tmp_path: Path) -> None:
    assert 'seed = "autumn"' in COURSE
    command = [sys.executable, "-m", "helpkit", "release", "01", "--course", str(course)]
    command += ["--language", "nl", "--to", str(tmp_path / "out")]

    def run(*more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*command, *more], capture_output=True, text=True, check=False)

    tried = run("--dry-run")
    assert tried.returncode == 0
    assert tried.stdout.count("Would write") == 5
    assert not (tmp_path / "out").exists()
    done = run()
    assert (done.returncode, done.stdout.count("Wrote")) == (0, 5)
    archive = tmp_path / "out" / "01-what-is-help.zip"
    assert done.stdout.splitlines()[-1] == f"Exercise 01: give students {archive}."
    assert run().stdout == f"Exercise 01: give students {archive}, which already exists.\n"
    archive.write_bytes(b"")
    refused = run()
    assert refused.returncode == 2
    assert "zip already exists and differs" in refused.stderr
