"""The app that holds the site's own commands and templates."""

from django.apps import AppConfig, apps

from config.field_names import name_fields


class ConfigConfig(AppConfig):
    """config as an app, so that `manage.py demo` is found."""

    name = "config"

    def ready(self) -> None:
        """Name what the apps' models leave nameless, now that all of them are there."""
        for app in ("claims", "annotations"):
            name_fields(apps.get_app_config(app).get_models())
