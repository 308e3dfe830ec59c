"""Blueprints from strangers: whatever stands in them, nothing is run, nothing is read, and an answer comes in time.

Every attack is drafted in one process of its own that writes down each audit event which a draft has no business to
raise; the canary's words stand in a file beside the brief, in the environment and in the process's variables.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.clock import in_time
from tests.conftest import ROOT

CONTROL = "what the watcher does itself, to show that it sees"
CANARY = "canary-5f1d-sings"
SECONDS = 3
"""For one attack; all of them but the largest are answered in a tenth of one."""
EXPRESSIONS = [
    # the way from any object to the interpreter
    "会议.__class__",
    "会议.__class__.__mro__[1].__subclasses__()",
    "''.__class__.__base__.__subclasses__()",
    "().__class__.__bases__[0].__subclasses__()[40]('canary').read()",
    "会议.__init__.__globals__.__builtins__.open('canary').read()",
    "item.__dict__",
    "emphases.__class__",
    "self.__init__.__globals__",
    "self._TemplateReference__context",
    "cycler.__init__.__globals__.os.popen('cat canary').read()",
    "joiner.__init__.__globals__.os.environ",
    "namespace.__init__.__globals__",
    "lipsum.__globals__['os'].popen('cat canary').read()",
    "lipsum.__globals__.os.system('cat canary')",
    "range(10)",
    "dict(a=1)",
    "get_flashed_messages.__globals__",
    "request.application.__globals__",
    "config.items()",
    "url_for.__globals__",
    "environment.globals",
    "context.environment",
    "caller()",
    "varargs",
    "loop.index",
    "super()",
    "_",
    "__builtins__",
    "__import__('os').system('cat canary')",
    "open('canary').read()",
    "eval('1')",
    "会议['__class__']",
    "会议[0]",
    "会议[::-1]",
    "会议 ['__cl' ~ 'ass__']",
    "任务[0].名称.__class__",
    "会议.format",
    "会议.format(会议)",
    "'{0.__class__}'.format(会议)",
    "'%s' % 会议",
    "'%999999999d' % 1",
    "'{:>999999999}'.format(1)",
    "会议.encode().decode('unicode_escape')",
    # filters and tests of Jinja2
    "会议 | attr('__class__')",
    "会议 | attr",
    "会议 | map(attribute='__class__') | list",
    "会议 | map('upper')",
    "会议 | format('a')",
    "会议 | safe",
    "会议 | tojson",
    "会议 | pprint",
    "会议 | xmlattr",
    "会议 | selectattr('__class__')",
    "会议 | groupby('__class__')",
    "会议 | sum(attribute='__class__')",
    "会议 | join('x' * 999999999)",
    "会议 | indent(999999999)",
    "会议 | center(999999999)",
    "会议 | batch(1)",
    "会议 | default(lipsum)",
    "会议 | 顿号('x')",
    "会议 | 顿号(*会议)",
    "会议 | 简称 | 简称.__class__",
    "会议 | __class__",
    "会议 is defined",
    "会议 is callable",
    "会议 is filter('attr')",
    # sums that never end
    "'A' * 999999999",
    "会议 * 999999999",
    "[会议] * 999999999",
    "10 ** 10 ** 10",
    "9 ** 9 ** 9 ** 9",
    "2 ** 999999999",
    "1e999999999",
    "1e308 * 10",
    "0x" + "f" * 400,
    "9" * 480,
    "1 << 999999999",
    "1 / 0",
    "1 // 0",
    "1 % 0",
    "-" * 400 + "1",
    "not " * 120 + "会议",
    "(" * 240 + "会议" + ")" * 240,
    "[" * 240 + "1" + "]" * 240,
    "{" * 29 + "1",
    "会议" + "|简称" * 150,
    "会议" + ".名称" * 150,
    "会议" + " or 会议" * 80,
    "会议" + " == 会议" * 60,
    "会议 and " * 70 + "会议",
    "'" + "长" * 5000 + "'",
    "'" * 499,
    "'\\x41\\u0041\\N{BULLET}\\0'",
    "会议 if 会议 else 会议",
    "会议 ~ 会议",
    "会议, 会议",
    "会议 = 1",
    "会议 := 1",
    "lambda: 1",
    "[x for x in 会议]",
    "{'a': 会议}",
    "{% raw %}",
    "}} {{ lipsum",
    "会议 }} {% include 'canary' %} {{ 会议",
    "'}}' ~ lipsum",
    "会议\n}}{{\nlipsum()",
    "\\u007b\\u007b",
    "None",
    "none",
    "True.__class__",
    "1.0.__class__",
    "nan",
    "1_000_000",
    "...",
    "*会议",
    "**会议",
    "@会议",
    "会议;会议",
    "会议 # ",
    "# for x in 会议",
    "",
    " ",
    "\x00",
]
STATEMENTS = [
    "{% for x in range(999999999) %}x{% endfor %}",
    "{% for c in ().__class__.__base__.__subclasses__() %}{{ c }}{% endfor %}",
    "{% include 'canary' %}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}{{ os }}",
    "{% from 'os' import system %}",
    "{% extends 'canary' %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% call(x) m() %}{% endcall %}",
    "{% set x = 会议 %}{{ x }}",
    "{% set ns = namespace(a=1) %}",
    "{% if true %}好{% endif %}",
    "{% filter upper %}好{% endfilter %}",
    "{% block a %}{% endblock %}",
    "{% with a = lipsum %}{{ a }}{% endwith %}",
    "{% autoescape false %}{% endautoescape %}",
    "{% do lipsum() %}",
    "{% raw %}{{ lipsum }}{% endraw %}",
    "{%- debug -%}",
    "{# {{ lipsum }} #}",
    "${7*7}",
    "<%= 7*7 %>",
    "#{7*7}",
    "%(会议)s %n",
    "{0.__class__}",
    "$(cat canary) `cat canary`",
    "!!python/object/apply:os.system ['cat canary']",
    "**" * 20_000 + "{{ 会议 }}",
    "{{ 会议 }}" * 20_000,
    "{{" * 50_000,
    "}}" * 50_000,
    "{{ 会" * 50_000 + "}}",
    "\n\n" * 50_000 + "{{ 会议 }}",
    "……" * 50_000 + "{{ 会议 }}",
    "，" * 100_000 + "{{ 会议 }}" + "，" * 100_000,
]
HEAD = """\
drafter: 1
slots:
  会议: {ask: 会议全称是什么}
  任务: {type: list, of: {名称: {ask: 叫什么}}}
