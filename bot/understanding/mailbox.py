"""An address that mail servers take."""


def mailbox(text: str) -> str | None:
    """The text as an e-mail address that every mail server takes (without foreign letters); None if it is none."""
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415

    try:
        return validate_email(text, check_deliverability=False, allow_smtputf8=False).ascii_email
    except EmailNotValidError:
        return None
