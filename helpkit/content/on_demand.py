"""What is read from a file when somebody asks for it; most of a course is not needed at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TypeVar

__all__ = ["OnDemand"]

V = TypeVar("V", covariant=True)


class OnDemand(Mapping[str, V]):
    """Values by key; each is read the first time it is needed.

    Args:
        keys: in their order.
        read: reads the value of one key.
    """

    def __init__(self, keys: Iterable[str], read: Callable[[str], V]) -> None:
        self._keys, self._read = tuple(keys), cache(read)

    def __getitem__(self, key: str) -> V:
        """Read it, the first time.

        Raises:
            KeyError: there is no such key.
            ContentError: its file does not hold what it should.
        """
        if key not in self._keys:
            raise KeyError(key)
        return self._read(key)

    def __contains__(self, key: object) -> bool:
        """Whether there is such a key; nothing is read for that."""
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        """The keys, in order."""
        return iter(self._keys)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._keys)
