"""The shape of content/<lang>/letter.yaml and profile.yaml: words that stand beside the conversation."""

from typing import Annotated

from bot.authoring.models.base import Model, kind

Letter = Annotated[str, kind("letter")]
Profile = Annotated[str, kind("facts")]


class LetterModel(Model):
    """The e-mail to the clinic, part by part, and how the languages are called in it."""

    subject: Annotated[str, kind("subject")]
    """The subject. Everybody on the way can read it, so only the number and the time can be filled in."""
    opening: Letter
    """The first words."""
    name: Letter
    """The line with the patient's name, {letter.name}."""
    contact: Letter
    """The line with the phone number or e-mail address, {letter.contact}."""
    time: Letter
    """The line with the good time for a call, {letter.time}: left out where the patient named none."""
    language: Letter
    """The line with the patient's language, {letter.language}."""
    asked: Letter
    """The line that says when the patient asked, {letter.asked}."""
    answers: Letter
    """The part with the answers, {letter.answers}: only where the patient ticked the box."""
    closing: Letter
    """The last words, with the number of the request, {letter.id}."""
    languages: dict[Annotated[str, kind("language")], Profile]
    """How the languages of the chat are called in this letter, under their codes."""

    def blocks(self) -> dict[str, str]:
        """The parts in their order."""
        return {part: text for part, text in self if part != "languages"}


class MenuModel(Model):
    """What each command does, in a few words."""

    start: Profile
    """What /start does."""
    help: Profile
    """What /help does."""
    emergency: Profile
    """What /emergency does."""
    human: Profile
    """What /human does."""
    back: Profile
    """What /back does."""
    language: Profile
    """What /language does."""
    privacy: Profile
    """What /privacy does."""
    delete: Profile
    """What /delete does."""
    stop: Profile
    """What /stop does."""

    def commands(self) -> dict[str, str]:
        """The words by command, in their order."""
        return dict(self)


class ProfileModel(Model):
    """How the bot presents itself: before the chat begins, on its page, and in the list of its commands."""

    description: Profile
    """Shown in the empty chat: 512 characters at most."""
    short_description: Profile
    """Shown on the bot's page and with links to it: 120 characters at most."""
    menu: MenuModel
    """The list of commands beside the text field: 256 characters at most for each."""
