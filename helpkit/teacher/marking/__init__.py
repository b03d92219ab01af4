"""Where a teacher reads: texts without names, marks, how far markers agree, the mirror."""
