"""YAML ⇄ nouns."""
