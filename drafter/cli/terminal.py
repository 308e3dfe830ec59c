"""A line typed or a row picked before a terminal, with a way back and a way out at any point."""

from __future__ import annotations

from asyncio import get_running_loop
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext

import typer
from prompt_toolkit.application import Application, get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition, is_done
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import BufferControl, ConditionalContainer, FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.layout.dimension import Dimension
from prompt_toolkit.layout.processors import AfterInput, BeforeInput, ConditionalProcessor
from prompt_toolkit.output import create_output

from drafter.catalogue import _
from drafter.cli.line import (
    BACK,
    CODES,
    STOP,
    Asked,
    Back,
    Judge,
    Plain,
    Row,
    Stop,
    Verdict,
    clean,
    label,
    matching,
    no_row,
    plain,
    sought,
    sound,
)
from drafter.sentences import visible

Taken = tuple[str, str] | Verdict
"""A row's answer and a typed line, one of them empty; or why there is neither."""


PAGE, ABOVE = 10, 4
"""Rows that a key for a page goes over, and that are left for what stands above them."""
UNUSED = ("c-z", "c-x", "c-r", "c-s", "c-o", "c-q", "tab", "f2", "f4", Keys.Vt100MouseEvent, Keys.WindowsMouseEvent)
"""Keys that would open something of the library's; a pasted code for a colour looks like a mouse."""


def attended() -> AbstractContextManager[None]:
    """Keys that are pressed between two questions wait for the next one, and are not echoed meanwhile."""
    return nullcontext() if plain() else create_input().raw_mode()


@contextmanager
def stopping() -> Iterator[None]:
    """Questions before a terminal; who stops has nothing written."""
    try:
        with attended():
            yield
    except (Stop, EOFError):
        typer.echo(_("stopped; nothing was written"))
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        typer.echo(_("stopped; nothing was written"))
        raise typer.Exit(130) from None


def picked(words: str, rows: Sequence[tuple[str, str]], start: str = "") -> str:
    """The answer of the row that is picked, each row having its words and its answer; raises Back or Stop."""
    return found(words, [Row(*row) for row in rows], start, seeks=False)


def found(words: str, rows: Sequence[Row], start: str = "", *, seeks: bool = True) -> str:
    """The same of rows that are sought, so that there are fewer with every word that is typed."""
    typer.echo(f"? {visible(words)}")
    return asked("", lambda text: no_row(text, [row[:2] for row in rows]), rows, start, seeks=seeks)[0]


def typed(words: str, given: str, wrong: Callable[[str], str]) -> str:
    """A line that is typed; `wrong` says what is wrong with it, or nothing; raises Back or Stop."""
    typer.echo(f"? {visible(words)}")
    return asked(given, lambda text: Verdict(said) if (said := wrong(text)) else None)[1]


def asked(
    given: str,
    judge: Judge,
    rows: Sequence[Row] = (),
    start: str = "",
    *,
    says: str = "",
    adds: bool = False,
    hint: str = "",
    seeks: bool = False,
) -> tuple[str, str]:
    """The row that is picked and the line that is typed, one of them empty; raises Back, Stop or KeyboardInterrupt.

    A typed line that is a row's number, or begins its words, picks it, unless what is typed `adds` something new; if it `seeks`, the
    rows that hold all its words are left.
    """
    every = [*rows, Row(_("back"), BACK, False), Row(_("stop"), STOP, False)] if rows else []
    judged = clean(judge)
    ask = (Plain if plain() else _Line)(given, judged, every, start, adds, hint, seeks)
    answer, text = ask.run(says)
    if answer == BACK:
        raise Back
    if answer == STOP:
        raise Stop
    return answer, text


