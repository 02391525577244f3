"""What `heatwise translated` shows: each text beside its source, so that somebody looks at both."""

from collections.abc import Iterator

from bot.authoring.confirming import Confirmed

MANY = 12
"""More texts than this are only counted: nobody reads a whole language in a terminal."""


def lines(done: Confirmed) -> Iterator[str]:
    """What was kept, for people."""
    if len(done.pairs) <= MANY:
        for pair in done.pairs:
            yield from (pair.key, *_text(done.source, pair.source), *_text(done.lang, pair.translation), "")
    if not done.pairs:
        yield f"Nothing has changed since {done.file} was written."
        return
    count = "1 text counts" if len(done.pairs) == 1 else f"{len(done.pairs)} texts count"
    yield f"{count} as compared with content/{done.source}; {done.file} says so."
    yield "Next: heatwise check"


def _text(lang: str, text: str) -> Iterator[str]:
    first, *rest = text.splitlines() or [""]
    yield f"  {lang}  {first}"
    yield from (f"      {line}" for line in rest)
