"""Tests of the documents that are about running the service."""
