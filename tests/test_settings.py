"""Settings come from the environment alone, and a wrong one says what to do."""

import multiprocessing
import stat
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import platformdirs
import pytest

from bot import settings
from bot.runner.smtp import read_smtp
from bot.settings import SETTINGS, Settings, SettingsError

HEX = "0123456789abcdef" * 2


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for part in ("dialogs", "content"):
        (tmp_path / "clinic" / part).mkdir(parents=True)
    return tmp_path / "clinic"


@pytest.fixture
def empty(tmp_path: Path) -> Settings:
    return Settings(project=tmp_path, data_dir=tmp_path / "data")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def written(path: Path, text: str) -> str:
    path.write_text(text, "utf-8")
    return str(path)


def files(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


# Where things are


def test_the_shipped_project_is_found_and_is_the_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    found = settings.find_project()
    assert (found / "dialogs" / "decisions.yaml").is_file()
    assert (found / "content").is_dir()
    monkeypatch.chdir(tmp_path)
    assert settings.load({}).project == found


def test_a_project_is_taken_from_the_folder_where_you_are(project: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(project)
    assert settings.load({}).project == project
    monkeypatch.chdir(project / "dialogs")
    assert settings.load({}).project == settings.find_project()


def test_a_wheels_own_project_comes_before_the_folder_around_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for folder in ("dialogs", "content", "bot/project/dialogs", "bot/project/content"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.setattr(settings, "__file__", str(tmp_path / "bot" / "settings.py"))
    assert settings.find_project() == tmp_path / "bot" / "project"


def test_an_install_without_its_project_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(settings, "__file__", str(tmp_path / "bot" / "settings.py"))
    with pytest.raises(SettingsError, match="Install heatwise again"):
        settings.find_project()


def test_a_clinics_own_project_is_taken(project: Path):
    assert settings.load({}, project).project == project


def test_a_relative_project_is_made_absolute(project: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(project.parent)
    assert settings.load({}, Path("clinic")).project == project


@pytest.mark.parametrize(
    ("folder", "found"),
    [
        ("clinic/dialogs", "has no dialogs/ and no content/"),
        ("half", "has no content/"),
        ("nowhere", "does not exist"),
    ],
)
def test_a_folder_that_is_no_project_is_refused(project: Path, folder: str, found: str):
    (project.parent / "half" / "dialogs").mkdir(parents=True)
    with pytest.raises(SettingsError) as caught:
        settings.load({}, project.parent / folder)
    expected = f"--project {project.parent / folder}: it {found}. Give the folder that holds dialogs/ and content/."
    assert expected == str(caught.value)


def test_data_go_to_the_users_data_folder_by_default():
    assert settings.load({}).data_dir == platformdirs.user_data_path("heatwise")


def test_data_go_where_the_environment_says(tmp_path: Path):
    assert settings.load({"HEATWISE_DATA_DIR": str(tmp_path / "d")}).data_dir == tmp_path / "d"


def test_the_home_folder_is_expanded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    assert settings.load({"HEATWISE_DATA_DIR": "~/d"}).data_dir == tmp_path / "d"


def test_an_unknown_home_folder_is_refused():
    with pytest.raises(SettingsError, match="HEATWISE_DATA_DIR is ~nobody-of-that-name/d"):
        settings.load({"HEATWISE_DATA_DIR": "~nobody-of-that-name/d"})


def test_loading_touches_no_disk(tmp_path: Path):
    settings.load({"HEATWISE_DATA_DIR": str(tmp_path / "d")})
    assert files(tmp_path) == []


# Values and files that hold them


def test_each_setting_can_be_read_from_a_file(tmp_path: Path):
    environ = {
        "HEATWISE_DATA_DIR_FILE": written(tmp_path / "folder", f"{tmp_path / 'd'}\n"),
        "HEATWISE_KEY_FILE": written(tmp_path / "secret", f"{HEX}\r\n"),
        "HEATWISE_SMTP_URL_FILE": written(tmp_path / "url", "smtps://mail.clinic.org\n"),
    }
    loaded = settings.load(environ)
    assert (loaded.data_dir, loaded.key) == (tmp_path / "d", bytes.fromhex(HEX))
    assert settings.load_smtp(loaded) == read_smtp("smtps://mail.clinic.org")


def test_an_empty_value_counts_as_not_given():
    assert settings.load({setting.name: "" for setting in SETTINGS}) == settings.load({})


@pytest.mark.parametrize("name", [setting.name for setting in SETTINGS])
def test_a_value_and_a_file_together_are_refused(name: str):
    with pytest.raises(SettingsError) as caught:
        settings.load({name: "x", f"{name}_FILE": "y"})
    assert str(caught.value) == f"{name} and {name}_FILE are both set. Unset one of them."


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (None, "cannot be read: No such file or directory"),
        (b"\n", "is empty"),
        (b"\xff", "cannot be read: it is not text in UTF-8"),
    ],
)
def test_a_file_that_gives_no_value_is_refused(tmp_path: Path, content: bytes | None, found: str):
    path = tmp_path / "secret"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SettingsError, match=f"HEATWISE_KEY_FILE names {path}, which {found}"):
        settings.load({"HEATWISE_KEY_FILE": str(path)})


# The key


def test_a_given_key_is_used_and_nothing_is_written(tmp_path: Path):
    loaded = settings.load({"HEATWISE_KEY": HEX, "HEATWISE_DATA_DIR": str(tmp_path / "d")})
    assert settings.load_key(loaded) == bytes.fromhex(HEX)
    assert files(tmp_path) == []


@pytest.mark.parametrize("key", ["my secret phrase, long enough", HEX[:30], HEX + "0"])
def test_a_key_that_is_no_key_is_refused_without_showing_it(key: str):
    with pytest.raises(SettingsError) as caught:
        settings.load({"HEATWISE_KEY": key})
    message = str(caught.value)
    assert f"HEATWISE_KEY holds {len(key)} characters that are not 16 bytes or more in hex. Make one with:" in message
    assert key not in message


def test_the_key_never_shows():
    assert HEX not in repr(settings.load({"HEATWISE_KEY": HEX}))
    assert "key" not in repr(settings.load({"HEATWISE_KEY": HEX}))


def test_a_key_is_made_once_and_kept_closed_to_others(empty: Settings):
    key = settings.load_key(empty)
    path = empty.data_dir / "key"
    assert len(key) == 32
    assert path.read_text("utf-8") == key.hex() + "\n"
    assert (mode(empty.data_dir), mode(path)) == (0o700, 0o600)
    assert settings.load_key(empty) == key
    assert files(empty.data_dir) == ["key"]


def test_a_data_folder_that_exists_keeps_its_mode(empty: Settings):
    empty.data_dir.mkdir(mode=0o750)
    before = mode(empty.data_dir)
    settings.load_key(empty)
    assert mode(empty.data_dir) == before


def test_threads_that_need_the_first_key_at_once_get_the_same(empty: Settings):
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(settings.load_key, [empty] * 64))
    assert len(keys) == 1
    assert files(empty.data_dir) == ["key"]


