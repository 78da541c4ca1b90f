"""The function that names words like those typed keeps its plan: no value changes which is best."""

from django.db import migrations

NAME = "FUNCTION annotations_near_words(text[], int)"


class Migration(migrations.Migration):

    dependencies = [
        ('annotations', '0028_searches_know_blocks_of_the_public_order'),
    ]

    operations = [
        migrations.RunSQL(
            f"ALTER {NAME} SET plan_cache_mode = force_generic_plan",
            f"ALTER {NAME} RESET plan_cache_mode",
        ),
    ]
