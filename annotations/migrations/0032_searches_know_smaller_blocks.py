import django.contrib.postgres.indexes
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('annotations', '0031_searches_know_what_headlines_and_claims_say'),
        ('claims', '0004_claims_say_what_stays_open'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name='publishedclaim',
            index=django.contrib.postgres.indexes.GinIndex(models.Func('seq', template='(ARRAY[(%(expressions)s >> 10)::integer, -1 - (%(expressions)s >> 14)::integer, 1073741824 + (%(expressions)s >> 7)::integer])'), models.F('search'), models.F('entity_keys'), models.F('source_domains'), models.Func('search', template="(ts_filter(%(expressions)s, '{a}'))"), name='published_placed'),
        ),
        migrations.RemoveIndex(
            model_name='publishedclaim',
            name='published_found',
        ),
    ]
