"""What staff rightly change is not refused: no Critical, no Warning."""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

from bot.app.rooms import ROOMS
from bot.authoring.project import load
from bot.cli import main_app
from tests.authoring.planted import (
    CARDS,
    CLINIC,
    COMMAND_WORDS,
    END_WORDS,
    ENDS,
    HEALTH,
    HEAT,
    HEAT_WORDS,
    QUICK,
    RULE_WORDS,
    RULES,
    copy_project,
    copy_whole_project,
    problems_of,
    replace,
)

CARD_WORDS, HEALTH_WORDS = "content/en/alternatives.yaml", "content/en/precautions.yaml"
QUICK_WORDS, FLAG_WORDS = "content/en/quick_answers.yaml", "content/en/red_flags.yaml"
PILLS = "  pills:\n    buttons:\n      back: {go: back}\n    back: menu\n"


class Edit(NamedTuple):
    """One text of one file replaced."""

    file: str
    old: str
    new: str


EDITS: dict[str, Sequence[Edit]] = {
    "another sentence": [
        Edit(QUICK_WORDS, "If you want to pull away, it is too hot.", "Do you want to pull away? Then it is too hot."),
    ],
    "another label": [Edit(FLAG_WORDS, "    finish: Finish\n", "    finish: That is all\n")],
    "a text cut into two bubbles": [
        Edit(END_WORDS, "declined:\n  say: |-\n    ", "declined:\n  say:\n    - Thank you.\n    - |-\n      "),
    ],
    "a text under another name": [
        Edit(HEALTH_WORDS, "\nclosed_ask: |-", "\ncall_first: |-"),
        *(Edit(HEALTH, f"{{when: {{{option}: ask_first}}, say: closed_ask",
             f"{{when: {{{option}: ask_first}}, say: call_first")
          for option in ("cold", "contrast", "creams", "stretching", "tens")),
    ],
    "another option line": [
        Edit(HEALTH, "      - sleepy\n", "      - sleepy\n      - alcohol: {sets: {precautions: sleepy}}\n"),
        Edit(HEALTH_WORDS, "    sleepy:\n",
             "    alcohol:\n      label: Alcohol\n      line: You had alcohol today\n    sleepy:\n"),
    ],
    "a new precaution with its rule and its words": [
        Edit(RULES, "cream_on, sleepy, blood_flow", "cream_on, sleepy, asthma, blood_flow"),
        Edit(RULES, "    implant: {when:",
             "    asthma: {when: {precautions: asthma}, creams: ask_first}\n    implant: {when:"),
        Edit(HEALTH, "      - heart\n", "      - heart\n      - asthma\n"),
        Edit(HEALTH_WORDS, "    heart:\n", "    asthma: Asthma\n    heart:\n"),
        Edit(RULE_WORDS, "  implant: a pacemaker", "  asthma: asthma\n  implant: a pacemaker"),
        Edit(RULE_WORDS, "    sleepy: ", "    asthma: asthma\n    sleepy: "),
    ],
    "a stricter rule": [
        Edit(RULES, "cold: caution, tens: ask_first, dry_heat: ask_first}",
             "cold: ask_first, tens: ask_first, dry_heat: ask_first}"),
    ],
    "a flag made more urgent": [
        Edit(RULES, "    deep_burn: {result: emergency",
             "    worst: {result: emergency, when: {same_day_flags: worst_pain}}\n"
             "    deep_burn: {result: emergency"),
    ],
    "another order": [
        Edit(RULES, "result: [mind_body, creams, cold, moist_heat, contrast]",
             "result: [mind_body, cold, creams, moist_heat, contrast]"),
    ],
    "a new button": [
        Edit(ENDS, "  declined:\n    end: true\n    buttons:\n",
             "  declined:\n    end: true\n    buttons:\n      help: {go: seek_care.overview}\n"),
        Edit(END_WORDS, "    start_over: Start over\n\nminor:",
             "    start_over: Start over\n    help: Get help\n\nminor:"),
    ],
    "a new page": [
        Edit(QUICK, PILLS, PILLS + "\n  ice:\n    buttons:\n      back: {go: back}\n    back: menu\n"),
        Edit(QUICK, "      pills: {go: pills}\n", "      pills: {go: pills}\n      ice: {go: ice}\n"),
        Edit(QUICK_WORDS, "    pills: What about pills?\n", "    pills: What about pills?\n    ice: What about ice?\n"),
        Edit(QUICK_WORDS, "\npills:\n",
             "\nice:\n  say: Read the card of cold first.\n  buttons:\n    back: Back\n\npills:\n"),
    ],
    "a new question": [
        Edit(HEAT, "      - {when: {heat: none}, go: red_flags.today}\n      - go: signs\n",
             "      - {when: {heat: none}, go: red_flags.today}\n      - go: how_often\n\n  how_often:\n    ask: one\n"
             "    choices: [daily, weekly]\n    next:\n      - go: signs\n"),
        Edit(HEAT_WORDS, "\nsigns:\n",
             "\nhow_often:\n  say: How often do you use it?\n  choices:\n    daily: Every day\n"
             "    weekly: Now and then\n\nsigns:\n"),
    ],
    "a question and its page taken out": [
        Edit(QUICK, "      pills: {go: pills}\n", ""), Edit(QUICK, PILLS, ""),
        Edit(QUICK_WORDS, "    pills: What about pills?\n", ""),
        Edit(QUICK_WORDS, "\npills:\n  say: |-\n    I cannot advise on pills. Do not stop or change any on your own. "
             "Ask your pharmacist or call {clinic.phone}.\n  buttons:\n    back: Back\n", ""),
    ],
    "other hours and another phone": [
        Edit(CLINIC, "Monday to Friday, 8 am to 5 pm", "Monday to Thursday, 7 am to 3 pm"),
        Edit(CLINIC, "(602) 555-0100", "(602) 555-0142"),
    ],
    "another time limit on a card": [
        Edit(CARD_WORDS, "How long: about 12 minutes, once or twice a day.", "How long: about 8 minutes, once a day."),
    ],
    "what is denied": [
        Edit(QUICK_WORDS, "I cannot advise on pills.",
             "I cannot advise on pills. Never stop taking them without asking."),
    ],
    "another word for a command": [Edit(COMMAND_WORDS, "  stop: [stop,", "  stop: [stop, enough now,")],
    "a page for some people": [
        Edit(QUICK, "      pills: {go: pills}\n",
             "      pills: {when: {heat: [dry, both], unanswered: false}, go: pills}\n"),
    ],
    "a card that shows more": [
        Edit(CARDS, "    option: cold\n    questions: precautions.for_cold\n    shows: [say, alternatives.stop_line]",
             "    option: cold\n    questions: precautions.for_cold\n"
             "    shows: [say, first_time, alternatives.stop_line]"),
        Edit(CARD_WORDS, "\ncold:\n", "\ncold:\n  texts:\n    first_time: The first time, stay at 5 minutes.\n"),
    ],
}  # fmt: skip


