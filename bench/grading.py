"""How fast is a class graded, and does it take more memory when the class is larger?

Run it with `python bench/grading.py [STUDENTS] [EXERCISE]`; without numbers it is 10,000 students
and exercise 01. Every student hands in 200 events out of a seed. The class is made, collected and
graded by the commands a teacher has, a tenth of the class first. The seconds of all processors tell
how much work it was, however busy the machine is; memory is that of the largest process.
"""

import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

from helpkit.content import load
from helpkit.content.files import FOLDER as WORDS_FOLDER
from helpkit.exercises import submission as hand_in
from helpkit.exercises.items import (
    ClassifyPart,
    ExerciseContent,
    LedgerPart,
    Part,
    PathsPart,
    ScenePart,
    load_exercise,
)
from helpkit.exercises.options import options
from helpkit.exercises.parts.ledger.evenings import BOTH, balance_id
from helpkit.exercises.progress import answer_id
from helpkit.exercises.sheet import TEXT, sheet
from helpkit.exercises.submission import exercise_lesson
from helpkit.journal import Event
from helpkit.journal.event import make

SEED = "bench"
EVENTS = 200
WORDS = ("then", "she", "said", "that", "it", "was", "nothing", "and", "I", "did", "not", "know")
COURSE = f"""title = "Bench"
language = "en"
seed = "{SEED}"
[exercises.{{exercise}}]
deadline = 2024-12-04T17:00:00+01:00
points = 10
"""
FOLDER = Path(__file__).parents[1] / "exercises"
CONTENT = load("en")
SCENE = (WORDS_FOLDER / "text" / "en" / "templates" / "scene.toml").read_text("utf-8")
"""Content is the same for all of the class."""


def make_class(root: Path, number: str, students: int) -> tuple[Path, Path]:
    """A course with its class, and the folder of what they hand in."""
    (folder,) = FOLDER.glob(f"{number}-*")
    exercise = load_exercise(folder, "en")
    course, downloads = root / "course", root / "downloads"
    course.mkdir(parents=True)
    downloads.mkdir()
    (course / "course.toml").write_text(COURSE.format(exercise=number), "utf-8")
    names = [f"s{at:05}" for at in range(students)]
    roster = "student,name\n" + "".join(f"{name},Student {name}\n" for name in names)
    (course / "roster.csv").write_text(roster, "utf-8")
    for name in names:
        path = downloads / hand_in.file_name(number, name)
        path.write_bytes(handed(exercise, name))
    return course, downloads


def handed(exercise: ExerciseContent, student: str) -> bytes:
    """What one student hands in: every answer once, and then changes of mind."""
    rng = random.Random(student)
    issued = {name: sheet(part, SEED, student) for name, part in exercise.parts.items()}
    spots = [spot for name, part in exercise.parts.items() for spot in spots_of(part, issued[name])]
    events = [event(exercise.lesson, spots[at % len(spots)], at, rng) for at in range(EVENTS)]
    flat = [item for items in issued.values() for item in items]
    return hand_in.make(
        events, exercise=exercise.lesson, student=student, language="en", issued=flat
    )


def spots_of(part: Part, issued: tuple[str, ...]) -> Iterator[tuple[Part, str, str]]:
    """Under which ids a part is answered, with the question of each."""
    match part:
        case ClassifyPart():
            for item in issued:
                for question in part.questions:
                    yield part, answer_id(part, item, question), question
        case LedgerPart():
            for name, evening in part.items.items():
                names = [balance_id(name, who) for who in BOTH]
                yield from (
                    (part, one, "") for one in ([name] if evening.asks == "thanks" else names)
                )
        case PathsPart():
            yield from ((part, name, "") for name in part.items)
        case _:
            yield from ((part, name, "") for name in getattr(part, "fields", {TEXT: None}))


def event(exercise: str, spot: tuple[Part, str, str], at: int, rng: random.Random) -> Event:
    """One answer, drawn."""
    part, item, question = spot
    kind = "reflection" if part.kind == "write" else "answer"
    stamp = f"2024-12-01T10:{at // 60:02}:{at % 60:02}.{rng.randrange(1000):03}Z"
    where = {"lesson": exercise_lesson(exercise), "activity": part.id, "item": item}
    return make(at=stamp, kind=kind, language="en", value=value(part, question, rng), **where)


def value(part: Part, question: str, rng: random.Random) -> Any:
    """An answer of the right form, right or wrong as it comes."""
    match part:
        case ClassifyPart():
            return rng.choice([*options(question, CONTENT)])
        case LedgerPart():
            return rng.randrange(-20, 20) / 2
        case PathsPart():
            return []
        case ScenePart():
            return SCENE
        case _:
            return " ".join(rng.choices(WORDS, k=60))


MEASURED = """
import json, resource, sys
from helpkit.cli.main import main
try:
    main()
except SystemExit as end:
    code = end.code
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
seconds = sum(one.ru_utime + one.ru_stime for one in used)
print(json.dumps([seconds, max(one.ru_maxrss for one in used)]))
sys.exit(code)
"""


def command(*arguments: object) -> tuple[float, float, float]:
    """Run `helpkit`: seconds, seconds of all processors, and MiB of its largest process."""
    start = perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *map(str, arguments)], capture_output=True, text=True
    )
    seconds = perf_counter() - start
    if done.returncode:
        raise SystemExit(done.stdout[-2000:] + done.stderr)
    processors, kibibytes = json.loads(done.stdout.splitlines()[-1])
    return seconds, processors, kibibytes / 1024


def bench(number: str, students: int) -> float:
    """Print what it takes; the MiB of grading."""
    with tempfile.TemporaryDirectory() as folder:
        course, downloads = make_class(Path(folder), number, students)
        commands = [("collect", number, downloads), ("grade", number)]
        for name, *arguments in commands:
            took, processors, memory = command(name, *arguments, "--course", course)
            print(
                f"{name:8}{students:7,} hand-ins of {EVENTS} events: {took:6.1f} s, "
                f"{students / took:6,.0f} a second, "
                f"processors {processors:6.1f} s, {memory:4.0f} MiB",
                flush=True,
            )
    return memory


def main(students: int = 10_000, number: str = "01") -> None:
    """A tenth of the class, and the class."""
    few, all_of_them = bench(number, students // 10), bench(number, students)
    each = (all_of_them - few) * 1024 / (students - students // 10)
    print(
        f"ten times the class takes {all_of_them / few:.2f} times the memory: {each:.1f} KiB each"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 10_000, *sys.argv[2:3])
