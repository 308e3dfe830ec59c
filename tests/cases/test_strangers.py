"""Files from strangers that once brought drafter down, or made it do what it must not."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from tests.cases.running import drafter, process
from tests.clock import within

BRIEF = "blueprint: b.yaml\n"
SECONDS = 3


def written(folder: Path, files: dict[str, str]) -> Path:
    """A desk with these files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def speech_of(folder: Path, blueprint: str, brief: str = BRIEF) -> str:
    """What a brief gives with a blueprint, as text."""
    written(folder, {"b.yaml": blueprint, "brief.yaml": brief})
    return drafter(folder, "draft", "brief.yaml", "-o", "-", "--format", "md").said.split("\n  ")[0]


# strong words among marks


@pytest.mark.parametrize(
    ("node", "said"),
    [
        ("{id: a, enumerate: 一是, points: ['**强**话', 乙]}", "一是**强**话；二是乙。"),
        ("{id: a, enumerate: 一要, points: ['甲，**强，**', '**要乙**']}", "一要甲，**强**；二要**乙**。"),
        ("{id: a, enumerate: 一是, each: 名单, say: '**{{ item }}**'}", "一是**甲**；二是**乙**。"),
    ],
)
def test_strong_words_are_joined_as_others_are(tmp_path: Path, node: str, said: str) -> None:
    blueprint = f"drafter: 1\nslots: {{名单: {{type: list}}}}\nspeech: {{title: 题, closing: [{node}]}}\n"
    assert speech_of(tmp_path, blueprint, BRIEF + "名单: [甲, 乙]\n").rstrip().endswith(f"\n{said}")


def test_a_heading_that_ends_in_a_strong_mark_gets_no_other(tmp_path: Path) -> None:
    node = "{id: a, heading: '好**强！**', run_in: true, body: [{id: b, say: 下文。, layout: run_on}]}"
    said = speech_of(tmp_path, f"drafter: 1\nspeech: {{title: 题, emphases: [{node}]}}\n")
    assert "强！" in said and "！。" not in said.replace("**", "")


# fragments that ask for one slot


def fragments(folder: Path, one: str, other: str) -> Path:
    parts = {
        f"packs/our/fragments/{name}.yaml": f"drafter: 1\ntitle: 片\nslots:\n  甲: {slot}\nsay: '好{{{{ 甲 }}}}。'\n"
        for name, slot in (("f", one), ("g", other))
    }
    closing = "[{id: a, use: f}, {id: b, use: g}]"
    return written(folder, {"b.yaml": f"drafter: 1\nspeech: {{title: 题, closing: {closing}}}\n", **parts})


def test_two_fragments_ask_for_one_slot_once(tmp_path: Path) -> None:
    fragments(tmp_path, "{ask: 甲是什么}", "{ask: '甲是什么'}")
    assert drafter(tmp_path, "new", "b.yaml", "-o", "-").said.count("甲:") == 1


@pytest.mark.parametrize("other", ["{default: 乙}", ""])
def test_two_fragments_that_ask_differently_are_told_so(tmp_path: Path, other: str) -> None:
    fragments(tmp_path, "{ask: 甲是什么}", other)
    assert drafter(tmp_path, "check", "b.yaml").said == (
        "packs/our/fragments/g.yaml:4:3: error: two fragments ask for the slot 甲, but not in the same way; first in "
        "packs/our/fragments/f.yaml:4; define it in the blueprint's own slots, or make both alike [fragments-differ]\n"
        "1 error, 0 warnings\n"
    )


# reference documents

