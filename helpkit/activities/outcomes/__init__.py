"""What came of an activity, for all that reads across activities: recap, guesses, mirror."""