class _Line(Asked):
    """A line that is typed, with the rows below it and what is said of it between them."""

    def run(self, says: str) -> tuple[str, str]:
        """The row and the line; what is said of a line that is not taken stands above the next try."""
        self.buffer = Buffer(multiline=True)
        self.buffer.on_text_changed += self._typed
        while True:
            if says:
                typer.echo(says)
            self._write(self.given)
            taken = self._app().run(pre_run=_calm, set_exception_handler=False)
            if not isinstance(taken, Verdict):
                return taken
            says, self.given = taken.says, self.buffer.text if taken.text is None else taken.text

    def _write(self, text: str) -> None:
        self.buffer.text = text
        self.buffer.cursor_position = len(text)

    def _app(self) -> Application[Taken]:
        output = create_output()
        if hasattr(output, "enable_cpr"):
            output.enable_cpr = False  # a terminal that does not say where its cursor is would be told off in English
        app: Application[Taken] = Application(Layout(self._body()), key_bindings=self._keys(), output=output)
        app.ttimeoutlen = 0.1  # Esc alone
        return app

    def _body(self) -> HSplit:
        empty = Condition(lambda: not self.buffer.text) & ~is_done
        around = [BeforeInput("> "), ConditionalProcessor(AfterInput(self.hint, "italic"), empty)]
        line = Window(BufferControl(self.buffer, input_processors=around), wrap_lines=True, dont_extend_height=True)
        rows = Window(FormattedTextControl(self._shown, show_cursor=False), height=_room, dont_extend_height=True)
        return HSplit([line, ConditionalContainer(rows, ~is_done)], window_too_small=Window())

    def _shown(self) -> StyleAndTextTuples:
        parts: StyleAndTextTuples = []
        if self.seeks and not sought(self.buffer.text, self.rows):
            parts += [("italic", "  " + _("nothing holds these words; Esc clears them")), ("", "\n")]
        for n in self._open():
            here = n == self.at
            parts += [("[SetCursorPosition]", "")] if here else []
            parts.append(("bold" if here else "", f"{'»' if here else ' '} {visible(label(self.rows, n))}"))
            parts.append(("", "\n"))
        return parts[:-1]

    def _open(self) -> list[int]:
        """The rows that stand there: those that are sought, and the ways out."""
        if not self.seeks:
            return [*range(len(self.rows))]
        found = sought(self.buffer.text, self.rows)
        return [*found, *(n for n, row in enumerate(self.rows) if not row.numbered and n not in found)]

    def _typed(self, buffer: Buffer) -> None:
        found = sought(buffer.text, self.rows) if self.seeks else matching(buffer.text, self.rows, self.adds)
        if found and (buffer.text or not self.seeks):
            self.at = found[0]

    def taken(self, text: str) -> tuple[str, str] | Verdict:
        """The same; of the rows that are sought, the one that is pointed at."""
        if self.seeks and text and self.at in self._open() and sought(text, self.rows):
            return self.rows[self.at].answer, ""
        return super().taken(text)

    def _keys(self) -> KeyBindings:
        keys = KeyBindings()
        for key, raised in (("s-tab", Back), ("c-c", KeyboardInterrupt), ("<sigint>", KeyboardInterrupt)):
            keys.add(key, eager=True)(lambda event, raised=raised: _leave(event, raised))
        keys.add("enter", eager=True)(self._enter)
        keys.add("c-j", eager=True)(self._enter)
        keys.add("escape", eager=True)(lambda event: _escape(event, self._clear if self.seeks else lambda: False))
        keys.add("c-d", eager=True)(lambda event: _leave(event, Stop) if not self.buffer.text else self.buffer.delete())
        keys.add("up", eager=True)(lambda event: self._move(-1))
        keys.add("down", eager=True)(lambda event: self._move(1))
        keys.add("pageup", eager=True)(lambda event: self._move(-PAGE))
        keys.add("pagedown", eager=True)(lambda event: self._move(PAGE))
        keys.add(Keys.BracketedPaste, eager=True)(lambda event: self.buffer.insert_text(sound(event.data).rstrip("\n")))
        keys.add(Keys.Any)(lambda event: self.buffer.insert_text(sound(event.data)))
        keys.add("c-u", eager=True)(lambda event: self._write(""))
        for key in UNUSED:
            keys.add(key, eager=True)(lambda event: None)
        return keys

    def _move(self, by: int) -> None:
        if self.rows:
            if not (self.adds or self.seeks):
                self.buffer.text = ""
            every = self._open()
            at = every.index(self.at) if self.at in every else 0
            self.at = every[(at + by) % len(every) if abs(by) == 1 else max(0, min(at + by, len(every) - 1))]
        elif by < 0:
            self.buffer.cursor_up()
        else:
            self.buffer.cursor_down()

    def _clear(self) -> bool:
        """Whether there was something in the line, which is gone."""
        had = bool(self.buffer.text)
        self._write("")
        return had

    def _enter(self, event: KeyPressEvent) -> None:
        """Take the line; an Enter with words right behind it was pasted, and is a line break."""
        if self.buffer.text and _words_wait(event):
            self.buffer.insert_text("\n")
            return
        try:
            taken = self.taken(self.buffer.text.strip())
        except BaseException as error:  # nobody else would hear of it
            event.app.exit(exception=error)
            return
        if isinstance(taken, Verdict):
            event.app.erase_when_done = True
        else:  # it stays on the screen
            self._write(next((row.shown for row in self.rows if row.answer == taken[0]), taken[1]))
        event.app.exit(result=taken)


def _room() -> Dimension:
    """As many rows as leave the question, the line and an answer on the screen."""
    return Dimension(max=max(3, get_app().output.get_size().rows - ABOVE))


def _calm() -> None:
    """Pass over a key that the library stumbles on: it would show a traceback, and wait for Enter in English."""
    get_running_loop().set_exception_handler(lambda loop, context: None)


def _words_wait(event: KeyPressEvent) -> bool:
    """Whether there is more than further Enters behind a key: nobody types so fast."""
    return any(key.data == key.key and key.data.isprintable() for key in event.key_processor.input_queue)


def _leave(event: KeyPressEvent, raised: type[BaseException]) -> None:
    if not event.app.is_done:
        event.app.exit(exception=raised)


def _escape(event: KeyPressEvent, clear: Callable[[], bool]) -> None:
    """Stop, unless there is something to clear; an Esc with something right behind it is a code that was pasted, and is passed over."""
    waiting = event.key_processor.input_queue
    text = "".join(key.key if len(key.key) == 1 else "\0" for key in waiting)
    if not text:
        if not clear():
            _leave(event, Stop)
        return
    found = CODES.match("\x1b" + text)
    for _n in range(len(found[0]) - 1 if found else 0):
        waiting.popleft()
