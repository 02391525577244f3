"""The shape of content/<lang>/letter.yaml and profile.yaml: words that stand beside the conversation."""

from bot.authoring.models.base import Model


class LetterModel(Model):
    """The e-mail to the clinic, part by part, and how the languages are called in it."""

    subject: str
    opening: str
    name: str
    contact: str
    time: str
    language: str
    asked: str
    answers: str
    closing: str
    languages: dict[str, str]

    def blocks(self) -> dict[str, str]:
        """The parts in their order."""
        return {part: text for part, text in self if part != "languages"}


class MenuModel(Model):
    """What each command does, in a few words."""

    start: str
    help: str
    emergency: str
    human: str
    back: str
    language: str
    privacy: str
    delete: str
    stop: str

    def commands(self) -> dict[str, str]:
        """The words by command, in their order."""
        return dict(self)


class ProfileModel(Model):
    """How the bot presents itself: before the chat begins, on its page, and in the list of its commands."""

    description: str
    short_description: str
    menu: MenuModel
