"""docs/operations.md is complete: every setting, figure, event of the log, route and command; and nothing else."""

import re
from pathlib import Path

from bot.settings import SETTINGS

OPERATIONS = (Path(__file__).parents[2] / "docs" / "operations.md").read_text("utf-8")


def section(title: str) -> str:
    """What stands under a heading."""
    return OPERATIONS.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def test_the_table_of_settings_is_complete_and_names_no_other():
    rows = re.findall(r"^\| `(HEATWISE_\w+)` \| (.+) \| (.+) \|$", section("Settings"), re.MULTILINE)
    assert rows == [(setting.name, setting.meaning, setting.default) for setting in SETTINGS]
