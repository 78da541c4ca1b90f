"""The app that holds the site's own commands and templates."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """config as an app, so that `manage.py demo` is found."""

    name = "config"
