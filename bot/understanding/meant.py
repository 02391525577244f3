"""What typed words answer to a question."""

from collections.abc import Mapping

from msgspec import Struct

Value = str | Mapping[str, int | str | list[str]]


class Answer(Struct, frozen=True):
    """What words answer.

    `value` is `yes`, `no`, `unsure`, `clarify`, {"choices": [ids]}, {"score": n}, {"text": …}, or None for no answer.
    `confirm`: it is a guess, or stands on a screening question, and counts only once the person has confirmed it.
    """

    value: Value | None = None
    confirm: bool = False


NO_ANSWER = Answer()
