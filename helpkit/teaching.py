"""What the `helpkit` command can do for a teacher."""

__all__: list[str] = []
