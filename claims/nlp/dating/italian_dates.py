"""How Italian writes dates."""

from __future__ import annotations

from claims.nlp.dating import date_readers as read
from claims.nlp.dating import years
from claims.nlp.dating.calendar_words import day_pattern, numbered, pattern
from claims.nlp.dating.date_ranges import end_pattern, range_of_days, range_of_months
from claims.nlp.dating.date_rule import Spec, year_rules
from claims.nlp.dating.feasts import feast_pattern
from claims.nlp.dating.years import FIGURES

_OF = r"(?:de(?:l|ll['’])\s*|di\s+|dell['’]anno\s+)?"
_SIDE = r"(?:scors[oa]|passat[oa]|prossim[oa]|ventur[oa])"
_YEAR = rf"(?P<year>{FIGURES}|['’]\d\d)"
_SEASONS = r"(?:primavera|estate|autunno|inverno)"
_COUNT = r"(?:una?|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|\d+)"
_TO = (
    r"(?:\s?[-–—]\s?|\s(?:al(?:l['’])?|ad?|ed?(?:\s(?:il|l['’]))?|fino\s+al?(?:l['’])?)\s?"
    r"(?:il\s|l['’])?)"
)
_CENTURIES = "diciassettesimo|diciottesimo|diciannovesimo|ventesimo|ventunesimo"
_DECADES = "trenta|quaranta|cinquanta|sessanta|settanta|ottanta|novanta"


def italian() -> list[Spec]:
    """All rules, in order."""
    return [*_ranges(), *_days(), *_relative(), *_decades(), *_feasts(), *_alone(), *_years()]


def _ranges() -> list[Spec]:
    end = end_pattern("it", "b")
    return [
        (rf"\b{end_pattern('it', 'a')}{_TO}{end}\b", range_of_months, None),
        (
            rf"(?<![\d.,/])\b(?P<a_only>\d{{1,2}}[°º]?|primo){_TO}(?=\d|primo){end}",
            range_of_days,
            None,
        ),
    ]


def _days() -> list[Spec]:
    month, weekday, day = pattern("it", "months"), pattern("it", "weekdays"), day_pattern("it")
    figures = r"\d{1,2}(?:[°º]|\s?°)?|primo"
    return [
        (
            rf"\b(?:{weekday}\s+)?(?P<day>{figures})\s+(?:di\s+)?(?P<month>{month})\b\s+{_OF}{_YEAR}\b",
            read.full,
            None,
        ),
        (
            rf"\b(?P<day>{figures})\s+(?P<month>{month})\s+(?P<relative>{_SIDE})\b(?P<year>)",
            read.full,
            None,
        ),
        (
            rf"\b(?:il|dal|al|del|{weekday})\s+(?P<day>{day})\s+(?P<month>{month})(?!\w)(?:\s+{_OF}{_YEAR})?",
            read.full,
            None,
        ),
        (
            rf"\b(?:(?P<relative>{_SIDE})\s+)?(?P<day>{figures})\s+(?:di\s+)?(?P<month>{month})\b(?P<year>)"
            r"(?!\s+di\s+quest|\s+(?:scors|passat|prossim|ventur))",
            read.full,
            None,
        ),
        (
            rf"\b(?:il|dal|al|entro\s+il|{weekday})\s+(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})(?![\d/])",
            read.day_and_month,
            None,
        ),
        (rf"\b(?P<month>{month})\s*,?\s+{_OF}{_YEAR}\b", read.month_year, None),
        (
            rf"\b(?:(?:inizio|fine|metà|{_SEASONS})\s+{_OF}|(?:primo|secondo|terzo|quarto|ultimo)\s+"
            rf"(?:trimestre|semestre|quadrimestre)\s+{_OF})(?P<year>{FIGURES})\b",
            read.named_year,
            None,
        ),
    ]


