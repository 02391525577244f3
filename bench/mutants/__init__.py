"""Faults planted in the dialogs, the texts and the engine, and which of the three nets catches each."""
