"""The gallery: first pages of all examples. `make gallery` takes the pictures, `make accept` writes the page about them."""

from __future__ import annotations

import hashlib
import json
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from drafter.desk.draft import Draft, draft_file, write_draft
from drafter.desk.library import Library
from drafter.desk.summary import of_draft

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs/images/gallery"
TAKEN = PICTURES / "taken.json"
"""Of which draft each picture is, as a digest of its text."""
LOOK = ("45", "-gray")
ORDER = ("brief", "ordinary", "sparse")
"""A brief that gives nearly all, one as it comes in ordinary work, one of a few facts."""
HEAD = """# Gallery

First pages of the drafts of all examples, as `drafter draft examples/…/….yaml` makes them, by the occasions for which the blueprints are
(`drafter blueprint list` groups them so, `drafter new` asks for them). Every place, person and figure in them is invented.
"""


def examples() -> Iterator[Path]:
    """The briefs of the examples, those of one blueprint together, the fullest first."""
    for folder in sorted((ROOT / "examples").iterdir()):
        yield from (path for name in ORDER if (path := folder / f"{name}.yaml").exists())


def picture(brief: Path) -> Path:
    """Where the picture of an example is."""
    return PICTURES / f"{brief.parent.name}-{brief.stem}.png"


def drafts() -> dict[Path, Draft]:
    """The draft of every example."""
    library = Library()
    return {brief: draft_file(brief, library) for brief in examples()}


def digest(draft: Draft) -> str:
    """What tells one draft's text from another's."""
    return hashlib.sha256(write_draft(draft, "md", Library().style("standard", draft.brief.place))).hexdigest()[:16]


def page() -> str:
    """The page."""
    every = drafts()
    parts = [HEAD]
    for event in dict.fromkeys(map(_event, every.values())):
        parts.append(f"\n## {event}\n")
        those = {brief: one for brief, one in every.items() if _event(one) == event}
        for name in dict.fromkeys(brief.parent.name for brief in those):
            mine = {brief: draft for brief, draft in those.items() if brief.parent.name == name}
            first = next(iter(mine.values()))
            parts.append(f"\n### `{name}` {first.blueprint.title}\n\n{first.blueprint.summary}\n")
            for brief, draft in mine.items():
                told, path = of_draft(draft), brief.relative_to(ROOT)
                parts.append(
                    f"\n[`{path}`](../{path}): {told.characters:,} characters, about {told.minutes:.2g} min\n\n"
                    f"![{path.stem}](images/gallery/{picture(brief).name})\n"
                )
    return "".join(parts)


def _event(draft: Draft) -> str:
    return next(iter(draft.blueprint.occasion.event), "")


def taken() -> dict[str, str]:
    """The digest of every example's draft by its picture."""
    return _digests(drafts())


def _digests(every: Mapping[Path, Draft]) -> dict[str, str]:
    return {picture(brief).name: digest(draft) for brief, draft in every.items()}


def take() -> None:
    """Take the pictures of what has changed; those of examples that are gone go."""
    before: dict[str, str] = json.loads(TAKEN.read_text("utf-8")) if TAKEN.exists() else {}
    PICTURES.mkdir(parents=True, exist_ok=True)
    every = drafts()
    now = _digests(every)
    for brief, draft in every.items():
        target = picture(brief)
        if target.exists() and before.get(target.name) == now[target.name]:
            continue
        with tempfile.TemporaryDirectory() as folder:
            docx = Path(folder, f"{target.stem}.docx")
            style = Library().style(draft.brief.style or draft.blueprint.style, draft.brief.place)
            docx.write_bytes(write_draft(draft, "docx", style))
            subprocess.run([ROOT / "tests/tools/pages", docx, folder, *LOOK], check=True, stdout=subprocess.DEVNULL)
            target.write_bytes(min(Path(folder).glob("*.png")).read_bytes())
        print(target.relative_to(ROOT))
    for path in PICTURES.glob("*.png"):
        if path.name not in now:
            path.unlink()
    TAKEN.write_text(json.dumps(now, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    take()
