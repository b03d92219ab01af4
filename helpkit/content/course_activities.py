"""The activities of the whole course, of which a lesson needs its own."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from helpkit.content.activity import Activity

__all__ = ["CourseActivities"]


class CourseActivities(Mapping[str, Mapping[str, Activity]]):
    """The activities by lesson and id; those of a lesson are read when somebody asks for them.

    Args:
        lessons: their numbers.
        read: reads the activities of one lesson.
    """

    def __init__(
        self, lessons: Iterable[str], read: Callable[[str], Mapping[str, Activity]]
    ) -> None:
        self._lessons, self._read = tuple(lessons), cache(read)

    def __getitem__(self, lesson: str) -> Mapping[str, Activity]:
        """Read them, the first time.

        Raises:
            KeyError: there is no such lesson.
            ContentError: its file does not hold what it should.
        """
        if lesson not in self._lessons:
            raise KeyError(lesson)
        return self._read(lesson)

    def __contains__(self, lesson: object) -> bool:
        """Whether there is such a lesson; nothing is read for that."""
        return lesson in self._lessons

    def __iter__(self) -> Iterator[str]:
        """Their numbers, in order."""
        return iter(self._lessons)

    def __len__(self) -> int:
        """How many lessons there are."""
        return len(self._lessons)
