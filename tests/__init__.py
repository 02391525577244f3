"""Tests of Heatwise: the folders mirror bot/."""
