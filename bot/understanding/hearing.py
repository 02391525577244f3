"""What is heard of danger in a message, and why."""

from msgspec import Struct
from msgspec.structs import replace

from bot.engine.knowledge import ASK

ALARM, ASK_FIRST, NONE = "alarm", "ask", "none"
SELF, SOMEBODY_ELSE = "self", "somebody_else"


class Why(Struct, frozen=True):
    """One line of the audit: the rule, its flag, the words it was found in, the outcome and the cue that decided it."""

    rule: str
    flag: str
    text: str
    span: tuple[int, int]
    outcome: str
    cue: str = ""
    kind: str = ""


class Hearing(Struct, frozen=True):
    """What the gate makes of a message.

    `outcome` is alarm, ask or none. `flags` are those that are said, or for `ask` those that the question is about;
    `tier` is their most urgent one, or None. `about` is somebody_else when all of them are said of another person: then
    the text of the flags is shown, and nothing is locked or recorded.
    """

    outcome: str = NONE
    flags: tuple[str, ...] = ()
    tier: str | None = None
    about: str = SELF
    why: tuple[Why, ...] = ()

    @property
    def learned(self) -> bool:
        """Whether no rule has heard it, but only words that were learned to come with danger."""
        said = [line.rule for line in self.why if line.outcome in ("said", ASK)]
        return bool(said) and all(rule.startswith("anchor.") for rule in said)

    @property
    def crisis(self) -> bool:
        """Whether self-harm is among the flags."""
        return "self_harm" in self.flags


def milder(hearing: Hearing) -> Hearing:
    """One step less: a question instead of an alarm, nothing instead of a question."""
    return replace(hearing, outcome=ASK_FIRST) if hearing.outcome == ALARM else Hearing(why=hearing.why)
