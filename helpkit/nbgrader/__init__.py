"""The way to and from nbgrader: its `source` folder is filled, its autograder reads and never runs.

Only `helpkit.nbgrader.preprocessor` imports nbgrader, which loads it by the name in its
configuration.
"""
