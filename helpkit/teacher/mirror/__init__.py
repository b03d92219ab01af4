"""The class in a mirror: where it divides, so that it can talk about it. Shows no key."""
