"""Bytes of text formats → Sheet, and what all readers share."""
