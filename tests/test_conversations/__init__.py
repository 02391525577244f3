"""Tests of the runner of scripted conversations."""
