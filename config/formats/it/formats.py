"""Italian dates in figures: Django's have the weekday, and capital months, which Italian hasn't."""

DATE_FORMAT = "d/m/Y"
DATETIME_FORMAT = "d/m/Y, H:i"
SHORT_DATETIME_FORMAT = DATETIME_FORMAT
