"""The newsroom's own choices: reading, splitting, reviewing, telling others; limits of each."""

from __future__ import annotations

from pathlib import Path

from config.env import VAR_DIR, env
from config.settings.site import SITE_URL

# Reading and splitting
FETCH_USER_AGENT = env.str("FETCH_USER_AGENT", default=f"VaglioBot/0.1 (+{SITE_URL}/methodology/)")
FETCH_MAX_BYTES = env.int("FETCH_MAX_BYTES", default=5_000_000)
FETCH_SECONDS = env.float("FETCH_SECONDS", default=20.0)
COPY_MAX_BYTES = env.int("COPY_MAX_BYTES", default=10_000_000)
"""How large a copy of a source may be that a person attaches by hand."""
PDF_SECONDS = env.int("PDF_SECONDS", default=20)
PDF_MEGABYTES = env.int("PDF_MEGABYTES", default=768)
PDF_PAGES = env.int("PDF_PAGES", default=400)
"""What reading the words of one PDF may take; beyond the pages, the first ones are read."""
FETCH_ALLOWED_NETWORKS = env.list("FETCH_ALLOWED_NETWORKS", default=[])
"""Private networks a newsroom lets the reader visit (its own intranet); none by default."""
ARTICLE_MAX_BYTES = env.int("ARTICLE_MAX_BYTES", default=1_000_000)
LINK_CHECKS_AT_ONCE = env.int("LINK_CHECKS_AT_ONCE", default=10)
"""How many cited sources one run of the schedule visits again, one after the other."""
EXTRACTION_LEASE_SECONDS = env.int("EXTRACTION_LEASE_SECONDS", default=120)

# Reviewing
REVIEWS_NEEDED = env.int("REVIEWS_NEEDED", default=2)
"""How many submitted reviews a claim needs before its verdict can be settled."""
LEASE_SECONDS = env.int("LEASE_SECONDS", default=20 * 60)
"""How long a claim taken from the queue is held; work on it renews the lease."""
LEASES_AT_ONCE = env.int("LEASES_AT_ONCE", default=10)
"""How many claims from the queue one person may hold at once; 0: as many as they like."""
PRESENCE_SECONDS = env.int("PRESENCE_SECONDS", default=45)
"""For how long after the last sign somebody counts as looking at a claim."""

# Webhooks
WEBHOOK_SECONDS = env.float("WEBHOOK_SECONDS", default=15.0)
"""How long a receiver may take to answer; Standard Webhooks asks for 15 to 30 s."""
WEBHOOK_GRACE_HOURS = env.float("WEBHOOK_GRACE_HOURS", default=24.0)
"""How long the secret before the newest goes on signing beside it."""
WEBHOOK_LOG_DAYS = env.int("WEBHOOK_LOG_DAYS", default=90)
"""How long the log keeps what got through, at least a week; what was given up stays for good."""
WEBHOOK_ALLOWED_NETWORKS = env.list("WEBHOOK_ALLOWED_NETWORKS", default=[])
"""Private networks that webhooks may go to, also without TLS: for tests and trials only."""

# Exports
DUMPS_DIR = Path(env.str("DUMPS_DIR", default=str(VAR_DIR / "dumps")))
"""Where the nightly dumps of everything published lie; served by the web process."""

# Comparing texts with what is published
MATCH_MAX_CHARACTERS = env.int("MATCH_MAX_CHARACTERS", default=20_000)
MATCH_MAX_CLAIMS = env.int("MATCH_MAX_CLAIMS", default=100)
MATCH_AT_ONCE = env.int("MATCH_AT_ONCE", default=2)
"""How many texts each web process compares at once; others wait MATCH_WAIT_SECONDS, then 503."""
WARM_UP_SECONDS = env.float("WARM_UP_SECONDS", default=20.0)
"""How long after its start a web process loads the language models (about 450 MB), so that nobody
waits for them; 0 leaves it to the first text that is compared."""
MATCH_WAIT_SECONDS = env.float("MATCH_WAIT_SECONDS", default=3.0)
