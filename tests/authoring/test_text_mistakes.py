"""Slips in the words: what is missing, what is left over, placeholders, notes, and the article's rows."""

from pathlib import Path

from bot.authoring.problems import Grade
from bot.authoring.project import load
from tests.authoring.planted import (
    CARDS,
    COMMAND_WORDS,
    END_WORDS,
    HEALTH,
    HEAT_WORDS,
    ROWS,
    RULE_WORDS,
    Mistake,
    Told,
    check,
    copy_project,
    mistake,
    mistake_told,
    replace,
    table,
)

STIFF = "stiff_odd:\n  text: The article says something odd\n"
SAID_BY_NOBODY = Told(HEAT_WORDS, "‸stiff_odd:", 'Nothing says "heat_check.stiff_odd"', grade=Grade.WARNING)
CALL_WORDS = "content/en/callback.yaml"
IN_SIGNS = "signs:\n  say: |-\n"
"""The words of the texts may change at any time; these lines stay."""


@table(
    mistake("a text in shows:", CARDS, "{text: ask_first, when: {ask_first: any}}",
            "{text: ‸ask_frist, when: {ask_first: any}}", 'no text "ask_frist"', "ask_first, not_for_you",
            'Did you mean "ask_first"?'),
    mistake("a text in say:", HEALTH, "{when: {cold: ask_first}, say: closed_ask",
            "{when: {cold: ask_first}, say: ‸close_ask", 'no text "close_ask"', "closed_ask, closed_no",
            'Did you mean "closed_ask"?'),
    mistake_told("the text of a state", HEAT_WORDS, "\nskin:\n  say: |-", "\nskin:\n  after: |-",
            Told(HEAT_WORDS, "‸skin:\n", 'The text "heat_check.skin" is missing', "heat_check.skin needs it",
                    "Write say:")),
    mistake_told("a label", HEAT_WORDS, "    blister: ", "    # blister: ",
            Told(HEAT_WORDS, "  ‸choices:\n    mild:", 'The label "heat_check.skin.choices.blister" is missing',
                    "heat_check.skin needs it, in every language", "Write blister: with its words here")),
    mistake("a label under another name", HEAT_WORDS, "    blister: ", "    ‸blisters: ",
            'Nothing uses the name "blisters", and "blister" is missing', "bears the same name everywhere",
            'Did you mean "blister"?'),
    mistake("a text of the engine under another name", COMMAND_WORDS, "\nold_button: ", "\n‸old_batton: ",
            'Nothing uses the name "old_batton", and "old_button" is missing', "bears the same name everywhere",
            'Did you mean "old_button"?'),
    mistake_told("a text of the engine", COMMAND_WORDS, "\nold_button: ", "\nx: ",
            Told(COMMAND_WORDS, "‸help: |-", 'The entry "old_button" is missing', "In it stands say",
                    "Write old_button:"),
            Told(COMMAND_WORDS, "\n‸x: ", 'Nothing says "command.x"', "", "Delete it", Grade.WARNING)),
    mistake("an entry under another name", END_WORDS, "\nminor:\n", "\n‸minors:\n",
            'Nothing uses the name "minors", and "minor" is missing', "bears the same name everywhere",
            'Did you mean "minor"?'),
    mistake_told("an entry", END_WORDS, "\nminor:\n", "\nx:\n",
            Told(END_WORDS, "‸done:", 'The entry "minor" is missing here', "In it stands say, buttons: start_over",
                    "Write minor:"),
            Told(END_WORDS, "\n‸x:", 'Nothing says the entry "x"', "", "Delete it", Grade.WARNING)),
    mistake_told("a caution", RULE_WORDS, "  heart.cold: |-", "  x: |-",
            Told(RULE_WORDS, "\n‸cautions:", "The rule heart puts a caution on cold", "open the card",
                    "Write heart.cold:"),
            Told(RULE_WORDS, "  ‸x: |-", 'Nothing says "caution.x"', grade=Grade.WARNING)),
    mistake_told("a reason", RULE_WORDS, "\n  heart: ", "\n  # heart: ",
            Told(RULE_WORDS, "‸reasons:", 'The text "reason.heart" is missing', "The list of options", "Write heart:")),
    mistake_told("the words of an answer", RULE_WORDS, "    lump: ", "    # lump: ",
            Told(RULE_WORDS, "  ‸same_day_flags:", 'The text "answers.same_day_flags.lump" is missing', "The summary",
                    "Write lump:")),
    mistake_told("the words of all answers to a question", RULE_WORDS, "\n  recent:\n", "\n  x:\n",
            Told(RULE_WORDS, "‸answers:", 'The group "recent" is missing here', "In it stands flare, injury",
                    "Write recent:"), Told(RULE_WORDS, "\n  ‸x:", 'Nothing says the group "x"', grade=Grade.WARNING)),
    mistake_told("what is said when words are no answer", CALL_WORDS, "    invalid: |-", "    x: |-",
            Told(CALL_WORDS, "  ‸texts:\n    x:", 'The text "callback.contact.invalid" is missing', "",
                    "Write invalid:"),
            Told(CALL_WORDS, "    ‸x: |-", 'Nothing says "callback.contact.x"', grade=Grade.WARNING)),
)  # fmt: skip
def test_a_missing_text_is_told_where_it_belongs(tmp_path: Path, planted: Mistake):
    check(copy_project(tmp_path), planted)


