"""The units and the container file name what exists: files, settings, commands; and systemd accepts the units."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import main_app
from bot.settings import SETTINGS

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
NAMES = {setting.name for setting in SETTINGS}
SERVICES = ("heatwise.service", "heatwise-backup.service")
INSTALLED = "/opt/heatwise/.venv/bin/heatwise"

needs_systemd = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")


def text(name: str) -> str:
    return (DEPLOY / name).read_text("utf-8")


def values(name: str, key: str) -> list[str]:
    return re.findall(rf"^{key}=(.*)$", text(name), re.MULTILINE)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The units with the program where it is in this checkout: systemd looks whether it is there."""
    program = tmp_path / "heatwise"
    program.write_text(f"#!/bin/sh\nexec {sys.executable} -m bot\n")
    program.chmod(0o755)
    for path in DEPLOY.glob("heatwise*.[st]*"):
        (tmp_path / path.name).write_text(path.read_text("utf-8").replace(INSTALLED, str(program)), "utf-8")
    return tmp_path


@needs_systemd
@pytest.mark.parametrize("unit", [*SERVICES, "heatwise-backup.timer"])
def test_systemd_has_nothing_to_say_against_a_unit(here: Path, unit: str):
    command = ["systemd-analyze", "verify", "--man=no", str(here / unit)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")


@needs_systemd
@pytest.mark.parametrize("unit", SERVICES)
def test_a_unit_is_exposed_as_little_as_it_can_be(here: Path, unit: str):
    command = ["systemd-analyze", "security", "--offline=true", "--threshold=15", str(here / unit)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout


@pytest.mark.parametrize("unit", SERVICES)
def test_a_unit_runs_a_command_that_exists_with_options_that_exist(unit: str):
    [line] = values(unit, "ExecStart")
    program, *words = line.split()
    assert program == INSTALLED
    command = [word for word in words if not word.startswith(("-", "/")) and not word.isdigit()]
    shown = CliRunner().invoke(main_app, [*command, "--help"], env={"COLUMNS": "200"})
    assert shown.exit_code == 0
    assert [word for word in words if word.startswith("--") and word not in shown.output] == []


@pytest.mark.parametrize("unit", SERVICES)
def test_a_unit_sets_only_what_is_a_setting(unit: str):
    names = {value.partition("=")[0].removesuffix("_FILE") for value in values(unit, "Environment")}
    assert names <= NAMES


def test_the_unit_waits_longer_than_the_service_takes_to_stop_and_for_two_signs_of_life():
    assert values("heatwise.service", "Type") == ["notify"]
    assert int(values("heatwise.service", "TimeoutStopSec")[0]) > 10
    assert int(values("heatwise.service", "WatchdogSec")[0]) >= 30


def test_the_file_of_settings_names_every_setting_with_its_default_and_no_other():
    lines = dict(re.findall(r"^#?(HEATWISE_\w+)=(.*)$", text("heatwise.env"), re.MULTILINE))
    assert {name.removesuffix("_FILE") for name in lines} == NAMES
    shown = {setting.name: setting.default for setting in SETTINGS if setting.name in lines}
    shown = {name: default for name, default in shown.items() if " " not in default}
    assert {name: lines[name] for name in shown} == shown


def test_no_secret_stands_in_the_file_of_settings():
    for secret in ("KEY", "TELEGRAM_TOKEN", "TELEGRAM_WEBHOOK_SECRET", "SMTP_URL"):
        assert re.search(rf"^#?HEATWISE_{secret}=", text("heatwise.env"), re.MULTILINE) is None


# The container file, which nobody here has built


def test_the_container_file_copies_what_is_there_and_what_the_build_needs():
    copied = [
        word
        for line in re.findall(r"^COPY (?!--from)(.+) \S+$", text("Containerfile"), re.MULTILINE)
        for word in line.split()
    ]
    assert [path for path in copied if not (ROOT / path).exists()] == []
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    included = re.findall(r'"([^"]+)"', project.partition("only-include = [")[2].partition("]")[0])
    assert [path for path in included if not any(path == top or path.startswith(f"{top}/") for top in copied)] == []


def test_the_container_file_uses_settings_commands_and_addresses_that_exist():
    assert set(re.findall(r"HEATWISE_[A-Z_]+?(?=_FILE|=|\b)", text("Containerfile"))) <= NAMES
    assert re.findall(r"^(?:ENTRYPOINT|CMD) (.+)$", text("Containerfile"), re.MULTILINE) == [
        '["heatwise"]',
        '["serve"]',
    ]
    assert CliRunner().invoke(main_app, ["serve", "--help"]).exit_code == 0
    listens = next(setting.default for setting in SETTINGS if setting.name == "HEATWISE_OPS_LISTEN")
    assert f"http://{listens}/livez" in text("Containerfile")


def test_the_container_file_says_that_nobody_has_built_it():
    assert "has not been built where it was written" in text("Containerfile")
    assert "has not been built" in (ROOT / "docs" / "operations.md").read_text("utf-8")
