"""The strict reader: bytes that staff saved in, a node with places out, and every refusal told in plain words."""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

from bot.authoring.nodes import Builder, Node, TooDeep, place
from bot.authoring.problems import Place, Problems, Report

LIMIT: Final = 256 * 1024
"""How many bytes a file may have."""

# The events, not `compose`: that one crashes the process on 30,000 brackets, and resolves aliases without a word.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_LINE_END = re.compile(r"\r\n|\r|\n")
# Spaces that look like a space, or like nothing, and are none to YAML: a word processor puts them there.
_ODD = "\xa0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000"
_ODD_SPACE = re.compile(f"[{_ODD}]")
_INDENT = re.compile(f"[ \t{_ODD}]*")
_AFTER_SIGN = re.compile(f"[ {_ODD}]*(?:-|[\\w.]+:)([{_ODD}])")
# What YAML refuses, and the three invisible line ends that it takes but editors do not count: after one of them every
# line number would be wrong.
_INVISIBLE = re.compile("[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_STAND_IN = "\ufffd"


def read(path: Path, name: str, problems: Problems) -> Node | None:
    """What the file says; None, with problems that say why, if it says nothing that can be used.

    Files that say the same may share a node: whoever changes it works on a copy.
    """
    try:
        data = _bytes_of(path)
    except (OSError, ValueError) as error:
        found = f"The file cannot be opened ({getattr(error, 'strerror', None) or error})"
        mend = "Look whether the file is there and whether you may read it"
        Report(name, problems).refuse((1, 1), found, "", mend)
        return None
    if data is None:
        found = "This is a folder or a device where a file should be"
        Report(name, problems).refuse((1, 1), found, "A YAML file", "Rename it, or take it out of this folder")
        return None
    return _faultless(data) or read_text(data, name, problems)


def read_text(data: bytes, name: str, problems: Problems) -> Node | None:
    """The same for bytes that are here already, as a node of its own."""
    report = Report(name, problems)
    text = _decoded(data, report)
    return None if text is None else _parsed(_cleaned(text, report), report)


@lru_cache(maxsize=128)  # a project is read again and again while nearly nothing of this changes
def _faultless(data: bytes) -> Node | None:
    """What the bytes say, if there is nothing to refuse in them."""
    problems = Problems()
    node = read_text(data, "", problems)
    return None if problems else node


def _bytes_of(path: Path) -> bytes | None:
    if path.exists() and not path.is_file():  # asked first: to open a pipe would wait for ever
        return None
    with path.open("rb") as file:
        return file.read(LIMIT + 1)


def _decoded(data: bytes, report: Report) -> str | None:
    """The text, with a stand-in for what is not UTF-8; None if there is no sense in reading on."""
    if len(data) > LIMIT:
        found = f"The file is larger than {LIMIT // 1024} KiB"
        report.refuse((1, 1), found, f"At most {LIMIT // 1024} KiB", "Split it into several files")
        return None
    try:
        return data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        _refuse_encoding(data, error.start, report)
    # Zeros between the letters: another encoding throughout. Else a few letters are wrong, the rest is worth reading.
    return None if b"\0" in data else data.decode(errors="replace").removeprefix("\ufeff")


def _refuse_encoding(data: bytes, offset: int, report: Report) -> None:
    lines = _LINE_END.split(data[:offset].decode().removeprefix("\ufeff"))
    report.refuse(
        (len(lines), len(lines[-1]) + 1),
        f"The file is not in UTF-8: byte {offset} of it, {data[offset]:#04x}, is not part of any letter",
        "Text in UTF-8, the encoding that also holds ñ and á",
        'Save the file again with the encoding "UTF-8"',
    )


def _cleaned(text: str, report: Report) -> str:
    """The text with plain spaces before its lines and without invisible characters; each line with others is told."""
    if "\t" not in text and _INVISIBLE.search(text) is None and _ODD_SPACE.search(text) is None:
        return text
    lines = _LINE_END.split(text)
    return "\n".join(_cleaned_line(line, number, report) for number, line in enumerate(lines, 1))


def _cleaned_line(line: str, number: int, report: Report) -> str:
    line = _indented(line, number, report)
    invisible = _INVISIBLE.search(line)
    if invisible is None:
        return line
    report.refuse(
        (number, invisible.start() + 1),
        f"An invisible character stands here (U+{ord(invisible.group()):04X})",
        "Letters, digits, signs, spaces and line ends",
        "Delete the character, or delete the line and type it again",
    )
    return _INVISIBLE.sub(_STAND_IN, line)


def _indented(line: str, number: int, report: Report) -> str:
    indent = _INDENT.match(line)
    indented = indent.group() if indent else ""
    if "\t" in indented:
        at = number, indented.index("\t") + 1
        report.refuse(at, "This line begins with a tab", "Only spaces before a line", "Use spaces instead of the tab")
    odd = _ODD_SPACE.search(indented)
    if odd:
        _refuse_space(odd.group(), (number, odd.start() + 1), report, "stands before this line")
    return _ODD_SPACE.sub(" ", indented.replace("\t", " ")) + line[len(indented) :]


def _refuse_space(space: str, at: Place, report: Report, where: str) -> None:
    """Who cannot see it must be told what it is called."""
    name = unicodedata.name(space).lower()
    found = f"An invisible character, {name} (U+{ord(space):04X}), {where}"
    report.refuse(at, found, "Ordinary spaces, made with the space bar", "Delete it, and type a space in its place")


def _parsed(text: str, report: Report) -> Node | None:
    cleaned_before = report.count > 0
    try:
        root = Builder(report).build(yaml.parse(text, Loader=_LOADER))
    except TooDeep:
        return None
    # The parser in Python, without the C one, lets int's and chr's own errors out at "\UFFFFFFFF".
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        if not cleaned_before:  # else it is most likely an echo of what was told already
            _refuse_syntax(error, text, report)
        return None
    if root is not None and root.value != "":
        return root
    if not report.count:
        report.refuse((1, 1), "The file is empty", "At least one name and its value", "Write it, or delete the file")
    return None


class _Cause(NamedTuple):
    """A mistake as the parser names it, and as we do."""

    said: str  # what the parser says, a pattern
    here: str  # what the line looks like, a pattern; \0 marks the place
    found: str  # {here}: the character at the place
    mend: str
    opening: bool = False  # the mistake stands where the parser began, not where it gave up
    fits: str = ""


_BEGINS = 'A text without quotes cannot begin with "{here}"'
_COLON = "A colon and a space stand inside a text without quotes"
_QUOTE_IT = "Put the whole text in quotes, or write |- here and the text on the next line, indented"

# The first that fits is told. The parsers in C and in Python say most things in different words.
_CAUSES: Final = (
    _Cause("directive|incompatible YAML", "", "A line cannot begin with %", "Delete it, or put the text in quotes"),
    _Cause("start any token|tab character", r"\0\t", "A tab stands here", "Use spaces instead of the tab"),
    _Cause("start any token", "", _BEGINS, _QUOTE_IT),
    _Cause("anchor|alias", "", 'A text without quotes cannot begin with "*" or "&"', _QUOTE_IT, opening=True),
    _Cause(r"\btag\b", "", 'A text without quotes cannot begin with "!"', _QUOTE_IT, opening=True),
    _Cause(
        "mapping values",
        r"[:-]\s+[“”„‟«»‘’].*\0",
        "The quotes of a word processor stand around this text, and a colon and a space in it",
        "Type both quotes again as straight ones",
        fits='For example: say: "Please note: no heat today"',
    ),
    _Cause("mapping values", r":\s.*\0", _COLON, _QUOTE_IT, fits='For example: say: "Please note: no heat today"'),
    _Cause(
        "mapping values",
        "",
        "This line does not go together with the line above it",
        "Look whether the line above has a colon and a space after its name, and whether both are indented alike; "
        "if this is part of a text, put the whole text in quotes",
    ),
    _Cause(
        "expected ':'",
        "",
        "A colon and a space are missing after a name, or a space after a dash",
        "Write the missing sign; if this is the rest of a text, indent it further than the name above",
        opening=True,
        fits='"name: value" or "- value"',
    ),
    _Cause(
        "end of stream|unexpected document",
        "",
        "A quote opens here and is never closed",
        "Write the same quote at the end of the text",
        opening=True,
    ),
    _Cause(
        r"escape|hexa?dec|chr\(\)|int too large",
        "",
        "A backslash stands in a text in double quotes, with nothing after it that goes with it",
        "Write two backslashes, or put the text in single quotes",
    ),
    _Cause("block scalar", "", "Something stands after | or > on the same line", "Write it on the next line, indented"),
    _Cause(
        "entries are not",
        "",
        "A list cannot begin here",
        "Write each dash on a line of its own, all of them indented alike; if this is a text, put it in quotes",
    ),
    _Cause("keys are not|expected", r"\0\?", _BEGINS, _QUOTE_IT),
    _Cause(
        "expected",
        r"[\"'] *\0",
        "The text in quotes ends before this place, but the line goes on",
        "Look whether a quote is missing in the lines above; for a text that holds quotes or an apostrophe, write |- "
        "in place of it and the text on the next line, indented and without quotes around it",
    ),
    _Cause("expected", r"[\]}] *\0", "The line goes on after the bracket that ends before this place", _QUOTE_IT),
    _Cause("expected ',' or", r":.*\0:", _COLON, "Put the whole text in quotes"),
    _Cause(
        "expected ',' or",
        "",
        "A bracket [ or { opens here, and its partner ] or }, or a comma, is missing",
        "Close the bracket, and put a comma between what stands in it; if it belongs to a text, put the text in quotes",
        opening=True,
    ),
    _Cause("node content", r"\0$", "Something is missing here: a value, or a closing ] or }", "Write what is missing"),
    _Cause("node content", "", _BEGINS, "Delete it, or put the whole text in quotes"),
    _Cause(
        "expected",
        "",
        "This line is indented like none of the lines above that it could belong to, or a list and names are mixed",
        "Indent it exactly like the lines that it belongs with",
    ),
    _Cause("", "", "This cannot be read, or what stands just above", "Compare quotes, brackets and indentation"),
)


def _refuse_syntax(error: Exception, text: str, report: Report) -> None:
    lines = _LINE_END.split(text)
    at = _place_of(error, "problem_mark", lines) or (1, 1)
    for number in range(max(1, at[0] - 1), at[0] + 1):
        odd = _AFTER_SIGN.match(lines[number - 1])
        if odd:  # to YAML, neither a name ends there nor does a list begin
            _refuse_space(odd.group(1), (number, odd.start(1) + 1), report, "stands behind a colon or a dash")
            return
    here = _marked(lines, at)
    said = f"{getattr(error, 'context', '')}: {getattr(error, 'problem', error)}"
    cause = next(cause for cause in _CAUSES if re.search(cause.said, said) and re.search(cause.here, here))
    began = _place_of(error, "context_mark", lines) or at
    found = cause.found.replace("{here}", here.partition("\0")[2][:1])
    report.refuse(began if cause.opening else at, found, cause.fits, cause.mend)


def _place_of(error: Exception, mark_name: str, lines: list[str]) -> Place | None:
    mark = getattr(error, mark_name, None)
    if mark is None:
        return None
    at = place(mark)
    # At the end of a text without a last line end, the C parser counts a line that nobody sees.
    return at if at[0] <= len(lines) else (len(lines), len(lines[-1]) + 1)


def _marked(lines: list[str], at: Place) -> str:
    """The line around the place, with a zero at the place: no text has one any more."""
    line, column = lines[at[0] - 1], at[1] - 1
    # A line can be the whole file, and the patterns of the causes go over it again and again.
    return f"{line[max(0, column - 200) : column]}\0{line[column : column + 200]}"
