"""Lines without roles → a manuscript, with what was cut, mended and doubted."""

from __future__ import annotations

from drafter.recognise.recognise import recognise

__all__ = ["recognise"]
