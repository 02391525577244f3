"""What patients type in a check, and the engine that understands it."""

from bench.conversation import NOW, Ours, library, raw, update
from bot.engine.effects import Turn
from bot.engine.events import AnyEvent
from bot.engine.session import Session
from bot.engine.turn import advance
from bot.understanding.understand import understand

SAID = {
    "en": (
        "/start", "hi, is this a real person?", "what is moist heat?", "it burns when i use my pad at night",
        "no numbness, no fever", "how long should I leave it on", "my back is killing me since the weekend lol",
        "is CBD safe with my pills", "thank you so much",
    ),
    "es": (
        "/start", "buenas tardes", "¿qué es el calor húmedo?", "me arde cuando uso la almohadilla en la noche",
        "no tengo fiebre ni hormigueo", "¿cuánto tiempo la dejo puesta?", "ando todo tieso desde el lunes",
        "¿puedo bañarme después de la crema?", "muchas gracias",
    ),
}  # fmt: skip
"""Nothing here is an emergency: that would lock the chat, and its turns are shorter."""


def spoken(people: int) -> list[bytes]:
    """Everybody says all of it, in one language each."""
    langs = tuple(SAID)
    return [
        raw(update(person, number, langs[person % 2], text, ""))
        for person in range(1, people)
        for number, text in enumerate(SAID[langs[person % 2]])
    ]


class OursTyped(Ours):
    """The engine, with the words understood before each turn."""

    def __init__(self, given: list[bytes]) -> None:
        super().__init__()
        self.given = given

    def run(self) -> None:
        """All of it, with sessions that begin anew."""
        self.sessions.clear()
        for one in self.given:
            self.take(one)

    def turn(self, before: Session, event: AnyEvent) -> Turn:
        """One turn with its words understood."""
        return advance(library(), before, understand(library(), before, event), NOW)
