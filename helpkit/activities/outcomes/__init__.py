"""What came of an activity, for all that reads across activities: recap, guesses, mirror.

An activity imports no other one. What it needs of another is asked for here, and here alone the
dataclasses of several kinds meet; no widget is known.
"""
