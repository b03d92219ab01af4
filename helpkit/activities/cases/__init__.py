"""Stories to diagnose; without `cases`, every story that is not core."""
