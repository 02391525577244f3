"""The composition root: the only file that knows all the parts and puts them together for each command."""

import asyncio
import secrets
import sys
from collections.abc import Callable, Coroutine, Generator, Sequence
from contextlib import contextmanager
from io import BufferedIOBase
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from bot import settings as config
from bot.app.streams import tolerate_any_bytes
from bot.conversations.modes import Mode, On
from bot.coverage.wanted import Wanted
from bot.engine.library import Library
from bot.runner.clock import system_clock
from bot.store.base import Store

if TYPE_CHECKING:
    from bot.app.keeper import Keeper
    from bot.app.quarantine import SetAside
    from bot.app.verifying import Verified
    from bot.authoring.project import Loaded
    from bot.conversations.play import MakePhone

DATABASE = "heatwise.db"
CONVERSATIONS = "tests/conversations"


class NotServed(Exception):
    """The project has mistakes that keep it from being used."""

    def __init__(self, loaded: "Loaded") -> None:
        super().__init__("the project has mistakes")
        self.loaded = loaded


def _switch_encoder(settings: config.Settings) -> None:
    """Before anything is understood: what is built from here on uses the encoder, or does not."""
    from bot.understanding.encoder import SWITCH

    SWITCH.on = config.encoder(settings)


def load_library(project: Path) -> Library:
    """The project, ready to run. Raises NotServed with what `heatwise check` would say."""
    return cast("Library", _loaded(project).library)


def _loaded(project: Path) -> "Loaded":
    """The project with all that was written. Raises NotServed where there is no library."""
    from bot.authoring.project import load

    loaded = load(project)
    if loaded.library is None:
        raise NotServed(loaded)
    return loaded


def recall_library(settings: config.Settings) -> Library:
    """The same, in no time where nothing has changed since the last start."""
    from bot.app import kept

    return kept.library(settings.project, config.make_data_dir(settings), load_library)


def _quick_library(settings: config.Settings) -> Library:
    """The same for commands that need no data folder: where none can be made, nothing is kept."""
    try:
        return recall_library(settings)
    except config.SettingsError:
        return load_library(settings.project)


def check(settings: config.Settings) -> "Loaded":
    """The project with all its problems, those of the apps' room included."""
    from bot.app.rooms import ROOMS
    from bot.authoring.project import load

    return load(settings.project, rooms=ROOMS)


def verify(settings: config.Settings, loaded: "Loaded", anew: bool, progress: bool, first: bool = False) -> "Verified":
    """Prove the project's safety properties; with `first` only until one is broken."""
    from bot.app import verifying

    return verifying.verify(loaded, config.make_data_dir(settings), config.load_key(settings), anew, progress, first)


def chat(settings: config.Settings, lang: str | None, ephemeral: bool, plain: bool) -> None:
    """Talk in the terminal until the input ends; without `ephemeral`, where the person was is never lost."""
    from bot.app.talking import Talking
    from bot.runner.chat import Chat
    from bot.runner.intake import Intake

    _switch_encoder(settings)
    library = load_library(settings.project) if ephemeral else recall_library(settings)
    talking = Talking(library, lang, plain, kept=not ephemeral)
    with asyncio.Runner() as loop, _store(settings, ephemeral, loop) as store:
        key = secrets.token_bytes(32) if ephemeral else config.load_key(settings)
        channel = talking.channel
        talk = Chat(Intake(library, store, {channel.name: channel}, key), channel, system_clock)
        loop.run(store.purge(system_clock()))
        loop.run(talk.deliver())  # what a crash left behind
        talking.talk(loop, lambda raw: talk.turn(channel.parse(raw)), talk.look)


def serve(settings: config.Settings, watch: bool) -> None:
    """Talk to patients on the messaging apps that are set up, until told to stop."""
    from bot.app.running import run_service
    from bot.app.verified import refuse_unverified

    _switch_encoder(settings)
    library = recall_library(settings)
    refuse_unverified(library, settings)
    run_service(settings, library, watch, config.make_data_dir(settings) / DATABASE)


def test(settings: config.Settings, paths: Sequence[Path], mode: Mode, on: On, json: bool) -> bool:
    """Play conversations, the project's own by default, and report on stdout; whether all passed."""
    from bot.conversations.report import report, report_json
    from bot.conversations.suite import play_all

    files = _conversations(settings, paths)
    tolerate_any_bytes()
    tell = report_json if json else report
    return tell(play_all(files, load_library(settings.project), mode, _phone(on)), sys.stdout)


def cover(settings: config.Settings, paths: Sequence[Path], mode: Mode, on: On, wanted: Wanted) -> bool:
    """Play conversations and report what of the project they exercise; whether all passed and enough is exercised."""
    from bot.app.covering import cover as play_and_tell

    files, loaded = _conversations(settings, paths), _loaded(settings.project)
    tolerate_any_bytes()
    return play_and_tell(loaded, settings.project, files, mode, _phone(on), wanted)


def explore(settings: config.Settings, folder: Path) -> bool:
    """Write conversations that close the gaps of the project's own; whether all of them pass."""
    from bot.app.exploring import explore as look_and_write

    own = settings.project / CONVERSATIONS
    files = _conversations(settings, []) if own.is_dir() else []
    tolerate_any_bytes()
    return look_and_write(_loaded(settings.project), settings.project, files, folder)


