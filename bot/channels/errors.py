"""Why a call to a platform did not go through: a closed family that knows whether trying again can help."""

from typing import ClassVar


class SendError(Exception):
    """A call that was not taken, or may not have been. The message holds no words of a patient and no token."""

    retryable: ClassVar[bool]
    """Whether the same call can still be taken later."""


class Throttled(SendError):
    """Too many calls for this chat; it can be tried again after `retry_after` seconds, other chats are not meant."""

    retryable = True

    def __init__(self, retry_after: float) -> None:
        super().__init__(f"too many calls, to be tried again in {retry_after:g} s")
        self.retry_after = retry_after


class Unreached(SendError):
    """The call certainly was not taken: no connection, or a fault of the platform's own."""

    retryable = True


class InDoubt(SendError):
    """The call left and no answer came: it may have been taken, so it is tried once more and no oftener."""

    retryable = True


class Disowned(SendError):
    """The platform does not know this bot any more: no call of it is taken until its token is put right."""

    retryable = True


class Malformed(SendError):
    """The platform cannot read the markup: the same words without markup may be taken."""

    retryable = False


class Blocked(SendError):
    """This person does not want to hear from the bot, or is gone: no call to this chat will be taken."""

    retryable = False


class Refused(SendError):
    """The platform will never take this call, for another reason."""

    retryable = False


class Conflict(Unreached):
    """Somebody else fetches the messages of this bot: two programs with one token."""