PLAIN = "drafter: 1\nspeech: {title: 题, closing: [{id: a, say: 好。}]}\n"
ODD_PARTS: dict[str, tuple[str, str, str]] = {
    "no section": ("word/document.xml", "<w:sectPr.*</w:sectPr>", ""),
    "an empty section": ("word/document.xml", "<w:sectPr.*</w:sectPr>", "<w:sectPr/>"),
    "no margins": ("word/document.xml", "<w:pgMar[^>]*>", ""),
    "a width that is no number": ("word/document.xml", '(<w:pgSz [^>]*w:w=)"[^"]*"', r'\1"abc"'),
    "a size that is no number": ("word/styles.xml", '<w:sz w:val="[^"]*"/>', '<w:sz w:val="abc"/>'),
    "a style without a name": ("word/styles.xml", '<w:name w:val="heading 1"/>', ""),
    "a style of an unknown type": ("word/styles.xml", 'w:type="paragraph"', 'w:type="odd"'),
    "no body": ("word/document.xml", "<w:body>.*</w:body>", ""),
    "strict": ("word/document.xml", "schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml"),
    "a property that is no date": ("docProps/core.xml", "</cp:coreProperties>", "<cp:revision>x</cp:revision><</cp:a>"),
    "an id that ends its attribute": ("word/styles.xml", 'w:styleId="Title"', 'w:styleId="T&quot;/&gt;&lt;evil/&gt;"'),
}


REFUSALS = tuple(
    f"r.docx:1:1: error: this is no Word file, or a damaged one: {reason}; "
    "open it in Word or WPS and save it anew as .docx [damaged-docx]\n"
    for reason in ("its XML is faulty", "its text is in an unknown form")
)


