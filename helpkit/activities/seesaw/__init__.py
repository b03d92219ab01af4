"""Two people on a see-saw: `tilt` is where they begin, `gap` what both like best."""