"""
BRIEF = "blueprint: blueprint.yaml\n会议: 全市工作会议\n任务: [" + "{名称: 清理台账}, " * 40 + "]\n"


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def brief_for(blueprint: str) -> str:
    """A brief that gives the facts which a blueprint may ask for, and no others."""
    return "".join(line for line in BRIEF.splitlines(True) if line.split(":")[0] in f"blueprint {blueprint}")


def in_prose(text: str) -> str:
    return f"{HEAD}speech:\n  title: 讲话\n  closing:\n    - {{id: a, say: {quoted(text)}}}\n"


def in_logic(text: str) -> str:
    return f"""{HEAD}speech:
  title: 讲话
  closing:
    - {{id: a, when: {quoted(text)}, say: 好。}}
    - {{id: b, each: {quoted(text)}, say: 好。}}
"""


def elsewhere(text: str) -> str:
    """The text wherever a blueprint holds prose or words."""
    words = quoted("{{ " + text + " }}")
    return f"""drafter: 1
title: {words}
summary: {words}
slots:
  会议: {{default: {words}, ask: {words}, example: {words}}}
  任务: {{type: list, of: {{名称: {{ask: 叫什么, default: {words}}}}}}}
speech:
  title: {words}
  byline: {words}
  salutation: {words}
  emphases:
    - {{id: a, heading: {words}, body: [{{id: b, say: {words}, or: [{words}]}}]}}
    - {{id: c, enumerate: 一是, points: [{words}, {words}]}}
    - {{id: d, enumerate: 一是, each: 任务, say: {words}}}
