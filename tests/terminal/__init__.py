"""The chat in a real terminal: its view, its layout, its look, its keys, and all of it in a window."""
