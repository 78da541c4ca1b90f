"""Fill the rating scale and make the groups that give roles."""

from django.db import migrations

from annotations.rating_scale import DEFAULT

ROLES = ("reviewers", "moderators", "editors")


def fill(apps, schema_editor):
    """Add what is missing; an installation that edited its scale keeps it."""
    rating = apps.get_model("annotations", "Rating")
    for position, step in enumerate(DEFAULT, start=1):
        rating.objects.get_or_create(
            key=step.key,
            defaults={
                "position": position,
                "name_it": step.name_it,
                "name_en": step.name_en,
                "definition_it": step.definition_it,
                "definition_en": step.definition_en,
                "value": step.value,
                "colour": step.colour,
                "export": step.export,
            },
        )
    group = apps.get_model("auth", "Group")
    for name in ROLES:
        group.objects.get_or_create(name=name)


class Migration(migrations.Migration):
    dependencies = [
        ("annotations", "0001_first_tables"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
