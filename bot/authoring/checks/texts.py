"""Every text and label that a patient can meet must be there in every language."""

from collections.abc import Iterable

from bot.authoring.checks.left_over import check_left_over
from bot.authoring.checks.missing import Missing
from bot.authoring.checks.needs import Caution, cautions, needed_labels, needed_texts
from bot.authoring.parts import Parts
from bot.authoring.words import DECISIONS, Words


def check_texts(parts: Parts) -> None:
    """Compare what is needed with what is there, language by language."""
    texts, labels = needed_texts(parts), needed_labels(parts)
    careful = list(cautions(parts)) if parts.whole else []
    meant = _cautions_without_words(parts, careful)
    for words in parts.words.values():
        missing = {
            **{key: ("text", who) for key, who in texts.items() if key not in words.bubbles},
            **{key: ("label", who) for key, who in labels.items() if key not in words.lines},
        }
        nearly = Missing(words, {*words.bubbles, *words.lines} - texts.keys() - labels.keys()).tell(missing)
        _cautions(words, careful)
        needed = {*texts, *labels, *(key for caution in careful for key in caution.keys)}
        check_left_over(parts, words, needed | nearly | meant)


def _cautions(words: Words, careful: Iterable[Caution]) -> None:
    """A rule that gives an option "caution" must have the words that open its card."""
    file = words.files[DECISIONS]
    for caution in careful:
        if not caution.own and not any(key in words.bubbles for key in caution.keys):
            found = f"The rule {caution.rule} puts a caution on {caution.option}, and its words are missing"
            mend = f"Write {caution.rule}.{caution.option}: here, or {caution.rule}: for all options"
            file.miss(("cautions",), found, "Every caution has words, which open the card", mend)


def _cautions_without_words(parts: Parts, careful: Iterable[Caution]) -> set[str]:
    """Tell each name of a caution that has words in no language; the names that were meant."""
    known = {key.removeprefix("caution.") for words in parts.words.values() for key in words.bubbles
             if key.startswith("caution.")}  # fmt: skip
    meant: set[str] = set()
    for caution in careful:
        if caution.own and not known & {key.removeprefix("caution.") for key in caution.keys}:
            path = ("levels", "rules", caution.rule, caution.option, "caution")
            names = [name.removesuffix(f".{caution.option}") for name in known]
            near = parts.rules_file.unknown(path, "caution", caution.own, sorted(set(names)))
            meant |= {f"caution.{near}.{caution.option}", f"caution.{near}"}
    return meant
