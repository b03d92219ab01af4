"""To and from nbgrader: its `source` folder is filled, and its autograder reads and never runs.

Only `helpkit.teacher.nbgrader.preprocessor` imports nbgrader, which loads it by the name in its
configuration.
"""
