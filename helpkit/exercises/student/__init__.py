"""Who the student is, and what there is to do."""
