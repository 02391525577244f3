"""Slips in how a file is written: settings, kinds of values, names, choices, and YAML itself."""

from pathlib import Path

from bot.authoring.project import load
from tests.authoring.planted import (
    CARDS,
    CLINIC,
    ENDS,
    FLAGS,
    HEALTH,
    HEAT,
    HEAT_WORDS,
    QUICK,
    ROWS,
    RULE_WORDS,
    RULES,
    Mistake,
    Told,
    check,
    copy_project,
    mistake,
    replace,
    table,
)

INJURY = "      - injury: {sets: {recent: injury}}"
SKIN = "  say: |-\n    How does the skin look now?\n"


@table(
    mistake("a setting of a state", HEAT, "    choices: [dry,", "    ‸choises: [dry,", 'no setting "choises"',
            "ask, answer, choices", 'Did you mean "choices"?'),
    mistake("a setting that there is not", HEAT, "    answer: heat\n", "    answer: heat\n    ‸color: red\n",
            'no setting "color"', "ask, answer, choices", "Take one of these"),
    mistake("a setting of a dialog", HEAT, "start: heat_kind", "‸strat: heat_kind", 'no setting "strat"',
            "start or states", 'Did you mean "start"?'),
    mistake("a setting of a way on", HEAT, "      - go: signs", "      - ‸goto: signs", 'no setting "goto"',
            "go, when, say or do", 'Did you mean "go"?'),
    mistake("a way on with another word for it", HEAT, "      - go: signs", "      - ‸lead: signs",
            'no setting "lead"', "go, when, say or do", 'Did you mean "go"?'),
    mistake("a setting of a choice", HEALTH, INJURY, "      - injury: {‸set: {recent: injury}}", 'no setting "set"',
            "sets or when", 'Did you mean "sets"?'),
    mistake("a setting of a button", CARDS, "help: {go: seek_care.overview}\n      check",
            "help: {go: seek_care.overview, ‸wen: {tier: book_soon}}\n      check", 'no setting "wen"',
            "go, next, when", 'Did you mean "when"?'),
    mistake("a setting of a rule", RULES, "marks: {when: {skin: marks}, moist", "marks: {‸whn: {skin: marks}, moist",
            'no setting "whn"', "when", 'Did you mean "when"?'),
    mistake("a setting of an input", RULES, "nerves: {set_of:", "nerves: {‸sets_of:", 'no setting "sets_of"',
            "set_of, one_of", '"set_of"?'),
    mistake("a setting of a text", HEAT_WORDS, SKIN, "  say:\n    ‸txt: How does the skin look now?\n",
            'no setting "txt"', "text, attribution or note", 'Did you mean "text"?'),
    mistake("a group of words", HEAT_WORDS, "skin:\n  say: |-\n    How does the skin look now?\n  choices:",
            "skin:\n  say: |-\n    How does the skin look now?\n  ‸choises:", 'no setting "choises"',
            "say, after, choices", '"choices"?'),
    mistake("a group of the rules' words", RULE_WORDS, "reasons:\n", "‸reason:\n", 'no setting "reason"',
            "options, levels", '"reasons"?'),
    mistake("the words for commands", "content/en/command.yaml", "words:\n", "‸wrods:\n", 'no setting "wrods"',
            "words", '"words"?'),
    mistake("a setting of a row", ROWS, "  says: The relief is often short\n", "  ‸say: The relief is often short\n",
            'no setting "say"', "says, where or contestable", 'Did you mean "says"?'),
    mistake("a setting of the clinic", CLINIC, "  reply_time: ", "  ‸replytime: ", 'no setting "replytime"',
            "reply_time", 'Did you mean "reply_time"?'),
    mistake("a kind of question", HEAT, "ask: one\n    answer: heat", "ask: ‸oen\n    answer: heat",
            '"oen" does not fit behind ask:', "One of nothing, one, many, yes_no", 'Did you mean "one"?'),
    mistake("a kind of question that there is not", HEAT, "ask: one\n    answer: heat",
            "ask: ‸radio\n    answer: heat", '"radio" does not fit behind ask:', "One of nothing, one, many, yes_no",
            "Take one of these"),
)  # fmt: skip
def test_a_misspelled_setting_is_told_with_the_one_that_was_meant_and_nothing_else(tmp_path: Path, planted: Mistake):
    check(copy_project(tmp_path), planted)


