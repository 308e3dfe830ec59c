"""The facts of a speech: where they stand in it, of what kind they are, and what a person would call them."""
