"""The colours, all in one place: the sixteen that every terminal has, so that they follow the person's own theme."""

BAR = "cyan"
PERSON = "bold green"
QUIET = "dim"

BOXES = {
    "emergency": "bold bright_white on red",
    "crisis": "bold bright_white on blue",
    "same_day": "bold black on yellow",
}
"""What must be seen at once, by its look."""

BARS = {"emergency": "bold red", "crisis": "bold blue", "same_day": "bold yellow"}
"""What belongs to it and follows."""

MENU = {
    "lit": "bold ansicyan",
    "ticked": "bold",
    "progress": "ansicyan",
    "heading": "bold",
    "more": "ansicyan",
    "above": "bold ansiyellow",
    "choose_first": "bold ansiyellow",
    "hint": "",
    "any_time": "",
    "pointer": "bold ansigreen",
    "emergency": "bold ansiwhite bg:ansired",
    "crisis": "bold ansiwhite bg:ansiblue",
    "same_day": "bold ansiblack bg:ansiyellow",
}
"""The styles of the menu's lines."""
