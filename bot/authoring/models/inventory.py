"""The shape of `content/inventory.yaml`: what the article says, row by row, and where it is told."""

from typing import TYPE_CHECKING

from bot.authoring.models.base import Model, word_of

if TYPE_CHECKING:
    YesNo = str
else:
    YesNo = word_of(("yes", "no"))


class RowModel(Model):
    """One row: its gist, the keys where it is said, and whether a careful reader would object."""

    says: str
    where: list[str]
    contestable: YesNo = "no"


InventoryFile = dict[str, RowModel]
