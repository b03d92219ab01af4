"""The `helpkit` command: one file per command or family of commands."""