def reference(folder: Path, change: tuple[str, str, str] | None = None) -> None:
    """A reference document, one part of it changed."""
    document = docx.Document()
    document.save(str(folder / "r.docx"))
    with zipfile.ZipFile(folder / "r.docx") as package:
        parts = {name: package.read(name) for name in package.namelist()}
    if change:
        name, old, new = change
        before = parts[name].decode()
        parts[name] = re.sub(old, new, before, flags=re.DOTALL).encode()
        assert parts[name].decode() != before
    with zipfile.ZipFile(folder / "r.docx", "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


@pytest.mark.parametrize("odd", ODD_PARTS)
def test_an_odd_reference_is_used_or_refused(tmp_path: Path, odd: str) -> None:
    written(tmp_path, {"b.yaml": PLAIN, "brief.yaml": BRIEF})
    reference(tmp_path, ODD_PARTS[odd])
    done = drafter(tmp_path, "draft", "brief.yaml", "--reference", "r.docx", "-o", "out.docx")
    if done.code:
        assert done.said in REFUSALS
    else:
        document = docx.Document(str(tmp_path / "out.docx"))
        assert [paragraph.text for paragraph in document.paragraphs] == ["题", "好。"]
        with zipfile.ZipFile(tmp_path / "out.docx") as package:
            assert b"<evil" not in package.read("word/document.xml")


def test_a_reference_with_a_corrupt_stream_is_refused(tmp_path: Path) -> None:
    written(tmp_path, {"b.yaml": PLAIN, "brief.yaml": BRIEF})
    docx.Document().save(str(tmp_path / "r.docx"))
    data = bytearray((tmp_path / "r.docx").read_bytes())
    with zipfile.ZipFile(tmp_path / "r.docx") as package:
        start = package.getinfo("word/document.xml").header_offset + 60
    data[start : start + 40] = b"\xff" * 40
    (tmp_path / "r.docx").write_bytes(data)
    assert drafter(tmp_path, "draft", "brief.yaml", "--reference", "r.docx", "-o", "out.docx").code == 1


def test_a_title_longer_than_a_property_may_be(tmp_path: Path) -> None:
    written(tmp_path, {"b.yaml": PLAIN.replace("题", "题" * 300), "brief.yaml": BRIEF})
    reference(tmp_path)
    assert drafter(tmp_path, "draft", "brief.yaml", "--reference", "r.docx", "-o", "out.docx").code == 0
    assert docx.Document(str(tmp_path / "out.docx")).core_properties.title.count("题") > 200


def test_a_final_document_keeps_nothing_of_the_draft_that_is_its_reference(tmp_path: Path) -> None:
    secret = "drafter: 1\nslots: {甲: {ask: 机密是什么}}\nspeech: {title: 题, closing: [{id: a, say: '{{ 甲 }}'}]}\n"
    written(tmp_path, {"s.yaml": secret, "secret.yaml": "blueprint: s.yaml\n", "b.yaml": PLAIN, "brief.yaml": BRIEF})
    assert drafter(tmp_path, "draft", "secret.yaml", "-o", "r.docx").code == 0
    assert drafter(tmp_path, "draft", "brief.yaml", "--reference", "r.docx", "--final", "-o", "out.docx").code == 0
    with zipfile.ZipFile(tmp_path / "out.docx") as package:
        names = package.namelist()
        everything = b"".join(map(package.read, names)).decode()
    assert [name for name in names if "custom" in name.lower() or "comments" in name] == []
    assert "s.yaml" not in everything and "机密" not in everything


# styles

STYLED = "drafter: 1\nstyle: odd\nspeech: {title: 题, closing: [{id: a, say: 好。}]}\n"


def styled(folder: Path, look: str) -> Path:
    style = f"drafter: 1\nroles:\n  title: {look}\n"
    return written(folder, {"b.yaml": STYLED, "brief.yaml": BRIEF, "packs/our/styles/odd.yaml": style})


@pytest.mark.parametrize("key", ["font", "latin"])
@pytest.mark.parametrize("font", ["a&b", 'a"b', "a<b", "</style><script>alert(1)</script>"])
@pytest.mark.parametrize("format", ["docx", "html"])
def test_a_font_with_marks_in_its_name_is_refused(tmp_path: Path, key: str, font: str, format: str) -> None:
    styled(tmp_path, f"{{{key}: '{font}'}}")
    assert drafter(tmp_path, "draft", "brief.yaml", "-o", f"out.{format}").said == (
        f"packs/our/styles/odd.yaml:3:{13 + len(key)}: error: a font cannot be called {font}; "
        "use its name: letters, digits, blanks, points and hyphens [odd-font]\n"
    )


@pytest.mark.parametrize(
    ("size", "said"),
    [("0", "size is 0, less than 1; check the number"), ("1639", "size is 1639, more than 1638; check the number")],
)
def test_a_size_that_word_cannot_set_is_refused(tmp_path: Path, size: str, said: str) -> None:
    styled(tmp_path, f"{{size: {size}}}")
    assert said in drafter(tmp_path, "draft", "brief.yaml", "-o", "out.docx").said


@pytest.mark.parametrize("format", ["docx", "html"])
def test_a_title_wider_than_the_page(tmp_path: Path, format: str) -> None:
    styled(tmp_path, "{size: 1600}")
    assert drafter(tmp_path, "draft", "brief.yaml", "-o", f"out.{format}").code == 0


def test_a_blueprint_names_no_style_of_the_folder_that_one_happens_to_be_in(tmp_path: Path) -> None:
    written(tmp_path, {"pack/speeches/b.yaml": STYLED.replace("odd", "secret.yaml"), "secret.yaml": "password: 1\n"})
    written(tmp_path, {"brief.yaml": "blueprint: b\n"})
    said = drafter(tmp_path, "draft", "brief.yaml", "--pack", "pack", "-o", "out.docx").said
    assert said == ("pack/speeches/b.yaml:2:8: error: there is no file secret.yaml; check the path [no-such-file]\n")


# packs


@pytest.mark.parametrize("name", ["pack.yaml", "cues.yaml"])
@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_a_pack_does_not_lead_out_of_itself(tmp_path: Path, name: str, kind: str) -> None:
    written(
        tmp_path,
        {"secret.yaml": "drafter: 1\ntitle: 机密\n", "old.txt": "题\n\n好。\n", "packs/p/speeches/b.yaml": PLAIN},
    )
    if kind == "link":
        (tmp_path / "packs/p" / name).symlink_to(tmp_path / "secret.yaml")
    else:
        os.mkfifo(tmp_path / "packs/p" / name)
    command = ("pack", "list", "--pack", "packs/p") if name == "pack.yaml" else ("outline", "old.txt")
    done = process(tmp_path, *command)
    assert done.code == 0
    assert "机密" not in done.said


# new briefs


@pytest.mark.parametrize("text", ['"讲话\\nstyle: evil"'])
@pytest.mark.parametrize(
    "blueprint",
    [
        "title: {0}",
        "summary: {0}",
        "slots: {{甲: {{ask: {0}}}}}",
        "slots: {{甲: {{example: {0}}}}}",
        "slots: {{甲: {{default: {0}}}}}",
        "slots: {{甲: {{type: choice, of: [{0}, 乙]}}}}",
        "slots: {{甲: {{type: list, of: {{乙: {{ask: {0}, default: {0}}}}}}}}}",
    ],
)
def test_no_text_of_a_blueprint_becomes_a_line_of_the_brief(tmp_path: Path, blueprint: str, text: str) -> None:
    lines = f"drafter: 1\n{blueprint.format(text)}\nspeech: {{title: 题, closing: [{{id: a, say: 好。}}]}}\n"
    written(tmp_path, {"b.yaml": lines})
    done = drafter(tmp_path, "new", "b.yaml", "-o", "-")
    assert done.code == 0
    assert [line for line in done.said.splitlines() if line.startswith("style")] == []


# answers in time


def many(count: int, text: str) -> str:
    """A text for every number."""
    return "".join(text.format(n=n) for n in range(count))


def family(count: int) -> dict[str, str]:
    """A blueprint whose children each put nine nodes of the same id beside it."""
    insert = "[" + "{after: a, node: {id: a, say: 好。}}, " * 9 + "]"
    files = {"p0.yaml": "drafter: 1\nspeech: {title: 题, closing: [{id: a, say: 好。}]}\n"}
    for n in range(1, count + 1):
        files[f"p{n}.yaml"] = f"drafter: 1\nextends: p{n - 1}.yaml\ninsert: {insert}\n"
    return {**files, "b.yaml": files[f"p{count}.yaml"]}


def using(count: int, fragment: str, name: str = "f") -> dict[str, str]:
    """A blueprint that uses a fragment over and over."""
    uses = many(count, f"    - {{{{id: n{{n}}, use: {name}}}}}\n")
    return {
        "b.yaml": f"drafter: 1\nspeech:\n  title: 题\n  closing:\n{uses}",
        "packs/our/fragments/f.yaml": f"drafter: 1\ntitle: 片\n{fragment}",
    }


SLOTS = "drafter: 1\nslots: {甲: {}}\nspeech: {title: '{{ 甲 }}'"
HEAVY: dict[str, dict[str, str]] = {
    "a line of tabs": {"b.yaml": PLAIN, "brief.yaml": BRIEF + "\t" * 2000 + "\n"},
    "a line of tabs and a word": {"b.yaml": PLAIN, "brief.yaml": BRIEF + "\t" * 2000 + "x\n"},
    "children that multiply": family(9),
    "a large fragment used over and over": using(9000, "body:\n" + many(9900, "  - {{id: n{n}, say: 好。}}\n")),
    "a long text used over and over": using(9000, "say: " + "好" * 300_000 + "\n"),
    "many points used over and over": using(9000, "enumerate: 一是\npoints: [" + "好, " * 40_000 + "]\n"),
    "a parent and another of half a megabyte": {
        "b.yaml": "drafter: 1\nextends: p.yaml\n",
        "p.yaml": "drafter: 1\nextends: q.yaml\n#" + "x" * 600_000 + "\n",
        "q.yaml": PLAIN + "#" + "x" * 600_000 + "\n",
    },
    "keys that nobody knows": {
        "b.yaml": "drafter: 1\nslots:\n" + many(3000, "  甲{n}: {{missing: omit}}\n") + "speech: {title: 题}\n",
        "brief.yaml": BRIEF + many(2000, "乙丙{n}: 好\n"),
    },
    "a comment on every line": {"b.yaml": PLAIN, "brief.yaml": BRIEF + many(60_000, "k{n}: v #x\n")},
    "a key with blanks": {"b.yaml": PLAIN, "brief.yaml": BRIEF + "a" + " " * 60_000 + "b\n"},
    "placeholders that never end": {"b.yaml": SLOTS + "}\n", "brief.yaml": BRIEF + "甲: " + "【待" * 150_000 + "\n"},
    "a fact of many lines": {"b.yaml": SLOTS + "}\n", "brief.yaml": BRIEF + "甲: |\n" + many(60_000, "  好话{n}。\n")},
    "a fact of blanks": {
        "b.yaml": SLOTS + "}\n",
        "brief.yaml": BRIEF + '甲: "甲\\n' + "　" * 300_000 + '乙"\n',
    },
    "strong marks without end": {
        "b.yaml": SLOTS.replace("'{{ 甲 }}'", '题, closing: [{id: a, say: "' + "！**" * 100_000 + '"}]') + "}\n"
    },
    "a title without end": {"b.yaml": SLOTS + "}\n", "brief.yaml": BRIEF + "甲: " + "甲、" * 150_000 + "\n"},
    "names that nobody knows": {
        "b.yaml": SLOTS.replace("'{{ 甲 }}'", "'" + many(20_000, "{{{{ y{n} }}}}") + "'") + "}\n"
    },
    "many fields of many items": {
        "b.yaml": "drafter: 1\nslots:\n  甲:\n    type: list\n    of:\n"
        + many(3000, "      乙{n}: {{default: 好}}\n")
        + "speech: {title: 题, closing: [{id: a, each: 甲, say: '{{ 乙0 }}'}]}\n",
        "brief.yaml": BRIEF + "甲:\n" + "  - {乙1: 好}\n" * 12_000,
    },
    "good items, then bad lines": {
        "b.yaml": SLOTS + "}\n",
        "brief.yaml": BRIEF + "甲:\n" + "  - 好\n" * 12_000 + "丙: %好\n" * 30,
    },
    "choices without end": {
        "b.yaml": "drafter: 1\nslots:\n  甲: {type: choice, of: ["
        + many(40_000, "乙{n}, ")
        + "]}\n"
        + many(50, "  丙{n}: {{type: 丁}}\n")
        + "speech: {title: '{{ 甲 }}'}\n",
        "brief.yaml": BRIEF + "甲: 戊\n",
    },
    "many slots with defaults": {
        "b.yaml": "drafter: 1\nslots:\n" + many(12_000, "  甲{n}: {{default: 好}}\n") + "speech: {title: 题}\n"
    },
}


@pytest.mark.parametrize("name", HEAVY)
def test_much_is_answered_in_time(tmp_path: Path, name: str) -> None:
    written(tmp_path, {"brief.yaml": BRIEF, **HEAVY[name]})
    with within(SECONDS):
        assert drafter(tmp_path, "draft", "brief.yaml", "-o", "out.docx").code in (0, 1)


def test_of_a_rule_so_many_are_told_and_the_rest_counted(tmp_path: Path) -> None:
    written(tmp_path, {"b.yaml": PLAIN, "brief.yaml": BRIEF + many(1700, "乙{n}: 好\n")})
    *lines, counts = drafter(tmp_path, "check", "brief.yaml").said.splitlines()
    said = "brief.yaml:{0}:1: error: unknown slot 乙{1}; remove it, or add it to the blueprint's slots"
    assert (lines[0], len(lines)) == (said.format(2, 0) + " [unknown-slot]", 500)
    assert lines[-1] == said.format(501, 499) + " (and 1,200 more of this kind) [unknown-slot]"
    assert counts == "1700 errors, 0 warnings"


def test_of_an_old_speech_fewer_are_told(tmp_path: Path) -> None:
    written(tmp_path, {"old.txt": "题目\n\n" + "".join(f"{n}. 抓好第{n}处落实\n" for n in (1, *range(3, 90)))})
    said = drafter(tmp_path, "outline", "old.txt").said.splitlines()
    told = [line for line in said if line.endswith("[number-out-of-turn]")]
    assert told[-1] == (
        "old.txt:23:1: warning: the number 22. should be number 21; it is renumbered; look whether a point is missing "
        "(and 67 more of this kind) [number-out-of-turn]"
    )
    assert len(told) == 20


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "好话要说。\n" * 2001,
            "it has 2,001 lines with words, more than 2,000; keep one speech in a file [too-many-lines]",
        ),
        (
            "好" * 100_001,
            "it has 100,001 characters, more than 100,000; keep one speech in a file [too-many-characters]",
        ),
    ],
)
def test_an_old_text_that_is_no_speech_by_its_length(tmp_path: Path, text: str, told: str) -> None:
    written(tmp_path, {"old.txt": text})
    assert drafter(tmp_path, "tidy", "old.txt").said == f"old.txt:1:1: error: {told}\n"


