"""Tests of the shipped texts."""
