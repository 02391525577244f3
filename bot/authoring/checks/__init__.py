"""What can be wrong in a project that reads well: each check is one file, and tells all it finds."""

from collections.abc import Callable, Sequence

from bot.authoring.checks.answers import check_answers
from bot.authoring.checks.asking import check_asking
from bot.authoring.checks.by_hand import check_by_hand
from bot.authoring.checks.cards import check_cards
from bot.authoring.checks.check_in import check_check_in
from bot.authoring.checks.closing import check_closing
from bot.authoring.checks.consent import check_consent
from bot.authoring.checks.exits import check_exits
from bot.authoring.checks.floor import check_floor
from bot.authoring.checks.forbidden import check_forbidden
from bot.authoring.checks.hearing import check_hearing
from bot.authoring.checks.inventory import check_inventory
from bot.authoring.checks.labels import check_labels
from bot.authoring.checks.letter import check_letter
from bot.authoring.checks.lines import check_lines
from bot.authoring.checks.listed import check_listed
from bot.authoring.checks.live import check_live
from bot.authoring.checks.named import check_named
from bot.authoring.checks.never import check_never
from bot.authoring.checks.notes import check_notes
from bot.authoring.checks.offered import check_offered
from bot.authoring.checks.opposites import check_opposites
from bot.authoring.checks.options import check_options
from bot.authoring.checks.pages import check_pages
from bot.authoring.checks.reach import check_reach
from bot.authoring.checks.required import check_required
from bot.authoring.checks.screening import check_screening
from bot.authoring.checks.screens import check_screens
from bot.authoring.checks.silence import check_silence
from bot.authoring.checks.sources import check_sources
from bot.authoring.checks.stuck import check_stuck
from bot.authoring.checks.texts import check_texts
from bot.authoring.checks.translations import check_translations
from bot.authoring.checks.unfinished import check_unfinished
from bot.authoring.checks.unused import check_unused
from bot.authoring.parts import Parts

EACH: Sequence[Callable[[Parts], None]] = (
    check_required, check_consent, check_floor, check_closing, check_check_in, check_screens, check_silence,
    check_pages, check_labels, check_texts,
    check_lines, check_listed, check_opposites, check_by_hand, check_notes, check_inventory, check_letter, check_live,
    check_translations, check_cards, check_forbidden, check_sources, check_unfinished, check_hearing,
    check_asking, check_named,
)  # fmt: skip
"""Checks that look at one thing after the other, and pass over what is not known."""

TOGETHER: Sequence[Callable[[Parts], None]] = (
    check_reach, check_exits, check_screening, check_options, check_answers, check_never, check_stuck,
    check_offered, check_unused,
)  # fmt: skip
"""Checks that follow the ways between all states: with one of them unknown, they would find nothing but echoes."""


def check(parts: Parts) -> None:
    """Run every check that has what it needs."""
    for each in EACH:
        each(parts)
    for each in TOGETHER:
        if parts.whole:
            each(parts)
