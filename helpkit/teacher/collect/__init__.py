"""What a class handed in: found in any download, matched with the roster, kept whole."""
