"""A conversation on a stage, as helper and as client; `scene` is its id."""
