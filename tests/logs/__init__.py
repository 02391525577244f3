"""Tests of the log: what is written, in which words, and what never is."""
