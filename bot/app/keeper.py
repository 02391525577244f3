"""`heatwise db`: what staff can do with the database, with the service stopped or beside it."""

from pathlib import Path
from typing import NamedTuple

from bot import settings as config
from bot.database_report import copying, print_findings, working
from bot.runner.clock import system_clock
from bot.store import backup as copies
from bot.store import checkup
from bot.store.lock import sole_service
from bot.store.migrate import upgrade as migrate

BACKUPS = "backups"
STAMP = "%Y%m%dT%H%M%SZ"
OURS = "heatwise-*.db"
"""The names that `backup` gives by itself; only these are ever erased by it."""


class Restored(NamedTuple):
    """Where the database is, and where its old file is kept; None where there was none."""

    database: Path
    kept: Path | None


class Keeper:
    """The database of a data folder."""

    def __init__(self, settings: config.Settings, name: str) -> None:
        self.path = config.make_data_dir(settings) / name

    def upgrade(self) -> Path:
        """Bring it to the schema of this program; its path. Raises InUse while `heatwise serve` runs."""
        with sole_service(self.path), working("Upgrading"):
            migrate(self.path)
        return self.path

    def backup(self, target: Path | None, chats: bool) -> Path:
        """Copy it, to the folder backups/ beside it where no file is named; the path of the copy."""
        target = target or self._backups / f"heatwise-{system_clock().strftime(STAMP)}.db"
        with copying() as progress:
            copies.backup(self.path, target, progress, chats)
        return target

    def erase_backups(self, keep: int) -> list[Path]:
        """Erase all but the newest in the folder backups/; which."""
        old = sorted(self._backups.glob(OURS))[:-keep]
        for path in old:
            path.unlink()
        return old

    def restore(self, saved: Path) -> Restored:
        """Put a backup in its place; the old file is kept beside it."""
        kept = self.path.with_name(f"{self.path.name}.before-{system_clock().strftime(STAMP)}")
        with copying() as progress:
            there = copies.restore(saved, self.path, kept, progress)
        return Restored(self.path, kept if there else None)

    def check(self) -> bool:
        """Look at everything that must hold, and print it; whether it does."""
        if not self.path.is_file():
            raise config.SettingsError(f"There is no database {self.path} yet: heatwise serve makes it.")
        with working("Looking") as looking:
            return print_findings(checkup.check(self.path, system_clock(), looking))

    @property
    def _backups(self) -> Path:
        return self.path.parent / BACKUPS
