"""What can be exercised: one thing of a project, where it stands, and how a conversation exercises it."""

from dataclasses import dataclass

Key = tuple[str, ...]
"""The kind, and behind it the names that make one thing of this kind."""

STATES, TRANSITIONS, GUARDS, RULES, OPTIONS = "states", "transitions", "guards", "rules", "options"
ANSWERS, LANGUAGES, FLAGS, TOPICS, PROPERTIES = "answers", "languages", "flags", "topics", "properties"

KINDS = {
    STATES: "states shown",
    TRANSITIONS: "ways from one state to the next (state, button or answer, rule)",
    GUARDS: "tests under when:, each once true and once not",
    RULES: "rules of dialogs/decisions.yaml that fired",
    OPTIONS: "cards opened, and levels that options had",
    ANSWERS: "answers given",
    LANGUAGES: "states shown in each language",
    FLAGS: "red flags raised",
    TOPICS: "questions in passing answered",
    PROPERTIES: "safety properties whose subject occurred",
}
"""The kinds in the order of reports, in words."""

FLOOR = (STATES, TRANSITIONS, RULES)
"""The kinds that `--at-least` holds."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing: `what` says what is missing where it was not exercised, `mend` how a conversation does it.

    `file` is relative to the project, `line` counts from 1. What is not `measured` counts in no percentage.
    """

    key: Key
    file: str
    line: int
    what: str
    mend: str
    measured: bool = True

    @property
    def kind(self) -> str:
        """One of KINDS."""
        return self.key[0]

    @property
    def id(self) -> str:
        """The names in one word, for programs: unique within the kind."""
        return " ".join(self.key[1:])
