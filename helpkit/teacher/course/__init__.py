"""The files of a course that a teacher writes, and what is handed out."""
