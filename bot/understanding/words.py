"""Tables of words, written as text that is easy to read and to add to."""


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())
