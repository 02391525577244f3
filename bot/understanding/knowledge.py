"""What staff wrote of the meanings of typed words, under the name that this package knows it by."""

from bot.engine.knowledge import ASK, HeardRule, Knowledge, Topic, known_groups

__all__ = ["ASK", "HeardRule", "Knowledge", "Topic", "known_groups"]