"""


def shape(text: str) -> str:
    return f"{HEAD}{text}"


BLUEPRINTS = {
    **{f"prose: {text[:60]!r}": in_prose("{{ " + text + " }}") for text in EXPRESSIONS},
    **{f"logic: {text[:60]!r}": in_logic(text) for text in EXPRESSIONS},
    **{f"elsewhere: {text[:60]!r}": elsewhere(text) for text in EXPRESSIONS[:60]},
    **{f"text {n}: {text[:40]!r}": in_prose(text) for n, text in enumerate(STATEMENTS)},
    "a blueprint beside the root": HEAD + "extends: ../../etc/passwd\nspeech: {title: 讲话}\n",
    "a fragment of another pack": HEAD + "speech:\n  title: 讲话\n  closing:\n    - {id: a, use: ../../canary}\n",
    "a style by path": HEAD + "style: ../canary\nspeech: {title: 讲话}\n",
    "a style by absolute path": HEAD + "style: /etc/passwd\nspeech: {title: 讲话}\n",
    "a language by path": HEAD + "language: ../canary\nspeech: {title: 讲话}\n",
    "ids with marks of XML": HEAD + "speech:\n  title: 讲话\n  closing:\n    - {id: '<w:p/>&]]>', say: 好。}\n",
    "marks of XML in prose": HEAD + "speech:\n  title: '</w:t><w:p>&canary;]]>'\n",
    "a slot named as an attribute": "drafter: 1\nslots: {__class__: {ask: 甚}}\nspeech: {title: '{{ __class__ }}'}\n",
    "a field named as an attribute": """drafter: 1
slots: {甲: {type: list, of: {__class__: {}, fields: {}}}}
speech:
  title: 讲话
  closing: [{id: a, each: 甲, say: '{{ item.__class__ }}{{ fields }}'}]
""",
    "a name for the item that hides a slot": HEAD
    + "speech:\n  title: 讲话\n  closing: [{id: a, each: 任务, as: 会议, say: '{{ 会议.名称 }}{{ item.名称 }}'}]\n",
    "a name for the item that is none": HEAD
    + "speech:\n  title: 讲话\n  closing: [{id: a, each: 任务, as: '__class__ }}', say: 好。}]\n",
    "a default that asks for itself": "drafter: 1\nslots: {甲: {default: '{{ 甲 }}'}}\nspeech: {title: '{{ 甲 }}'}\n",
    "a million emphases": HEAD + "speech:\n  title: 讲话\n  emphases: [" + "{id: a, say: 好}, " * 20_000 + "]\n",
    "very deep sections": HEAD
    + "speech:\n  title: 讲话\n  emphases: "
    + "".join(f"[{{id: n{n}, heading: 好, body: " for n in range(14))
    + "[{id: z, say: 好}]"
    + "}]" * 14
    + "\n",
    "a list of a thousand million open items": """drafter: 1
slots: {甲: {type: list, min: 999999999, of: {名称: {}}}}
speech:
  title: 讲话
  closing: [{id: a, each: 甲, say: '{{ 名称 }}'}]
""",
    "loops within loops": HEAD
    + "speech:\n  title: 讲话\n  emphases: "
    + "".join(f"[{{id: n{n}, each: 任务, body: " for n in range(8))
    + "[{id: z, each: 任务, say: 好}]"
    + "}]" * 8
    + "\n",
    "points of items of items that never stand": HEAD
    + "speech:\n  title: 讲话\n  emphases: "
    + "".join(f"[{{id: n{n}, each: 任务, body: " for n in range(6))
    + "[{id: z, enumerate: 一是, each: 任务, when: false, say: 好}]"
    + "}]" * 6
    + "\n",
    "a scope of 5,000 names for every item": "drafter: 1\nslots:\n  任务: {type: list, of: {名称: {}}}\n"
    + "".join(f"  甲{n}: {{missing: omit}}\n" for n in range(5000))
    + "speech:\n  title: 讲话\n  emphases: [{id: a, each: 任务, body: [{id: b, each: 任务, body: [{id: c, each: 任务, say: 好}]}]}]\n",
    "a list joined over and over in logic": HEAD
    + "speech:\n  title: 讲话\n  closing: ["
    + ", ".join(f"{{id: n{n}, when: 任务 | 顿号, say: 好}}" for n in range(5000))
    + "]\n",
    "defaults that multiply": "drafter: 1\nslots:\n  甲0: {default: 长长长长长长长长长长}\n"
    + "".join(f"  甲{n}: {{default: '{('{{ 甲' + str(n - 1) + ' }}') * 10}'}}\n" for n in range(1, 12))
    + "speech: {title: '{{ 甲11 }}'}\n",
    "a chain of 2,000 defaults": "drafter: 1\nslots:\n  甲0: {default: 长}\n"
    + "".join(f"  甲{n}: {{default: '{{{{ 甲{n - 1} }}}}'}}\n" for n in reversed(range(1, 2001)))
    + "speech: {title: '{{ 甲2000 }}'}\n",
    "a ring of 2,000 defaults": "drafter: 1\nslots:\n"
    + "".join(f"  甲{n}: {{default: '{{{{ 甲{(n + 1) % 2000} }}}}'}}\n" for n in range(2000))
    + "speech: {title: '{{ 甲0 }}'}\n",
    "a web of defaults": "drafter: 1\nslots:\n"
    + "".join(
        f"  甲{n}: {{default: '{''.join('{{ 甲' + str(m) + ' }}' for m in range(n + 1, 24))}'}}\n" for n in range(24)
    )
    + "speech: {title: 讲话}\n",
    "a field's default that asks for what is not there": """drafter: 1
