"""Proof that no path through the dialogs breaks a safety property, by exploring the engine that talks to patients."""
