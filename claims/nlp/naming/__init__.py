"""People, organisations, places and roles: one name for each, all through the article."""