slots: {任务: {type: list, of: {名称: {}, 时限: {default: '{{ 天气 }}'}}}}
speech:
  title: 讲话
  closing: [{id: a, each: 任务, say: '{{ 时限 }}'}]
""",
    "a field's default that asks for itself": """drafter: 1
slots: {任务: {type: list, of: {名称: {}, 时限: {default: '{{ 时限 }}'}}}}
speech:
  title: 讲话
  closing: [{id: a, each: 任务, say: '{{ 时限 }}'}]
""",
    "a field's default that asks for a list": """drafter: 1
slots: {任务: {type: list, of: {名称: {}, 举措: {type: list, default: '{{ 名称 }}'}}}}
speech:
  title: 讲话
  closing: [{id: a, each: 任务, say: '{{ 举措 | 分号 }}'}]
""",
    "a default of the wrong type": """drafter: 1
slots: {甲: {type: date, default: 明天}, 乙: {type: number, default: '9999999999999999999999999999'}}
speech: {title: '{{ 甲 }}{{ 乙 | 汉字 }}'}
""",
    "a count past all numerals": """drafter: 1
slots: {乙: {type: number, default: '-1'}, 丙: {type: number, default: '1.5'}, 丁: {type: number, default: '99999999'}}
speech: {title: '{{ 乙 | 汉字 }}{{ 丙 | 汉字 }}{{ 丁 | 汉字 }}{{ 乙 | 序数 }}{{ 丙 | 序数 }}{{ 丁 | 序数 }}'}
""",
    "minutes without end": HEAD + "minutes: 999999999999\nspeech: {title: 讲话}\n",
    "a number of digits": HEAD + "minutes: 1e308\nspeech: {title: 讲话}\n",
}

WATCHER = """
import io, json, os, resource, signal, sys, time, traceback
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import drafter.cli.app, drafter.desk.draft, drafter.expression.explain, drafter.formats.docx.base, drafter.formats.docx.read
import encodings.idna, lxml.etree, platformdirs, zipfile

folder, home, count, patience = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[5])
secret = "canary-5f1d-sings"
may_read = (str(folder), home, sys.prefix, sys.base_prefix, os.getcwd(), sys.argv[4], "/usr/share/zoneinfo", "/dev/null")
seen = []
HARMLESS = ("typing", "inspect", "ast")  # typer's hints; numbers, which ast only parses


def caller():
    return sys._getframe(2).f_globals.get("__name__")


