"""A patient on Telegram, by fetching and by webhook: the check, a list, an emergency, an old button, long texts."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from bot.settings import find_project
from bot.web.webhook import SECRET_HEADER
from tests.serving.emulator import Call, Emulator, Patient, emulator
from tests.serving.served import SECRET, Served, hooked

WAYS = ("fetching", "webhook")


@pytest.fixture
async def telegram() -> AsyncIterator[Emulator]:
    async with emulator() as running:
        yield running


@pytest.fixture(params=WAYS)
def served(request: pytest.FixtureRequest, telegram: Emulator, tmp_path: Path) -> Served:
    return Served(telegram, tmp_path, **(hooked(telegram) if request.param == "webhook" else {}))


async def to_the_signs(ann: Patient) -> None:
    await ann.write("/start")
    await ann.sees_board("18+")
    await ann.press("18+")
    for seen in ("Hard to pee", "Chest pain", "Last emergency list"):
        await ann.sees(seen)
        await ann.sees_board("None of these")
        await ann.press("None of these")
    await ann.sees_board("Dry")
    await ann.press("Dry")
    await ann.sees_board("Pain goes up")


WHOLE_CHECK = {
    "en": [
        ("18+", "Hard to pee"),
        ("None of these", "Chest pain"),
        ("None of these", "Last emergency list"),
        ("None of these", "Which heat"),
        ("Dry", "what have you noticed"),
        ("Pain goes up", "☑ Pain goes up"),
        ("each time", "Stop dry heat for now"),
        ("None of these", "Right now"),
        ("None of these", "Your health"),
        ("None of these", "see a pain specialist"),
        ("Moist heat", "Test it on your inner wrist"),
    ],
    "es": [
        ("18+", "Le cuesta orinar"),
        ("Nada de esto", "presión en el pecho"),
        ("Nada de esto", "Última lista de emergencia"),
        ("Nada de esto", "¿Qué calor"),
        ("Seco", "¿qué ha notado?"),
        ("Sube el dolor", "☑ Sube el dolor"),
        ("cada vez", "Por ahora deje el calor seco"),
        ("Nada de esto", "Piel dormida"),
        ("Nada de esto", "Su salud"),
        ("Nada de esto", "especialista en dolor"),
        ("Calor húmedo", "10 segundos en la parte interna"),
    ],
}
"""Each button, and what is seen once it is pressed, from hello to the first card."""


@pytest.mark.parametrize("lang", WHOLE_CHECK)
async def test_the_whole_check_to_the_first_card(served: Served, telegram: Emulator, lang: str):
    pat = Patient(telegram, lang=lang)
    async with served.running():
        await pat.write("/start")
        for button, seen in WHOLE_CHECK[lang]:
            await pat.sees_board(button)
            before = pat.boards()
            await pat.press(button)
            await telegram.until(lambda before=before: pat.boards() != before)
            await (pat.sees_board(seen) if seen.startswith("☑") else pat.sees(seen))
    assert not {"send_refused", "send_given_up", "fault", "delivery_unreadable"} & set(served.events)


async def test_a_list_is_ticked_in_place(served: Served, telegram: Emulator):
    ann = Patient(telegram)
    async with served.running():
        await to_the_signs(ann)
        before = len(telegram.texts(ann.chat))
        for label, ticked in (("More stiff", "☑ More stiff"), ("Swelling", "☑ Swelling"), ("Swelling", "☐ Swelling")):
            await ann.press(label)
            await ann.sees_board(ticked)
        edits = [call for call in telegram.calls if call.method == "editMessageReplyMarkup"]
        assert len({call.fields["message_id"] for call in edits}) == 1
        assert len(telegram.texts(ann.chat)) == before
    assert all(call.status == 200 for call in telegram.calls)


async def test_every_press_is_answered_and_an_old_button_with_a_notice(served: Served, telegram: Emulator):
    ann = Patient(telegram)
    async with served.running():
        await to_the_signs(ann)
        await ann.press("Under 18", message=min(ann.boards()))
        await ann.sees("That button is from an earlier message.")
        await telegram.until(lambda: len(answers(telegram)) == 6)
    assert [call.fields.get("text", "") for call in answers(telegram)] == [
        *[""] * 5,
        "That button is from an earlier message. Here is where we are now.",
    ]


def answers(telegram: Emulator) -> list[Call]:
    return [call for call in telegram.calls if call.method == "answerCallbackQuery"]


async def test_an_emergency_is_heard_in_the_middle_of_the_form(served: Served, telegram: Emulator):
    ann = Patient(telegram)
    async with served.running():
        await to_the_signs(ann)
        await ann.press("None of these")
        await ann.sees_board("Numb patch")
        await ann.press("None of these")
        await ann.sees_board("Numb skin")
        await ann.write("/human")
        await ann.sees_board("Call me")
        await ann.press("Call me")
        await ann.sees_board("I agree")
        await ann.press("I agree")
        await ann.sees("What name")
        await ann.write("I can't feel my legs")
        await ann.sees("Call 911 now.")
        await ann.sees_board("Help is on the way")
    async with served.store() as store:
        assert await store.callbacks() == []


async def test_a_text_longer_than_a_message_comes_in_pieces(telegram: Emulator, tmp_path: Path):
    project = with_long_help(tmp_path / "clinic", 4097)
    served, ann = Served(telegram, tmp_path / "data", project), Patient(telegram)
    async with served.running():
        await ann.write("/help")
        await ann.sees("The end of the help.")
    pieces = [text for text in telegram.texts(ann.chat) if "nobody reads" in text or "The end" in text]
    assert len(pieces) == 2
    assert all(piece.rstrip().endswith(".") for piece in pieces)


def with_long_help(folder: Path, characters: int) -> Path:
    for part in ("dialogs", "content"):
        shutil.copytree(find_project() / part, folder / part)
    file, last = folder / "content" / "en" / "command.yaml", "The end of the help."
    sentences = "This is a sentence that nobody reads. " * 100
    filler = "a" * (characters - len(sentences) - len(last) - 2) + "."
    long = f"{sentences}{filler} {last}"
    assert len(long) == characters
    before, _, rest = file.read_text("utf-8").partition("help: |-\n")
    after = rest.partition("\nhuman:")[2]
    file.write_text(f"{before}help: |-\n  {long}\n\nhuman:{after}", "utf-8")
    return folder


async def test_a_wrong_secret_changes_nothing(telegram: Emulator, tmp_path: Path):
    changes = hooked(telegram)
    served = Served(telegram, tmp_path, **changes)
    update = b'{"update_id":1,"message":{"message_id":1,"date":1,"chat":{"id":9,"type":"private"},"text":"/start"}}'
    async with served.running(), httpx.AsyncClient() as client:
        await telegram.until(lambda: any(call.method == "setWebhook" for call in telegram.calls))
        url = changes["setup"].webhook.url
        wrong = await client.post(url, content=update, headers={SECRET_HEADER: SECRET[:-1]})
        assert wrong.status_code == 403
        assert telegram.sent() == []
        right = await client.post(url, content=update, headers={SECRET_HEADER: SECRET})
        assert right.status_code == 200
        await telegram.until(lambda: telegram.sent(9))


async def test_what_a_person_sees_before_the_first_message_is_set(served: Served, telegram: Emulator):
    async with served.running():
        await telegram.until(lambda: sum(call.method.startswith("setMy") for call in telegram.calls) >= 6)
    menu = next(call.fields["commands"] for call in telegram.calls if call.method == "setMyCommands")
    assert {"start", "help", "emergency", "human", "stop", "delete"} <= {entry["command"] for entry in menu}
