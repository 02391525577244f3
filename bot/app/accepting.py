"""`heatwise test --accept`: shows which words have changed, asks, and writes them into the conversations."""

import sys
from collections.abc import Sequence
from pathlib import Path

from bot.conversations.accept import Review, review
from bot.conversations.edits import Edit, apply, write
from bot.conversations.suite import play_all
from bot.conversations.yaml_words import word
from bot.engine.library import Library

READ_TWICE = "  (a text about danger: read it twice)"


def accept(files: Sequence[Path], library: Library, yes: bool, dry_run: bool) -> bool:
    """Take the words that have changed; whether every conversation passes afterwards."""
    found = review(files, library)
    edits = sorted(found.edits.values(), key=lambda edit: (edit.file, edit.line, edit.start))
    _tell(found, edits)
    unsettled = bool(found.failed or found.by_hand)
    if not edits or dry_run:
        return not unsettled and not edits
    if not yes and not _agreed(len(edits)):
        return False
    for path, text in apply(edits).items():
        write(path, text)
    again = list(play_all(found.files, library))
    for result in again:
        if not result.passed:
            print(f"FAILED  {result}\n")
    good = sum(result.passed for result in again)
    print(f"Wrote {_count(len(edits), 'change')}. Played again: {good} passed, {len(again) - good} failed")
    return good == len(again) and not unsettled


def _tell(found: Review, edits: Sequence[Edit]) -> None:
    for result in found.failed:
        print(f"FAILED  {result}\n")
    if found.failed:
        failures = _count(len(found.failed), "failure")
        print(f"{failures} in what may be more than words: nothing of these conversations is accepted.\n")
    for line in found.by_hand:
        print(f"{line}.\n")
    if not edits:
        print(f"No words to accept. {found.passed} passed, {len(found.failed)} failed")
        return
    print(f"Only words have changed in {_count(len(found.files), 'conversation')}:\n")
    for edit in edits:
        change = edit.change
        print(f"  {edit.file}:{edit.line}{READ_TWICE if change.danger else ''}")
        print(f"    was  {word(change.old)}\n    now  {word(change.new)}\n")


def _agreed(number: int) -> bool:
    if not sys.stdin.isatty():
        print("Nothing was written: nobody is here to ask. To take these words: heatwise test --accept --yes")
        return False
    answer = input(f"Write {_count(number, 'change')}? [y/N] ").strip().casefold()
    if answer not in ("y", "yes"):
        print("Nothing was written.")
        return False
    return True


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
