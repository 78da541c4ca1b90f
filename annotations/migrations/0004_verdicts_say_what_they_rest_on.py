"""Keep with each verdict the reviews it rests on, and count how often a copy was tried."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('annotations', '0003_publication_order_and_search'),
    ]

    operations = [
        migrations.AddField(
            model_name='archivedcopy',
            name='attempts',
            field=models.PositiveSmallIntegerField(default=0, verbose_name='attempts'),
        ),
        migrations.AddField(
            model_name='verdict',
            name='rests_on',
            field=models.JSONField(default=dict, verbose_name='reviews it rests on'),
        ),
    ]
