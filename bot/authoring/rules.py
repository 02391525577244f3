"""The order of rules: one without a test stands last, and only there."""

from collections.abc import Sequence

from bot.authoring.files import File, Path


def check_order(file: File, rules: Sequence[tuple[Path, bool]], mend: str) -> None:
    """Tell rules that never count, and a last one that may not hold. `rules`: where, and whether there is a test.

    Both change who goes where, so the ways from here are not known.
    """
    wrong = [path for path, tested in rules[:-1] if not tested and not file.doubtful(path)]
    for path in wrong:
        found = "This one has no test, so those below it never count"
        file.tell(path, found, "Only the last one has no test", "Move it to the end, or add when:", key=True)
    if not wrong and rules and rules[-1][1] and not file.doubtful(rules[-1][0]):
        wrong = [rules[-1][0]]
        found = "This is the last one, and it has a test: perhaps none of them holds"
        file.tell(wrong[0], found, "The last one has no test, so that there is always a way on", mend, key=True)
    for path in wrong:
        file.cut(path[:-1])
