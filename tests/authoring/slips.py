"""More than forty mistakes of every kind, in sets that can be planted together, each with the text as mended."""

from dataclasses import dataclass

from bot.authoring.problems import Grade
from tests.authoring.planted import (
    CARDS,
    CLINIC,
    COMMAND_WORDS,
    END_WORDS,
    ENDS,
    FLAGS,
    HEALTH,
    HEAT,
    HEAT_WORDS,
    QUICK,
    ROWS,
    RULE_WORDS,
    RULES,
)

CARD_WORDS, FLAG_WORDS = "content/en/alternatives.yaml", "content/en/red_flags.yaml"
QUICK_WORDS, FORM_WORDS = "content/en/quick_answers.yaml", "content/en/callback.yaml"
WELCOME, FORM, PROFILE_ES = "dialogs/welcome.yaml", "dialogs/callback.yaml", "content/es/profile.yaml"
ES_HEAT, ES_CARDS, ES_FLAGS = "content/es/heat_check.yaml", "content/es/alternatives.yaml", "content/es/red_flags.yaml"
W, INFO = Grade.WARNING, Grade.INFO
PILLS = "  pills:\n    buttons:\n      back: {go: back}\n    back: menu\n"
LONG = "Something that is much too long for any button that a patient can tap"


@dataclass(frozen=True)
class Slip:
    """A text replaced by a mistake: what is told, and where (at the mark in the new text, or in another file)."""

    what: str
    file: str
    old: str
    new: str
    found: str
    mend: str
    grade: Grade = Grade.CRITICAL
    also: int = 0
    """How many more problems it makes, such as a state that nobody gets to any more."""
    mended: str = ""
    """What stands there once the mend was followed, if not what stood there before."""
    at: tuple[str, str] = ("", "")
    """File and text with the mark, for what is told elsewhere."""


READING = (
    Slip("a colon in a text", FORM_WORDS, "  buttons:\n    cancel: Cancel\n\ncontact:",
         "  buttons:\n    cancel: Stop‸: it\n\n"
         "contact:", "A colon and a space stand inside a text without quotes", "quotes",
         mended='  buttons:\n    cancel: "Stop: it"\n\ncontact:'),
    Slip("a name twice", ENDS, "      start_over: {go: welcome.start}\n\n  minor:\n",
         "      start_over: {go: welcome.start}\n"
         "    ‸end: true\n\n  minor:\n", 'The name "end" stands here a second time', "Delete one of the two"),
    Slip("a bracket left open", WELCOME, "do: [record_consent, start_check]", "do: ‸[record_consent, start_check",
         "A bracket [ or { opens here, and its partner", "Close the bracket"),
    Slip("a tab", QUICK, "  pills:\n    buttons:\n", "  pills:\n‸\tbuttons:\n", "This line begins with a tab",
         "Use spaces"),
    Slip("a text that begins with a brace", HEAT_WORDS, "    mild: ", "    mild: ‸{clinic.phone} # ",
         "A text that begins with { stands here without quotes", 'Write it like this: "{clinic.phone}"',
         mended='    mild: "{clinic.phone}" # '),
)  # fmt: skip
"""YAML that cannot be read as it stands."""

NAMES = (
    Slip("a state", HEAT, "- go: signs", "- go: ‸sings", 'There is no state or dialog "sings"',
         'Did you mean "signs"?'),
    Slip("a setting", HEAT, "    choices: [dry,", "    ‸choises: [dry,", 'There is no setting "choises"',
         'Did you mean "choices"?'),
    Slip("a fact", HEAT, "when: {signs: swelling}, go: skin", "when: {‸sgns: swelling}, go: skin",
         'There is no answer or fact "sgns"', 'Did you mean "signs"?'),
    Slip("a value", RULES, "when: {skin: marks}, moist", "when: {skin: ‸mark}, moist",
         'There is no value "mark" of skin',
         'Did you mean "marks"?'),
    Slip("a level", RULES, "epilepsy}, creams: caution", "epilepsy}, creams: ‸cautoin", '"cautoin" does not fit',
         'Did you mean "caution"?'),
    Slip("a tier", RULES, "deep_burn: {result: emergency", "deep_burn: {result: ‸emergancy",
         'There is no result "emergancy"', 'Did you mean "emergency"?'),
    Slip("an option", CARDS, "option: creams", "option: ‸cream", 'There is no option "cream"',
         'Did you mean "creams"?'),
    Slip("a kind of question", FORM, "    ask: contact", "    ask: ‸contakt", '"contakt" does not fit behind ask:',
         'Did you mean "contact"?'),
    Slip("an effect", FORM, "agree: {do: agree_callback", "agree: {do: ‸agree_calback",
         '"agree_calback" does not fit behind do:', 'Did you mean "agree_callback"?'),
    Slip("a placeholder", END_WORDS, "another adult you trust to call {clinic.phone}",
         "another adult you trust to call ‸{clinic.fone}", "Nothing fills the placeholder",
         'Did you mean "{clinic.phone}"?'),
    Slip("the name of a label", HEAT_WORDS, "    blister: ", "    ‸blisters: ", 'Nothing uses the name "blisters"',
         'Did you mean "blister"?'),
    Slip("the time zone", CLINIC, "timezone: America/Phoenix", "timezone: ‸Arizona", "There is no time zone",
         "Look it up"),
    Slip("a word for a command", COMMAND_WORDS, "  stop: [stop,", "  ‸stpo: [stop,", 'There is no command "stpo"',
         'Did you mean "stop"?'),
    Slip("a row of the article", ROWS, "[welcome.start/2, heat_check.why/2]", "[‸welcome.strat/2, heat_check.why/2]",
         'There is no text "welcome.strat/2"', 'Did you mean "welcome.start/2"?'),
)  # fmt: skip
"""Names that are nearly right."""

