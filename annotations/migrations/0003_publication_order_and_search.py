"""Give publications their one public order, and search that knows each language's word forms."""

from django.contrib.postgres.operations import UnaccentExtension
from django.db import migrations

# Copies of PostgreSQL's own configurations that look past accents: "perche" finds "perché".
SEARCH = """
CREATE TEXT SEARCH CONFIGURATION vaglio_{language} (COPY = {base});
ALTER TEXT SEARCH CONFIGURATION vaglio_{language}
    ALTER MAPPING FOR hword, hword_part, word WITH unaccent, {base}_stem;
"""
LANGUAGES = [("it", "italian"), ("en", "english")]


class Migration(migrations.Migration):
    dependencies = [("annotations", "0002_rating_scale_and_roles")]
    operations = [
        migrations.RunSQL(
            "CREATE SEQUENCE annotations_publication_seq AS bigint",
            "DROP SEQUENCE annotations_publication_seq",
        ),
        UnaccentExtension(),
        *[
            migrations.RunSQL(
                SEARCH.format(language=language, base=base),
                f"DROP TEXT SEARCH CONFIGURATION vaglio_{language}",
            )
            for language, base in LANGUAGES
        ],
    ]
