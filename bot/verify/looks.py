"""What sessions look like; once rules of `levels` are others, only what answers mean by them is made anew."""

from collections.abc import Iterable, Set

from bot.verify.classes import Look
from bot.verify.kept import NOTHING, Kept, Looked
from bot.verify.numbers import Numbers
from bot.verify.outlook import Meant, Outlook, Weighed


class Looks:
    """The looks of sessions by their numbers, without what is remembered."""

    def __init__(self, outlook: Outlook) -> None:
        self._outlook = outlook
        self._looks: dict[int, Look] = {}
        self._weighed = Numbers[Weighed]()
        self._by: dict[int, tuple[int, int]] = {}
        """Beside each look, the numbers of what `Look.whole` and `Look.others` are worked out from."""
        self._rules: dict[int, frozenset[str]] = {}
        """By the number of what is weighed, the rules of `levels` that have part in it."""
        self._were: dict[int, frozenset[str]] = {}
        """The same at the last proof."""
        self._changed: Set[str] = frozenset[str]()
        self._newly = frozenset[str]()
        self._old: dict[int, Look] = {}
        """Looks that the changed rules may have part in."""

    def take_over(self, kept: Kept, changed: Set[str], newly: frozenset[str]) -> None:
        """Take the looks of the last proof, since which only these rules of `levels` have changed.

        `newly`: those of them that test something else than before, or were not there.
        """
        looked = kept.looked
        self._changed, self._newly = changed, newly
        self._weighed = Numbers(weighed for weighed, _ in looked.weighed)
        self._were = {number: looked.rules[rules] for number, (_, rules) in enumerate(looked.weighed)}
        known = {number: look for number, look in enumerate(looked.looks) if look}
        self._by = {number: looked.by[number] for number in known}
        lasting = {number: look for number, look in known.items() if not look.offers}
        self._looks, self._old = ({}, lasting) if changed else (known, {})

    def of(self, number: int) -> Look | None:
        """What a session looks like, if that is known."""
        known = self._looks.get(number)
        if known is None and (look := self._old.get(number)):
            whole, others = self._by[number]
            whole, others = self._meant(whole, look.whole), self._meant(others, look.others)
            known = self._looks[number] = look._replace(whole=whole, others=others)
        return known

    def _meant(self, number: int, was: Meant | None) -> Meant | None:
        """What is weighed under this number means now."""
        if was is None or self._changed.isdisjoint(self._were[number] | self._touched(number)):
            return was
        return self._outlook.of(*self._weighed.things[number])

    def note(self, number: int, look: Look, weighed: tuple[Weighed, Weighed] | None) -> None:
        """Note what a session looks like, and what `Look.whole` and `Look.others` were worked out from."""
        self._looks[number] = look
        self._by[number] = (self._weighed[weighed[0]], self._weighed[weighed[1]]) if weighed else NOTHING

    def packed(self, sessions: Iterable[int]) -> Looked:
        """The looks of these sessions, in their order."""
        weighed, rules = Numbers[int](), Numbers[frozenset[str]]()
        sessions = list(sessions)
        by = [self._by.get(each, NOTHING) for each in sessions]
        by = [(weighed[whole], weighed[others]) if whole >= 0 else NOTHING for whole, others in by]
        told = [(self._weighed.things[each], rules[self._touched(each)]) for each in weighed.things]
        looks = [self._looks.get(each) for each in sessions]
        return Looked(looks, by, told, rules.things, self._outlook.levels_of_rules)

    def _touched(self, number: int) -> frozenset[str]:
        known = self._rules.get(number)
        if known is None:
            known = self._rules[number] = self._touched_now(number)
        return known

    def _touched_now(self, number: int) -> frozenset[str]:
        answers, unseen, _ = self._weighed.things[number]
        was = self._were.get(number)
        if was is None:
            return self._outlook.touched(answers, unseen)
        kept = was - self._newly
        return kept | self._outlook.touched(answers, unseen, self._newly) if self._newly else kept
