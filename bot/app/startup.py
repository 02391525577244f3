"""What `heatwise serve` says when it starts: what is on, what is off, and how to turn it on."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from bot import __version__
from bot.channels.drawing import can_draw
from bot.channels.telegram.setup import TelegramSetup
from bot.engine.library import Library

DEMO = (
    "DEMO. No clinician has reviewed it, and every conversation begins with that. NOT FOR PATIENTS. "
    "To go live: fill in content/clinic.yaml, have the content reviewed, and set status: live there."
)
NO_MAIL = (
    "off: requests for a call wait in the database, and heatwise callbacks shows them. To have them mailed to the "
    "clinic, set HEATWISE_SMTP_URL, such as smtp://user:password@mail.example.org:587"
)
NO_PICTURES = "off: pain scores are told in words and bars. To have them drawn: pip install 'heatwise[pictures]'"


class Startup(Struct, frozen=True):
    """What there is to say. `bot` is the bot's name on Telegram; "" if Telegram cannot be reached yet."""

    library: Library
    database: Path
    telegram: TelegramSetup
    bot: str
    listening: str
    mail_to: str
    """The clinic's mail server; "" without one."""
    watching: bool
    health: str = ""
    """Where health and figures are served; "" for nowhere."""

    def lines(self) -> Iterator[str]:
        """One line a part."""
        yield f"Heatwise {__version__}"
        yield f"  content    {DEMO if self.library.source.demo else 'live'}"
        yield f"  languages  {', '.join(self.library.languages)}"
        yield f"  Telegram   {self._telegram()}"
        yield f"  e-mail     {f'on, through {self.mail_to}' if self.mail_to else NO_MAIL}"
        yield f"  pictures   {'drawn' if can_draw() else NO_PICTURES}"
        yield f"  database   {self.database}"
        yield f"  health     {self._health()}"
        yield f"  edits      {self._edits()}"
        yield "Ready. Stop with Ctrl-C."

    def _telegram(self) -> str:
        who = f"on as {self.bot}" if self.bot else "cannot be reached yet; I keep trying"
        if self.telegram.webhook is None:
            return f"{who}; I fetch the messages"
        return f"{who}; it delivers to {self.telegram.webhook.url}, and I listen on {self.listening}"

    def _health(self) -> str:
        if self.health:
            return f"http://{self.health}/readyz, and /livez and /metrics beside it"
        return "off, because HEATWISE_OPS_LISTEN says so"

    def _edits(self) -> str:
        if self.watching:
            return "are taken as soon as a file is saved, if they have no mistakes"
        return "are taken after kill -HUP, if they have no mistakes (or at once: heatwise serve --watch)"
