"""Tells which words are missing in one language, a group that is not there at all only once."""

from collections.abc import Collection, Iterable, Mapping

from bot.authoring.files import File, Path, within
from bot.authoring.problems import nearest, shown
from bot.authoring.words import Words


class Missing:
    """What is missing, beside what is there and nothing says."""

    def __init__(self, words: Words, spare: Collection[str]) -> None:
        self.words = words
        self.spare = spare
        self.meant: set[str] = set()

    def tell(self, missing: Mapping[str, tuple[str, str]]) -> set[str]:
        """Tell it all, each with what it is and who needs it; the keys that were meant for something missing."""
        for (file, path), keys in self._groups(missing).items():
            near = self._near(file, path)
            if near:
                file.misnamed((*path[:-1], near), near, str(path[-1]))
            elif len(self.words.home(keys[0])[1]) > len(path):
                self._group(file, path, keys)
            else:
                what, who = missing[keys[0]]
                found, fits = f"The {what} {shown(keys[0], 80)} is missing", f"{who} needs it, in every language"
                file.tell(path[:-1], found, fits, f"Write {path[-1]}: with its words here", key=True)
        return self.meant

    def _groups(self, missing: Iterable[str]) -> dict[tuple[File, Path], list[str]]:
        """The keys by the first step on the way to them that is not there."""
        groups: dict[tuple[File, Path], list[str]] = {}
        for key in missing:
            file, path = self.words.home(key)
            if file is not None and not file.doubtful(path):
                groups.setdefault((file, path[: len(within(path, file.node)) + 1]), []).append(key)
        return groups

    def _near(self, file: File, path: Path) -> str | None:
        """What stands in the same group under a name that is nearly right, and nothing says it."""
        group, level = path[:-1], len(path) - 1
        beside: dict[str, list[str]] = {}
        for key in (*self.words.bubbles, *self.words.lines):
            home, at = self.words.home(key)
            if home is file and at[:level] == group and len(at) > level:
                beside.setdefault(str(at[level]), []).append(key)
        spare = {name: keys for name, keys in beside.items() if all(key in self.spare for key in keys)}
        near = nearest(str(path[-1]), spare)
        self.meant.update(spare[near] if near else ())
        return near

    def _group(self, file: File, path: Path, keys: Iterable[str]) -> None:
        inside: dict[str, list[str]] = {}
        for key in keys:
            group, *names = map(str, self.words.home(key)[1][len(path) :])
            inside.setdefault(group, []).extend(names)
        listed = ", ".join(f"{group}: {' '.join(names)}".removesuffix(": ") for group, names in inside.items())
        found = f"The {'entry' if len(path) == 1 else 'group'} {shown(str(path[-1]))} is missing here"
        file.tell(path[:-1], found, f"In it stands {listed}", f"Write {path[-1]}: with the words", key=True)
