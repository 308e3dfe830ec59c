"""Numbers before headings and points, read by the Chinese table of enumerators."""

from __future__ import annotations

from drafter.language import TONGUES
from drafter.language.enumerators import reader
from drafter.language.numerals import HAN_NUMERALS, values

TABLE = TONGUES["zh"].schemes
ORDINALS = values(HAN_NUMERALS)
HAN = "".join(numeral for numeral in ORDINALS if len(numeral) == 1)
RANKS = {name: float(scheme.rank) for name, scheme in TABLE.items() if scheme.rank is not None}
"""How high headings stand; those of other schemes stand below them."""
numbered = reader("zh")
"""The enumerator that stands at an offset, and where the words after it begin."""
