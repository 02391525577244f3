"""Tests of what a new version of a project changes for patients."""
