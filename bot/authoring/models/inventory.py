"""The shape of `content/inventory.yaml`: what the article says, row by row, and where it is told."""

from typing import TYPE_CHECKING, Annotated

from bot.authoring.models.base import Model, kind, word_of

if TYPE_CHECKING:
    YesNo = str
else:
    YesNo = word_of(("yes", "no"))


class RowModel(Model):
    """One row: its gist, the keys where it is said, and whether a careful reader would object."""

    says: Annotated[str, kind("text")]
    """The gist of the row, in our own words."""
    where: list[Annotated[str, kind("key")]]
    """Where a patient meets it: keys of texts, choices, buttons or values of content/clinic.yaml."""
    contestable: YesNo = "no"
    """yes: evidence does not support it. One of its texts must then name the article and carry a note."""


InventoryFile = dict[str, RowModel]
