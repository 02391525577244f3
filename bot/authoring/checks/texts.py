"""Every text and label that a patient can meet must be there in every language."""

from collections.abc import Collection, Iterable, Mapping

from bot.authoring.checks.left_over import check_left_over
from bot.authoring.checks.needs import Caution, cautions, needed_labels, needed_texts
from bot.authoring.files import File, Path, within
from bot.authoring.parts import Parts
from bot.authoring.problems import nearest, shown
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
        spare = {*words.bubbles, *words.lines} - texts.keys() - labels.keys()
        nearly = _missing(words, missing, spare)
        _cautions(words, careful)
        needed = {*texts, *labels, *(key for caution in careful for key in caution.keys)}
        check_left_over(parts, words, needed | nearly | meant)


def _missing(words: Words, missing: Mapping[str, tuple[str, str]], spare: Collection[str]) -> set[str]:
    """Tell what is missing; the keys that were meant for it, as far as that can be seen."""
    nearly: set[str] = set()
    entries: dict[tuple[File, str], list[str]] = {}
    for key, (what, who) in missing.items():
        file, path = words.home(key)
        if file is None or file.doubtful(path):
            continue
        near = nearest(key, spare)
        if near:
            nearly.add(near)
        elif path[0] not in file.value:
            entries.setdefault((file, str(path[0])), []).append(key)
            continue
        _tell(file, path, f"The {what} {shown(key, 80)} is missing", f"{who} needs it, in every language", near)
    for (file, entry), keys in entries.items():
        _no_entry(words, file, entry, keys)
    return nearly


def _tell(file: File, path: Path, found: str, fits: str, near: str | None) -> None:
    there = within(path, file.node)
    rest = " and in it ".join(f"{name}:" for name in path[len(there) :])
    mend = f"Is it {shown(near, 80)}, under another name?" if near else f"Write {rest} with its words here"
    file.tell(there, found, fits, mend, key=True)


def _no_entry(words: Words, file: File, entry: str, keys: Iterable[str]) -> None:
    """All that is missing in an entry which is not there at all."""
    groups: dict[str, list[str]] = {}
    for key in keys:
        _, group, *name = map(str, words.home(key)[1])
        groups.setdefault(group, []).extend(name)
    inside = "; ".join(f"{group}: {', '.join(names)}" if names else f"{group}:" for group, names in groups.items())
    file.tell((), f"The entry {shown(entry)} is missing", f"In it stands {inside}", f"Write {entry}: with its words")


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