def test_speeches_that_are_too_much_to_compare(tmp_path: Path) -> None:
    written(tmp_path, {f"{name}.txt": "题目\n\n" + many(300, name + "{n}话要说。\n") for name in "甲乙"})
    assert drafter(tmp_path, "distil", "甲.txt", "乙.txt", "-o", "made.yaml").said == (
        "distil:1:1: error: more than 40,000 pairs of parts of these speeches are to be compared; "
        "distil fewer of them at a time [too-much-to-compare]\n"
    )


@pytest.mark.parametrize("words", ["{{{{ 甲 }}}}", "**a"])
def test_a_text_of_expressions_alone(tmp_path: Path, words: str) -> None:
    said = many(20_002, words)
    written(tmp_path, {"b.yaml": SLOTS.replace("'{{ 甲 }}'", f"'{said}'") + "}\n"})
    assert drafter(tmp_path, "check", "b.yaml").said == (
        "b.yaml:3:17: error: more than 20,000 expressions and ** in one file; write more in words [too-many-expressions]\n"
        "1 error, 0 warnings\n"
    )


def test_gaps_without_end(tmp_path: Path) -> None:
    node = "[{id: a, each: 丙, say: '" + "{{ 甲 }}" * 100 + "'}]"
    blueprint = f"drafter: 1\nslots: {{甲: {{}}, 丙: {{type: list}}}}\nspeech: {{title: 题, closing: {node}}}\n"
    written(tmp_path, {"b.yaml": blueprint, "brief.yaml": BRIEF + "丙:\n" + "  - 好\n" * 300})
    assert drafter(tmp_path, "draft", "brief.yaml", "-o", "-").said == (
        "b.yaml:3:52: error: with this text the speech has more than 20,000 facts and gaps; "
        "check the texts that are repeated here [too-many-facts]\n"
    )


