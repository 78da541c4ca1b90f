"""One index knows what can be looked for in a row, by itself and together with where the row is."""

import django.contrib.postgres.indexes
from django.conf import settings
from django.db import migrations, models

# What the marks say, and how: annotations.queries.public_marks. To work them out costs as much as
# reading a hundred rows, and the planner must know: an index is there to save it.
MARKS = r"""
CREATE FUNCTION annotations_marks(
  seq bigint, language text, search tsvector, entity_keys text[], source_domains varchar[]
) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 10000
RETURN (
  SELECT array_to_tsvector(array_agg(mark || place)
    || ARRAY[E'\t7.' || (seq >> 7), E'\t10.' || (seq >> 10)])
  FROM (VALUES (E'\t12.' || (seq >> 12)), (E'\t18.' || (seq >> 18))) AS places (place), unnest(
    ARRAY(SELECT language || left(word, 500) FROM unnest(tsvector_to_array(search)) AS word)
    || ARRAY(SELECT '^' || language || left(word, 500)
      FROM unnest(tsvector_to_array(ts_filter(search, '{a}'))) AS word)
    || ARRAY(SELECT '-' || language || left(word, 500) FROM unnest(tsvector_to_array(
      ts_delete(search, tsvector_to_array(ts_filter(search, '{a,b}'))))) AS word)
    || ARRAY(SELECT '=' || left(name, 500) FROM unnest(entity_keys) AS name)
    || ARRAY(SELECT '/' || left(site, 500) FROM unnest(source_domains) AS site)
    || language
  ) AS mark
)
"""
# A search for words as a search for marks: their levels (a vertical tabulator) and places (a
# tabulator) are left open. Nothing for no words; of those who only leave words out the language's
# mark is asked for too. Of phrases nothing is told but their words, and nothing at all of those that
# may not stand there. Replacing by regular expressions is dear: it is left to phrases and to the few
# words that hold spaces (½ is ` 1/2`).
SOUGHT = r"""
CREATE FUNCTION annotations_marks_sought(query tsquery, language text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN numnode(query) = 0 THEN NULL
  WHEN querytree(query) = 'T' AND query::text LIKE '%<%' THEN '''' || language || E'\t'''
  ELSE CASE querytree(query) WHEN 'T' THEN '''' || language || E'\t'' & (' ELSE '(' END
    || CASE
      WHEN replace(replace(replace(replace(query::text, ' & ', ''), ' | ', ''), '( ', ''), ' )', '')
        LIKE '% %'
      THEN regexp_replace(regexp_replace(
        CASE WHEN query::text LIKE '%<%' THEN querytree(query) ELSE query::text END,
        '''((?:''''|[^''])+)''', '''' || E'\v' || language || E'\\1\t''', 'g'),
        '<(-|\d+)>', '&', 'g')
      ELSE replace(replace(replace(replace(' ' || query::text || ' ',
        ''':AB ', E'\t'':AB '), ''' ', E'\t'' '), ' ''', E' ''\v' || language),
        '!''', E'!''\v' || language)
    END || ')'
END
"""


class Migration(migrations.Migration):

    dependencies = [
        ('annotations', '0032_searches_know_smaller_blocks'),
        ('claims', '0004_claims_say_what_stays_open'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunSQL(
            MARKS,
            "DROP FUNCTION annotations_marks(bigint, text, tsvector, text[], varchar[])",
        ),
        migrations.RunSQL(SOUGHT, "DROP FUNCTION annotations_marks_sought(tsquery, text)"),
        migrations.AddIndex(
            model_name='publishedclaim',
            index=django.contrib.postgres.indexes.GinIndex(models.Func('seq', 'language', 'search', 'entity_keys', 'source_domains', function='annotations_marks'), models.F('search'), models.F('entity_keys'), models.F('source_domains'), name='published_marked'),
        ),
        migrations.RemoveIndex(
            model_name='publishedclaim',
            name='published_placed',
        ),
    ]
