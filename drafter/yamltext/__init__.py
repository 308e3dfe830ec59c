"""A YAML text and proved edits of it. The only room that knows yaml, and it knows no noun of ours."""
