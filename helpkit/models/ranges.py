"""What a parameter may be, said in one form."""

from helpkit.errors import OutOfRangeError

__all__ = ["within"]


def within(name: str, value: float, low: float, high: float) -> None:
    """Refuse a value outside of [low, high], and what is no number.

    Raises:
        OutOfRangeError: with what came and what was expected.
    """
    if not low <= value <= high:
        raise OutOfRangeError(f"{name} must be in [{low:g}, {high:g}], got {value:g}")
