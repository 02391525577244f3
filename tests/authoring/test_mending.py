"""Changes to a file's values keep values, places and names in step."""

from pathlib import Path
from typing import Any, cast

import pytest

from bot.authoring.files import File, within
from bot.authoring.mending import Spot, spot
from bot.authoring.nodes import Node
from bot.authoring.problems import Problems
from bot.authoring.reader import read, read_text

TEXT = """\
start: nerves
states:
  nerves:
    choices: [none, some]
    done:
      - fever: {sets: {heat: dry}}
  body: {ask: one}
"""


@pytest.fixture
def node() -> Node:
    found = read_text(TEXT.encode(), "dialogs/a.yaml", Problems())
    assert found is not None
    return found


def states(node: Node) -> Any:
    return cast("dict[str, Any]", node.value)["states"]


def test_a_spot_knows_its_path_its_name_and_its_value(node: Node):
    found = spot(node, ["states", "nerves", "choices", 1])
    assert (found.path, found.name, found.node.value) == (("states", "nerves", "choices", 1), "1", "some")
    assert spot(node, []) == Spot((), None, node)
    assert spot(node, []).name == ""


def test_steps_that_only_the_model_has_are_skipped(node: Node):
    assert spot(node, ["start", "say", 0, "text"]).path == ("start",)
    assert spot(node, ["states", "nerves", "done", 0, "sets", "heat"]).path == (
        "states",
        "nerves",
        "done",
        0,
        "fever",
        "sets",
        "heat",
    )
    assert spot(node, ["states", "nerves", "choices", 7]).path == ("states", "nerves", "choices")


def test_a_new_name_moves_the_value_and_its_place(node: Node):
    assert spot(node, ["states", "body"]).rename("bodies")
    assert list(states(node)) == ["nerves", "bodies"]
    assert node.key_at(["states", "bodies"]) == (7, 3)
    assert node.at(["states", "bodies", "ask"]) == (7, 15)


def test_a_name_that_is_taken_changes_nothing(node: Node):
    assert not spot(node, ["states", "body"]).rename("nerves")
    assert not spot(node, []).rename("all")
    assert not spot(node, ["states", "nerves", "choices", 0]).rename("one")
    assert list(states(node)) == ["nerves", "body"]


def test_a_text_takes_the_place_of_anything(node: Node):
    assert spot(node, ["states", "nerves", "choices"]).put("none")
    assert states(node)["nerves"]["choices"] == "none"
    assert spot(node, ["states", "nerves", "choices"]).node.children is None
    assert not spot(node, []).put("all")


def test_an_empty_text_can_be_added_to_a_group_only(node: Node):
    assert spot(node, ["states", "body"]).add("next")
    assert states(node)["body"] == {"ask": "one", "next": ""}
    assert not spot(node, ["start"]).add("next")


def test_what_is_cut_is_gone_and_cannot_be_changed_again(node: Node):
    first, second = spot(node, ["states", "nerves", "choices", 0]), spot(node, ["states", "nerves", "choices", 1])
    assert first.cut()
    assert second.cut()
    assert states(node)["nerves"]["choices"] == []
    assert first.cut()
    assert not first.put("none")
    assert not spot(node, []).cut()
    body = spot(node, ["states", "body"])
    assert body.cut()
    assert not body.rename("bodies")


@pytest.mark.parametrize(
    ("path", "there"),
    [
        (("states", "body", "ask"), ("states", "body", "ask")),
        (("states", "body", "next", 0), ("states", "body")),
        (("states", "nerves", "choices", 1), ("states", "nerves", "choices", 1)),
        (("states", "nerves", "choices", 2), ("states", "nerves", "choices")),
        (("nowhere",), ()),
    ],
)
def test_within_is_as_much_of_a_path_as_is_there(node: Node, path: tuple[str | int, ...], there: tuple[str | int, ...]):
    assert within(path, node) == there


def test_what_is_changed_in_one_file_stays_as_it_was_in_another_that_says_the_same(tmp_path: Path):
    path = tmp_path / "a.yaml"
    path.write_text(TEXT, "utf-8")
    one, other = (read(path, "dialogs/a.yaml", Problems()) for _ in range(2))
    assert one is not None
    assert one is other
    file = File("dialogs/a.yaml", one, Problems())
    assert spot(file.own(), ["states", "body", "ask"]).put("many")
    assert spot(file.own(), ["states", "nerves", "choices", 0]).cut()
    assert spot(file.own(), ["states", "nerves"]).rename("nerve")
    assert states(file.node) == {
        "body": {"ask": "many"},
        "nerve": {"choices": ["some"], "done": [{"fever": {"sets": {"heat": "dry"}}}]},
    }
    assert file.node.key_at(["states", "nerve"]) == (3, 3)
    untouched = read_text(TEXT.encode(), "dialogs/a.yaml", Problems())
    assert untouched is not None
    assert (one.value, one.key_at(["states", "nerves"])) == (untouched.value, (3, 3))
