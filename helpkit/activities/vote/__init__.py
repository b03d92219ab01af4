"""A question with several defensible answers, voted on before and after a talk."""
