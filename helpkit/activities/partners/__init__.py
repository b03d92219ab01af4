"""Partners without a name, some rounds with each, and then who they were."""
