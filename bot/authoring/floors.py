"""The least that some answers must come to, whatever the rules of a project say."""

from collections.abc import Mapping, Sequence

from bot.engine.conditions import Atom

FEELS_LESS = ("moist_heat", "contrast", "cold", "creams", "tens", "dry_heat")
ANY_HEAT = ("moist_heat", "contrast", "dry_heat")

TIERS: Mapping[str, Sequence[Sequence[Atom]]] = {
    "emergency": (
        (("skin", "deep_burn"),),
        (("same_day_flags", "fever"), ("same_day_flags", "weak_defenses")),
        (("same_day_flags", "cancer_new_pain"), ("same_day_flags", "new_weakness")),
        (("same_day_flags", "cancer_new_pain"), ("nerves", "numb_patch")),
        (("same_day_flags", "cancer_new_pain"), ("nerves", "shooting")),
        (("precautions", "cancer"), ("nerves", "numb_patch")),
        (("precautions", "cancer"), ("nerves", "shooting")),
        (("precautions", "cancer"), ("same_day_flags", "new_weakness")),
        (("precautions", "procedure"), ("nerves", "numb_patch")),
        (("precautions", "procedure"), ("same_day_flags", "new_weakness")),
    ),
    "same_day": (
        (("skin", "blister"),),
        (("skin", "spreading"),),
        (("precautions", "procedure"), ("signs", "swelling")),
        (("recent", "injury"), ("precautions", "age65")),
        (("recent", "injury"), ("precautions", "weak_bones")),
        (("recent", "injury"), ("precautions", "thinner_liver")),
        (("precautions", "cancer"), ("recent", "flare")),
        (("precautions", "cancer"), ("recent", "injury")),
    ),
    "book_soon": ((("precautions", "numb_skin"),), (("precautions", "broken_skin"),), (("nerves", "numb_patch"),)),
}
"""Answers, alone or together, and the least tier of them (clinical knowledge base, red flags, combinations)."""

CHOICES: Mapping[str, str] = {
    "heat_check.skin.choices.unsure": "same_day",
    "precautions.right_now.choices.burned": "same_day",
    "check_in.red_flags.choices.bladder": "emergency",
    "check_in.red_flags.choices.saddle": "emergency",
    "check_in.red_flags.choices.weak_legs": "emergency",
    "check_in.red_flags.choices.chest": "emergency",
    "check_in.red_flags.choices.fever_weak_defenses": "emergency",
    "check_in.red_flags.choices.fever": "same_day",
    "check_in.usual.choices.yes": "same_day",
    "check_in.usual.choices.unsure": "same_day",
    "check_in.usual_before.choices.yes": "same_day",
    "check_in.usual_before.choices.unsure": "same_day",
    "check_in.words.choices.much_worse": "same_day",
    "check_in.skin.choices.blister": "same_day",
    "check_in.skin.choices.unsure": "same_day",
}
"""Answers that stand for another one, and the least tier of what they set (clinical logic: not sure is a yes)."""

CLOSED: Mapping[Atom, Sequence[str]] = {
    ("precautions", "numb_skin"): FEELS_LESS,
    ("precautions", "broken_skin"): FEELS_LESS,
    ("precautions", "cream_on"): FEELS_LESS,
    ("nerves", "numb_patch"): FEELS_LESS,
    ("precautions", "medicine_patch"): ANY_HEAT,
    ("precautions", "sleepy"): (*ANY_HEAT, "cold", "tens"),
    ("recent", "injury"): (*ANY_HEAT, "tens"),
    ("signs", "swelling"): (*ANY_HEAT, "creams", "tens"),
    ("skin", "marks"): ANY_HEAT,
    ("signs", "worse_pain"): ("dry_heat",),
    ("signs", "nerve_feelings"): ("dry_heat",),
    ("signs", "stiffness"): ("dry_heat",),
    ("precautions", "cold_allergy"): ("cold", "contrast"),
    ("precautions", "implant"): ("tens",),
    ("precautions", "pump_stim"): ("tens", "moist_heat", "stretching", "dry_heat"),
    ("precautions", "cancer"): ("tens", "moist_heat", "stretching", "dry_heat"),
    ("precautions", "procedure"): ("tens", "moist_heat", "stretching", "dry_heat"),
    ("precautions", "pregnant"): ("tens", "creams", "contrast", "dry_heat"),
    ("precautions", "epilepsy"): ("tens",),
    ("precautions", "heart"): ("tens",),
}
"""Answers, and the options with which no card opens: ask_first at least (safety properties SP6 to SP9; logic, 9)."""

CHECK_IN: Mapping[Atom, str] = {
    ("check_in.usual", "no"): "book_soon",
    ("check_in.usual_before", "no"): "book_soon",
    ("pain_change", "worse"): "book_soon",
    ("check_in.words", "worse"): "book_soon",
    ("check_in.skin", "still_red"): "self_care",
}
"""What is told in a check-in, and the least tier of a rule without `otherwise:` that fires on it alone: none of these
may be passed over (clinical logic, section 7, C5 to C7)."""
