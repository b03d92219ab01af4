"""A sum of squares that depends on three numbers, and where it is lowest."""

from dataclasses import dataclass
from operator import mul

from helpkit.errors import OutOfRangeError

__all__ = ["Quadratic", "Vector", "squared"]

Vector = tuple[float, float, float]
SINGULAR = 1e-12


@dataclass(frozen=True)
class Quadratic:
    """b -> b' matrix b + 2 vector b + constant, for b of three numbers; the matrix is symmetric."""

    matrix: tuple[Vector, Vector, Vector]
    vector: Vector
    constant: float

    def at(self, b: Vector) -> float:
        """Its value; rounding never makes a sum of squares negative."""
        e, p, a = b
        one, two, three = self.matrix
        u, v, w = self.vector
        value = self.constant + one[0] * e * e + two[1] * p * p + three[2] * a * a
        value += 2 * (e * (u + one[1] * p + one[2] * a) + p * (v + two[2] * a) + a * w)
        return max(0.0, value)

    def lowest(self) -> Vector:
        """The b with the lowest value, by Cramer's rule.

        Raises:
            OutOfRangeError: when there is a whole line of them.
        """
        one, two, three = self.matrix
        right = (-self.vector[0], -self.vector[1], -self.vector[2])
        size = _volume(one, two, three)
        if size <= SINGULAR:
            raise OutOfRangeError(
                f"the equations must tell one act from another, got a determinant of {size:g}"
            )
        return (
            _volume(right, two, three) / size,
            _volume(one, right, three) / size,
            _volume(one, two, right) / size,
        )


def squared(columns: tuple[tuple[float, ...], ...], start: tuple[float, ...]) -> Quadratic:
    """The length, squared, of start + b1 column1 + b2 column2 + b3 column3."""
    one, two, three = columns
    return Quadratic(
        matrix=(_dots(one, columns), _dots(two, columns), _dots(three, columns)),
        vector=_dots(start, columns),
        constant=_dot(start, start),
    )


def _dots(one: tuple[float, ...], columns: tuple[tuple[float, ...], ...]) -> Vector:
    return _dot(one, columns[0]), _dot(one, columns[1]), _dot(one, columns[2])


def _dot(one: tuple[float, ...], two: tuple[float, ...]) -> float:
    total: float = sum(map(mul, one, two))
    return total


def _volume(one: Vector, two: Vector, three: Vector) -> float:
    """The determinant of three columns."""
    return (
        one[0] * (two[1] * three[2] - two[2] * three[1])
        + one[1] * (two[2] * three[0] - two[0] * three[2])
        + one[2] * (two[0] * three[1] - two[1] * three[0])
    )
