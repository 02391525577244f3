"""What every channel does, one suite for all: words arrive in order, nothing is lost, a press is what was pressed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.base import Ignored, Incoming, Unreadable
from bot.channels.markup import plain
from bot.channels.rendering import Form, form_of
from bot.engine.effects import Bubble, Button, Redraw, Reply, Screen
from bot.engine.events import ChoicePressed, CommandGiven, SelectionToggled, TextReceived
from bot.engine.markup import escaped
from bot.engine.turn import advance
from tests.channels.platforms import CONSOLE, INVENTED, PLATFORMS, TELEGRAM, TERMINAL, Platform
from tests.engine.everywhere import everything_said
from tests.engine.talk import NOW, Talk, bilingual, shipped
from tests.engine.walks import BEGINNINGS, Walker

every_platform = pytest.mark.parametrize("platform", PLATFORMS, ids=lambda platform: type(platform.channel).__name__)
CATALOG = shipped().catalog("en")
SENTENCE = "This is one sentence of many. "
LONG = (SENTENCE * 200)[:4096] + "."


def seen(platform: Platform, said: Reply | Redraw, lang: str = "en") -> list[str]:
    """What a person reads, message by message."""
    return [platform.words(payload) for payload in platform.channel.render(said, shipped().catalog(lang))]


def squeezed(text: str) -> str:
    return "".join(text.split())


def one(text: str, screen: Screen | None = None) -> Reply:
    return Reply((Bubble("k", text),), screen)


# What is said


@every_platform
def test_every_bubble_is_a_message_in_order(platform: Platform) -> None:
    said = Reply((Bubble("k", "First."), Bubble("l", "Second."), Bubble("m", "Third.")))
    assert [text.strip() for text in seen(platform, said)] == ["First.", "Second.", "Third."]


@every_platform
def test_everything_that_the_shipped_project_says_arrives(platform: Platform) -> None:
    for said, lang in everything_said():
        shown = squeezed("".join(seen(platform, said, lang)))
        at = 0
        for bubble in said.bubbles if isinstance(said, Reply) else ():
            words = squeezed(plain(bubble.text.replace("{channel.name}", platform.channel.title)))
            at = shown.find(words, at) + len(words)
            assert at >= len(words), bubble.key
            assert [line for _, line in bubble.lines if squeezed(plain(line)) not in shown] == []


@every_platform
def test_a_text_of_4097_characters_loses_nothing_and_ends_at_a_sentence(platform: Platform) -> None:
    shown = seen(platform, one(LONG))
    limit = platform.channel.capabilities.text_length
    assert len(LONG) == 4097
    assert squeezed("".join(shown)) == squeezed(LONG)
    assert [text for text in shown if not text.strip().endswith(".")] == []
    assert (len(shown) > 1) == (limit < 4097)


@every_platform
@given(text=st.text(st.characters(exclude_categories=("C",)), max_size=200))
def test_words_that_a_patient_typed_are_literal(platform: Platform, text: str) -> None:
    shown = seen(platform, one(f"You typed: {escaped(text)} – *right*?"))
    assert squeezed("".join(shown)) == squeezed(f"You typed: {text} – right?")


@every_platform
@pytest.mark.parametrize(
    "typed", ["<b>x</b>", "&amp; &lt;", "**x**", "[x](https://a.b)", "\\*", "{clinic.phone}", "x" * 100]
)
def test_tricky_words_are_literal(platform: Platform, typed: str) -> None:
    assert squeezed("".join(seen(platform, one(f"**Name:** {escaped(typed)}.")))) == squeezed(f"Name: {typed}.")


@every_platform
def test_markup_of_staff_is_shown_or_stripped_and_a_link_keeps_its_address(platform: Platform) -> None:
    said = one("**Bold** and *italic*, [a page](https://example.org/a?b=1&c=2).")
    [payload] = platform.channel.render(said, CATALOG)
    assert "*" not in payload.decode()
    assert b"https://example.org/a?b=1&" in payload
    assert squeezed(platform.words(payload)).startswith("Boldanditalic,apage")


@every_platform
@pytest.mark.parametrize("said", [Reply(()), one(""), one(" \n ")])
def test_nothing_is_sent_where_nothing_is_said(platform: Platform, said: Reply) -> None:
    assert seen(platform, said) == []


# Buttons, lists, numbers


def screen(count: int, label: str = "Label", kind: str = "choice") -> Screen:
    return Screen(3, "a.b", "one", tuple(Button(f"c{at}", f"{label} {at}", kind) for at in range(count)))


@pytest.mark.parametrize(
    ("platform", "shown", "form"),
    [
        (TELEGRAM, screen(3), Form.BUTTONS),
        (TELEGRAM, screen(100, kind="tick"), Form.BUTTONS),
        (TELEGRAM, screen(101), Form.NUMBERS),
        (INVENTED, screen(3), Form.BUTTONS),
        (INVENTED, screen(4), Form.LIST),
        (INVENTED, screen(11), Form.NUMBERS),
        (INVENTED, screen(3, kind="tick"), Form.NUMBERS),
        (CONSOLE, screen(1), Form.NUMBERS),
        (TERMINAL, screen(40, kind="tick"), Form.BUTTONS),
    ],
)
def test_what_cannot_be_a_button_becomes_a_list_and_then_a_number(
    platform: Platform, shown: Screen, form: Form
) -> None:
    assert form_of(shown, platform.channel.capabilities) is form
    *_, last = seen(platform, one("Which?", shown))
    assert (f"{len(shown.buttons):>2}  " in last) == (form is Form.NUMBERS or platform is TERMINAL)


def places() -> list[Talk]:
    """Screens of all kinds, with the conversation that led there."""
    walkers: list[Talk] = []
    for acts in BEGINNINGS.values():
        walker = Walker()
        walker.start()
        walkers.append(Talk(bilingual(), walker.session))
        walkers[-1].shown = walker.shown
        for act in acts.split():
            walker.act(act)
            walkers.append(Talk(bilingual(), walker.session))
            walkers[-1].shown = walker.shown
    return walkers


@every_platform
def test_pressing_a_button_or_typing_its_number_does_what_the_button_does(platform: Platform) -> None:
    for talk in places():
        assert talk.shown is not None
        *_, payload = platform.channel.render(one("Which?", talk.shown), CATALOG)
        for button in talk.shown.buttons:
            if button.kind == "tick" and form_of(talk.shown, platform.channel.capabilities) is Form.NUMBERS:
                continue  # a number typed on a list is the whole answer
            came = platform.channel.parse(platform.presses(payload, talk.shown, button))
            kind = SelectionToggled if button.kind == "tick" else ChoicePressed
            assert isinstance(came, Incoming)
            pressed = advance(talk.library, talk.session, kind(talk.shown.number, button.id), NOW)
            assert advance(talk.library, talk.session, came.event, NOW) == pressed, (talk.place, button.id)


# What arrives


@every_platform
def test_words_and_commands_are_read_alike(platform: Platform) -> None:
    typed = {
        "my back": TextReceived("my back"),
        "/help": CommandGiven("help"),
        "/stop@a_bot now": CommandGiven("stop", "now"),
    }
    for text, expected in typed.items():
        came = platform.channel.parse(platform.types(text))
        assert isinstance(came, Incoming)
        assert came.event == expected
        assert came.address
        assert came.id


@every_platform
@given(raw=st.binary(max_size=300))
def test_nothing_that_arrives_raises(platform: Platform, raw: bytes) -> None:
    assert isinstance(platform.channel.parse(raw), Incoming | Ignored | Unreadable)


@every_platform
async def test_to_show_that_more_is_coming_never_fails(platform: Platform) -> None:
    await platform.channel.typing("1")


@every_platform
def test_a_channel_says_what_it_is(platform: Platform) -> None:
    assert platform.channel.name.isidentifier()
    assert platform.channel.title
    names = [each.channel.name for each in PLATFORMS if each is not TERMINAL]
    assert len(set(names)) == len(names)
    assert TERMINAL.channel.name == CONSOLE.channel.name  # two forms of one place: a conversation goes on in either


@every_platform
def test_the_plain_form_has_no_plainer_one_and_a_new_message_edits_none(platform: Platform) -> None:
    [payload] = platform.channel.render(one("**Hi**", screen(2)), CATALOG)
    plainest = platform.channel.plainer(payload) or payload
    assert platform.channel.plainer(plainest) is None
    assert platform.channel.edits(payload) is None