def test_an_outline_of_a_long_text_is_printed_in_time(tmp_path: Path) -> None:
    written(tmp_path, {"b.yaml": PLAIN.replace("好。", "好" * 250_000), "brief.yaml": BRIEF})
    with within(SECONDS):
        assert drafter(tmp_path, "outline", "brief.yaml").code == 0


def test_one_fragment_under_many_names_is_read_once(tmp_path: Path) -> None:
    uses = "".join(f"    - {{id: n{n}, use: {'./' * n}f.yaml}}\n" for n in range(300))
    fragment = "drafter: 1\ntitle: 片\nslots: {甲: {}}\nsay: '{{ 甲 }}。'\n" + "# x\n" * 500
    written(tmp_path, {"b.yaml": f"drafter: 1\nspeech:\n  title: 题\n  closing:\n{uses}", "f.yaml": fragment})
    with within(SECONDS):
        assert drafter(tmp_path, "check", "b.yaml").code == 0


# names, places and characters that cannot be


@pytest.mark.parametrize("escape", [r"\x00", r"\ud800", r"\x1b", r"a\rb", r"\ufffe", r"\x0c", r"\u2028"])
@pytest.mark.parametrize("node", ["{{id: a, say: \"{{{{ '{0}' }}}}\"}}", "{{id: a, when: \"甲 == '{0}'\", say: 好。}}"])
def test_no_escape_brings_a_character_that_no_document_can_hold(tmp_path: Path, escape: str, node: str) -> None:
    node = node.format(escape.replace("\\", "\\\\"))
    written(tmp_path, {"b.yaml": f"drafter: 1\nslots: {{甲: {{}}}}\nspeech: {{title: 题, closing: [{node}]}}\n"})
    done = drafter(written(tmp_path, {"brief.yaml": BRIEF + "甲: 乙\n"}), "draft", "brief.yaml", "-o", "out.docx")
    assert done.code == 1
    assert "a text in an expression cannot have \\ in it" in done.said


