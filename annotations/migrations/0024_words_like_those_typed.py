"""A function that names the published words like those typed, planned only where it is called."""

from django.db import migrations

# Words hold letters, digits and `_` only: nothing in them means anything to to_tsquery.
CREATE = """
CREATE FUNCTION annotations_near_words(typed_words text[], likest int) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  RETURN (
    SELECT string_agg('(' || near.words || ')', ' & ')
    FROM unnest(typed_words) AS asked(typed) CROSS JOIN LATERAL (
      SELECT string_agg('''' || word || ''':AB', ' | ') AS words FROM (
        SELECT word FROM (
          SELECT word, word_similarity(asked.typed, word) AS likeness
          FROM annotations_publishedword WHERE word %> asked.typed
          UNION ALL
          SELECT word, 1 FROM annotations_publishedword WHERE word = ANY(ARRAY(
            SELECT overlay(asked.typed PLACING
              substr(asked.typed, place + 1, 1) || substr(asked.typed, place, 1) FROM place FOR 2)
            FROM generate_series(1, length(asked.typed) - 1) AS place))
        ) AS alike
        GROUP BY word ORDER BY max(likeness) DESC, similarity(asked.typed, word) DESC, word
        LIMIT likest
      ) AS few
    ) AS near
    HAVING bool_and(near.words IS NOT NULL)
  );
END
$$
"""


class Migration(migrations.Migration):

    dependencies = [
        ('annotations', '0023_annotations_of_whole_pages_wait'),
    ]

    operations = [
        migrations.RunSQL(CREATE, "DROP FUNCTION annotations_near_words(text[], int)"),
    ]
