"""The shipped flow with short words that staff never change, in two languages; and ways to read and play a script."""

from functools import cache
from pathlib import Path

from msgspec.structs import replace

from bot.authoring.problems import Problems
from bot.authoring.project import load
from bot.conversations.modes import Mode
from bot.conversations.script import read_script
from bot.conversations.steps import Script
from bot.conversations.suite import Result, play_file
from bot.engine.catalog import Catalog, Line, template
from bot.engine.library import Library, Source

ROOT = Path(__file__).resolve().parents[2]

TEXTS = {
    "command.draft": "A draft.",
    "command.old_button": "That button is old.",
    "command.help": "Call {clinic.phone} for help.",
    "red_flags.nerves": "Is any of this new?\nNumb between the legs",
    "red_flags.emergency": "Call {emergency.number} now. Do not drive.",
    "welcome.start": "Hi. I am no person. {channel.name} is not private.",
}
"""The words that tests look for; every other text names its own key."""


@cache
def shipped() -> Library:
    """The project as it is."""
    loaded = load(ROOT)
    assert loaded.library is not None
    return loaded.library


@cache
def library() -> Library:
    """The small words in English, and the same in Spanish with ES before each."""
    source: Source = shipped().source
    english = _small(source.catalogs["en"])
    texts = {key: template("ES " + "".join(_braced(text.parts))) for key, text in english.texts.items()}
    lines = {key: replace(line, label=f"ES {line.label}") for key, line in english.lines.items()}
    spanish = replace(english, lang="es", texts=texts, lines=lines)
    return Library(replace(source, catalogs={"en": english, "es": spanish}, demo=True))


def _small(catalog: Catalog) -> Catalog:
    return replace(
        catalog,
        texts={key: template(TEXTS.get(key, f"Text {key}.")) for key in catalog.texts},
        lines={key: Line(key.rpartition(".")[2].replace("_", " ").capitalize()) for key in catalog.lines},
        after={},
        facts={**catalog.facts, "clinic.phone": "555-0100", "emergency.number": "911"},
    )


def _braced(parts: tuple[str, ...]) -> list[str]:
    return ["{" + part + "}" if number % 2 else part for number, part in enumerate(parts)]


def write(text: str, name: str = "talk.yaml") -> Path:
    """A file in the folder of the test; a script that does not begin with its name gets one."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text if text.startswith("conversation:") else f"conversation: A talk\n{text}", "utf-8")
    return path


def script(text: str) -> Script:
    """A script without mistakes."""
    problems = Problems()
    found = read_script(write(text), "talk.yaml", library(), problems)
    assert found is not None, [str(problem) for problem in problems]
    return found


def mistakes(text: str) -> list[str]:
    """What is wrong in a script: line, column and sentences."""
    problems = Problems()
    assert read_script(write(text), "talk.yaml", library(), problems) is None
    return [f"{p.line}:{p.column} {p.found} | {p.fits} | {p.mend}" for p in problems]


def played(text: str, mode: Mode = Mode.PLAIN) -> str:
    """What a failure says; nothing where the conversation passes."""
    result = first_failing(text, mode)
    return str(result) if result else ""


def differences(text: str, mode: Mode = Mode.PLAIN) -> tuple[tuple[str, str], ...]:
    """What was expected and got; empty where the conversation passes."""
    result = first_failing(text, mode)
    return result.failure.differences if result and result.failure else ()


def first_failing(text: str, mode: Mode = Mode.PLAIN) -> Result | None:
    """What became of the first row that does not pass."""
    return next((result for result in play_file(write(text), library(), mode) if not result.passed), None)


def mend(text: str) -> str:
    """The line that a failure offers."""
    result = first_failing(text)
    assert result is not None
    assert result.failure is not None
    return result.failure.mend
