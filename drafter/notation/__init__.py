"""YAML ⇄ nouns. The only room that knows yaml."""
