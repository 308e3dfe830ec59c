"""A pack: a folder of blueprints, fragments and styles."""

from __future__ import annotations

from msgspec import Struct


class Pack(Struct, frozen=True, kw_only=True):
    """What a pack says of itself in `pack.yaml`."""

    name: str
    """The name by which `pack/blueprint` asks for what is in it; its folder's name."""
    version: str = ""
    """Its version, as its author counts."""
    language: str = "zh"
    """The tongue of its prose."""
    description: str = ""
    """What it is for, in a sentence."""


class Fragment(Struct, frozen=True, kw_only=True):
    """A passage kept apart, to be used in several blueprints."""

    name: str
    """The name by which `use` calls it."""
    title: str
    """What it is called in lists."""
    move: str = ""
    """The rhetorical work that it does."""
    register: str = ""
    """How it sounds: 平实, 严肃, 热烈 …"""
    slots: tuple[str, ...] = ()
    """The slots that it asks for."""
