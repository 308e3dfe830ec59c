"""`{{ expressions }}`: read by a grammar of our own, put together from functions of ours; no code is ever made or run."""
