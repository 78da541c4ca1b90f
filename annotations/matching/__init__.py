"""Claim matching: which published claims say the same as a text. Pure: no database, no web."""
