"""Every id under which an answer is graded can be recorded in a journal."""

from pathlib import Path

import pytest

from helpkit.journal.event import check_id
from tests.exercises.samples import FOLDERS, reference


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_journal_takes_the_id_of_every_answer(folder: Path) -> None:
    for part, answers in reference(folder).items():
        check_id("activity", part)
        for item in answers:
            check_id("item", item)
