"""The course of the teacher's tests serves here too."""

from tests.teacher.conftest import course

__all__ = ["course"]
