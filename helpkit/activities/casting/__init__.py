"""Who does what to whom, up to six times, and what each act does to the scene."""
