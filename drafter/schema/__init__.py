"""Schemas (JSON Schema, draft-07) of the files that people write, for editors and for whoever reads such files."""
