"""`python -m helpkit` is the `helpkit` command."""

from helpkit.cli import main

main()
