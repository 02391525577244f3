"""The shape of `dialogs/safety.yaml`: what must hold on every path, and the hazard that it keeps away."""

from typing import TYPE_CHECKING, Annotated, Self

from pydantic import Field, model_validator

from bot.authoring.models.base import Condition, Model, kind, misfit, word_of

PROOFS = (
    "same_in_all_languages", "more_answers_never_milder", "card_texts", "numbers_in_texts", "forbidden_phrases",
    "complete_content",
)  # fmt: skip
"""Rules of their own, that speak of the project as a whole and not of one path."""

SafetyTest = Annotated[Condition, kind("safety_test")]
Words = Annotated[str, kind("text")]
Score = Annotated[int, Field(ge=1, le=5)]

if TYPE_CHECKING:
    Within = Proof = str
else:
    Within = word_of(("check", "chat"))
    Proof = word_of(PROOFS)

FORMS = (
    {"never"}, {"whenever", "then"}, {"before", "first"}, {"after", "never"}, {"after", "never", "until"},
    {"always_possible"}, {"proved_by"},
)  # fmt: skip


class StatementModel(Model):
    """One thing that must hold."""

    never: SafetyTest | None = None
    """In no message (with after:, in none behind it)."""
    whenever: SafetyTest | None = None
    """In every message like this ..."""
    then: SafetyTest | None = None
    """... this holds, too."""
    before: SafetyTest | None = None
    """What comes only ..."""
    first: SafetyTest | None = None
    """... once this has been."""
    within: Annotated[Within, Field(alias="in")] = "check"
    """Whether a new check begins to wait for it again."""
    after: SafetyTest | None = None
    """From here on ..."""
    until: SafetyTest | None = None
    """... up to here."""
    always_possible: SafetyTest | None = None
    """From everywhere some way leads to a message like this."""
    proved_by: Proof | None = None
    """A rule of its own."""

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        given = {name for name in self.model_fields_set if name != "within"}
        if given not in FORMS:
            forms = (
                "never; whenever and then; before and first; after and never, with until; always_possible; proved_by"
            )
            fits = f"One of these forms: {forms}"
            raise misfit(
                f"These do not go together: {', '.join(sorted(given)) or 'nothing'}", fits, "Write one of these forms"
            )
        return self


class PropertyModel(Model):
    """One property, as a row of the hazard log."""

    says: Words
    """In one sentence, for people."""
    hazard: Words = ""
    """What could go wrong."""
    harm: Words = ""
    """What that does to a person."""
    cause: Words = ""
    """How it could come to that."""
    control: Words = ""
    """What keeps it away."""
    severity: Score | None = None
    """From 1 to 5."""
    likelihood: Score | None = None
    """From 1 to 5, without the control."""
    likelihood_after: Score | None = None
    """From 1 to 5, with it."""
    holds: list[StatementModel] = Field(min_length=1)
    """What must hold on every path."""


class SafetyModel(Model):
    """All properties, by name."""

    properties: dict[Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")], PropertyModel]
    """The project's safety properties."""
