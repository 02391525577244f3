"""The order of rules: one without a test stands last, and only there."""

from collections.abc import Sequence

from bot.authoring.files import File, Path

Tested = Sequence[tuple[Path, bool]]
"""Where each rule stands, and whether it has a test."""


def check_order(file: File, rules: Tested) -> None:
    """Tell rules without a test that others follow: those never count, so it is not known where people go."""
    for path, tested in rules[:-1]:
        if not tested and not file.doubtful(path):
            found = "This one has no test, so those below it never count"
            file.tell(path, found, "Only the last one has no test", "Move it to the end, or add when:", key=True)
            file.cut(path[:-1])


def check_last(file: File, rules: Tested, mend: str) -> None:
    """The same, and tell a last rule that has a test: perhaps there is no way on."""
    check_order(file, rules)
    if rules and rules[-1][1] and not file.doubtful(rules[-1][0]):
        found = "This is the last one, and it has a test: perhaps none of them holds"
        fits = "The last one has no test, so that there is always a way on"
        file.tell(rules[-1][0], found, fits, mend, key=True)
        file.cut(rules[-1][0][:-1])
