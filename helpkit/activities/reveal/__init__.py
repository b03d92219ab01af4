"""See what came out, beside what was guessed."""