@table(
    mistake("a list for a word", HEAT, "ask: one\n    answer: heat", "ask: ‸[one]\n    answer: heat",
            "A list stands here", "One text", "ask: one"),
    mistake("a list of two for a word", HEAT, "ask: one\n    answer: heat", "ask: ‸[one, many]\n    answer: heat",
            "A list stands here", "One text", "ask: some words"),
    mistake("a word for a list of ways on", HEAT,
            "    next:\n      - {when: {heat: none}, go: red_flags.today}\n      - go: signs", "    next: ‸signs",
            'The text "signs" stands here', "A list would fit", "next: [first, second]"),
    mistake("a word for a list of answers", HEAT, "choices: [dry, moist, both, none, unsure]", "choices: ‸dry",
            'The text "dry" stands here', "A list would fit", "choices: [first, second]"),
    mistake("a word for a way on", HEAT, "      - go: signs", "      - ‸signs", "Only a name stands here",
            "begins with go:", "go: signs"),
    mistake("a word for a state", QUICK, "  pills:\n    buttons:\n      back: {go: back}\n    back: menu\n",
            "  pills: ‸menu\n", 'The text "menu" stands here', "A group of names with values", "pills: and below it"),
    mistake("a word for the buttons", QUICK, "  pills:\n    buttons:\n      back: {go: back}\n",
            "  pills:\n    buttons: ‸back\n", 'The text "back" stands here', "A group of names with values",
            "buttons: and below it"),
    mistake("nothing behind a button", QUICK, "      pills: {go: pills}", "      pills:‸", "Nothing stands here",
            "A group of names with values", "pills: and below it"),
    mistake("a group for a text", HEAT_WORDS, SKIN, "  say:\n    ‸line: How does the skin look now?\n",
            'no setting "line"', "text, attribution or note", 'Did you mean "text"?'),
    mistake("a group for a label", HEAT_WORDS, "    blister: Blister\n", "    blister: ‸[Blister, Burn]\n",
            "A list stands here", "A group of names with values", "blister: and below it"),
    mistake("a list for a fact of the clinic", CLINIC, "reviewer: none", "reviewer: ‸[none]",
            "A list stands here", "One text", "reviewer: none"),
    mistake("a group for a fact of the clinic", CLINIC, "reviewer: none",
            "reviewer: ‸{name: none}", "A group of names stands here", "One text", "reviewer: some words"),
    mistake("a word for a group of the clinic", CLINIC, 'emergency:\n  number: "911"', 'emergency: ‸"911"',
            'The text "911" stands here', "A group of names with values", "emergency: and below it"),
    mistake("a list for the words of an answer", RULE_WORDS, "lump: new lump, or the back changed shape",
            "lump: ‸[new lump]", "A list stands here", "One text", "lump: new lump"),
    mistake("yes for true", HEAT, "none_of_these: true\n    done:", "none_of_these: ‸yes\n    done:",
            'The text "yes" stands here', "true or false", "none_of_these: true"),
    mistake("a word that is neither yes nor no", ROWS, "  where: [heat_check.why/2]\n  contestable: yes\nS7:",
            "  where: [heat_check.why/2]\n  contestable: ‸perhaps\nS7:", '"perhaps" does not fit behind contestable:',
            "yes, no", "Take one"),
    mistake("an empty list of texts", HEAT_WORDS, SKIN, "  say: ‸[]\n", "This list of texts is empty", "One text",
            "Write one"),
    mistake("a way on without go:", HEAT, "      - go: signs", "      - ‸when: {heat: dry}",
            'The setting "go" is missing', "", "go:"),
    mistake("a rule without when:", RULES, "    marks: {when: {skin: marks}, moist", "    ‸marks: {moist",
            'The setting "when" is missing here', "", "when:"),
    mistake("a dialog without start:", HEAT, "start: heat_kind\n", "", 'The setting "start" is missing here', "",
            "start: heat_kind", at="‸states:"),
)  # fmt: skip
def test_a_value_of_another_kind_is_told_in_plain_words(tmp_path: Path, planted: Mistake):
    check(copy_project(tmp_path), planted)


