"""Telegram as a channel: updates come in by polling or webhook, calls go out to the Bot API."""
