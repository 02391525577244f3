"""What staff cannot remove: the places that take over, the floor of every flag, the times of lock and mistakes."""

from datetime import timedelta

START = "welcome.start"
CHECK_START = "red_flags.nerves"
EMERGENCY = "red_flags.emergency"
AFTER_EMERGENCY = "red_flags.after_emergency"
CRISIS = "red_flags.crisis"
SAME_DAY = "red_flags.same_day"
MISTAKE_LIMIT = "red_flags.mistake_limit"
LAST_SCREEN = "red_flags.today"
RESULT = "heat_check.result"
LIST = "alternatives.list"
CALLBACK = "callback.notice"
CALLBACK_NAME, CALLBACK_CONTACT, CALLBACK_TIME = "callback.name", "callback.contact", "callback.time"
CALLBACK_REVIEW = "callback.review"
STOPPED = "end.stopped"
TIMEOUT = "end.timeout"
CLOSED = "end.closed"
END_EMERGENCY = "end.emergency"
HELP_LIST = "seek_care.overview"
OFFER, SET, NOTIFICATION = "check_in.offer", "check_in.set", "check_in.notification"
CHECK_IN_FLAGS, PAIN, CHECK_IN_RESULT = "check_in.red_flags", "check_in.pain", "check_in.result"

REQUIRED_STATES = (
    START, CHECK_START, "red_flags.body", "red_flags.body_more", LAST_SCREEN, EMERGENCY, AFTER_EMERGENCY, CRISIS,
    SAME_DAY, MISTAKE_LIMIT, RESULT, LIST, HELP_LIST, CALLBACK, CALLBACK_NAME, CALLBACK_CONTACT, CALLBACK_TIME,
    CALLBACK_REVIEW, STOPPED, TIMEOUT, CLOSED, END_EMERGENCY, "end.done", "end.same_day", "end.declined", "end.minor",
    OFFER, SET, NOTIFICATION, CHECK_IN_FLAGS, PAIN, CHECK_IN_RESULT,
)  # fmt: skip
"""States that the engine leads to by name; a project without one of them is refused."""

SCREENS = (CHECK_START, "red_flags.body", "red_flags.body_more", LAST_SCREEN)
"""The red-flag screens: no option and no list before all of them are answered (SP3)."""

EMERGENCY_NUMBER, CRISIS_NUMBER, CLINIC_PHONE = "emergency.number", "crisis.number", "clinic.phone"

MUST_SAY = {
    EMERGENCY: (EMERGENCY_NUMBER,),
    AFTER_EMERGENCY: (EMERGENCY_NUMBER,),
    CRISIS: (CRISIS_NUMBER, EMERGENCY_NUMBER),
    MISTAKE_LIMIT: (EMERGENCY_NUMBER,),
    SAME_DAY: (CLINIC_PHONE, EMERGENCY_NUMBER),
    "red_flags.mistake": (EMERGENCY_NUMBER,),
    "red_flags.crisis.safe": (CRISIS_NUMBER, EMERGENCY_NUMBER),
}
"""Texts, and the numbers that each of them gives in every language; so does every end (SP1, SP4, SP5, SP14)."""

LOCK_PLACES = frozenset({EMERGENCY, AFTER_EMERGENCY, CRISIS, MISTAKE_LIMIT, END_EMERGENCY})
"""All that a locked session can show (SP2)."""

BEFORE_CONSENT = LOCK_PLACES | {START, "end.declined", "end.minor", STOPPED, TIMEOUT, CLOSED}
"""What can be shown to somebody who has not agreed (SP23)."""

UNREVIEWED = LOCK_PLACES | {HELP_LIST}
"""What can be shown, besides the ends, once the review of the content has expired (SP22)."""

DRAFTS = "callback."
"""The form's states: what was typed there is a draft until it is sent."""

SELF_HARM = "self_harm"
"""The one flag that leads to the crisis screen."""

SMALL_TALK = frozenset({
    "about_bot", "why_asking", "smalltalk", "thanks", "greeting", "joke", "abuse", "injection", "gibberish", "spam",
    "offtopic",
})  # fmt: skip
"""Topics that say nothing about health: the others are answered only where options may be spoken of."""

HEARD = "heard"
"""The name under which flags from the phrase list are kept beside the answers."""

CHECK_IN = "check_in."
"""The states of the check-in."""

JOB = "check_in"
JOBS = (JOB,)
"""Timers that write to the patient later: dropped by an emergency, a same-day flag, a new check and /stop."""

CHECK_INS = 3
"""How many are written in one check (SP18)."""

PAUSE = timedelta(minutes=10)
"""Nobody is interrupted: a check-in waits until the person has been silent for this long."""

REMIND_AFTER = timedelta(hours=24)
"""From the check-in to its one reminder, and from there until it is given up."""

EXPIRY = "expire"
"""The timer that erases answers and transcript."""

TIERS = ("self_care", "book_soon", "same_day", "emergency")
"""From least to most urgent; a project's tier table must name these."""
URGENT = frozenset(("same_day", "emergency"))
"""Those that end a check."""

FLOOR = {
    **dict.fromkeys(
        ("bladder", "bowel", "saddle", "both_legs", "worse_weakness", "chest", "drowsy", "sudden_pain", "head_sudden",
         "accident", "infection", "cancer_nerves", "procedure_nerves", "burn_deep", "pregnant_bleeding", "self_harm",
         "listed"),
        "emergency",
    ),
    **dict.fromkeys(
        ("fever", "cancer_new_pain", "new_weakness", "weight_loss", "night_pain", "lump", "small_fall",
         "weak_defenses", "shingles", "blister_spreading", "upper_back", "worst_pain", "much_worse"),
        "same_day",
    ),
}  # fmt: skip
"""The least tier of every flag, whatever decisions.yaml says (clinical knowledge base, red flags, section 2)."""

FLAG_FACTS = ("emergency_flags", "same_day_flags")

SCREENED_EMERGENCY = frozenset({"some", "unsure"})
"""On the three emergency screens every answer but "none of these" is an emergency, whatever its `sets:` says."""

FORGET_AFTER = timedelta(hours=24)
"""Answers and transcript are kept until this long after the last message."""

FORGET_EARLY = timedelta(hours=1)
"""So much earlier they are erased where a check-in is written then."""

LOCK_FOR = timedelta(hours=24)
MISTAKE_WINDOW = timedelta(hours=24)
MISTAKES = 2
"""How often "I tapped by mistake" and "I am safe" together start a new check within the window (SP5)."""

CALL_WINDOW = timedelta(hours=24)
CALLS = 3
"""How many call requests one person can send within the window: the chat's stand-in for the web form's spam trap."""

MISSES = 2
"""After this many messages in a row that were not understood, the phone is given (SP20)."""


def floor(flags: frozenset[str]) -> str:
    """The least tier that these flags allow."""
    return max((FLOOR[flag] for flag in flags if flag in FLOOR), key=TIERS.index, default=TIERS[0])


def most_urgent(*tiers: str) -> str:
    """The most urgent of some tiers."""
    return max(tiers, key=TIERS.index)
