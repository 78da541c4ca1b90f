"""The one small story that the API's examples tell: a claim about schools, and who checked it."""

from __future__ import annotations

CLAIM = "Il comune ha aperto dodici scuole nuove nel 2024"
HEADLINE = "Le scuole aperte sono nove, non dodici"
CLAIM_ID = "6f1c2a54-3f0e-4a7b-9a55-0b0d5e3f7a11"
ARTICLE_ID = "0d9b7a1e-54c3-4a3f-8a3e-7f6d2c1b9e22"
SOURCE_ID = "b7a4f0d2-91c8-4a5e-8a0c-2d4f6e8a1c33"
OTHER_ID = "3c5e7a9b-1d2f-4b6a-8c0d-9e1f3a5b7c44"
SITE = "https://vaglio.example.org"
API = f"{SITE}/api/v1"
MORNING = "2024-09-05T08:30:00.000000Z"
NOON = "2024-09-05T12:00:00.000000Z"
DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
SECRET = "whsec_" + "bm90LWEtcmVhbC1zZWNyZXQtb25seS1hbi1leGFtcGxl"
PERSON = "Ada Neri"
