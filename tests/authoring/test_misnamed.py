"""A slip where a name is defined is told once, there, and not wherever the name is used."""

from pathlib import Path

from tests.authoring.planted import (
    CARDS,
    ENDS,
    FLAGS,
    HEALTH,
    HEAT,
    HEAT_WORDS,
    QUICK,
    RULES,
    Mistake,
    Told,
    check,
    copy_project,
    mistake,
    mistake_told,
    table,
)

HEALTH_WORDS = "content/en/precautions.yaml"
SAME_NAME = "What is used bears the same name everywhere"


def misnamed(file: str, old: str, new: str, here: str, meant: str) -> Mistake:
    found = f'Nothing uses the name "{here}", and "{meant}" is missing'
    return mistake(f"{here} for {meant} in {file}", file, old, new, found, SAME_NAME, f'Did you mean "{meant}"?')


@table(
    misnamed(CARDS, "\n  moist_heat:\n", "\n  ‸mist_heat:\n", "mist_heat", "moist_heat"),
    misnamed(QUICK, "\n  pills:\n", "\n  ‸pils:\n", "pils", "pills"),
    misnamed(ENDS, "\n  done:\n", "\n  ‸don:\n", "don", "done"),
    misnamed(FLAGS, "\n  emergency:\n", "\n  ‸emergncy:\n", "emergncy", "emergency"),
    misnamed("dialogs/reading.yaml", "\n  related:\n", "\n  ‸relted:\n", "relted", "related"),
    misnamed(HEAT_WORDS, "\nwhy:\n", "\n‸wy:\n", "wy", "why"),
    misnamed(HEAT_WORDS, "\nstop_dry: ", "\n‸stop_dri: ", "stop_dri", "stop_dry"),
    misnamed(HEALTH_WORDS, "\nclosed_no: ", "\n‸close_no: ", "close_no", "closed_no"),
    misnamed("content/en/decisions.yaml", "\n  signs:\n", "\n  ‸sign:\n", "sign", "signs"),
    misnamed(RULES, "\n  nerves: {", "\n  ‸nervs: {", "nervs", "nerves"),
    misnamed(RULES, "[numb_patch, shooting]}\n  heat", "[numb_patch, ‸shoting]}\n  heat", "shoting", "shooting"),
    misnamed(RULES, "cream_on, sleepy,", "cream_on, ‸sleppy,", "sleppy", "sleepy"),
)
def test_it_is_told_where_the_name_is_defined(tmp_path: Path, planted: Mistake):
    check(copy_project(tmp_path), planted)


@table(
    mistake("a state", CARDS, "\n  moist_heat:\n", "\n  ‸Moist-Heat:\n", '"Moist-Heat" cannot be a name',
            "Small letters", '"moist_heat"?'),
    mistake("an entry", HEAT_WORDS, "\nsigns:\n", "\n‸Signs!:\n", '"Signs!" cannot be a name', "Small letters",
            'Did you mean "signs"?'),
    mistake("a state with a slip and a sign", QUICK, "\n  pills:\n", "\n  ‸p]ills:\n",
            'Nothing uses the name "p]ills", and "pills" is missing', SAME_NAME, 'Did you mean "pills"?'),
)  # fmt: skip
def test_a_name_that_is_written_in_another_way_is_told_once(tmp_path: Path, planted: Mistake):
    check(copy_project(tmp_path), planted)


@table(
    mistake("a name that is used once", HEAT, "say: stop_moist}", "say: ‸stop_most}", 'no text "stop_most"',
            "heat_kind", '"stop_moist"?'),
    mistake("one of several uses", HEALTH,
            "      - {say: closed_no, go: alternatives.list}\n    back: alternatives.list\n\n  for_contrast",
            "      - {say: ‸closed_nn, go: alternatives.list}\n    back: alternatives.list\n\n  for_contrast",
            'no text "closed_nn"', "closed_ask", 'Did you mean "closed_no"?'),
    mistake("the only way to a state", QUICK, "pills: {go: pills}", "pills: {go: ‸pils}", 'no state or dialog "pils"',
            "menu", '"pills"?'),
)  # fmt: skip
def test_a_slip_in_a_use_is_told_where_the_name_is_used(tmp_path: Path, planted: Mistake):
    check(copy_project(tmp_path), planted)


def test_a_required_state_that_is_gone_is_told_at_the_states(tmp_path: Path):
    planted = mistake_told(
        "gone", ENDS, "\n  minor:\n", "\n  x:\n",
        Told(ENDS, "‸states:", 'The state "minor" is missing', "The engine leads patients there", "Write minor:"),
        Told("content/en/end.yaml", "‸done:", 'The entry "x" is missing here', "In it stands say, buttons: start_over"),
    )  # fmt: skip
    check(copy_project(tmp_path), planted)