@table(
    mistake("a text", END_WORDS, "\nminor:\n", "\n‸spare: |-\n  Nobody says this.\n\nminor:\n",
            'Nothing says "end.spare"', "Every text is said somewhere", "Delete it"),
    mistake("a label", HEAT_WORDS, "    blister: ", "    ‸another: Another\n    blister: ",
            'Nothing says "heat_check.skin.choices.another"', "Every text is said somewhere", "Delete it"),
    mistake("the words of a state that is gone", END_WORDS, "\nminor:\n",
            "\n‸major:\n  say: Gone.\n  buttons:\n    back: Back\n\nminor:\n", 'Nothing says the entry "major"',
            "Every text is said somewhere", "Delete it"),
    mistake("words after the lines of no list", HEAT_WORDS, "\nskin:\n", "\nstop_x:\n  ‸after: More.\n\nskin:\n",
            'Nothing says the after: of "heat_check.stop_x"', "after: belongs to a state", "Delete it"),
)  # fmt: skip
def test_a_text_that_nothing_says_is_a_warning(tmp_path: Path, planted: Mistake):
    warned = Mistake(planted.what, planted.file, planted.old, planted.new,
                     tuple(Told(*_parts(told), grade=Grade.WARNING) for told in planted.told))  # fmt: skip
    check(copy_project(tmp_path), warned)


def _parts(told: Told) -> tuple[str, str, str, str, str]:
    return told.file, told.at, told.found, told.fits, told.mend


@table(
    mistake("no words on a button", HEAT_WORDS, "    blister: ", "    blister:‸ # ", "The text is empty",
            "Words for the patient", "Write them"),
    mistake("a placeholder with a slip", HEAT_WORDS, IN_SIGNS, IN_SIGNS + "    At ‸{clinic.fone}?\n",
            'Nothing fills the placeholder "{clinic.fone}" here', "content/clinic.yaml",
            'Did you mean "{clinic.phone}"?'),
    mistake("a placeholder that is like no other", HEAT_WORDS, IN_SIGNS, IN_SIGNS + "    Now, ‸{banana}?\n",
            'Nothing fills the placeholder "{banana}" here', "content/clinic.yaml", "Take a value"),
    mistake("a brace that stands alone", HEAT_WORDS, IN_SIGNS, IN_SIGNS + "    At ‸{clinic.phone?\n",
            "A { or } stands alone", "{clinic.phone}", "Close it"),
    mistake("a second brace", HEAT_WORDS, IN_SIGNS, IN_SIGNS + "    At {clinic.phone}‸} now?\n",
            "A { or } stands alone", "", "Close it"),
    mistake("a placeholder with spaces", HEAT_WORDS, IN_SIGNS, IN_SIGNS + "    At ‸{ clinic.phone }?\n",
            '"{ clinic.phone }" is no placeholder', "small letters", 'Did you mean "{clinic.phone}"?'),
    mistake("a placeholder with capitals", HEAT_WORDS, IN_SIGNS, IN_SIGNS + "    At ‸{Clinic.Phone}?\n",
            '"{Clinic.Phone}" is no placeholder', "small letters", 'Did you mean "{clinic.phone}"?'),
    mistake("a computed placeholder on a button", HEAT_WORDS, "    blister: ", "    blister: \"‸{summary.skin}\" # ",
            'Nothing fills the placeholder "{summary.skin}" here', "content/clinic.yaml", "Take a value"),
    mistake("a placeholder without quotes", HEAT_WORDS, "    blister: ", "    blister: ‸{clinic.phone} # ",
            "A text that begins with { stands here without quotes", "Only in quotes",
            'Write it like this: "{clinic.phone}"'),
    mistake("a whole text that is a placeholder", HEAT_WORDS, "\nskin:\n  say: |-\n",
            "\nskin:\n  say: ‸{clinic.phone}\n  after: |-\n", "A text that begins with { stands here without quotes",
            "Only in quotes", 'Write it like this: "{clinic.phone}"'),
    mistake("a placeholder in the heading of a choice", HEAT_WORDS, "    stiffness:\n",
            "    stiffness:\n      heading: ‸Or {clinic.phone}\n", "A { or } stands in the heading of a choice",
            "nothing is filled in here", "Write the words out"),
    mistake("a command that there is not", COMMAND_WORDS, "  stop: [stop, quit", "  ‸stpo: [stop, quit",
            'no command "stpo"', "start, help, emergency", 'Did you mean "stop"?'),
    mistake("a word for two commands", COMMAND_WORDS, "  stop: [stop, quit", "  stop: [stop, ‸go back, quit",
            '"go back" means /stop already', "One command for each word", "Keep it in one",
            at="  back: [back, ‸go back"),
    mistake("no word for a command", COMMAND_WORDS, "  stop: [stop, quit", "  stop: [stop, ‸'?', quit",
            "There is no word here", "could type", "take it out"),
)  # fmt: skip
def test_a_flaw_in_a_text_is_told_at_its_line(tmp_path: Path, planted: Mistake):
    check(copy_project(tmp_path), planted)


