"""Every card says who must not use it, how long, when to stop and, on the skin, to look at it (SP10, SP11)."""

from collections.abc import Iterable, Iterator

from bot.authoring.card_lines import (
    CBD,
    CBD_CAUTION,
    EVERY_CARD,
    LANGUAGES,
    ON_THE_SKIN,
    OWN_TEXTS,
    SAFE_USE,
    SKIN,
    STOP_LINE,
    Line,
)
from bot.authoring.parts import Parts
from bot.authoring.problems import Grade, one_of, shown
from bot.authoring.words import Words
from bot.engine.dialog import State

FITS = "Every card says it, in every language, under no condition"


def check_cards(parts: Parts) -> None:
    """Tell each line that a card lacks, card by card and language by language."""
    cards = [state for state in parts.states.values() if _is_card(parts, state)]
    for state in cards:
        _ends(parts, state)
    for words in parts.words.values():
        if words.lang in LANGUAGES:
            for state in cards:
                _says(words, state)
            _own_texts(words)
            _cbd(words)
        else:
            _unknown(words)


def _unknown(words: Words) -> None:
    first = next(iter(words.origins.values()), None)
    if first:
        found = f"The lines of the cards, and the phrases that no patient may read, are not known in {words.lang}"
        mend = "Have somebody who speaks it read the cards with that in mind"
        fits = f"They are recognized in {one_of(sorted(LANGUAGES))}"
        first.file.tell_at((1, 1), found, fits, mend, Grade.INFO)


def _is_card(parts: Parts, state: State) -> bool:
    """The page of an option, but not one that leads to other options."""
    leads_on = parts.dialogs.states[state.name].choices_from  # as it was written: a slip in it is told elsewhere
    return state.name == SAFE_USE or (state.option is not None and leads_on is None)


def _ends(parts: Parts, state: State) -> None:
    """The last text of every option's card is the same one."""
    if state.option and STOP_LINE not in _always(state) and _known(parts, STOP_LINE):
        file, path = parts.where(state.name)
        found = f"The card {state.name} does not always say {STOP_LINE}"
        fits = "It ends the card of every option, under no condition"
        file.miss((*path, "shows"), found, fits, f"Write shows: [say, {STOP_LINE}]")


def _known(parts: Parts, key: str) -> bool:
    return any(key in words.bubbles for words in parts.words.values())


def _says(words: Words, state: State) -> None:
    keys = [key for key in _always(state) if key.startswith(state.name)]
    bubbles = [bubble for key in keys for bubble in words.bubbles.get(key, ())]
    text = "\n".join(map(words.written, bubbles))
    for line in _lines(state):
        if bubbles and not line.said_in(text, words.lang):
            origin = words.origins[bubbles[0]]
            found = f"The card {state.name} does not say {line.what}"
            mend = f"Add a line that begins with {shown(line.says[words.lang][0])}"
            origin.file.miss(origin.path[:1], found, FITS, mend)


def _lines(state: State) -> Iterator[Line]:
    yield from EVERY_CARD
    if state.option in ON_THE_SKIN or state.name == SAFE_USE:
        yield SKIN


def _always(state: State) -> list[str]:
    return [says.text for says in state.shows if says.when is None]


def _own_texts(words: Words) -> None:
    for key, line in OWN_TEXTS.items():
        _has(words, words.bubbles.get(key, ()), [line], f"The text {key}")


def _cbd(words: Words) -> None:
    """The cautions of the patient's own answers are cautions already."""
    for key, bubbles in words.bubbles.items():
        mention = [bubble for bubble in bubbles if CBD.search(words.written(bubble))]
        if mention and not key.startswith("caution."):
            _has(words, mention, CBD_CAUTION, "This text speaks of CBD, and")


def _has(words: Words, bubbles: Iterable[str], lines: Iterable[Line], what: str) -> None:
    for bubble in bubbles:
        text, origin = words.written(bubble), words.origins[bubble]
        for line in lines:
            if not line.said_in(text, words.lang):
                mend = f"Write {shown(line.says[words.lang][0])} into it"
                origin.file.tell(origin.path, f"{what} does not say {line.what}", "Nobody reads it without", mend)
