"""What a slot asks of a fact's form, and slots that are only a deadline or only a quantity: in `check`, `check --fix` and blueprints."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.running import drafter

BLUEPRINT = """\
drafter: 1
slots:
  日期: {type: date, ask: 哪天开会}
  措施: {type: list, of: text, form: [动宾, 时限+动宾], ask: 要办的事}
  分工: {type: list, ask: 谁办什么, of: {单位: {ask: 谁}, 事项: {form: 动宾, ask: 什么事}}, missing: omit}
  限期: {type: due, ask: 何时见效, missing: omit}
  规模: {type: quantity, ask: 一共多少, missing: omit}
speech:
  title: 讲话
  date: "{{ 日期 | 日期 }}"
  opening:
    - {id: tasks, say: "要{{ 措施 | 分号 }}。"}
    - {id: parts, each: 分工, say: [{say: "{{ 单位 }}负责{{ 事项 }}。"}]}
    - id: end
      say:
        - {say: "{{ 限期 | 之前 }}要见效，离今天还有{{ 限期 | 距(日期) }}天，也就是{{ 限期.期限 | 月日 }}。"}
        - {when: 规模.数 >= 50, say: "{{ 规模 }}不是小数。"}
"""
HEAD = "blueprint: bp.yaml\n日期: 2026-03-18\n"
FORM = "b.yaml:{}: warning: {} is a {}, and its sentence needs {}; write: {} [fact-form]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bp.yaml").write_text(BLUEPRINT, "utf-8")
    return tmp_path


def checked(folder: Path, text: str, *options: str) -> str:
    (folder / "b.yaml").write_text(HEAD + text, "utf-8")
    return drafter(folder, "check", "b.yaml", *options).said


def mended(folder: Path, text: str) -> str:
    checked(folder, text, "--fix")
    return (folder / "b.yaml").read_text("utf-8").removeprefix(HEAD)


def test_a_fact_of_another_form_is_told_with_the_line_as_it_should_stand(folder: Path) -> None:
    said = checked(folder, "措施:\n  - 封堵排污口12处\n  - 6月底前，67个直排口全部封堵\n")
    line = "6月底前全部封堵67个直排口"
    assert said == FORM.format("5:5", "措施[2]", "分句", "动宾/时限+动宾", line) + "0 errors, 1 warning\n"


def test_a_field_has_its_own_form(folder: Path) -> None:
    said = checked(folder, "措施: [封堵排污口]\n分工:\n  - 单位: 市水务局\n    事项: 6月底前封堵排污口12处\n")
    line = "封堵排污口12处，6月底前"
    assert said == FORM.format("6:9", "分工[1].事项", "时限+动宾", "动宾", line) + "0 errors, 1 warning\n"


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("污水直排口67个要封堵", "封堵污水直排口67个"),
        ("计量器具4月30日前全部检定", "4月30日前全部检定计量器具"),
        ("旧管网6月底前换完", "6月底前换完旧管网"),
        ("旧管网6月底前换完。", "6月底前换完旧管网。"),
        ("旧管网6月底前换完｜难：管线图不全", "6月底前换完旧管网｜难：管线图不全"),
        ("'旧管网6月底前换完'", "'6月底前换完旧管网'"),
    ],
)
def test_what_can_be_put_right_for_sure_is_written(folder: Path, typed: str, line: str) -> None:
    assert mended(folder, f"措施:\n  - {typed}  # 待核\n") == f"措施:\n  - {line}  # 待核\n"


@pytest.mark.parametrize(
    "fact",
    [
        "市水务局6月底前全部拆除违建",
        "车主全部更换",
        "排污口整治工程",
        "旧管网6月底前换完，7月验收",
    ],
)
def test_where_that_is_not_sure_only_the_form_is_told(folder: Path, fact: str) -> None:
    said = checked(folder, f"措施: [封堵排污口, {fact.replace('，', '，')}]\n")
    assert "put it so that it is one, such as 封堵排污口12处 [fact-form]" in said
    assert mended(folder, f"措施: [封堵排污口, {fact}]\n") == f"措施: [封堵排污口, {fact}]\n"


@pytest.mark.parametrize(
    ("fact", "line"),
    [
        ("67家企业全部整改", "确保67家企业全部整改"),  # who acts, and what is acted on, are one
        ("5家掉线的先停产", "让5家掉线的先停产 / 责令掉线的5家停产"),
        ("每个街道建一支队伍", "让每个街道建一支队伍"),
        ("各县区每周报一次进度", "督促各县区每周报一次进度"),
        ("剩余38户全部签约", "确保剩余38户全部签约"),
        ("剩余的12处6月底前全部完工", "确保剩余的12处6月底前全部完工"),
        ("绕城线路11月1日启用", "确保绕城线路11月1日启用"),
        ("92家店换管", "让92家店换管"),
    ],
)
def test_a_clause_with_its_own_subject_is_told_with_what_its_writer_may_choose(
    folder: Path, fact: str, line: str
) -> None:
    said = checked(folder, f"措施: [封堵排污口, {fact}]\n")
    assert (
        f"措施[2] has a subject of its own, and its sentence needs 动宾/时限+动宾; write for example: {line} [" in said
    )
    assert mended(folder, f"措施: [封堵排污口, {fact}]\n") == f"措施: [封堵排污口, {fact}]\n"
    for one in line.split(" / "):
        assert checked(folder, f"措施: [封堵排污口, {one}]\n") == "0 errors, 0 warnings\n"


@pytest.mark.parametrize(
    "fact", ["每周调度一次", "一户一策改造", "各负其责", "5家企业", "每个月调度一次", "38所还没有装"]
)
def test_what_only_looks_like_one_is_not(folder: Path, fact: str) -> None:
    assert "subject of its own" not in checked(folder, f"措施: [封堵排污口, {fact}]\n")


@pytest.mark.parametrize("fact", ["专家上门看一看", "【待补充】", "清污分流", "67个____封堵"])
def test_a_form_that_is_not_known_is_not_told(folder: Path, fact: str) -> None:
    assert "fact-form" not in checked(folder, f"措施: [{fact}]\n")


def test_a_brief_or_its_blueprint_may_silence_it(folder: Path) -> None:
    text = "措施: [旧管网6月底前换完]\nchecks: {fact-form: off}\n"
    assert checked(folder, text) == "0 errors, 0 warnings\n"


def test_a_child_inherits_the_form_or_tells_its_own(folder: Path) -> None:
    (folder / "child.yaml").write_text("drafter: 1\nextends: bp.yaml\nslots: {措施: {form: 分句}}\n", "utf-8")
    (folder / "b.yaml").write_text("blueprint: child.yaml\n日期: 2026-03-18\n措施: [旧管网6月底前换完]\n", "utf-8")
    assert drafter(folder, "check", "b.yaml").said == "0 errors, 0 warnings\n"
    (folder / "child.yaml").write_text("drafter: 1\nextends: bp.yaml\nslots: {措施: {ask: 要办什么}}\n", "utf-8")
    assert "[fact-form]" in drafter(folder, "check", "b.yaml").said
    assert "list 动宾/时限+动宾" in drafter(folder, "blueprint", "show", "child.yaml").said
    assert (
        "form:\n      - 动宾\n      - 时限+动宾\n" in drafter(folder, "blueprint", "show", "--flat", "child.yaml").said
    )


@pytest.mark.parametrize(
    ("slot", "said"),
    [
        ("{form: 动宾短语, ask: 事}", "动宾短语 is not one of: 动宾 时限+动宾 分句 名词 的字; did you mean 动宾?"),
        (
            "{type: number, form: 动宾, ask: 事}",
            "事 cannot have a form: only a text can, or a list of texts; remove `form`",
        ),
        ("{type: list, of: date, form: 动宾, ask: 事}", "事 cannot have a form"),
        (
            "{type: dew, ask: 事}",
            "dew is not one of: text number date choice flag list due quantity; did you mean due?",
        ),
    ],
)
def test_what_a_slot_cannot_have_is_told(folder: Path, slot: str, said: str) -> None:
    text = f'drafter: 1\nslots: {{事: {slot}}}\nspeech: {{title: "{{{{ 事 }}}}"}}\n'
    (folder / "bp.yaml").write_text(text, "utf-8")
    assert said in drafter(folder, "check", "bp.yaml").said


def test_english_has_neither_forms_nor_deadlines(folder: Path) -> None:
    text = 'drafter: 1\nlanguage: en\nslots: {a: {type: due, ask: when}}\nspeech: {title: "{{ a }}"}\n'
    (folder / "bp.yaml").write_text(text, "utf-8")
    assert "due is not one of: text number date choice flag list;" in drafter(folder, "check", "bp.yaml").said


def test_a_slot_with_a_form_satisfies_the_frame_before_it(folder: Path) -> None:
    assert drafter(folder, "check", "bp.yaml").said == "0 errors, 0 warnings\n"
    (folder / "bp.yaml").write_text(BLUEPRINT.replace(", form: [动宾, 时限+动宾]", ""), "utf-8")
    assert "[narrow-frame]" in drafter(folder, "check", "bp.yaml").said


@pytest.mark.parametrize("typed", ["6月底", "6月底前", "6月30日", "2026-06-30", "6月30日。", "2026年6月30日前｜急"])
def test_a_deadline_is_read_and_said_in_its_own_words(folder: Path, typed: str) -> None:
    (folder / "b.yaml").write_text(f"{HEAD}措施: [封堵排污口]\n限期: {typed}\n", "utf-8")
    assert drafter(folder, "check", "b.yaml").said == "0 errors, 0 warnings\n"
    assert drafter(folder, "draft", "b.yaml", "--no-seed", "-o", "s.txt").code == 0
    assert "离今天还有104天，也就是6月" in (folder / "s.txt").read_text("utf-8")


@pytest.mark.parametrize("typed", ["尽快", "2027年", "6月底前完成", "5月1日起", "6月底或7月底"])
def test_what_is_no_deadline_is_an_error_with_examples(folder: Path, typed: str) -> None:
    assert checked(folder, f"措施: [封堵排污口]\n限期: {typed}\n") == (
        f"b.yaml:4:5: error: 限期 should be only the day by which something is due, not {typed}; "
        "write it as one of these: 6月底前、3月18日、汛期前、年内 [not-a-due]\n1 error, 0 warnings\n"
    )


def test_a_deadline_that_has_gone_by_is_told(folder: Path) -> None:
    said = checked(folder, "措施: [封堵排污口]\n限期: 3月1日\n")
    assert said.startswith("b.yaml:4:5: warning: 3月1日 in 限期 is past on the day of the speech")


@pytest.mark.parametrize("typed", ["67个", "67个直排口", "近六成", "50.5公里", "3.6亿元"])
def test_a_quantity_is_read(folder: Path, typed: str) -> None:
    (folder / "b.yaml").write_text(f"{HEAD}措施: [封堵排污口]\n规模: {typed}\n", "utf-8")
    drafter(folder, "draft", "b.yaml", "--no-seed", "-o", "s.txt")
    assert f"{typed}不是小数。" in (folder / "s.txt").read_text("utf-8")


@pytest.mark.parametrize("typed", ["67", "很多", "直排口67个要封堵", "67个和12处"])
def test_what_is_no_quantity_is_an_error_with_examples(folder: Path, typed: str) -> None:
    assert checked(folder, f"措施: [封堵排污口]\n规模: {typed}\n") == (
        f"b.yaml:4:5: error: 规模 should be only a quantity, a figure with its unit, not {typed}; "
        "write it as one of these: 67个、9公里、3.6亿元、近六成 [not-a-quantity]\n1 error, 0 warnings\n"
    )


def test_one_that_is_still_open_is_a_gap(folder: Path) -> None:
    (folder / "bp.yaml").write_text(BLUEPRINT.replace("title: 讲话", 'title: "{{ 限期 }}{{ 规模 }}"'), "utf-8")
    assert checked(folder, "措施: [封堵排污口]\n限期: X月底\n规模: XX个\n").count("[placeholder]") == 2


def test_a_brief_to_fill_in_says_what_is_wanted(folder: Path) -> None:
    drafter(folder, "new", "bp.yaml", "-o", "n.yaml")
    text = (folder / "n.yaml").read_text("utf-8")
    assert "# 要办的事（写成“封堵排污口12处”或“6月底前封堵排污口12处”的样子）\n措施:\n" in text
    assert "# 何时见效（写作 6月底前、3月18日、汛期前、年内，可不填）\n限期:\n" in text
    assert "# 一共多少（写作 67个、9公里、3.6亿元、近六成，可不填）\n规模:\n" in text
