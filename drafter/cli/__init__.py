"""The command line: arguments → files → one call → report."""
