"""Every prediction of the course so far, and how far being sure went with being right."""
