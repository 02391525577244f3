"""The house stays as it was built: small functions and files, pure engine, one reader of the environment."""

import ast
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CODE = sorted(path for folder in ("bot", "tests", "bench") for path in (ROOT / folder).rglob("*.py"))
BOT = [path for path in CODE if path.is_relative_to(ROOT / "bot")]
ENGINE = [path for path in BOT if path.is_relative_to(ROOT / "bot" / "engine")]
FUNCTION_LINES = 35
FILE_LINES = 300

LONGER: dict[str, str] = {}
"""Files of data that may be longer, and why: {"tests/engine/table.py": "one row a rule"}."""

ENGINE_MAY_IMPORT = {
    "bot", "msgspec", "transitions",
    "__future__", "abc", "bisect", "collections", "dataclasses", "datetime", "enum", "functools", "hashlib", "hmac",
    "itertools", "math", "operator", "re", "string", "types", "typing", "unicodedata",
}  # fmt: skip
"""The other half of the contract in pyproject.toml: what is not named there is not thereby allowed."""

ABSOLUTE = re.compile(r"(?<![\w.~:/-])/(?:home|root|Users)/\w")
ONE_SENTENCE = re.compile(r"(?:(?![.?!]\s+[A-Z])(?!\n\n)[\s\S])+[.?!]")
NOT_OURS = {"dist", "build", "htmlcov", "__pycache__", "node_modules"}
HIDDEN_BUT_OURS = {".ci", ".gitignore", ".vscode"}


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), named(path))


def imported(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "."


def our_files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in NOT_OURS or (path.name.startswith(".") and path.name not in HIDDEN_BUT_OURS):
            continue
        if path.is_dir():
            yield from our_files(path)
        else:
            yield path


every_file = pytest.mark.parametrize("source", CODE, ids=named)


def test_the_house_is_found():
    assert ROOT / "bot" / "settings.py" in CODE


@every_file
def test_functions_are_small(source: Path):
    functions = [node for node in ast.walk(tree(source)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    lines = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions}
    assert {name: count for name, count in lines.items() if count > FUNCTION_LINES} == {}


@every_file
def test_files_are_small(source: Path):
    lines = len(source.read_text("utf-8").splitlines())
    assert lines <= FILE_LINES or named(source) in LONGER, f"{lines} lines"


def test_every_exemption_is_needed():
    assert [name for name in LONGER if len((ROOT / name).read_text("utf-8").splitlines()) <= FILE_LINES] == []


@every_file
def test_a_modules_docstring_is_one_sentence(source: Path):
    docstring = ast.get_docstring(tree(source)) or ""
    assert ONE_SENTENCE.fullmatch(docstring), f"one sentence with its full stop, and no more; found: {docstring!r}"


def test_only_settings_reads_the_environment():
    readers = [named(path) for path in BOT if re.search(r"\b(?:environb?|getenvb?)\b", path.read_text("utf-8"))]
    assert readers == ["bot/settings.py"]


@pytest.mark.parametrize("source", ENGINE, ids=named)
def test_the_engine_imports_only_what_is_pure(source: Path):
    assert {name.split(".")[0] for name in imported(tree(source))} - ENGINE_MAY_IMPORT == set()


def test_no_file_names_a_path_of_this_machine():
    here = {ROOT, ROOT.parent, Path.home()} - {Path("/"), Path(tempfile.gettempdir())}
    found = re.compile("|".join([ABSOLUTE.pattern, *(rf"(?<![\w.:/-]){re.escape(str(path))}\b" for path in here)]))
    texts = {named(path): path.read_text("utf-8", errors="replace") for path in our_files(ROOT)}
    assert [name for name, text in texts.items() if found.search(text)] == []
