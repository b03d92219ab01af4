"""The teacher's side: what a class hands in is read, never run."""

__all__: list[str] = []
