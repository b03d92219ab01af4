"""Play a conversation to the ending that is asked for."""
