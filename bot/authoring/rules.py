"""The order of rules: one without a test stands last, and only there."""

from collections.abc import Sequence

from bot.authoring.files import File, Path


def check_order(file: File, rules: Sequence[tuple[Path, bool]], mend: str) -> None:
    """Tell a last rule that has a test, and each other one that has none. `rules`: where, and whether it has a test."""
    if not rules:
        return
    *earlier, (last, tested) = rules
    if tested and not file.doubtful(last):
        found = "This is the last one, and it has a test: perhaps none of them holds"
        file.tell(last, found, "The last one has no test, so that there is always a way on", mend, key=True)
    for path, has_test in earlier:
        if not has_test and not file.doubtful(path):
            found = "This one has no test, so those below it never count"
            file.tell(path, found, "Only the last one has no test", "Move it to the end, or add when:", key=True)
