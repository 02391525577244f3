"""Slips in the words beside the conversation: the letter to the clinic, and how the bot presents itself."""

from pathlib import Path

from bot.authoring.models import MenuModel
from bot.authoring.project import load
from bot.engine.catalog import LETTER as LETTER_PLACEHOLDERS
from bot.engine.commands import COMMANDS
from tests.authoring.planted import (
    CLINIC,
    HEAT_WORDS,
    LETTER,
    PROFILE,
    Mistake,
    check,
    copy_project,
    mistake,
    place,
    problems_of,
    replace,
    table,
    with_another_language,
)

LONG = "wordy " * 90
MENU = "  stop: End the chat\n"


@table(
    mistake("a part that is missing", LETTER, "\nopening: |-\n  A", "\n# A", 'The setting "opening" is missing here',
            "", "begins with opening:", at="‸subject: Request"),
    mistake("a part under another name", LETTER, "\ncontact: ", "\n‸contakt: ", 'no setting "contakt"',
            "subject, opening, name, contact", 'Did you mean "contact"?'),
    mistake("a part that nobody knows", LETTER, "\nopening: |-", "\n‸symptoms: Many\nopening: |-",
            'no setting "symptoms"', "subject, opening", "Take one"),
    mistake("a part that is a list", LETTER, "\nopening: |-\n  A", "\nopening:\n  ‸- 1\n  - A", "A list stands here",
            "One text", "opening: some words"),
    mistake("the name in the subject", LETTER, "number {letter.id}", "from ‸{letter.name}",
            'Nothing fills the placeholder "{letter.name}" here', "content/clinic.yaml", ""),
    mistake("answers in the subject", LETTER, "number {letter.id}", "about ‸{letter.answers}",
            'Nothing fills the placeholder "{letter.answers}" here', "content/clinic.yaml", ""),
    mistake("something else of the chat", LETTER, "  A patient asks", "  {‸summary.signs} A patient asks".replace(
            "{‸", "‸{"), 'Nothing fills the placeholder "{summary.signs}" here', "content/clinic.yaml", "Take a value"),
    mistake("a placeholder with a slip", LETTER, "Name: {letter.name}", "Name: ‸{letter.nam} {letter.name}",
            'Nothing fills the placeholder "{letter.nam}" here', "", 'Did you mean "{letter.name}"?'),
    mistake("a line that does not say what it is for", LETTER, '"Phone or email: {letter.contact}"',
            "‸Phone or email", "Nothing fills in {letter.contact} here", "The clinic needs it",
            'Write "{letter.contact}"', at="‸contact: Phone or email"),
    mistake("answers that are not sent", LETTER, "along:\n  {letter.answers}", "along.",
            "Nothing fills in {letter.answers} here", "The clinic needs it", 'Write "{letter.answers}"',
            at="‸answers: |-"),
    mistake("no number for the command", LETTER, "callbacks done {letter.id}", "callbacks done ID",
            "Nothing fills in {letter.id} here", "The clinic needs it", 'Write "{letter.id}"', at="‸closing: |-"),
    mistake("a part without words", LETTER, "  A patient asks the clinic to call or write.\n", "", "The text is empty",
            "", "Write them", at="opening: ‸|-"),
    mistake("a language without a name", LETTER, "  en: English\n", "",
            'The name of the language "en" is missing here', "names the language of the patient",
            "begins with en:", at="‸languages:\n"),
    mistake("a placeholder of the letter in a text of the chat", HEAT_WORDS, "\nskin:\n  say: |-\n",
            "\nskin:\n  say: |-\n    ‸{letter.name}:\n", 'Nothing fills the placeholder "{letter.name}" here', "", ""),
)  # fmt: skip
def test_a_slip_in_the_letter_is_told(tmp_path: Path, planted: Mistake):
    check(copy_project(tmp_path), planted)


