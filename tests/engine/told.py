"""What a patient has told, and what the clinical rules make of it: a second opinion, written from logic.md alone."""

from collections.abc import Mapping

from bot.engine.session import Answer

EMERGENCY_SCREENS = ("red_flags.nerves", "red_flags.body", "red_flags.body_more")
SIGNS = {"worse_pain", "nerve_feelings", "stiffness", "swelling"}
SAME_DAY_FLAGS = {
    "fever", "cancer_new_pain", "new_weakness", "weight_loss", "night_pain", "lump", "small_fall", "weak_defenses",
    "shingles", "blister_spreading", "upper_back", "worst_pain",
}  # fmt: skip
NO_HEAT = {
    "numb_skin", "medicine_patch", "cream_on", "sleepy", "broken_skin", "injury", "swelling", "marks",
}  # fmt: skip
NO_COLD = {"cold_allergy", "numb_skin", "broken_skin", "cream_on", "sleepy"}
NO_TENS = {
    "implant", "pump_stim", "cancer", "injury", "numb_skin", "broken_skin", "swelling", "cream_on", "sleepy",
    "pregnant", "epilepsy", "heart", "procedure",
}  # fmt: skip
"""The last four: call first. Either way there is no button (SP9)."""

NO_DRY_HEAT = SIGNS | NO_HEAT

MEANS = {
    ("precautions.right_now", "burned"): {"broken_skin", "blister_spreading"},
    ("precautions.for_cold", "yes"): {"cold_allergy"},
    ("precautions.for_cold", "unsure"): {"cold_allergy"},
    ("precautions.for_contrast", "yes"): {"cold_allergy"},
    ("precautions.for_contrast", "unsure"): {"cold_allergy"},
    ("precautions.for_stretching", "yes"): {"weak_bones"},
    ("precautions.for_stretching", "unsure"): {"weak_bones"},
    ("heat_check.skin", "unsure"): {"spreading"},
}
"""Choices that say something else than their own name."""

FACTS_OF = (
    "red_flags.today", "heat_check.signs", "heat_check.skin", "precautions.right_now", "precautions.health",
    "precautions.for_creams", "precautions.for_tens",
)  # fmt: skip
"""Questions whose choices are facts by their own name."""

ALWAYS_ASKED = (*EMERGENCY_SCREENS, "red_flags.today", "heat_check.heat_kind", "precautions.right_now")


def told(answers: Mapping[str, Answer]) -> set[str]:
    """The facts that these answers affirm."""
    facts: set[str] = set()
    for state, answer in answers.items():
        for choice in answer:
            own = {choice} if state in FACTS_OF else set[str]()
            facts |= MEANS.get((state, choice), own)
    return facts


def urgency(answers: Mapping[str, Answer]) -> str:
    """The tier of these answers, where it is emergency or same_day (logic.md 5.1); else the empty string."""
    facts = told(answers)
    listed = any({"some", "unsure"} & set(answers.get(screen, ())) for screen in EMERGENCY_SCREENS)
    nerves = facts & {"numb_patch", "shooting"}
    weak = "new_weakness" in facts
    if (
        (listed or "heard" in answers or "deep_burn" in facts or facts >= {"fever", "weak_defenses"})
        or (facts & {"cancer_new_pain", "cancer"} and (nerves or weak))
        or ("procedure" in facts and ("numb_patch" in facts or weak))
    ):
        return "emergency"
    fragile = "injury" in facts and facts & {"age65", "weak_bones", "thinner_liver"}
    recent_cancer = "cancer" in facts and facts & {"flare", "injury"}
    burned = facts & {"blister", "spreading"} or facts >= {"procedure", "swelling"}
    return "same_day" if facts & SAME_DAY_FLAGS or fragile or recent_cancer or burned else ""


def unasked(option: str, answers: Mapping[str, Answer]) -> set[str]:
    """What must still be asked before the card of this option may open (logic.md 5.5)."""
    asked = set(answers)
    missing = {*ALWAYS_ASKED, "precautions.health"} - asked
    if answers.get("heat_check.heat_kind") != ("none",):
        missing |= {"heat_check.signs"} - asked
    if "swelling" in answers.get("heat_check.signs", ()):
        missing |= {"heat_check.skin"} - asked
    return missing | (ASKED_FIRST.get(option, set[str]()) - _lines(answers))


ASKED_FIRST = {
    "contrast": {"cold_allergy"},
    "cold": {"cold_allergy"},
    "creams": {"thinner_liver", "cream_allergy", "epilepsy"},
    "stretching": {"weak_bones"},
    "tens": {"implant", "epilepsy", "cream_allergy"},
}

LINES = {
    "precautions.for_cold": {"cold_allergy"},
    "precautions.for_contrast": {"cold_allergy"},
    "precautions.for_creams": {"thinner_liver", "cream_allergy", "epilepsy"},
    "precautions.for_stretching": {"weak_bones"},
    "precautions.for_tens": {"implant", "epilepsy", "cream_allergy"},
}


def _lines(answers: Mapping[str, Answer]) -> set[str]:
    asked = {line for state, lines in LINES.items() if state in answers for line in lines}
    with_injury = "injury" in answers.get("precautions.right_now", ()) and "precautions.health" in answers
    return asked | ({"weak_bones", "thinner_liver"} if with_injury else set())
