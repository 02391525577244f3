"""Where the buttons of a state are written: `buttons_from:` borrows another state's."""

from bot.authoring.parts import Parts


def lender(parts: Parts, state: str) -> str:
    """The full name of the state at which these buttons stand."""
    written = parts.dialogs.states[state].buttons_from
    if not written:
        return state
    return written if "." in written else f"{state.partition('.')[0]}.{written}"