@pytest.mark.parametrize("key", ["blueprint", "extends", "use", "style"])
def test_a_ring_of_links_is_no_file(tmp_path: Path, key: str) -> None:
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    parts = {
        "blueprint": PLAIN,
        "extends": "drafter: 1\nextends: loop.yaml\n",
        "use": "drafter: 1\nspeech: {title: 题, closing: [{id: a, use: loop.yaml}]}\n",
        "style": "style: loop.yaml\n" + PLAIN,
    }
    written(tmp_path, {"b.yaml": parts[key], "brief.yaml": "blueprint: loop.yaml\n" if key == "blueprint" else BRIEF})
    done = drafter(tmp_path, "draft", "brief.yaml", "-o", "out.docx")
    assert (done.code, "loop.yaml is outside the folder" in done.said) == (1, True)


def test_a_brief_whose_name_is_no_text_is_drafted(tmp_path: Path) -> None:
    written(tmp_path, {"b.yaml": SLOTS + "}\n"})
    for name in (b"\xff.yaml", b"\x01.yaml"):
        path = os.fsencode(tmp_path) + b"/" + name
        Path(os.fsdecode(path)).write_text(BRIEF, "utf-8")
        assert process(tmp_path, "draft", os.fsdecode(name), "-o", "out.docx", "--force").code == 0
        docx.Document(str(tmp_path / "out.docx"))


