"""What a screen shows: its texts in order, its long lines, its buttons."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from bot.engine import screen
from bot.engine.effects import Bubble
from bot.engine.look import Look
from bot.engine.screen import Sight


def look(sight: Sight, fill: Callable[[str], Bubble], progress: str) -> Look:
    """The look of a screen; `fill` makes a bubble of its key."""
    says = tuple(said for key in _texts(sight) for said in _said(sight, key, fill))
    ask = "one" if sight.session.asked_back else sight.state.ask
    return Look(says, ask, screen.buttons(sight), progress)


def _texts(sight: Sight) -> list[str]:
    """The keys of the texts of the screen, in order."""
    if sight.session.asked_back:
        return [_asking_back(sight)]
    if sight.session.page:
        return [sight.session.page]
    shows = (says.text for says in sight.state.shows if sight.library.holds(says.when, sight.facts))
    return [*_cautions(sight), *shows]


def _asking_back(sight: Sight) -> str:
    """The words of the engine's own question; a flag can have its own."""
    asked = sight.session.asked_back
    own = f"command.{asked.kind}.{asked.ids[0]}" if asked else ""
    return own if own in sight.catalog.bubbles else f"command.{asked.kind if asked else ''}"


def _cautions(sight: Sight) -> list[str]:
    """A card opens with its cautions: staff cannot leave them out."""
    option = sight.state.option
    if option is None:
        return []
    texts = sight.catalog.bubbles
    pairs = sight.library.decider.cautions(sight.standing.decision, option)
    keys = (f"caution.{name}.{member}" if f"caution.{name}.{member}" in texts else f"caution.{name}"
            for member, name in pairs)  # fmt: skip
    return list(dict.fromkeys(keys))


def _said(sight: Sight, key: str, fill: Callable[[str], Bubble]) -> Iterator[Bubble | str]:
    """The bubbles of a text, the long lines of the state's own question with the last one; of personal ones the key."""
    *first, last = sight.catalog.bubbles[key]
    yield from (_kept(fill(bubble)) for bubble in first)
    own = key == sight.state.name and not (sight.session.page or sight.session.asked_back)
    yield _kept(_with_lines(sight, fill(last)) if own else fill(last))


def _kept(bubble: Bubble) -> Bubble | str:
    return bubble.key if bubble.personal and not bubble.lines else bubble


def _with_lines(sight: Sight, bubble: Bubble) -> Bubble:
    lines, after = screen.lines(sight), sight.catalog.after.get(sight.state.name)
    if not lines and not after:
        return bubble
    return replace(bubble, lines=lines, after=sight.catalog.fill(after) if after else "")
