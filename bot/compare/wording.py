"""Words that have changed, language by language: the same change in several texts is told once."""

from collections.abc import Iterator, Mapping

from bot.authoring.parts import Parts
from bot.authoring.words import Words
from bot.compare.change import Change, Grade
from bot.compare.words import short
from bot.engine import safety

DANGER = (
    *safety.MUST_SAY, *safety.LOCK_PLACES, *safety.SCREENS, safety.HELP_LIST, safety.NOTIFICATION, "command.emergency",
    "heat_check.stop", "caution",
)  # fmt: skip
"""What the keys of texts about danger begin with."""

READ_TWICE = " (about danger: read it twice)"
AROUND = 30


def word_changes(old: Parts, new: Parts) -> Iterator[Change]:
    """One change for each language that is new, gone, or has other words."""
    for lang in dict.fromkeys((*old.words, *new.words)):
        if lang not in new.words:
            yield Change(Grade.DIFFERENT, "wording", f"The language {lang} is gone")
        elif lang not in old.words:
            yield Change(Grade.DIFFERENT, "wording", f"The language {lang} is new")
        else:
            yield from _language(lang, _said(old.words[lang]), _said(new.words[lang]))


def _said(words: Words) -> Mapping[str, str]:
    """All words of a language by their key."""
    texts = {key: words.written(key) for key in words.texts}
    after = {f"{key}.after": _joined(cut.parts) for key, cut in words.after.items()}
    lines = {f"{key} ({part})": found for key, line in words.lines.items()
             for part in ("label", "line", "heading") if (found := getattr(line, part))}  # fmt: skip
    typed = {f"command.words: {word}": f"means /{command}" for word, command in words.words.items()}
    return {**texts, **after, **lines, **typed}


def _joined(parts: tuple[str, ...]) -> str:
    return "".join(f"{{{part}}}" if i % 2 else part for i, part in enumerate(parts))


def _language(lang: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Change]:
    changed: dict[tuple[str, str], list[str]] = {}
    for key in dict.fromkeys((*old, *new)):
        before, after = old.get(key, ""), new.get(key, "")
        if before != after:
            changed.setdefault((before, after), []).append(key)
    if changed:
        number = sum(map(len, changed.values()))
        lines = tuple(line for (before, after), keys in changed.items() for line in _told(before, after, keys))
        title = f"content/{lang}: {'1 text has' if number == 1 else f'{number} texts have'} other words"
        yield Change(Grade.WORDING, "wording", title, lines)


def _told(old: str, new: str, keys: list[str]) -> Iterator[str]:
    danger = READ_TWICE if any(key.startswith(DANGER) for key in keys) else ""
    yield ", ".join(keys[:5]) + (f" and {len(keys) - 5} more" if len(keys) > 5 else "") + danger
    before, after = around(old, new)
    yield f"  was: {before}" if old else "  new"
    yield f"  now: {after}" if new else "  gone"


def around(old: str, new: str) -> tuple[str, str]:
    """The parts of two texts in which they differ, whole words, with a little of what stands around."""
    if not old or not new:
        return short(old), short(new)
    start = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    limit = min(len(old), len(new)) - start
    end = next((i for i in range(limit) if old[-1 - i] != new[-1 - i]), limit)
    return _part(old, start, len(old) - end), _part(new, start, len(new) - end)


def _part(text: str, start: int, end: int) -> str:
    first = text.rfind(" ", 0, max(0, start - AROUND)) + 1 if start > AROUND else 0
    last = text.find(" ", end + AROUND) if end + AROUND < len(text) else -1
    cut = text[first:] if last < 0 else text[first:last]
    told = " ".join(cut.split())
    return f"{'…' if first else ''}{told}{'…' if last >= 0 else ''}"
