"""The URL of the mail server: what it means, and that a wrong one shows nothing of itself."""

import pytest

from bot.runner.smtp import EXAMPLE, Smtp, SmtpUrlError, Tls, is_here, read_smtp

START, REQUIRED, OFFERED = Tls.FROM_THE_START, Tls.REQUIRED, Tls.IF_OFFERED


@pytest.mark.parametrize(
    ("url", "meant"),
    [
        ("smtp://mail.clinic.org", Smtp("mail.clinic.org", 587, OFFERED)),
        ("smtp://mail.clinic.org:25/", Smtp("mail.clinic.org", 25, OFFERED)),
        ("smtps://mail.clinic.org", Smtp("mail.clinic.org", 465, START)),
        ("SMTPS://MAIL.clinic.org:4650", Smtp("mail.clinic.org", 4650, START)),
        ("smtp://bot:pw@mail.clinic.org", Smtp("mail.clinic.org", 587, REQUIRED, "bot", "pw")),
        ("smtps://bot:pw@mail.clinic.org", Smtp("mail.clinic.org", 465, START, "bot", "pw")),
        ("smtp://bot:pw@localhost:25", Smtp("localhost", 25, OFFERED, "bot", "pw")),
        ("smtp://bot:pw@127.0.0.1:25", Smtp("127.0.0.1", 25, OFFERED, "bot", "pw")),
        ("smtp://bot:pw@[::1]:25", Smtp("::1", 25, OFFERED, "bot", "pw")),
        ("smtp://bot:pw@10.0.0.1", Smtp("10.0.0.1", 587, REQUIRED, "bot", "pw")),
        ("smtp://a%40c.org:p%2F%3A%23%25%3F%40@m", Smtp("m", 587, REQUIRED, "a@c.org", "p/:#%?@", "a@c.org")),
        ("smtp://a%40c.org:p@m.c.org?from=bot@c.org", Smtp("m.c.org", 587, REQUIRED, "a@c.org", "p", "bot@c.org")),
        ("smtp://m.c.org?from=bot+heat@c.org", Smtp("m.c.org", 587, OFFERED, sender="bot+heat@c.org")),
        ("smtp://m.c.org?from=bot%2Bheat%40c.org", Smtp("m.c.org", 587, OFFERED, sender="bot+heat@c.org")),
        (EXAMPLE, Smtp("mail.clinic.org", 587, REQUIRED, "user", "password", "bot@clinic.org")),
    ],
)  # fmt: skip
def test_a_url_says_server_encryption_user_and_sender(url: str, meant: Smtp):
    assert read_smtp(url) == meant


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("", "does not begin with smtp://"),
        ("mail.clinic.org:587", "does not begin with smtp://"),
        ("https://mail.clinic.org", "does not begin with smtp://"),
        ("smtp://", "names no server"),
        ("smtp://user:SECRET@", "names no server"),
        ("smtp://user:SECRET@:587", "names no server"),
        ("smtp://mail.clinic.org:0", "port is 0"),
        ("smtp://mail.clinic.org:SECRET", "server or port cannot be read"),
        ("smtp://mail.clinic.org:99999", "server or port cannot be read"),
        ("smtp://[::1", "server or port cannot be read"),
        ("smtp://user:SE/CRET@mail.clinic.org", "server or port cannot be read"),
        ("smtp://user@mail.clinic.org", "belong together"),
        ("smtp://:SECRET@mail.clinic.org", "belong together"),
        ("smtp://mail.clinic.org/SECRET", "behind the server"),
        ("smtp://mail.clinic.org#SECRET", "behind the server"),
        ("smtp://mail.clinic.org?SECRET", "behind the ?"),
        ("smtp://mail.clinic.org?to=SECRET", "behind the ?"),
        ("smtp://mail.clinic.org?from=", "behind the ?"),
        ("smtp://mail.clinic.org?from=SECRET", "behind the ?"),
        ("smtp://mail.clinic.org?from=josé@clinic.org", "behind the ?"),
        ("smtp://mail.clinic.org?from=a@clinic.org%0ATo:SECRET", "behind the ?"),
    ],
)
def test_a_url_that_cannot_be_used_is_refused_and_not_shown(url: str, why: str):
    with pytest.raises(SmtpUrlError) as caught:
        read_smtp(url)
    assert why in str(caught.value)
    assert "SECRET" not in str(caught.value)


def test_the_password_is_not_in_what_the_value_shows_of_itself():
    assert "pw" not in repr(read_smtp("smtp://bot:pw@mail.clinic.org"))


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("localhost", True),
        ("mail.localhost", True),
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("localhost.clinic.org", False),
        ("mylocalhost", False),
        ("10.0.0.1", False),
        ("clinic.org", False),
    ],
)
def test_only_this_machine_itself_is_here(host: str, here: bool):
    assert is_here(host) is here
    assert Smtp(host, 25, OFFERED).here is here
