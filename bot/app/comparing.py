"""`heatwise diff`: finds the two versions, folders or revisions, and compares them."""

import io
import subprocess
import tarfile
import tempfile
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from bot.app.streams import tolerate_any_bytes
from bot.authoring.problems import Grade, nearest
from bot.authoring.project import load
from bot.compare.change import count
from bot.compare.compare import Version, compare
from bot.compare.report import report, report_json
from bot.settings import PARTS, SettingsError

LONG_AGO = date(2000, 1, 1)
"""An old version is read although its review has expired since."""


def diff(project: Path, old: str, new: str | None, json: bool) -> bool:
    """Print what changes for patients from one version to the other; whether more than wording does.

    Each is a folder, or a revision of the repository that `project` stands in; `new` is the project itself where it is
    None. Raises SettingsError for what is neither, and for a version with mistakes.
    """
    with ExitStack() as stack:
        versions: list[Version] = []
        for given in (old, new):
            scratch = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            versions.append(_version(_folder(project, given, scratch), given or "the project on disk"))
        found = compare(*versions)
    names = (f'"{old}"', f'"{new}"' if new else f"{project}")
    tolerate_any_bytes()
    print((report_json if json else report)(found, *names))
    return found.changed


def _version(folder: Path, named: str) -> Version:
    loaded = load(folder, today=LONG_AGO)
    if loaded.library is None:
        critical = [problem for problem in loaded.problems if problem.grade is Grade.CRITICAL]
        first = critical[0]
        raise SettingsError(
            f"{named} has {count(len(critical), 'critical mistake')}, so what it does for patients is not known. "
            f"The first: {first.file}, line {first.line}: {first.found}. Mend it (heatwise check says all), or compare "
            "with another version."
        )
    return Version(folder, loaded.parts, loaded.library)


def _folder(project: Path, given: str | None, scratch: Path) -> Path:
    """The folder of a version; a revision is written into `scratch`."""
    if given is None:
        return project
    folder = Path(given).expanduser()
    if folder.is_dir():
        missing = [f"{part}/" for part in PARTS if not (folder / part).is_dir()]
        if not missing:
            return folder
        if _revision(project, given) is None:
            found = f"{given} is a folder without {' and without '.join(missing)}."
            raise SettingsError(f"{found} Give the folder that holds dialogs/ and content/, or a git revision.")
    revision = _revision(project, given)
    if revision is None:
        raise SettingsError(f"There is no folder and no git revision {given!r}. {_fitting(project, given)}")
    _write(project, given, revision, scratch)
    return scratch


def _git(project: Path, *words: str) -> bytes | None:
    """What git says; None where it refuses, or is not there."""
    try:
        done = subprocess.run(["git", "-C", str(project), *words], capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def _revision(project: Path, given: str) -> str | None:
    """The commit that is meant, in full."""
    if given.startswith("-"):
        return None
    found = _git(project, "rev-parse", "--verify", "--quiet", f"{given}^{{commit}}")
    return found.decode().strip() if found else None


def _fitting(project: Path, given: str) -> str:
    if _git(project, "rev-parse", "--git-dir") is None:
        return f"{project} is in no git repository, so only folders fit: give one with dialogs/ and content/ in it."
    names = _git(project, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags") or b""
    known = names.decode().split()
    near = nearest(given, ["HEAD", *known])
    meant = f"Did you mean {near!r}? " if near else ""
    return f"{meant}A folder, a commit, a branch or a tag fits, such as HEAD, HEAD~1 or {', '.join(known[:5])}."


def _write(project: Path, given: str, revision: str, scratch: Path) -> None:
    """The project's folders as they were in a revision."""
    packed = _git(project, "archive", "--format=tar", revision, "--", *PARTS)
    if packed is None:
        raise SettingsError(
            f"The revision {given} has no dialogs/ and content/ in {project}. Give a revision in which the project "
            "was there already, or --project with the folder that it stood in."
        )
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        tar.extractall(scratch, filter="data")
