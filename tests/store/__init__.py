"""Tests of bot/store: one contract suite for all stores, then what is SQLite's own."""
