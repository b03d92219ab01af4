"""The `helpkit decide` commands: what a teacher decides about one submission or one student."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpkit.cli.options import HERE, CourseFolder, ExerciseNumber
from helpkit.teacher.course.decisions import Decision, Decisions, Kind

if TYPE_CHECKING:
    from helpkit.teacher.course.course import Course

__all__ = ["decide"]

decide = typer.Typer(
    help="Decide about one submission or one student; it is kept with its reason.",
    no_args_is_help=True,
)

Submission = Annotated[
    str, typer.Argument(help="The first letters of its sha256, or its source, as collect shows it.")
]
Student = Annotated[str, typer.Argument(help="The student's id in the roster.")]
Reason = Annotated[str, typer.Option("--reason", help="Why; it is kept and shown.")]
Moment = Annotated[str, typer.Argument(help="A day and a time, such as 2026-12-04T17:00.")]


@decide.command("owner")
def owner(
    exercise: ExerciseNumber,
    submission: Submission,
    student: Student,
    reason: Reason,
    folder: CourseFolder = HERE,
) -> None:
    """Say whose a submission is."""

    def decision(course: "Course") -> Decision:
        return replace(_about(course, exercise, submission, reason), student=student)

    _decide(folder, exercise, decision)


@decide.command("leave-out")
def leave_out(
    exercise: ExerciseNumber, submission: Submission, reason: Reason, folder: CourseFolder = HERE
) -> None:
    """Say that a submission counts for nobody."""

    def decision(course: "Course") -> Decision:
        return replace(_about(course, exercise, submission, reason), left_out=True)

    _decide(folder, exercise, decision)


@decide.command("handed-in-at")
def handed_in_at(
    exercise: ExerciseNumber,
    submission: Submission,
    moment: Moment,
    reason: Reason,
    folder: CourseFolder = HERE,
) -> None:
    """Say when a submission was handed in."""
    from helpkit.teacher.collect.decide import moment_of

    def decision(course: "Course") -> Decision:
        about = _about(course, exercise, submission, reason)
        return replace(about, at=moment_of(moment, course))

    _decide(folder, exercise, decision)


@decide.command("extension")
def extension(
    exercise: ExerciseNumber,
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
    exercise: ExerciseNumber,
    student: Student,
    points: Annotated[float, typer.Argument(help="As the course counts them.", min=0)],
    reason: Reason,
    folder: CourseFolder = HERE,
) -> None:
    """Set the points of one student by hand."""
    decision = Decision(exercise, reason, student=student, points=points)
    _decide(folder, exercise, lambda course: decision)


@decide.command("withdraw")
def withdraw(
    kind: Annotated[Kind, typer.Argument(help="What kind of decision.")],
    exercise: ExerciseNumber,
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
        course.rules(exercise)  # refuses an exercise that the course does not have
    lines = [*_list(course, exercise)]
    for line in lines or ["No decisions."]:
        print(line)


def _about(course: "Course", exercise: str, submission: str, reason: str) -> Decision:
    """A decision about a submission, which does not say yet what is decided."""
    from helpkit.teacher.collect.collection import read_index
    from helpkit.teacher.collect.decide import named

    course.rules(exercise)
    start = named(read_index(course, exercise), submission, exercise).start
    return Decision(exercise, reason, start)


def _decide(folder: Path, exercise: str, decision_in: "Callable[[Course], Decision]") -> None:
    """Keep a decision, and say in one line what counts now and what to do next."""
    from helpkit.teacher.collect.collection import collected
    from helpkit.teacher.collect.decide import changes, decide
    from helpkit.teacher.course.course import read_course
    from helpkit.teacher.course.lock import alone

    with alone(read_course(folder).root):
        before = read_course(folder)
        before.rules(exercise)
        decision = decision_in(before)
        after = decide(before, decision)
    sentence = f"Exercise {exercise}: {_describe(decision, after)}"
    if Kind.POINTS in decision.kinds:  # they count without being graded again
        print(f"{sentence}. Next:  helpkit gradebook {exercise}")
        return
    counting = (collected(course, exercise).counting for course in (before, after))
    effect = "; ".join(changes(*counting)) or "what counts stays the same"
    print(f"{sentence}; {effect}. Next:  helpkit grade {exercise}")


def _list(course: "Course", exercise: str | None) -> Iterator[str]:
    from helpkit.exercises.submission.display import shown
    from helpkit.teacher.course.clock import spoken

    for number, decision in enumerate(course.decisions, start=1):
        if exercise in (None, decision.exercise):
            made = decision.made
            moment = f" ({spoken(made.isoformat(), course.zone)})" if made else ""
            facts = f"{_describe(decision, course)}{moment}"
            status = _status(course.decisions, decision)
            reason = shown(decision.reason, 400)
            yield f"{number}. Exercise {decision.exercise}: {facts}{status}: {reason}"


def _status(decisions: Decisions, decision: Decision) -> str:
    return "" if decision.withdrawn or decisions.holds(decision) else ", no longer stands"


def _describe(decision: Decision, course: "Course") -> str:
    """A decision without its reason."""
    from helpkit.teacher.course.clock import spoken

    about = decision.submission[:8] or decision.student
    if decision.withdrawn:
        return f"{about}: {decision.withdrawn} withdrawn"
    if moment := decision.until or decision.at:
        what = "extension until" if decision.until else "handed in at"
        return f"{about}: {what} {spoken(moment.isoformat(), course.zone)}"
    if decision.points is not None:
        full = course.rules(decision.exercise).points
        return f"{about}: {decision.points:g} of {full:g} points by hand"
    return f"{about}: left out" if decision.left_out else f"{about} is that of {decision.student}"
