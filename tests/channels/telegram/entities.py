"""Telegram's HTML as Telegram reads it: the words that are seen, or the reason why it refuses."""

import re
from html import unescape

TAGS = {"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "a", "code", "pre", "blockquote", "tg-spoiler"}
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z-]+)(?P<rest>(?:\s[^<>]*)?)>")
_HREF = re.compile(r'\s+href="[^"<>]*"')
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#[0-9]+|#x[0-9a-fA-F]+);")


class Unparsable(Exception):
    """The markup is not well formed."""


def seen(text: str) -> str:
    """The words without markup. Raises Unparsable."""
    stack: list[str] = []
    words: list[str] = []
    at = 0
    while at < len(text):
        if text[at] != "<":
            end = text.find("<", at)
            end = len(text) if end < 0 else end
            words.append(_ENTITY.sub(lambda found: unescape(found[0]), text[at:end]))
            at = end
            continue
        at = _tag(text, at, stack)
    if stack:
        raise Unparsable(f"can't find end tag corresponding to start tag {stack[-1]}")
    return "".join(words)


def _tag(text: str, at: int, stack: list[str]) -> int:
    """Take one tag; where it ends."""
    tag = _TAG.match(text, at)
    if tag is None or tag["name"] not in TAGS:
        raise Unparsable(f"unsupported start tag at byte offset {len(text[:at].encode())}")
    if tag["rest"] and (tag["name"] != "a" or tag["end"] or not _HREF.fullmatch(tag["rest"])):
        raise Unparsable(f"unexpected attributes of the tag {tag['name']}")
    if not tag["end"]:
        stack.append(tag["name"])
    elif not stack or stack.pop() != tag["name"]:
        raise Unparsable(f"unmatched end tag of {tag['name']}")
    return tag.end()