def test_there_are_at_least_fifteen():
    assert len(EDITS) >= 15


@pytest.mark.parametrize("what", EDITS)
def test_a_sensible_edit_is_not_refused(tmp_path: Path, what: str):
    project = copy_project(tmp_path)
    for edit in EDITS[what]:
        replace(project, *edit)
    assert [str(problem) for problem in problems_of(load(project, rooms=ROOMS))] == []


def test_an_edit_of_both_languages_is_not_refused_once_they_were_compared(tmp_path: Path):
    project = copy_whole_project(tmp_path)
    replace(project, QUICK_WORDS, "If you want to pull away, it is too hot.", "If it hurts, it is too hot.")
    replace(project, "content/es/quick_answers.yaml", "Si quiere quitarlo, está", "Si duele, está")
    compared(project, "es", "quick_answers.too_hot")
    assert problems_of(load(project, rooms=ROOMS)) == []


def test_a_third_language_is_not_refused(tmp_path: Path):
    project = copy_whole_project(tmp_path)
    shutil.copytree(project / "content/es", project / "content/pt")
    (project / "content/pt/translated.yaml").unlink()
    facts = (project / CLINIC).read_text("utf-8")
    (project / CLINIC).write_text(re.sub(r"^( +)en:", r"\1pt: Palavras.\n\1en:", facts, flags=re.MULTILINE), "utf-8")
    for letter in project.glob("content/*/letter.yaml"):
        words = letter.read_text("utf-8")
        letter.write_text(words.replace("\nlanguages:\n", "\nlanguages:\n  pt: Portuguese\n"), "utf-8")
    assert problems_of(load(project, rooms=ROOMS)) == []
    compared(project, "pt")
    assert problems_of(load(project, rooms=ROOMS)) == []


def compared(project: Path, *words: str) -> None:
    assert CliRunner().invoke(main_app, ["translated", *words, "--project", str(project)]).exit_code == 0
