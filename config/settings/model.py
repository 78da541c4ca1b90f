"""A language model that the operator may let propose claims (config/decisions/0034); off."""

from __future__ import annotations

from config.env import env

MODEL_URL = env.str("VAGLIO_MODEL_URL", default="").rstrip("/")
"""The base of an OpenAI-compatible API, up to `/v1`; empty: no model is asked."""
MODEL_NAME = env.str("VAGLIO_MODEL", default="")
"""The model's name, as that API knows it."""
MODEL_KEY = env.str("VAGLIO_MODEL_KEY", default="")
MODEL_SECONDS = env.float("VAGLIO_MODEL_SECONDS", default=60.0)
"""How long one answer may take."""
MODEL_RUN_SECONDS = env.float("VAGLIO_MODEL_RUN_SECONDS", default=300.0)
"""How long one article may be asked about; what isn't by then keeps the product's own claims."""
