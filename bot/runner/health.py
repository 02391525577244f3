"""Which parts of the way to a platform work, and why not, in the program's own words."""


class Health:
    """Parts such as "telegram fetches": each one tells when it works and when it does not."""

    def __init__(self) -> None:
        self._troubles: dict[str, str] = {}

    def expect(self, part: str) -> None:
        """There is such a part, and nothing has been heard of it yet."""
        self._troubles.setdefault(part, "not yet")

    def works(self, part: str) -> None:
        """It does."""
        self._troubles[part] = ""

    def fails(self, part: str, why: str) -> None:
        """It does not; `why` holds no words of a patient and no token, as the messages of SendError."""
        self._troubles[part] = why

    @property
    def parts(self) -> dict[str, str]:
        """Why each part does not work; "" where it does."""
        return dict(self._troubles)
