"""The words of a pack: every fault has its line, whether its file is checked, its pack shown or a speech drafted with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.running import drafter, process

SOUND = {
    "verbs": "drafter: 1\nclasses:\n  清理: {verbs: [清理, 清运], matches: [积存垃圾|卫生死角]}\n",
    "subjects": "drafter: 1\nsubjects:\n  保洁: [垃圾, 环卫]\n",
    "nouns": "drafter: 1\nnouns: [清理工]\n",
    "bodies": "drafter: 1\nkinds: {部门: [环卫处]}\n",
    "documents": "drafter: 1\ndocuments: {章程: {make: [起草]}, 文件: {make: [拟定]}}\n",
    "people": "drafter: 1\npeople:\n  场合:\n    客人: {点要求: 点看法, 问责: }\n",
    "seasons": "drafter: 1\nseasons:\n  汛期: {words: [汛期, 入汛], months: [5, 9]}\n",
    "measures": "drafter: 1\nsentences:\n  - {class: 清理, for: 保洁, say: 清了还要有人守。}\n",
}
KINDS = [
    # pattern of one character
    ("verbs", "classes:\n  清理: {verbs: [清]}", "3:16", "the word 清 is too short to be looked for: it is part of many others; "
     "write two characters or more [wide-match]"),
    ("verbs", "classes:\n  清理: {matches: [垃圾|沟]}", "3:18", "the word 沟 is too short to be looked for: it is part of many "
     "others; write two characters or more [wide-match]"),
    ("nouns", "nouns: [工]", "2:9", "the word 工 is too short to be looked for: it is part of many others; write two "
     "characters or more [wide-match]"),
    ("measures", "sentences:\n  - {match: 脏, say: 扫。}", "3:13", "the word 脏 is too short to be looked for: it is part of "
     "many others; write two characters or more [wide-match]"),
    # signs that mean nothing
    ("measures", "sentences:\n  - {match: 垃圾*, say: 扫。}", "3:13", "* means nothing here; write words, parted by | "
     "[pattern-of-words]"),
    ("nouns", "nouns: ['(清理)工']", "2:9", "( means nothing here; write words, parted by | [pattern-of-words]"),
    # classes
    ("measures", "sentences:\n  - {class: 清埋, say: 扫。}", "3:13", "there is no class 清埋; did you mean 清理? [unknown-class]"),
    ("measures", "sentences:\n  - {for: [保洁, 园林], say: 扫。}", "3:16", "there is no class 园林; name one that the words of "
     "the pack have [unknown-class]"),
    ("people", "people:\n  场合:\n    客人: {要: 想}", "4:10", "the word 要 is too short to be looked for: it is part of many "
     "others; write two characters or more [wide-match]"),
    # seasons, and documents of no kind
    ("seasons", "seasons:\n  汛期: {words: [汛期], months: [5]}", "3:29", "the months of 汛期 are to be two: the first and the "
     "last; write two of them: [4, 10] [two-months]"),
    ("seasons", "seasons:\n  汛期: {months: [5, 9]}", "3:7", "汛期 has no words; add it [missing-key]"),
    ("documents", "documents: {章程: {make: [起草]}}", "2:12", "documents has no 文件; add it [missing-key]"),
    # what is missing
    ("measures", "sentences:\n  - {match: 垃圾}", "3:5", "sentences has no say; add it [missing-key]"),
    ("measures", "", "1:1", "file has no sentences; add it [missing-key]"),
    # sentences
    ("measures", "sentences:\n  - {match: 垃圾, say: '{{ itm }}扫。'}", "3:26", "no slot or field is called itm; did you mean "
     "item? [unknown-name]"),
]  # fmt: skip
"""A file, what it says, where a fault is and what is told of it."""


@pytest.fixture
def words(tmp_path: Path) -> Path:
    folder = tmp_path / "p/words"
    folder.mkdir(parents=True)
    (tmp_path / "p/pack.yaml").write_text("drafter: 1\nname: p\n", "utf-8")
    for name, text in SOUND.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("name", SOUND)
def test_sound_words_have_no_faults(name: str, words: Path) -> None:
    assert drafter(words.parents[1], "check", f"p/words/{name}.yaml").said == "0 errors, 0 warnings\n"
    said = drafter(words.parents[1], "pack", "show", "p", "--pack", "p").said
    assert said.endswith("\nfiles of words: bodies documents measures nouns people seasons subjects verbs\n")


@pytest.mark.parametrize(("name", "text", "at", "message"), KINDS)
def test_a_fault_is_told_at_its_line(name: str, text: str, at: str, message: str, words: Path) -> None:
    (words / f"{name}.yaml").write_text(f"drafter: 1\n{text}\n", "utf-8")
    lines = [f"p/words/{name}.yaml:{at}: error: {message}"]
    folder = words.parents[1]
    said = drafter(folder, "check", f"p/words/{name}.yaml").said.splitlines()
    assert said[:-1] == lines
    assert lines[0] in drafter(folder, "pack", "show", "p", "--pack", "p").said
    if name == "measures":  # the others are told of it alone
        assert drafter(folder, "check", "p/words/verbs.yaml").said == "0 errors, 0 warnings\n"


def test_an_empty_file_and_another_version_are_told(words: Path) -> None:
    folder = words.parents[1]
    (words / "nouns.yaml").write_text("", "utf-8")
    assert drafter(folder, "check", "p/words/nouns.yaml").said == (
        "p/words/nouns.yaml:1:1: error: this file of words is empty; write `drafter: 1` and `nouns` in it, or delete it "
        "[empty-words]\n1 error, 0 warnings\n"
    )
    (words / "nouns.yaml").write_text("drafter: 2\nnouns: [清理工]\n", "utf-8")
    assert drafter(folder, "check", "p/words/nouns.yaml").said == (
        "p/words/nouns.yaml:1:10: error: this is language version 2; this drafter reads 1; install a newer drafter "
        "[other-version]\n1 error, 0 warnings\n"
    )
    (words / "nouns.yaml").write_text("nouns: [清理工]\n", "utf-8")
    assert drafter(folder, "check", "p/words/nouns.yaml").said == (
        "p/words/nouns.yaml:1:1: error: file has no drafter; add it [missing-key]\n1 error, 0 warnings\n"
    )


def test_faults_are_told_in_chinese(words: Path) -> None:
    (words / "measures.yaml").write_text("drafter: 1\nsentences:\n  - {class: 清埋, match: 脏, say: 扫。}\n", "utf-8")
    (words / "nouns.yaml").write_text("", "utf-8")
    said = process(words.parents[1], "check", "p/words/measures.yaml", "p/words/nouns.yaml", LANGUAGE="zh_CN").said
    assert said == (
        "p/words/measures.yaml:3:13: 错误: 没有 清埋 这一类；是不是 清理？ [unknown-class]\n"
        "p/words/measures.yaml:3:24: 错误: 词“脏”太短，许多别的词里都有它，不宜用来查找；写两个字以上的词 [wide-match]\n"
        "p/words/nouns.yaml:1:1: 错误: 这个词表文件是空的；写上 `drafter: 1` 和 `nouns`，或删去这个文件 [empty-words]\n"
        "3 个错误, 0 个警告\n"
    )


def test_wrong_words_stop_a_draft_that_needs_them(words: Path) -> None:
    folder = words.parents[1]
    (words / "nouns.yaml").write_text("drafter: 1\nnouns: [工]\n", "utf-8")
    (folder / "bp.yaml").write_text(
        "drafter: 1\nslots: {a: {ask: 甲}}\nspeech: {title: 讲话, opening: [{id: x, when: a.类, say: '{{ a }}。'}]}\n",
        "utf-8",
    )
    (folder / "b.yaml").write_text("blueprint: bp.yaml\na: 清运垃圾\n", "utf-8")
    for command in (("draft", "b.yaml", "-o", "-", "--format", "txt"), ("check", "b.yaml")):
        done = drafter(folder, *command, "--pack", "p")
        assert done.code == 1
        assert "p/words/nouns.yaml:2:9: error: the word 工 is too short to be looked for" in done.said


def test_words_named_for_something_else_say_what_they_are(words: Path) -> None:
    said = drafter(words.parents[1], "draft", "p/words/nouns.yaml").said
    assert "p/words/nouns.yaml is a file of words, not a brief; they lie in a pack; name its folder with --pack" in said
