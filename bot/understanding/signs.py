"""Pictures and keycaps that stand for words: "1️⃣", a thumb, somebody pregnant."""

import re

_KEYCAP = re.compile("([0-9])\ufe0f?\u20e3")
_TONE = re.compile("[\U0001f3fb-\U0001f3ff\u200d\ufe0e\ufe0f\u2640\u2642]")
_WORDS = {
    **dict.fromkeys("👍👌✅✔☑🆗💯", "yes"),
    **dict.fromkeys("👎❌✖🚫⛔🙅", "no"),
    **dict.fromkeys("🤷🤔", "not sure"),
    **dict.fromkeys("🤰🫃🫄", "pregnant"),
    "🔟": "10", "🔥": "burning", "🧊": "ice", "🛁": "bath", "🚿": "shower", "🌅": "morning", "☀": "morning",
}  # fmt: skip
ANSWERS = frozenset({"yes", "no", "not sure"})
"""What a picture only says where no words say it."""
_PICTURE = re.compile("|".join(map(re.escape, _WORDS)))


_NOT_APPLICABLE = re.compile(r"^\W*n/?a\b", re.IGNORECASE)


def without_pictures(text: str) -> str:
    """The text with the words that its pictures stand for; a picture that answers counts only where it stands alone."""
    text = _NOT_APPLICABLE.sub("not applicable", text)
    bare = _TONE.sub("", _KEYCAP.sub(r" \1 ", text))
    words = any(char.isalnum() for char in bare)
    return _PICTURE.sub(lambda sign: _said(_WORDS[sign[0]], words), bare)


def _said(word: str, among_words: bool) -> str:
    return " " if among_words and word in ANSWERS else f", {word}, "