WORDS = (
    Slip("an all-clear", HEAT_WORDS, "You told me of no sign that heat makes your pain worse.", "‸You are fine.",
         '"You are fine" tells the patient that nothing serious is wrong', "Say what was reported",
         mended="You told me of no sign."),
    Slip("advice on a medicine", QUICK_WORDS, "Do not stop or change any on your own.", "‸Stop taking them.",
         '"Stop taking" tells the patient to start, stop or change a medicine', "on your own"),
    Slip("a card without its time", CARD_WORDS, "      How long: about 12 minutes, once",
         "      About 12 minutes, once",
         "The card alternatives.contrast does not say how long", 'begins with "How long"',
         at=(CARD_WORDS, "\n‸contrast:\n")),
    Slip("CBD without its caution", CARD_WORDS, "We do not recommend a product. Ask first.", "Ask first.",
         "This text speaks of CBD, and does not say that no product is recommended", "Write", also=1,
         at=(CARD_WORDS, "    - ‸text: |-\n        What the article names:")),
    Slip("an end without its number", END_WORDS, "to call {clinic.phone}. In an emergency, call {emergency.number}.",
         "to call {clinic.phone}.", "{emergency.number} is missing in this text", "Write {emergency.number} into it",
         at=(END_WORDS, "minor:\n  say: ‸|-")),
    Slip("a text that nobody says", END_WORDS, "\nminor:\n", "\n‸spare: |-\n  Nobody says this.\n\nminor:\n",
         'Nothing says "end.spare"', "Delete it", W),
    Slip("a label that is missing", FLAG_WORDS, "    show_doctor: Show my doctor\n",
         "    # show_doctor: Show my doctor\n",
         'The label "red_flags.same_day.buttons.show_doctor" is missing', "Write show_doctor: with its words here",
         at=(FLAG_WORDS, "  ‸buttons:\n    call_me: Call me")),
    Slip("two buttons alike", HEAT_WORDS, "    both: Both", "    both: ‸Dry",
         'Another button of this screen reads "Dry"',
         "Change one of them", W),
    Slip("a label that is too long", HEAT_WORDS, "    deep_burn: ", f"    deep_burn: ‸{LONG} # ",
         "This label has 69 characters", "Shorten it", W),
    Slip("something unfinished", RULE_WORDS, "\n  heart: ", "\n  heart: ‸TODO ", '"TODO" stands here', "Finish it", W),
    Slip("a note that nobody reads", HEAT_WORDS, "      note: Dry heat can help many people.",
         "      note: ‸Dry heat helps.", "No text beside it says this note", "Copy the sentence"),
    Slip("a row that lost its mark", ROWS, "S6:\n  says: That is fairly common; the article gives no number\n"
         "  where: [heat_check.why/2]\n  contestable: yes\n",
         "‸S6:\n  says: That is fairly common; the article gives no "
         "number\n  where: [heat_check.why/2]\n", "Row S6 is contestable, and not marked so",
         "Add contestable: yes to S6"),
)  # fmt: skip
"""What patients would read."""

