"""Many speeches from the rows of a table, or from the briefs of a folder."""
