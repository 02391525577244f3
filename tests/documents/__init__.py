"""Tests of the documents that a project writes about itself."""