WAYS = (
    Slip("an island", QUICK, PILLS, "  ‸pills:\n    buttons:\n      back: {go: pills_2}\n    back: menu\n\n  pills_2:\n"
         "    shows: [pills]\n    buttons_from: pills\n    back: pills\n",
         "From quick_answers.pills nobody gets to an end", "a button with go: back",
         mended="  pills:\n    buttons:\n      back: {go: back}\n    back: menu\n"),
    Slip("a page that nobody gets to", QUICK, "  too_hot:\n    buttons:\n", "  ‸extra:\n    shows: [too_hot]\n"
         "    buttons_from: too_hot\n    back: menu\n\n  too_hot:\n    buttons:\n",
         "Nobody can get to quick_answers.extra",
         "Lead to quick_answers.extra with go:", W),
    Slip("a rule behind a wider one", RULES, "    swelling: {result: inflammatory, when: {signs: swelling}}\n",
         "    swelling: {result: inflammatory, when: {signs: [swelling, nerve_feelings]}}\n",
         "The test of nerve_like never counts: the one on line 72 holds whenever it does", "Move it above", W,
         at=(RULES, "    ‸nerve_like: {")),
    Slip("an answer that the way has ruled out", HEAT, "      - {when: {signs: swelling}, go: skin}\n",
         "      - {when: {signs: swelling}, go: skin}\n      - ‸{when: {heat: none}, go: skin}\n",
         "This test can never hold", "delete it", W),
    Slip("a question that was perhaps not asked", FLAGS, "      - {when: {red_flags.today: marks}, say:",
         "      - {‸when: {precautions: heart}, say:", "Perhaps nobody has asked for precautions: heart",
         "Add unanswered: false", mended="      - {when: {precautions: heart, unanswered: false}, say:"),
    Slip("a flag below its floor", RULES, "same_day_flag: {result: same_day,", "same_day_flag: {result: book_soon,",
         "Alone, fever, cancer_new_pain", "Add a rule such as", at=(RULES, "least to most urgent\n  ‸rules:")),
    Slip("an option that is always closed", RULES, "    sleepy:\n      when: {precautions: sleepy}\n",
         "    sleepy:\n      when: {any: [{precautions: any}, {precautions: none}]}\n",
         "Nobody can ever be offered moist_heat", "Narrow the when: of sleepy", W, 3,
         at=(RULES, "  ranked: [‸moist_heat")),
    Slip("a page without its button", ENDS,
         "  minor:\n    end: true\n    buttons:\n      start_over: {go: welcome.start}\n",
         "  minor:\n    end: true\n    ‸buttons:\n      start_over: {when: {screened: yes}, go: welcome.start}\n",
         "end.minor may show no button at all", "Take the when: of one away"),
    Slip("silence as an answer", HEALTH, "    none_of_these: true\n    next:\n      - go: heat_check.result\n",
         "    ‸may_be_empty: true\n    next:\n      - go: heat_check.result\n",
         "may_be_empty: stands at precautions.health, so that who says nothing says no", "Use none_of_these: true"),
    Slip("the last line of a card", CARDS, "    option: cold\n    questions: precautions.for_cold\n    shows: [say, "
         "alternatives.stop_line]", "    option: cold\n    questions: precautions.for_cold\n    ‸shows: [say]",
         "The card alternatives.cold does not always say alternatives.stop_line", "Write shows: [say,"),
    Slip("a card before its question", CARDS, "    option: tens\n    questions: precautions.for_tens\n",
         "    option: tens\n", "The card of tens could open before precautions:", "Add it to a question", also=1,
         at=(CARDS, "  ‸tens:\n")),
)  # fmt: skip
"""Where answers and buttons lead, and rules."""

TRANSLATED = (
    Slip("a source that has changed", HEAT_WORDS, "Which heat have you used", "Which warmth have you used",
         "content/en/heat_check.yaml, line 6, has changed since this was translated",
         "heatwise translated es heat_check.heat_kind", W, at=(ES_HEAT, "    ‸¿Qué calor ha usado")),
    Slip("an emergency text that has changed", FLAG_WORDS, "This can be serious, and fast care matters.",
         "Fast care matters.", "content/en/red_flags.yaml, line 98, has changed since this was translated",
         "heatwise translated es red_flags.emergency", at=(ES_FLAGS, "    ‸Llame al {emergency.number} ahora.")),
    Slip("another number", ES_CARDS, "nunca más de 15, hasta 3 veces", "nunca más de 25, hasta 3 veces",
         "15 of content/en/alternatives.yaml, line 48, is missing here", "Write it into this text", W,
         at=(ES_CARDS, "      ‸Cuánto tiempo: de 10 a 15 minutos, nunca más de 25")),
    Slip("a label that one language lacks", ES_HEAT, "    blister: ", "    # blister: ",
         'The label "heat_check.skin.choices.blister" is missing', "Write blister: with its words here",
         at=(ES_HEAT, "  ‸choices:\n    mild:")),
    Slip("a text that is too long for the profile", PROFILE_ES, "  stop: ", f"  stop: ‸{'x' * 300} # ",
         "This text is 300 characters long", "Shorten it"),
)  # fmt: skip
"""What one language says and the other does not."""

SETS = {"reading": READING, "names": NAMES, "words": WORDS, "ways": WAYS, "translated": TRANSLATED}