@pytest.mark.parametrize("command", ["draft brief.yaml -o -", "outline brief.yaml --format json", "new b.yaml -o -"])
def test_a_closed_standard_output_is_told(tmp_path: Path, command: str) -> None:
    written(tmp_path, {"b.yaml": PLAIN, "brief.yaml": BRIEF})
    line = f"{sys.executable} -m drafter {command} >&-"
    done = subprocess.run(["bash", "-c", line], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 1
    assert b"standard output is closed" in done.stderr


@pytest.mark.parametrize("end", ["| true", "> /dev/full", ">&-"])
def test_a_version_that_nobody_reads_is_no_failure_to_shout_about(tmp_path: Path, end: str) -> None:
    line = f"sleep 0.1; {sys.executable} -m drafter --version {end}"
    assert subprocess.run(["bash", "-c", line], cwd=tmp_path, capture_output=True, check=False).stderr == b""


def test_sections_of_many_files_are_nested_only_so_deep(tmp_path: Path) -> None:
    inner = "[{{id: z{n}, say: 好。}}]"
    for level in reversed(range(13)):
        inner = f"[{{{{id: s{{n}}-{level}, body: {inner}}}}}]"
    files = {"p0.yaml": f"drafter: 1\nspeech: {{title: 题, closing: {inner.format(n=0)}}}\n"}
    for n in range(1, 6):
        node = inner.format(n=n)[1:-1]
        files[f"p{n}.yaml"] = f"drafter: 1\nextends: p{n - 1}.yaml\ninsert: [{{into: s{n - 1}-12, node: {node}}}]\n"
    done = drafter(written(tmp_path, files), "check", "p5.yaml")
    assert (done.code, "[too-deep]" in done.said) == (1, True)
