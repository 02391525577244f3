"""A request for a call, from the patient's first press to the letter at the clinic, over real HTTP and SMTP."""

from pathlib import Path

from bot.runner.smtp import read_smtp
from tests.runner.postbox import Postbox
from tests.serving.emulator import Patient, emulator
from tests.serving.served import Served
from tests.serving.test_trouble import until

TO_THE_FORM = (
    *(("None of these", "None of these"),) * 3,
    ("No heat", "No heat"),
    ("Fever", "Fever"),
    ("☑ Fever", "Done"),
    ("Call me", "Call me"),
    ("I agree", "I agree"),
)
"""What the keyboard must show, and what is pressed then."""


async def press_through(ann: Patient) -> None:
    await ann.write("/start")
    await ann.sees_board("18+")
    await ann.press("18+")
    seen = max(ann.boards())
    for shown, pressed in TO_THE_FORM:
        await ann.emulator.until(lambda: max(ann.boards()) > seen or shown.startswith("☑"))  # noqa: B023
        await ann.sees_board(shown)
        seen = max(ann.boards())
        await ann.press(pressed)


async def fill_in(ann: Patient) -> None:
    await ann.sees("What name")
    await ann.write("Ann Canary")
    await ann.sees("What phone number")
    await ann.write("(602) 555-0142")
    await ann.sees_board("Morning")
    await ann.press("Morning")
    await ann.sees_board("Send")
    await ann.press("Send")
    await ann.sees("Sent.")


async def test_a_request_reaches_the_clinic_also_when_its_server_comes_up_later(tmp_path: Path):
    box = await Postbox().up()
    await box.down()
    async with emulator() as telegram:
        smtp = read_smtp(f"smtp://127.0.0.1:{box.port}")
        served, ann = Served(telegram, tmp_path, smtp=smtp), Patient(telegram)
        async with served.running():
            await press_through(ann)
            await fill_in(ann)
            await until(lambda: "letter_waits" in served.events)
        await box.up()
        async with served.running():
            await until(lambda: bool(box.letters))
    await box.down()
    (letter,) = box.letters
    body = letter.get_content()
    assert "Ann Canary" in body
    assert "+16025550142" in body
    assert "fever" not in body.lower()
    shown = "\n".join(telegram.texts(ann.chat))
    assert "Monday to Friday" in shown[shown.index("Sent.") :]
