"""What a strict editor sees in a finished text: one reading of it, and the rules that stand on that reading."""
