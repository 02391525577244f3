"""What is raised inside the player where the conversation goes another way than its script."""


class Mismatch(Exception):
    """Pairs of what was expected and what was got, and a step that would fit in its place (or "")."""

    def __init__(self, *differences: tuple[str, str], mend: str = "") -> None:
        super().__init__(*differences)
        self.differences = differences
        self.mend = mend
