"""Where each text is shown, in words."""

from collections.abc import Iterator, Mapping

from bot.engine.dialog import State
from bot.engine.library import Library

Places = Mapping[str, tuple[str, ...]]

BY_PREFIX = {
    "option": "the name of an option: in lists and on buttons",
    "level": "behind an option in the lists",
    "reason": "behind an option: why it comes with care, or closed",
    "answers": "in the summary for a doctor, and in a request for a call that includes answers",
    "letter": "in the e-mail to the clinic",
    "profile": "how the bot presents itself in a messaging app",
    "command": "said by the program: commands, words that it does not understand, old buttons, faults",
}


def places_of(library: Library) -> Places:
    """The places of each text that some state names, by key."""
    found: dict[str, dict[str, None]] = {}
    for key, place in (*_of_states(library), *_cautions(library)):
        found.setdefault(key, {})[place] = None
    return {key: tuple(places) for key, places in found.items()}


def place(places: Places, key: str) -> tuple[str, ...]:
    """Where the text of this key (a bubble's, or one after the lines of a question) is shown."""
    base = key.partition("/")[0].removesuffix(".after")
    default = BY_PREFIX.get(base.partition(".")[0], "said by the program at this place")
    return places.get(base) or (default,)


def _of_states(library: Library) -> Iterator[tuple[str, str]]:
    for state in library.states.values():
        for says in state.shows:
            yield says.text, f"at {state.name}" + (", under a test" if says.when else "")
        for says in state.opens_next:
            yield says.text, f"opens the message after {state.name}"
        yield from _on_the_way(state)


def _on_the_way(state: State) -> Iterator[tuple[str, str]]:
    for rule in state.next:
        if rule.say:
            yield rule.say, f"opens the message after {state.name}"
    for button in state.buttons:
        if button.say:
            yield button.say, f"after the button {button.id} of {state.name}"
        if button.show:
            yield button.show, f"after the button {button.id} of {state.name}, in place of the text there"


def _cautions(library: Library) -> Iterator[tuple[str, str]]:
    for rule in library.source.tables.levels:
        for option, level in rule.levels.items():
            name = rule.cautions.get(option, rule.id)
            for key in (f"caution.{name}.{option}", f"caution.{name}") if level == "caution" else ():
                yield key, f"opens the card of {option}, when the rule {rule.id} fires"
