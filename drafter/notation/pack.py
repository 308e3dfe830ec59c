"""YAML → Pack, Fragment."""

from __future__ import annotations

from msgspec.structs import replace

from drafter.language import TONGUES
from drafter.model.blueprint import Blueprint
from drafter.model.pack import Fragment, Pack
from drafter.notation.fragment import KEYS as FRAGMENT_KEYS
from drafter.notation.inherit import Fetch, alone
from drafter.notation.nodes import CONTENT
from drafter.notation.reader import Reader
from drafter.problem import Place, Problem, has_errors, in_order
from drafter.yamltext import tree
from drafter.yamltext.tree import Document, Mapping, Scalar, is_empty

PACK_KEYS = ("drafter", "name", "version", "language", "description")


def read_pack(doc: Document, folder: str) -> tuple[Pack | None, tuple[Problem, ...]]:
    """What `pack.yaml` says, None if it has an error, and every problem in it."""
    root, reader = doc.root, Reader(doc.file)
    reader.begin(doc.problems)
    if not isinstance(root, Mapping):
        reader.map_due(root or Scalar("", Place(doc.file), "", 0, 0), "pack")
        return None, in_order(reader.problems)
    got = reader.entries(root, PACK_KEYS, "pack")
    reader.version(got, root.place, "pack")
    said = {key: reader.text(node, key) or "" for key, (_, node) in got.items()}
    if not said.get("name"):
        reader.report("missing-key", root.place, name="name", of="pack")
    elif said["name"] != folder:
        reader.report("pack-name", got["name"][1].place, name=said["name"], folder=folder)
    if said.get("language"):
        reader.one_of(got["language"][1], "language", TONGUES)
    found = in_order(reader.problems)
    if has_errors(found):
        return None, found
    return Pack(
        name=folder,
        version=said.get("version", ""),
        language=said.get("language") or "zh",
        description=said.get("description", ""),
    ), found


def read_fragment(doc: Document, name: str, fetch: Fetch = alone) -> tuple[Fragment | None, tuple[Problem, ...]]:
    """What a fragment says of itself, None if it has an error, and every problem in it."""
    blueprint, found = read_as_blueprint(doc, name, fetch)
    if blueprint is None or not isinstance(doc.root, Mapping):
        return None, found
    register = doc.root.get("register")
    return Fragment(
        name=name,
        title=blueprint.title,
        move=next((node.move for node in blueprint.emphases), ""),
        register=register.text if isinstance(register, Scalar) else "",
        slots=blueprint.asked,
    ), found


def read_as_blueprint(doc: Document, name: str, fetch: Fetch = alone) -> tuple[Blueprint | None, tuple[Problem, ...]]:
    """What a fragment becomes: a blueprint that has its slots, and it as its one node; None if it has an error."""
    from drafter.notation.blueprint import read_blueprint

    root, reader = doc.root, Reader(doc.file)
    if not isinstance(root, Mapping) or has_errors(doc.problems):
        reader.begin(doc.problems)
        if root is None or is_empty(root) or not isinstance(root, Mapping):
            reader.map_due(root or Scalar("", Place(doc.file), "", 0, 0), "fragment")
        return None, in_order(reader.problems)
    reader.entries(
        root, (*FRAGMENT_KEYS, "when", *(key for kind in CONTENT for key in CONTENT[kind] if key != "use")), "fragment"
    )
    blueprint, found = read_blueprint(replace(doc, root=_as_blueprint(root, name)), name, fetch)
    every = in_order((*reader.problems, *found))
    return (None if has_errors(every) else blueprint), every


def _as_blueprint(root: Mapping, name: str) -> Mapping:
    """The blueprint whose one node is the fragment."""

    def key(text: str) -> Scalar:
        return Scalar(text, root.place, "", 0, 0)

    node = tuple((k, v) for k, v in root.entries if k.text == "move" or k.text not in FRAGMENT_KEYS)
    emphases = tree.Sequence((Mapping(((key("id"), key(name)), *node), root.place),), root.place)
    title = root.get("title") or key(name)
    speech = Mapping(((key("title"), title), (key("emphases"), emphases)), root.place)
    own = tuple((k, v) for k, v in root.entries if k.text in ("drafter", "title", "summary", "slots"))
    return Mapping((*own, (key("speech"), speech)), root.place)