@table(
    mistake("a state with a capital", HEAT, "  why:\n", "  ‸Why:\n", '"Why" cannot be a name', "Small letters",
            'Did you mean "why"?'),
    mistake("an answer with a capital", HEAT, "[dry, moist, both,", "[dry, moist, ‸Both,", '"Both" cannot be a name',
            "", '"both"?'),
    mistake("a target with a capital", HEAT, "- go: signs", "- go: ‸Signs", '"Signs" cannot be a name', "",
            'Did you mean "signs"?'),
    mistake("a target with a space", FLAGS, "go: heat_check.heat_kind", "go: ‸heat_check.heat kind",
            '"heat_check.heat kind" cannot be a name', "", 'Did you mean "heat_check.heat_kind"?'),
    mistake("a name of signs", HEAT, "- go: signs", "- go: ‸'?!'", '"?!" cannot be a name', "Small letters",
            "Write a name"),
    mistake("nothing behind go:", HEAT, "go: red_flags.today}\n      - go: signs",
            "go: red_flags.today}\n      - go:‸", "A name is missing here", "Small letters", "Write a name"),
    mistake("two names at one dash", HEALTH, INJURY, "      - ‸injury: {sets: {recent: injury}}\n        flare_2: {}",
            "2 names stand at this dash: injury, flare_2", "one name with its settings",
            "Begin a new line with a dash"),
    mistake("settings beside their name", HEALTH, INJURY, "      - ‸injury:\n        sets: {recent: injury}",
            "2 names stand at this dash: injury, sets", "one name with its settings", "indent the settings"),
    mistake("a colon without settings", HEALTH, INJURY, "      - ‸injury:", "No settings stand behind injury:",
            "A name", "- injury"),
    mistake("a list at a dash", HEALTH, INJURY, "      - ‸[injury]", "A list or nothing stands here", "A name",
            "Write the name"),
    mistake("facts without sets:", HEALTH, INJURY, "      - injury: {‸recent: injury}", 'no setting "recent"',
            "sets or when", "Take one"),
    mistake("an answer named twice", HEAT, "[dry, moist, both, none, unsure]",
            "[dry, moist, both, ‸dry, none, unsure]", 'The name "dry" is taken', "its own name", "another name"),
    mistake("a button with the name of an answer", HEAT, "    choices: [dry, moist, both, none, unsure]\n",
            "    choices: [dry, moist, both, none, unsure]\n    buttons:\n      ‸dry: {go: signs}\n",
            'The name "dry" is taken', "its own name", "another name",
            Told(HEAT_WORDS, "‸heat_kind:", 'The group "buttons" is missing here')),
    mistake("an answer with the name of a button of the engine", HEAT,
            "[worse_pain, nerve_feelings, stiffness, swelling]\n    none",
            "[worse_pain, nerve_feelings, stiffness, swelling, ‸none]\n    none", 'The name "none" is taken',
            "the engine itself uses none, done, skip or call_me", "another name"),
    mistake("an answer named skip", "dialogs/callback.yaml", "[morning, afternoon, any_time]",
            "[morning, afternoon, any_time, ‸skip]", 'The name "skip" is taken', "the engine itself uses",
            "another name"),
    mistake("choices on a page", QUICK, "  too_hot:\n    buttons:",
            "  too_hot:\n    ‸choices: [yes, no]\n    buttons:",
            "choices: stands at quick_answers.too_hot, which is a page", "ask: one or many", "Take it away"),
    mistake("a way on at a page", QUICK, "  too_hot:\n    buttons:",
            "  too_hot:\n    ‸next:\n      - go: menu\n    buttons:",
            "next: stands at quick_answers.too_hot, which is a page", "a question", "Take it away"),
    mistake("an option at a question", HEAT, "ask: one\n    answer: heat",
            "ask: one\n    ‸end: true\n    answer: heat", "end: stands at heat_check.heat_kind, which is ask: one",
            "a page", "Take it away"),
)  # fmt: skip
def test_a_name_in_the_wrong_place_is_told_there(tmp_path: Path, planted: Mistake):
    check(copy_project(tmp_path), planted)


@table(
    mistake("a name twice", ENDS, "      start_over: {go: welcome.start}\n\n  minor",
            "      start_over: {go: welcome.start}\n      ‸start_over: {go: done}\n\n  minor",
            'The name "start_over" stands here a second time', "each name may stand once", "Delete one"),
    mistake("a colon in a text", HEAT_WORDS, SKIN, "  say: Please note‸: how does it look?\n",
            "A colon and a space stand inside a text without quotes", "", "quotes"),
    mistake("a list that is not closed", HEAT, "[worse_pain, nerve_feelings, stiffness, swelling]\n    none",
            "‸[worse_pain, nerve_feelings\n    none", "A bracket [ or { opens here", "", "Close the bracket"),
    mistake("an anchor", HEAT, "    answer: heat\n", "    answer: ‸&fact heat\n", '"&fact" stands here', "written out",
            "quotes"),
)  # fmt: skip
def test_a_slip_in_yaml_is_told_once_and_makes_no_others(tmp_path: Path, planted: Mistake):
    check(copy_project(tmp_path), planted)


def test_yes_no_and_times_are_the_words_as_written(tmp_path: Path):
    project = copy_project(tmp_path)
    replace(project, CLINIC, 'start: "21:00"', "start: 12:30")
    replace(project, CLINIC, 'number: "911"', "number: 0911")
    replace(project, RULE_WORDS, "  yes: yes\n  no: no\n", "  yes: on\n  no: off\n")
    library = load(project).library
    assert library is not None
    catalog = library.catalog("en")
    assert (catalog.facts["quiet.start"], catalog.facts["emergency.number"]) == ("12:30 PM", "0911")
    assert (catalog.text("answers.yes"), catalog.text("answers.no")) == ("on", "off")
