"""The chat so far: the last turn in full, the turns before it in short, the beginning as a path."""

from bot.conversations.chat import Exchange, looks, snippet, words_of
from bot.engine.effects import Bubble, Button, Screen


def said(did: str, *texts: str) -> Exchange:
    return Exchange(did, bubbles=[Bubble(f"key{number}", text) for number, text in enumerate(texts)])


def test_one_turn_is_shown_in_full():
    screen = Screen(1, "a.b", "many", (Button("x", "Fever", "tick", ticked=True), Button("done", "Done", "done")))
    bubble = Bubble("a", "Tap all.\n\nThat fit.", (("", "Less urgent:"), ("x", "Fever or chills")), "Not sure? Tap.")
    assert looks([Exchange("[Yes]", bubbles=[bubble], screen=screen)]).splitlines() == [
        "  you › [Yes]",
        "  bot › Tap all.",
        "        That fit.",
        "        • Less urgent:",
        "        • Fever or chills",
        "        Not sure? Tap.",
        "        [✓ Fever] [Done]",
    ]


def test_turns_before_show_the_first_line_of_what_was_said():
    chat = [said("hi", "One\nmore", "two", "three"), Exchange("2 hours later", event=True), said("bye")]
    assert looks(chat).splitlines() == [
        "  you › hi",
        "  bot › One (+2)",
        "  ----- 2 hours later -----",
        "  you › bye",
        "  bot › (says nothing)",
    ]


def test_the_draft_line_says_nothing_about_a_turn():
    draft = Bubble("command.draft", "A draft.")
    first = Exchange("hi", bubbles=[draft, Bubble("a", "Hello")])
    alone = Exchange("ho", bubbles=[draft])
    assert looks([first, alone, said("x")]).splitlines()[1:4:2] == ["  bot › Hello (+1)", "  bot › A draft."]


def test_the_beginning_of_a_long_chat_is_a_path_of_what_the_person_did():
    chat = [said(f"step {number} " + "x" * 20, "ok") for number in range(8)]
    assert looks(chat).splitlines()[:3] == [
        f"  you › step 0 {'x' * 20} → step 1 {'x' * 20} → step 2 {'x' * 20} →",
        f"        step 3 {'x' * 20}",
        f"  you › step 4 {'x' * 20}",
    ]


def test_many_buttons_stay_whole_on_several_lines():
    screen = Screen(1, "a.b", "one", tuple(Button(str(n), f"Button number {n}") for n in range(9)))
    lines = looks([Exchange("x", bubbles=[Bubble("a", "Hi")], screen=screen)]).splitlines()[2:]
    assert lines == [
        "        " + " ".join(f"[Button number {n}]" for n in range(5)),
        "        " + " ".join(f"[Button number {n}]" for n in range(5, 9)),
    ]


def test_all_that_a_bubble_says():
    assert words_of(Bubble("a", "Text", (("x", "Line"),), "After")) == "Text\n• Line\nAfter"
    assert words_of(Bubble("a", "Text")) == "Text"
    assert snippet("a " * 50, 10) == "a a a a …"