def test_processes_that_need_the_first_key_at_once_get_the_same(empty: Settings):
    with ProcessPoolExecutor(4, multiprocessing.get_context("spawn")) as pool:
        keys = set(pool.map(settings.load_key, [empty] * 16))
    assert keys == {settings.load_key(empty)}
    assert files(empty.data_dir) == ["key"]


def test_the_first_of_two_keys_counts(empty: Settings, monkeypatch: pytest.MonkeyPatch):
    """Both saw no key; the other one was quicker."""
    empty.data_dir.mkdir()
    written(empty.data_dir / "key", HEX)
    monkeypatch.setattr(Path, "exists", lambda self: False)  # pyright: ignore[reportUnknownLambdaType]
    assert settings.load_key(empty) == bytes.fromhex(HEX)
    assert files(empty.data_dir) == ["key"]


def test_a_damaged_key_file_is_never_replaced(empty: Settings):
    empty.data_dir.mkdir()
    path = written(empty.data_dir / "key", HEX[:10])
    with pytest.raises(SettingsError, match=f"The file {path} holds 10 characters .* Bring it back from a backup"):
        settings.load_key(empty)
    assert Path(path).read_text("utf-8") == HEX[:10]


def test_a_data_folder_that_cannot_be_made_is_refused(tmp_path: Path):
    written(tmp_path / "file", "")
    with pytest.raises(SettingsError, match=r"cannot be made: Not a directory\. Set HEATWISE_DATA_DIR"):
        settings.load_key(Settings(project=tmp_path, data_dir=tmp_path / "file" / "data"))


def test_a_key_that_cannot_be_read_is_refused(empty: Settings):
    (empty.data_dir / "key").mkdir(parents=True)
    with pytest.raises(SettingsError, match="cannot be read or made: Is a directory"):
        settings.load_key(empty)


# The mail server


def test_without_a_url_there_is_no_mail_server():
    assert settings.load_smtp(settings.load({})) is None


def test_a_url_that_cannot_be_used_is_refused_without_showing_it():
    with pytest.raises(SettingsError) as caught:
        settings.load_smtp(settings.load({"HEATWISE_SMTP_URL": "smtp://bot:TOP/SECRET@mail.clinic.org:587"}))
    message = str(caught.value)
    assert message.startswith("HEATWISE_SMTP_URL cannot be used: its server or port cannot be read. Write it like smtp")
    assert "TOP" not in message
    assert "SECRET" not in message
    assert "/ as %2F" in message


def test_the_password_of_the_mail_server_never_shows():
    loaded = settings.load({"HEATWISE_SMTP_URL": "smtp://bot:TOPSECRET@mail.clinic.org"})
    smtp = settings.load_smtp(loaded)
    assert smtp is not None
    assert smtp.password == "TOPSECRET"
    assert "TOPSECRET" not in repr(loaded)


# The table


def test_the_table_names_each_setting_once():
    names = [setting.name for setting in SETTINGS]
    assert names == list(dict.fromkeys(names))
    assert all(name.startswith("HEATWISE_") for name in names)
    assert all(setting.meaning and setting.default for setting in SETTINGS)
