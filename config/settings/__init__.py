"""Django's settings: embedded and local by default, production by environment variables.

Production sets DATABASE_URL, CELERY_BROKER_URL, SECRET_KEY, ALLOWED_HOSTS and CSRF_TRUSTED_ORIGINS;
everything else has a safe default. Missing secrets stop the start, they are never made up.
One module a subject; the table of what an operator may set is in config/deploy/README.md.
"""

from config.settings.api import *
from config.settings.database import *
from config.settings.model import *
from config.settings.newsroom import *
from config.settings.security import *
from config.settings.site import *
from config.settings.tasks import *
from config.settings.web import *
