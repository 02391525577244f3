"""Tests of the channel for Telegram."""
