"""`python -m helpkit` is the `helpkit` command."""

from helpkit.cli.main import main

main()