def _relative() -> list[Spec]:
    month, weekday = pattern("it", "months"), pattern("it", "weekdays")
    parts = r"(?:\s+(?:mattina|sera|notte|pomeriggio))?"
    return [
        (
            rf"\b(?:lo\s+scorso|il\s+prossimo|l['’]\s*|nello\s+scorso|nel\s+prossimo)?\s*\b(?:{month})"
            rf"\s+(?:{_SIDE}|successivo|precedente|dello\s+scorso\s+anno|dell['’]anno\s+(?:scorso|dopo)"
            rf"|di\s+quest['’]anno)\b"
            rf"|\b(?:lo\s+scorso|(?:il|nel|del|al)\s+prossimo)\s+(?:{month}|{weekday}|anno|mese)\b"
            rf"|\bquesto\s+(?:{month}|{weekday}|mese|trimestre|semestre)\b",
            read.relative,
            None,
        ),
        (
            rf"\b(?:oggi|ieri{parts}|domani{parts}|sta(?:mattina|mani|mane|sera|notte)|l['’]altro\s+ieri"
            r"|dopodomani|l['’]anno\s+(?:scorso|prossimo)|quest['’]anno|il\s+mese\s+(?:scorso|prossimo)"
            r"|(?:la\s+)?(?:settimana|estate|primavera)\s+(?:scorsa|prossima)|l['’](?:estate|inverno|autunno)"
            r"\s+scors[oa]|(?:la\s+)?(?:scorsa|prossima)\s+settimana|questa\s+settimana"
            r"|(?:lo\s+scorso|il\s+prossimo)\s+(?:trimestre|semestre)"
            rf"|{_COUNT}\s+(?:ann[oi]|mes[ei]|giorn[oi]|settiman[ae])\s+(?:fa|or\s+sono))\b",
            read.relative,
            None,
        ),
        (
            rf"\b{weekday}\s+(?:{_SIDE}|della\s+(?:scorsa|prossima)\s+settimana)\b",
            read.relative,
            None,
        ),
        (rf"\b(?:lo\s+)?(?:scorso|prossimo)\s+{weekday}\b", read.relative, None),
    ]


def _decades() -> list[Spec]:
    century = rf"(?P<century>(?-i:[IVX]{{1,5}})|\d{{1,2}}°|{_CENTURIES})"
    return [
        (r"\banni(?:\s*['’]\s?|\s+|\s+19)(?P<tens>[3-9])0\b", read.decade_of_tens, None),
        (
            rf"\banni\s+(?P<tens>{_DECADES})(?:\s+e\s+(?P<more>{_DECADES}))?\b"
            rf"(?=\s+del\s+{century}\s+secolo\b|)",
            read.decade_of_tens,
            None,
        ),
        (
            r"\banni\s*['’]?\s?(?:19|20)?[0-2]0\b|\banni\s+(?:venti|dieci)\b(?P<year>)",
            read.decade,
            None,
        ),
        (
            rf"\b{century}\s+secolo(?P<before>\s+(?:a\.\s?C|avanti))?",
            read.century,
            None,
        ),
        (
            r"\bsecolo\s+(?P<century>(?-i:[IVX]{1,5}))\b(?P<before>\s+a\.\s?C)?",
            read.century,
            None,
        ),
    ]


def _feasts() -> list[Spec]:
    feast = feast_pattern("it")
    return [
        (
            rf"\b(?P<holiday>{feast})\s+{_OF}(?P<year>{FIGURES})\b(?P<side>)",
            read.holiday,
            None,
        ),
        (
            rf"\b(?:a|per|dopo|entro|prima\s+di|fino\s+a|giorno\s+di|notte\s+di|(?P<side>scors[oa]|prossim[oa]))\s+"
            rf"(?P<holiday>{feast})\b(?!\s+(?-i:[A-Z]))(?P<year>)",
            read.holiday,
            None,
        ),
    ]


def _alone() -> list[Spec]:
    """Weekdays and months without more; "il lunedì" is every Monday."""
    weekday = pattern("it", "weekdays")
    months = "|".join(form for form in numbered("it", "months") if len(form) > 4)
    return [
        (
            r"(?<!il )(?<!la )(?<!le )(?<!i )(?<!gli )(?<!ogni )(?<!dal )(?<!al )(?<!alla )"
            rf"(?<!del )(?<!\bdi )(?<!della )\b(?P<weekday>{weekday})\b",
            read.weekday,
            None,
        ),
        (
            rf"\b(?:giornata|sera|serata|notte|mattina)\s+di\s+(?P<weekday>{weekday})\b",
            read.weekday,
            None,
        ),
        (
            r"\b(?:a|ad|in|da|entro|dopo|durante|verso|fino\s+ad?|prima\s+di|mese\s+di|inizio|fine|metà)\s+"
            rf"(?P<month>{months})\b",
            read.month_alone,
            None,
        ),
    ]


def _years() -> list[Spec]:
    return [
        (
            r"\b(?:nel|del|dal|al|il|sul)\s['’](?P<short>\d\d)(?![\w%]|[.,]\d|\s*(?:per|gradi|anni))",
            years.short_year,
            None,
        ),
        *year_rules(
            before=r"(?:nel(?:l['’]anno)?|dal|del|al|il|entro|fino\s+al|sin\s+dal|tra\s+il|fra\s+il|per\s+il"
            r"|col|sul|dall['’]anno|l['’]anno|anno|anni|a|e|ed|e\s+il|e\s+nel|con\s+il|prima\s+del|dopo\s+il)",
            joined=r"\s+(?:e|al|e\s+il|e\s+nel|ed\s+il|a)\s+",
        ),
    ]
