"""Lines without roles → a manuscript, with what was cut, mended and doubted."""

from __future__ import annotations

from drafter.recognition.recognise import recognise

__all__ = ["recognise"]
