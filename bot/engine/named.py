"""The facts that need arithmetic or time: each is named here, and takes one of a few values."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from bot.engine import safety

if TYPE_CHECKING:
    from bot.engine.scene import Scene

NAMED: Mapping[str, tuple[str, ...]] = {
    "tier": safety.TIERS,
    "screened": ("yes", "no"),
    "callback_limit": ("free", "reached"),
}
"""`tier`: the most urgent so far in this check. `screened`: options may be shown. `callback_limit`: requests today."""


def named_facts(scene: "Scene") -> dict[str, frozenset[str]]:
    """The named facts as they are now."""
    recent = [at for at in scene.session.calls if scene.now - at < safety.CALL_WINDOW]
    values = {
        "tier": scene.session.tier,
        "screened": "yes" if scene.screened else "no",
        "callback_limit": "reached" if len(recent) >= safety.CALLS else "free",
    }
    return {name: frozenset((value,)) for name, value in values.items()}