@table(
    mistake("an attribution without a note", HEAT_WORDS, "\nskin:\n", f"\n{STIFF}  ‸attribution: article\n\nskin:\n",
            "This attribution has no note", "note: with the caution", "Add note:", SAID_BY_NOBODY),
    mistake("a note that nobody reads", HEAT_WORDS, "\nskin:\n",
            f"\n{STIFF}  attribution: article\n  note: ‸Not said\n\nskin:\n", "No text beside it says this note",
            "letter for letter", "Copy the sentence", SAID_BY_NOBODY),
    mistake("another source", HEAT_WORDS, "\nskin:\n", f"\n{STIFF}  attribution: ‸artikel\n  note: odd\n\nskin:\n",
            '"artikel" does not fit behind attribution:', "Only article fits", 'Did you mean "article"?',
            SAID_BY_NOBODY),
    mistake("a contestable row without care", ROWS, "\nS1:\n",
            "\n‸S0:\n  says: Odd\n  where: [heat_check.skin]\n  contestable: yes\nS1:\n",
            "Row S0 is contestable, and no text of it in content/en names the article", "attribution: article",
            'Add them to "heat_check.skin"'),
    mistake("a row with a slip in its key", ROWS,
            "[heat_check.heat_kind.choices.dry, heat_check.heat_kind.choices.moist, heat_check.why]",
            "[‸heat_check.heat_kind.choices.dri, heat_check.heat_kind.choices.moist, heat_check.why]",
            'no text "heat_check.heat_kind.choices.dri"', "heat_check",
            'Did you mean "heat_check.heat_kind.choices.dry"?'),
    mistake("a row without a place", ROWS, "often short\n  where: [heat_check.why]", "often short\n  ‸where: []",
            "Row S3 has no place", "key of a text", "Say where it is told", grade=Grade.WARNING),
)  # fmt: skip
def test_what_the_article_says_has_its_place_and_its_caution(tmp_path: Path, planted: Mistake):
    check(copy_project(tmp_path), planted)


def test_two_buttons_of_a_screen_that_read_alike_are_told(tmp_path: Path):
    library = load(copy_project(tmp_path)).library
    assert library is not None
    moist = library.catalog("en").line("heat_check.heat_kind.choices.moist").label
    found = f'Another button of this screen reads "{moist}" too'
    planted = mistake("alike", HEAT_WORDS, "    both: ", f"    both: ‸{moist} # ", found, "words of its own", "Change",
                      grade=Grade.WARNING)  # fmt: skip
    check(tmp_path, planted)


def test_an_empty_text_is_told(tmp_path: Path):
    planted = mistake(
        "empty",
        END_WORDS,
        "\ndone:\n  say:\n",
        "\ndone:\n  say:\n    - ‸''\n",
        "The text is empty",
        "Words for",
        "Write",
    )
    project = copy_project(tmp_path)
    replace(project, planted.file, planted.old, planted.new)
    assert [str(problem) for problem in load(project).problems if problem.found == "The text is empty"]
