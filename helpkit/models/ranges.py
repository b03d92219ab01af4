"""What a parameter may be, always said in the same form."""

from helpkit.errors import OutOfRangeError

__all__ = ["within"]


def within(name: str, value: float, low: float, high: float) -> None:
    """Refuse a value outside [low, high], and anything that is not a number.

    Raises:
        OutOfRangeError: it says what came and what was expected.
    """
    if not low <= value <= high:
        raise OutOfRangeError(f"{name} must be in [{low:g}, {high:g}], got {value:g}")
