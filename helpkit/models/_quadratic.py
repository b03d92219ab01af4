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
        row_e, row_p, row_a = self.matrix
        u, v, w = self.vector
        value = self.constant + row_e[0] * e * e + row_p[1] * p * p + row_a[2] * a * a
        value += 2 * (e * (u + row_e[1] * p + row_e[2] * a) + p * (v + row_p[2] * a) + a * w)
        return max(0.0, value)

    def lowest(self) -> Vector:
        """The b with the lowest value, by Cramer's rule.

        Raises:
            OutOfRangeError: when there is a whole line of them.
        """
        first, second, third = self.matrix
        right = (-self.vector[0], -self.vector[1], -self.vector[2])
        size = _volume(first, second, third)
        if size <= SINGULAR:
            raise OutOfRangeError(
                f"the equations must tell one act from another, got a determinant of {size:g}"
            )
        return (
            _volume(right, second, third) / size,
            _volume(first, right, third) / size,
            _volume(first, second, right) / size,
        )


def squared(columns: tuple[tuple[float, ...], ...], start: tuple[float, ...]) -> Quadratic:
    """The length, squared, of start + b1 column1 + b2 column2 + b3 column3."""
    first, second, third = columns
    return Quadratic(
        matrix=(_dots(first, columns), _dots(second, columns), _dots(third, columns)),
        vector=_dots(start, columns),
        constant=_dot(start, start),
    )


def _dots(column: tuple[float, ...], columns: tuple[tuple[float, ...], ...]) -> Vector:
    return _dot(column, columns[0]), _dot(column, columns[1]), _dot(column, columns[2])


def _dot(left: tuple[float, ...], right: tuple[float, ...]) -> float:
    total: float = sum(map(mul, left, right))
    return total


def _volume(first: Vector, second: Vector, third: Vector) -> float:
    """The determinant of three columns."""
    return (
        first[0] * (second[1] * third[2] - second[2] * third[1])
        + first[1] * (second[2] * third[0] - second[0] * third[2])
        + first[2] * (second[0] * third[1] - second[1] * third[0])
    )
