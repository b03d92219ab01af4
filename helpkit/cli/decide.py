"""The `helpkit decide` commands: what a teacher decides about one submission or one student."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpkit.teacher.course.decisions import Decision, Decisions, Kind

if TYPE_CHECKING:
    from helpkit.teacher.course.course import Course

__all__ = ["decide"]

HERE = Path(".")

decide = typer.Typer(
    help="Decide about one submission or one student; it is kept with its reason.",
    no_args_is_help=True,
)

Number = Annotated[str, typer.Argument(help="The number of the exercise, such as 01.")]
Submission = Annotated[
    str, typer.Argument(help="The first letters of its sha256, or its source, as collect shows it.")
]
Student = Annotated[str, typer.Argument(help="The student's id in the roster.")]
Reason = Annotated[str, typer.Option("--reason", help="Why; it is kept and shown.")]
CourseFolder = Annotated[Path, typer.Option("--course", help="The folder of the course.")]
Moment = Annotated[str, typer.Argument(help="A day and a time, such as 2026-12-04T17:00.")]


@decide.command("owner")
def owner(
    exercise: Number,
    submission: Submission,
    student: Student,
    reason: Reason,
    folder: CourseFolder = HERE,
) -> None:
    """Say whose a submission is."""
    _decide(
        folder,
        exercise,
        lambda course: Decision(
            exercise, reason, _named(course, exercise, submission), student=student
        ),
    )


@decide.command("leave-out")
def leave_out(
    exercise: Number, submission: Submission, reason: Reason, folder: CourseFolder = HERE
) -> None:
    """Say that a submission counts for nobody."""
    _decide(
        folder,
        exercise,
        lambda course: Decision(
            exercise, reason, _named(course, exercise, submission), left_out=True
        ),
    )


@decide.command("handed-in-at")
def handed_in_at(
    exercise: Number,
    submission: Submission,
    moment: Moment,
    reason: Reason,
    folder: CourseFolder = HERE,
) -> None:
    """Say when a submission was handed in."""
    from helpkit.teacher.collect.decide import moment_of

    _decide(
        folder,
        exercise,
        lambda course: Decision(
            exercise,
            reason,
            _named(course, exercise, submission),
            at=moment_of(moment, course),
        ),
    )


@decide.command("extension")
def extension(
    exercise: Number,
    student: Student,
    until: Moment,
    reason: Reason,
    folder: CourseFolder = HERE,
) -> None:
    """Give one student a later deadline."""
    from helpkit.teacher.collect.decide import extended

    _decide(folder, exercise, lambda course: extended(course, exercise, student, until, reason))


@decide.command("points")
def points(
    exercise: Number,
    student: Student,
    points: Annotated[float, typer.Argument(help="As the course counts them.", min=0)],
    reason: Reason,
    folder: CourseFolder = HERE,
) -> None:
    """Set the points of one student by hand."""
    made = Decision(exercise, reason, student=student, points=points)
    _decide(folder, exercise, lambda course: made)


@decide.command("withdraw")
def withdraw(
    kind: Annotated[Kind, typer.Argument(help="What kind of decision.")],
    exercise: Number,
    about: Annotated[str, typer.Argument(help="The submission or the student it is about.")],
    reason: Reason,
    folder: CourseFolder = HERE,
) -> None:
    """Take a decision back; both stay in the file."""
    from helpkit.teacher.collect.decide import withdrawal

    _decide(folder, exercise, lambda course: withdrawal(course, kind, exercise, about, reason))


@decide.command("list")
def show(
    exercise: Annotated[
        str | None, typer.Argument(help="The number of an exercise; by default all.")
    ] = None,
    folder: CourseFolder = HERE,
) -> None:
    """Show the decisions, in the order in which they were made."""
    from helpkit.teacher.course.course import read_course

    course = read_course(folder)
    if exercise:
        course.rules(exercise)
    lines = [*_listed(course, exercise)]
    for line in lines or ["No decisions."]:
        print(line)


def _named(course: "Course", exercise: str, submission: str) -> str:
    from helpkit.teacher.collect.collection import read_index
    from helpkit.teacher.collect.decide import named

    course.rules(exercise)
    return named(read_index(course, exercise), submission, exercise).start


def _decide(folder: Path, exercise: str, make: "Callable[[Course], Decision]") -> None:
    """Keep a decision, and say in one line what counts now and what to do next."""
    from helpkit.teacher.collect.collection import collected
    from helpkit.teacher.collect.decide import changes, decide
    from helpkit.teacher.course.course import read_course
    from helpkit.teacher.course.lock import alone

    with alone(read_course(folder).root):
        course = read_course(folder)
        course.rules(exercise)
        made = make(course)
        after = decide(course, made)
    said = f"Exercise {exercise}: {_said(made, after)}"
    if Kind.POINTS in made.kinds:  # they count without being graded again
        print(f"{said}. Next:  helpkit gradebook {exercise}")
        return
    counting = (collected(one, exercise).counting for one in (course, after))
    changed = "; ".join(changes(*counting))
    print(f"{said}; {changed or 'what counts stays the same'}. Next:  helpkit grade {exercise}")


def _listed(course: "Course", exercise: str | None) -> Iterator[str]:
    from helpkit.exercises.submission.display import shown
    from helpkit.teacher.course.clock import spoken

    for number, one in enumerate(course.decisions, start=1):
        if exercise in (None, one.exercise):
            made = f" ({spoken(one.made.isoformat(), course.zone)})" if one.made else ""
            stands = _standing(course.decisions, one)
            yield (
                f"{number}. Exercise {one.exercise}: {_said(one, course)}{made}{stands}: "
                f"{shown(one.reason, 400)}"
            )


def _standing(decisions: Decisions, one: Decision) -> str:
    return "" if one.withdrawn or decisions.stands(one) else ", no longer stands"


def _said(one: Decision, course: "Course") -> str:
    """A decision without its reason."""
    from helpkit.teacher.course.clock import spoken

    about = one.submission[:8] or one.student
    if one.withdrawn:
        return f"{about}: {one.withdrawn} withdrawn"
    if given := one.until or one.at:
        moment = spoken(given.isoformat(), course.zone)
        return f"{about}: {'extension until' if one.until else 'handed in at'} {moment}"
    if one.points is not None:
        return f"{about}: {one.points:g} of {course.rules(one.exercise).points:g} points by hand"
    return f"{about}: left out" if one.left_out else f"{about} is that of {one.student}"
