"""Tests of stations and residents."""