@table(
    mistake("a text that is missing", PROFILE, "\nshort_description: |-\n  A", "\n# A",
            'The setting "short_description" is missing here', "", "begins with short_description:",
            at="‸description: |-\n  I am"),
    mistake("a command that is missing", PROFILE, MENU, "", 'The setting "stop" is missing here', "",
            "begins with stop:", at="‸menu:"),
    mistake("a command that there is not", PROFILE, MENU, MENU + "  ‸pause: Wait\n", 'no setting "pause"',
            "start, help, emergency", "Take one"),
    mistake("a command with a slip", PROFILE, "  privacy: ", "  ‸privaci: ", 'no setting "privaci"',
            "start, help, emergency", 'Did you mean "privacy"?'),
    mistake("a description that is too long", PROFILE, "  I am an automated", f"  {LONG}I am an automated",
            "characters long", "At most 512: apps show no more", "Shorten it", at="\ndescription: ‸|-"),
    mistake("a short description that is too long", PROFILE, "  A program, not", f"  {LONG[:60]} A program, not",
            "characters long", "At most 120: apps show no more", "Shorten it", at="\nshort_description: ‸|-"),
    mistake("words for a command that are too long", PROFILE, "stop: End", f"stop: ‸{LONG[:270]}End", "characters long",
            "At most 256: apps show no more", "Shorten it"),
    mistake("a command without words", PROFILE, "stop: End the chat", "stop:‸ # ", "The text is empty", "",
            "Write them"),
    mistake("a placeholder that nothing fills", PROFILE, "stop: End the chat", "stop: End ‸{channel.name}",
            'Nothing fills the placeholder "{channel.name}" here', "content/clinic.yaml", ""),
)  # fmt: skip
def test_a_slip_in_the_profile_is_told(tmp_path: Path, planted: Mistake):
    check(copy_project(tmp_path), planted)


def test_a_text_is_measured_with_the_clinics_facts_filled_in(tmp_path: Path):
    project = copy_project(tmp_path)
    replace(project, CLINIC, "name: Sonoran Pain & Spine", f"name: {LONG[:400].strip()}")
    (problem,) = problems_of(load(project))
    assert (problem.file, problem.line) == (PROFILE, place(project, PROFILE, "\ndescription: ‸|-")[0])
    assert "At most 512" in problem.fits


def test_an_emoji_counts_as_two_characters_as_apps_count(tmp_path: Path):
    project = copy_project(tmp_path)
    replace(project, PROFILE, "stop: End the chat", f"stop: {'🔥' * 128}")
    assert problems_of(load(project)) == []
    replace(project, PROFILE, f"stop: {'🔥' * 128}", f"stop: {'🔥' * 128}!")
    (problem,) = problems_of(load(project))
    assert problem.found == "This text is 257 characters long"


def test_every_language_needs_a_name_in_the_letter_of_every_language(tmp_path: Path):
    project = with_another_language(tmp_path)
    assert problems_of(load(project)) == []
    replace(project, "content/fr/letter.yaml", "  fr: French\n", "")
    assert [(problem.file, problem.found) for problem in problems_of(load(project))] == [
        ("content/fr/letter.yaml", 'The name of the language "fr" is missing here')
    ]


def test_the_menu_has_every_command():
    assert list(MenuModel.model_fields) != []
    assert set(MenuModel.model_fields) == set(COMMANDS)


def test_the_catalog_has_the_words_beside_the_conversation_filled_and_no_dialog_can_say_them(tmp_path: Path):
    library = load(copy_project(tmp_path)).library
    assert library is not None
    catalog = library.catalog("en")
    assert "Sonoran Pain & Spine" in catalog.text("profile.description")
    assert "{" not in "".join(catalog.text(f"profile.menu.{command}") for command in COMMANDS)
    assert catalog.text("letter.languages.es") == "Spanish"
    assert not {key for key in catalog.bubbles if key.startswith(("letter.", "profile."))}
    used = {name for key, text in catalog.texts.items() if key.startswith("letter.") for name in text.names}
    assert used - set(catalog.facts) == LETTER_PLACEHOLDERS
