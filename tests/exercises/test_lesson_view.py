"""How an exercise is looked at stays with the student: nothing of it is handed in or counted."""

from base64 import b64decode
from pathlib import Path

from helpkit.exercises import submission as hand_in
from helpkit.exercises.submission.contents import origin_of
from helpkit.journal.lesson_view import LESSON_VIEW, work
from tests.activities.lesson_widget import event, look_around, on_disk
from tests.exercises.handed_out import handed_out, known, opened

PRESS = event("hand_in", "zip", "press")


def test_nothing_of_it_is_in_the_zip_and_the_zip_is_not_out_of_date(tmp_path: Path) -> None:
    folder = handed_out(tmp_path)
    for lesson in ("01", "exercise-01"):
        look_around(folder / "answers", lesson)
    button = known(folder).hand_in()
    button.handle(PRESS)
    before = button.state
    for lesson in ("01", "exercise-01"):
        look_around(folder / "answers", lesson)
    assert opened(folder).hand_in().state == before
    assert (before["private"], before["changed"]) == (0, False)
    read = hand_in.read(b64decode(before["latest"]["data"]))
    assert {each.activity for each in read.events} == {"start", "hand-in"}
    events = on_disk(folder / "answers")
    assert events[0].activity == LESSON_VIEW
    assert read.origin == origin_of(work(events), "01")
