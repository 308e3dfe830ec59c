"""The nouns: frozen data that do nothing."""
