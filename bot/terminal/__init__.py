"""The chat in a real terminal: how messages look, and a menu that keys, numbers and words can answer."""
