"""Writes what a project says about itself: diagrams, decision tables, review sheets and the hazard log."""
