"""Fills the HTML pages: one template each, in one frame, with everything in the page itself."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).parent / "templates"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip


def page(template: str, **values: object) -> str:
    """The page of a template, filled; every value is escaped unless the template says that it is HTML."""
    return _environment().get_template(template).render(**values)
