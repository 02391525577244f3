"""The bot never says that nothing is wrong, what a patient has, or that they should change a medicine (SP21)."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from bot.authoring.forbidden_phrases import DIAGNOSIS, FORBIDDEN, GROUPS, TURNED, Kind
from bot.authoring.parts import Parts
from bot.authoring.problems import shown
from bot.authoring.words import Origin

PART = re.compile(r"[.!?:;,•\n–—()¿¡\"“”]+")
"""Between parts of sentences: a "not" of another part does not count."""


def check_forbidden(parts: Parts) -> None:
    """Tell each phrase that no patient may read; what stands on a button is the patient's own word, and free."""
    for words in parts.words.values():
        if words.lang in FORBIDDEN:
            for key in words.texts:
                _look(words.lang, words.written(key), words.origins[key])
            for key, cut in words.after.items():
                _look(words.lang, "".join(cut.parts[::2]), words.origins[f"{key}.after"])


def _look(lang: str, text: str, origin: Origin) -> None:
    for phrase, kind in found_in(text, lang):
        at = origin.file.inside(origin.path, phrase)
        origin.file.tell_at(at, f"{shown(phrase)} {kind.says}", kind.fits, kind.mend)


@lru_cache(maxsize=4096)  # a project is checked again and again while few of its texts change
def found_in(text: str, lang: str) -> tuple[tuple[str, Kind], ...]:
    """The forbidden phrases of a text, as it has them, and why each is forbidden.

    The lines of a list depend on the sentence before them: "if you:", "• have cancer" is no diagnosis.
    """
    return tuple(_found_in(text, lang))


def _found_in(text: str, lang: str) -> Iterator[tuple[str, Kind]]:
    for line in text.split("\n") if _any_phrase(lang).search(text) else ():
        in_list = line.lstrip().startswith("•")
        for part in PART.split(line):
            for kind, phrases in _phrases(lang):
                found = phrases.search(part)
                if found and not (in_list and kind is DIAGNOSIS) and not _turned(found, lang):
                    yield found[0], kind


def _turned(found: re.Match[str], lang: str) -> bool:
    before = re.findall(r"[\w']+", found.string[: found.start()].casefold())
    return not set(TURNED[lang].split()).isdisjoint(before)


@cache
def _phrases(lang: str) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    return tuple((kind, _pattern(lang, phrases)) for kind, phrases in FORBIDDEN[lang].items())


@cache
def _any_phrase(lang: str) -> re.Pattern[str]:
    return _pattern(lang, "\n".join(FORBIDDEN[lang].values()))


def _pattern(lang: str, phrases: str) -> re.Pattern[str]:
    """Whole words, in any case."""
    whole = "|".join(filter(None, map(str.strip, phrases.splitlines()))).replace(" ", r"\s+")
    for name, group in GROUPS[lang].items():
        whole = whole.replace(f"<{name}>", group.replace(" ", r"\s+"))
    return re.compile(rf"(?<!\w)(?:{whole})(?!\w)", re.IGNORECASE)