def _conversations(settings: config.Settings, paths: Sequence[Path]) -> list[Path]:
    from bot.conversations.suite import NothingToPlay, find

    own = settings.project / CONVERSATIONS
    if not paths and not own.is_dir():
        raise config.SettingsError(f"There is no folder {own} yet. Write conversations there, or name files to run.")
    try:
        return find(paths or [own])
    except NothingToPlay as error:
        raise config.SettingsError(str(error)) from None


def accept(settings: config.Settings, paths: Sequence[Path], yes: bool, dry_run: bool) -> bool:
    """Take words that were changed on purpose into conversations; whether all pass afterwards."""
    from bot.app.accepting import accept as take

    tolerate_any_bytes()
    return take(_conversations(settings, paths), load_library(settings.project), yes, dry_run)


def schema(settings: config.Settings, check: bool, watch: bool) -> bool:
    """Write what editors know of the project, or only say what of it is stale; whether all is as it should be."""
    from bot.app.schemas import draw, keep_fresh, report

    if watch:
        keep_fresh(settings.project)
    return report(draw(settings.project), check)


def diff(settings: config.Settings, old: str, new: str | None, json: bool) -> bool:
    """Print what changes for patients between two versions; whether more than wording does."""
    from bot.app.comparing import diff as compare

    return compare(settings.project, old, new, json)


def new(folder: Path) -> None:
    """Start a clinic's own folder, and say what to do next."""
    from bot.app.new import start, told

    print(told(start(folder)))


def record(
    settings: config.Settings, path: Path, lang: str | None, plain: bool, name: str | None, overwrite: bool
) -> bool:
    """Write a conversation from a chat in this terminal; whether it passes when it is played."""
    from bot.app.recording import check_place
    from bot.app.recording import record as chat_and_write
    from bot.conversations.report import report

    check_place(path, overwrite)
    own = settings.project / CONVERSATIONS
    return report(chat_and_write(load_library(settings.project), own, path, lang, plain, name), sys.stdout)


def _phone(on: On) -> "MakePhone":
    from bot.conversations.phones import TerminalPhone

    if on is On.TERMINAL:
        return TerminalPhone
    from bot.conversations.telegram_phone import TelegramPhone

    return TelegramPhone


@contextmanager
def _store(settings: config.Settings, ephemeral: bool, loop: asyncio.Runner) -> Generator[Store]:
    from bot.store.memory import MemoryStore

    store = MemoryStore() if ephemeral else _durable(settings)
    loop.run(store.open())
    try:
        yield store
    finally:
        loop.run(store.close())


def _durable(settings: config.Settings) -> Store:
    from bot.store.sqlite import SqliteStore

    return SqliteStore(config.make_data_dir(settings) / DATABASE)


def database(settings: config.Settings) -> "Keeper":
    """The database, for those who look after it."""
    from bot.app.keeper import Keeper

    return Keeper(settings, DATABASE)


def set_aside(settings: config.Settings) -> "SetAside":
    """The events that were set aside."""
    from bot.app.quarantine import SetAside

    return SetAside(config.make_data_dir(settings) / DATABASE)


def callbacks(settings: config.Settings, include_done: bool, json: bool) -> None:
    """Print the requests for a call."""
    from bot.authoring.project import load
    from bot.callbacks_report import office, print_callbacks, print_json

    with asyncio.Runner() as loop, _store(settings, False, loop) as store:
        rows = loop.run(store.callbacks(include_done))
    tolerate_any_bytes()
    if json:
        print_json(rows)
    else:
        mailed = config.load_smtp(settings) is not None
        print_callbacks(rows, office(load(settings.project).library, mailed), include_done)


def mark_callback_done(settings: config.Settings, id: int) -> None:
    """The clinic has called."""
    _change_callback(settings, id, lambda store: store.mark_callback_done(id, system_clock()))


def note_callback(settings: config.Settings, id: int, note: str) -> None:
    """Keep what staff wrote about a request."""
    _change_callback(settings, id, lambda store: store.note_callback(id, note))


def _change_callback(settings: config.Settings, id: int, change: Callable[[Store], Coroutine[Any, Any, bool]]) -> None:
    with asyncio.Runner() as loop, _store(settings, False, loop) as store:
        if not loop.run(change(store)):
            raise config.SettingsError(f"There is no request {id}. See all of them with: heatwise callbacks --all")


def translated(settings: config.Settings, lang: str, names: Sequence[str]) -> None:
    """Keep that texts were compared with their source, and print them. Raises SettingsError for what cannot be."""
    from bot.app.translating import confirm_translated

    confirm_translated(settings.project, lang, names)


def understand(settings: config.Settings, explain: bool) -> bool:
    """Messages on stdin, what each means on stdout; whether all of them could be used."""
    from bot.understanding.lines import understand_lines
    from bot.understanding.typed import understanding_of

    _switch_encoder(settings)
    return understand_lines(understanding_of(_quick_library(settings)), sys.stdin.buffer, sys.stdout.buffer, explain)


def decide(settings: config.Settings) -> bool:
    """Answer sets on stdin, a decision for each on stdout; whether all of them could be used."""
    from bot.authoring.answer_sets import decide_lines

    decider = _quick_library(settings).decider
    return decide_lines(decider, cast("BufferedIOBase", sys.stdin.buffer), sys.stdout.buffer)
