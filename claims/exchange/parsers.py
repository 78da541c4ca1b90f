"""JSON that can't be read or kept is a named problem, never a fault of ours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, Any

from django.utils.translation import gettext as _
from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser

from claims.errors import NotReadable


class Utf8JSONParser(JSONParser):
    """DRF's, but saying what is wrong with bytes that are not UTF-8."""

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        """Read the body. Raises NotReadable (wrong-encoding), ParseError."""
        try:
            return super().parse(stream, media_type, parser_context)
        except RecursionError as error:
            raise ParseError(_("The JSON is nested too deeply.")) from error
        except ParseError as error:
            if isinstance(error.__context__, UnicodeDecodeError):
                raise NotReadable("wrong-encoding", _("JSON must be in UTF-8.")) from error
            raise
