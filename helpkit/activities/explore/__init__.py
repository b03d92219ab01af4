"""A model to play with; `model` is a name of `explore.pictures.explorations`."""
