"""An evening of favours between two people, move by move; then the knobs of the ledger."""
