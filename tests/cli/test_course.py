"""A course from `helpkit course new` to `helpkit feedback`."""

from pathlib import Path

from tests.cli.samples import Run, is_one_line
from tests.teacher.samples import handed


def test_a_course_is_made_filled_in_and_its_hand_ins_collected(run: Run, tmp_path: Path) -> None:
    done = run("course", "new", "mine", "--language", "nl")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Fill in mine/course.toml and mine/roster.csv, and check them:  helpkit course check mine\n"
    )
    assert run("course", "new", "mine").returncode == 2
    done = run("course", "check", "mine")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == "roster.csv holds only a header; expected lines below it\n"
    with (tmp_path / "mine" / "roster.csv").open("a", encoding="utf-8") as file:
        file.write("s1,Jan de Vries,,\ns2,Zoë Jansen,,\n")
    done = run("course", "check", "mine")
    assert (done.returncode, done.stdout) == (0, "Helpen: no faults; students 2, exercises 01.\n")
    (tmp_path / "downloads").mkdir()
    late = handed("s1", "2024-12-05T10:00:00.000Z")
    (tmp_path / "downloads" / "01-handin-s1.zip").write_bytes(late)
    rules = tmp_path / "mine" / "course.toml"
    rules.write_text(rules.read_text("utf-8").replace("2026-12-04", "2024-12-04"), "utf-8")
    done = run("collect", "01", "downloads", "--course", "mine", "--dry-run")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "s1: late according to the student's clock (2024-12-05 11:00 CET); counts\n"
        "Nothing from: s2\n"
        "Exercise 01: submissions 1, students 1, unmatched 0, refused 0; copies to make 1.\n"
    )
    assert not (tmp_path / "mine" / "collected").exists()
    assert run("collect", "01", "downloads", "--course", "mine").returncode == 0


def test_a_class_is_graded_and_given_back(run: Run, tmp_path: Path) -> None:
    run("course", "new", "mine")
    (tmp_path / "mine" / "roster.csv").write_text("student,name\ns1,Jan\n", "utf-8")
    (tmp_path / "downloads").mkdir()
    (tmp_path / "downloads" / "01-handin-s1.zip").write_bytes(handed("s1"))
    for command in (["collect", "01", "downloads"], ["grade", "01"]):
        assert run(*command, "--course", "mine").returncode in (0, 1)
    for command in (["gradebook", "01", "--format", "csv"], ["feedback", "01"]):
        done = run(*command, "--course", "mine")
        assert (done.returncode, done.stderr) == (1, "")
        assert "Still to be marked: 1, from s1" in done.stdout
    assert {path.name for path in (tmp_path / "mine" / "graded" / "01").iterdir()} == {
        "results.jsonl",
        "gradebook-csv.csv",
    }
    assert (tmp_path / "mine" / "feedback" / "01" / "01-feedback-s1.html").exists()
    assert is_one_line(run("gradebook", "01", "--format", "xls", "--course", "mine").stderr)


def test_collect_lists_what_it_cannot_take(run: Run, tmp_path: Path) -> None:
    run("course", "new", "mine")
    with (tmp_path / "mine" / "roster.csv").open("a", encoding="utf-8") as file:
        file.write("s1,Jan de Vries,,\n")
    (tmp_path / "01-handin-s1.zip").write_bytes(b"junk")
    (tmp_path / "01-handin-s7.zip").write_bytes(handed("s7"))
    done = run("collect", "01", ".", "--course", "mine")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == (
        "Unmatched: 01-handin-s7.zip: typed s7: no student on the roster has this id, name or "
        "number\n"
        "Refused: 01-handin-s1.zip (s1): this is not a readable zip (File is not a zip "
        "file)\n"
        "Nothing from: s1\n"
        "Exercise 01: submissions 0, students 0, unmatched 1, refused 1; new copies 1.\n"
    )


def test_collect_without_a_course_is_told_how_to_make_one(run: Run) -> None:
    done = run("collect", "01", ".")
    assert done.returncode == 2
    assert "course.toml does not exist: create it with  helpkit course new ." in done.stderr