def watch(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        path = os.path.realpath(path) if isinstance(path, (str, bytes, os.PathLike)) else path
        writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if isinstance(path, str) and (not path.startswith(may_read[:2] if writes else may_read) or "canary" in path):
            seen.append([event, str(path)])
    elif event.split(".")[0] in ("subprocess", "socket", "ctypes", "pty", "webbrowser", "urllib", "ftplib"):
        seen.append([event, repr(arguments)[:200]])
    elif event.startswith(("os.system", "os.exec", "os.spawn", "os.posix_spawn", "os.fork", "os.kill", "os.putenv")):
        seen.append([event, repr(arguments)[:200]])
    elif event in ("exec", "compile") and caller() not in HARMLESS:
        name = getattr(arguments[0], "co_filename", None) if event == "exec" else arguments[1]
        name = os.fsdecode(name) if name is not None else "?"
        if not os.path.exists(name) and not name.startswith("<frozen"):
            seen.append([event, name])


class Hangs(BaseException):
    pass


def too_long(number, frame):
    raise Hangs


resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
signal.signal(signal.SIGPROF, too_long)
for n in range(-1, count):  # the first, which is harmless, imports what a draft imports
    if n == 0:
        sys.addaudithook(watch)
    where = folder / str(n)
    os.chdir(where)
    sys.argv = ["drafter", "draft", "brief.yaml", "-o", "speech.docx"]
    seen.clear()
    heard = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    started, code, trace = time.process_time(), 0, ""
    signal.setitimer(signal.ITIMER_PROF, patience)
    try:
        with redirect_stdout(heard), redirect_stderr(heard):
            drafter.cli.app.run()
    except SystemExit as end:
        code = end.code or 0
    except BaseException:
        trace = traceback.format_exc()
    signal.setitimer(signal.ITIMER_PROF, 0)
    seconds = time.process_time() - started
    heard.flush()
    said = heard.buffer.getvalue().decode()
    happened = list(seen)
    for path in where.glob("speech.*"):
        with zipfile.ZipFile(path) as package:
            said += "".join(package.read(name).decode() for name in package.namelist())
    answer = {"code": code, "seconds": seconds, "sings": secret in said, "seen": happened, "trace": trace,
              "said": said[:300], "files": sorted(os.listdir("."))}
    print(json.dumps(answer), file=sys.__stdout__, flush=True)
seen.clear()
open("canary").close()
eval("1")
os.system("true")
print(json.dumps({"seen": [event for event, _ in seen]}))
"""


@cache
def answers() -> dict[str, dict[str, object]]:
    """What became of every attack, from one process that drafts them all."""
    with TemporaryDirectory(prefix="attacks-") as name:
        folder = Path(name).resolve()
        (folder / "home").mkdir()
        harmless = in_prose("{{ 会议 }}")
        for n, blueprint in enumerate((harmless, *BLUEPRINTS.values()), -1):
            (folder / str(n)).mkdir()
            (folder / str(n) / "blueprint.yaml").write_text(blueprint, "utf-8")
            (folder / str(n) / "brief.yaml").write_text(brief_for(blueprint), "utf-8")
            (folder / str(n) / "canary").write_text(CANARY)
            (folder / str(n) / "canary.yaml").write_text(f"drafter: 1\ntitle: {CANARY}\n")
        home = str(folder / "home")
        done = subprocess.run(
            [sys.executable, "-c", WATCHER, str(folder), home, str(len(BLUEPRINTS)), str(ROOT), str(SECONDS * 5)],
            cwd=folder,
            env={**os.environ, "XDG_CACHE_HOME": home, "XDG_DATA_HOME": home, "CANARY": CANARY},
            stdout=subprocess.PIPE,
            timeout=300,
            check=False,
        )
        said = [json.loads(line) for line in done.stdout.decode().splitlines()]
        assert said[0]["code"] == 0, said[0]
        assert len(said) == len(BLUEPRINTS) + 2, f"the process ended with {done.returncode} after {said[-1]}"
        return dict(zip((*BLUEPRINTS, CONTROL), said[1:], strict=True))


@pytest.mark.parametrize("name", BLUEPRINTS)
def test_an_attack_runs_nothing_reads_nothing_and_is_answered(name: str) -> None:
    answer = answers()[name]
    assert answer["trace"] == ""
    assert answer["code"] in (0, 1)
    assert answer["seen"] == []
    assert not answer["sings"]
    written = {"speech.docx"} if answer["code"] == 0 else set()
    assert set(answer["files"]) == {"blueprint.yaml", "brief.yaml", "canary", "canary.yaml", *written}  # type: ignore[call-overload]
    in_time(SECONDS, answer["seconds"])  # type: ignore[arg-type]


def test_the_watcher_sees_what_an_attack_would_do() -> None:
    assert answers()[CONTROL]["seen"] == ["open", "compile", "exec", "os.system"]


def test_there_are_more_attacks_than_one_thinks_of_in_an_evening() -> None:
    assert len(BLUEPRINTS) > 100
