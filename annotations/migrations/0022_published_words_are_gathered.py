"""The words of what is published already."""

from django.db import migrations

GATHER = r"""
INSERT INTO annotations_publishedword (word)
SELECT DISTINCT word FROM annotations_publishedclaim, regexp_split_to_table(search_key, '\W+') AS word
WHERE word <> '' ON CONFLICT DO NOTHING
"""


class Migration(migrations.Migration):

    dependencies = [
        ('annotations', '0021_mistyped_words_are_compared_with_published_ones'),
    ]

    operations = [migrations.RunSQL(GATHER, migrations.RunSQL.noop)]
