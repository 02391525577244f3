"""YAML with line numbers in, dialogs and texts out, and every mistake told with its place and its mend."""
