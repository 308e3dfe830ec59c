"""What our logs use of the Static Analysis Results Interchange Format 2.1.0, as a schema kept by hand: nothing else may stand in one."""

from __future__ import annotations

from typing import Any


def _object(required: str = "", **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


TEXT = {"type": "string"}
FROM_0, FROM_1 = {"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = _object("text", text=TEXT, markdown=TEXT)
REGION = _object(
    "startLine",
    startLine=FROM_1,
    startColumn=FROM_1,
    endColumn=FROM_1,
    charOffset=FROM_0,
    charLength=FROM_0,
    snippet=_object("text", text=TEXT),
)
PLACE = _object(
    "artifactLocation",
    artifactLocation=_object("uri", uri={"type": "string", "pattern": r"^[!-~]*$"}),
    region=REGION,
)
LOCATION = _object("physicalLocation", id=FROM_0, physicalLocation=PLACE, message=MESSAGE)
RULE = _object(
    "id",
    id=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=MESSAGE,
    defaultConfiguration=_object("level", level=LEVEL),
)
RESULT = _object(
    "ruleId level message locations",
    ruleId=TEXT,
    ruleIndex=FROM_0,
    level=LEVEL,
    message=MESSAGE,
    locations={"type": "array", "items": LOCATION, "minItems": 1},
    relatedLocations={"type": "array", "items": LOCATION, "uniqueItems": True},
)
RUN = _object(
    "tool results columnKind",
    tool=_object(
        "driver",
        driver=_object("name", name=TEXT, version=TEXT, rules={"type": "array", "items": RULE, "uniqueItems": True}),
    ),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results={"type": "array", "items": RESULT},
)
SARIF = _object(
    "version runs", **{"$schema": TEXT, "version": {"enum": ["2.1.0"]}, "runs": {"type": "array", "items": RUN}}
)
