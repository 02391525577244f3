"""Sets of answer combinations as decision diagrams: counted exactly, without listing a single one."""

from collections.abc import Iterable, Sequence

NOTHING, EVERYTHING = 0, 1
"""The diagrams of no combination, and of all of them."""


class Diagrams:
    """Diagrams over questions that each take one of a few answers, written as numbers from 0.

    A diagram is a number. A node asks one question and has a diagram for each answer; equal nodes are one, and a node
    whose answers all lead to the same place is left out. So two equal sets are the same number, and answers that
    nothing tells apart share one branch.
    """

    def __init__(self, sizes: Sequence[int]) -> None:
        self.sizes = tuple(sizes)
        end = len(self.sizes)
        self._nodes: list[tuple[int, tuple[int, ...]]] = [(end, ()), (end, ())]
        self._numbers: dict[tuple[int, tuple[int, ...]], int] = {}
        self._both: dict[tuple[int, int], int] = {}
        self._nots: dict[int, int] = {NOTHING: EVERYTHING, EVERYTHING: NOTHING}
        self._counts: dict[int, int] = {NOTHING: 0, EVERYTHING: 1}
        self._behind = [1] * (end + 1)
        for level in reversed(range(end)):
            self._behind[level] = self._behind[level + 1] * self.sizes[level]

    def answered(self, question: int, answers: Iterable[int]) -> int:
        """The combinations that answer this question with one of these."""
        chosen = frozenset(answers)
        return self._node(question, tuple(int(i in chosen) for i in range(self.sizes[question])))

    def _node(self, question: int, children: tuple[int, ...]) -> int:
        if all(child == children[0] for child in children):
            return children[0]
        key = (question, children)
        if key not in self._numbers:
            self._numbers[key] = len(self._nodes)
            self._nodes.append(key)
        return self._numbers[key]

    def both(self, one: int, other: int) -> int:
        """What is in both sets."""
        if one > other:
            one, other = other, one
        if one in {NOTHING, other}:
            return one
        if one == EVERYTHING:
            return other
        key = (one, other)
        if key not in self._both:
            question = min(self._nodes[one][0], self._nodes[other][0])
            pairs = zip(self._children(one, question), self._children(other, question), strict=True)
            self._both[key] = self._node(question, tuple([self.both(a, b) for a, b in pairs]))
        return self._both[key]

    def _children(self, diagram: int, question: int) -> tuple[int, ...]:
        asks, children = self._nodes[diagram]
        return children if asks == question else (diagram,) * self.sizes[question]

    def other(self, diagram: int) -> int:
        """What is not in the set."""
        if diagram not in self._nots:
            question, children = self._nodes[diagram]
            made = self._node(question, tuple([self.other(child) for child in children]))
            self._nots[diagram], self._nots[made] = made, diagram
        return self._nots[diagram]

    def all(self, diagrams: Iterable[int]) -> int:
        """What is in every one of these sets."""
        found = EVERYTHING
        for diagram in diagrams:
            found = self.both(found, diagram)
        return found

    def any(self, diagrams: Iterable[int]) -> int:
        """What is in at least one of these sets."""
        return self.other(self.all(map(self.other, diagrams)))

    def without(self, one: int, other: int) -> int:
        """What is in the first set and not in the second."""
        return self.both(one, self.other(other))

    def count(self, diagram: int) -> int:
        """How many combinations the set has."""
        return self._count(diagram) * (self._behind[0] // self._behind[self._nodes[diagram][0]])

    def _count(self, diagram: int) -> int:
        """The same, of the questions from the diagram's own on."""
        if diagram not in self._counts:
            question, children = self._nodes[diagram]
            following = self._behind[question + 1]
            self._counts[diagram] = sum(
                self._count(child) * (following // self._behind[self._nodes[child][0]]) for child in children
            )
        return self._counts[diagram]

    def has(self, diagram: int, combination: Sequence[int]) -> bool:
        """Whether one combination is in the set."""
        while diagram > EVERYTHING:
            question, children = self._nodes[diagram]
            diagram = children[combination[question]]
        return diagram == EVERYTHING

    def cheapest(self, diagram: int, costs: Sequence[Sequence[int]]) -> dict[int, int]:
        """The answers of the combination that costs least, without the questions that do not matter to it.

        `costs`: what each answer of each question costs; of answers that cost the same the first is taken. A question
        that is left out can have any answer. Raises ValueError for the empty set.
        """
        known: dict[int, tuple[int, dict[int, int]] | None] = {NOTHING: None, EVERYTHING: (0, {})}

        def least(at: int) -> tuple[int, dict[int, int]] | None:
            if at not in known:
                question, children = self._nodes[at]
                found = [(cost + rest[0], answer, rest[1]) for answer, child in enumerate(children)
                         if (rest := least(child)) for cost in (costs[question][answer],)]  # fmt: skip
                total, answer, rest = min(found, key=lambda each: each[:2])
                known[at] = (total, {question: answer, **rest})
            return known[at]

        cheapest = least(diagram)
        if cheapest is None:
            raise ValueError("no combination is in the empty set")
        return cheapest[1]
