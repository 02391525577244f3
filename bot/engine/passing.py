"""Questions in passing: their answers, and the buttons of the topics that may be meant."""

from bot.engine import safety
from bot.engine.clarifying import offer
from bot.engine.commands import COMMANDS
from bot.engine.scene import Scene
from bot.engine.screen import NEAREST
from bot.engine.session import Answer

TOPICS = "command.topics"
"""Where the answers stand."""


def tell(scene: Scene, topic: str) -> bool:
    """Answer a question in passing, and show the present one again. False: there is no answer, or not now."""
    if topic in COMMANDS:
        COMMANDS[topic](scene)
        return True
    if not may_tell(scene, topic):
        return False
    scene.say(f"{TOPICS}.{topic}")
    scene.show()
    return True


def may_tell(scene: Scene, topic: str) -> bool:
    """Whether there is an answer that may be given: none about health before consent, or once the check is urgent."""
    if topic in COMMANDS:
        return True
    about_health = topic not in safety.SMALL_TALK
    if f"{TOPICS}.{topic}" not in scene.library.catalog(scene.session.lang).bubbles:
        return False
    return not (about_health and (scene.urgent or scene.closed or not scene.agreed))


def offer_nearest(scene: Scene, topics: Answer) -> bool:
    """Offer as buttons the topics that may be meant. False: none has an answer and a label."""
    lines = scene.library.catalog(scene.session.lang).lines
    labelled = (topic for topic in topics if f"command.{NEAREST}.buttons.{topic}" in lines)
    return offer(scene, tuple(topic for topic in labelled if may_tell(scene, topic)))
