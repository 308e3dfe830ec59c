"""What keys mean: the sentences under the fields of the nouns, in the language of whoever reads them."""

from __future__ import annotations

import ast
import gettext
import inspect
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

Say = Callable[[str], str]
"""A sentence of ours → the same in the reader's language."""


@cache
def sentences(noun: type) -> Mapping[str, str]:
    """The sentence under each field of a noun and of what it is built on, as the model's source has it."""
    found: dict[str, str] = {}
    for base in (one for one in reversed(noun.__mro__) if one.__module__.startswith("drafter.")):
        body = ast.parse(inspect.getsource(base)).body[0]
        assert isinstance(body, ast.ClassDef)
        for field, said in zip(body.body, body.body[1:], strict=False):
            if isinstance(field, ast.AnnAssign) and isinstance(said, ast.Expr) and isinstance(said.value, ast.Constant):
                found[ast.unparse(field.target)] = str(said.value.value)
    return found


@cache
def spoken(language: str) -> Say:
    """The words of a language, whatever the language of this machine: schemas are the same everywhere."""
    folder = Path(__file__).parent.parent / "locale"
    names = sorted(path.name for path in folder.glob(f"{language}*"))
    return gettext.translation("drafter", str(folder), names or [language], fallback=True).gettext
