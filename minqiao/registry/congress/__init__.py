"""Congresses, sessions, delegations, committees, deputies and their mandates."""
