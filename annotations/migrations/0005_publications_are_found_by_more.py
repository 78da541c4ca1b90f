"""Published claims are found by kind, speaker, names, publisher, site of a source and first day."""

from dataclasses import asdict
from datetime import datetime

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from annotations.filter_keys import filter_keys
from annotations.documents.public_document import PublicDocument, read_document


def fill(apps, schema_editor):
    """Take the keys from the stored documents; a tombstone keeps those of what it took back."""
    rows = apps.get_model("annotations", "PublishedClaim").objects
    keys = {}
    for row in rows.order_by("claim_id", "version").iterator():
        document = read_document(row.document)
        if isinstance(document, PublicDocument):
            keys = asdict(filter_keys(document))
        first = datetime.fromisoformat(document.published_at)
        rows.filter(pk=row.pk).update(first_published_at=first, **keys)


class Migration(migrations.Migration):

    dependencies = [
        ('annotations', '0004_verdicts_say_what_they_rest_on'),
        ('claims', '0002_reading_attempts_are_counted'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='publishedclaim',
            name='frozen',
        ),
        migrations.AddField(
            model_name='publishedclaim',
            name='entity_keys',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None),
        ),
        migrations.AddField(
            model_name='publishedclaim',
            name='first_published_at',
            field=models.DateTimeField(default='2000-01-01T00:00:00Z'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='publishedclaim',
            name='kind',
            field=models.CharField(blank=True, max_length=12),
        ),
        migrations.AddField(
            model_name='publishedclaim',
            name='publisher_key',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='publishedclaim',
            name='source_domains',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=253), default=list, size=None),
        ),
        migrations.AddField(
            model_name='publishedclaim',
            name='speaker_key',
            field=models.TextField(blank=True),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name='publishedclaim',
            index=models.Index(condition=models.Q(('is_current', True)), fields=['language', '-seq'], name='published_language'),
        ),
        migrations.AddIndex(
            model_name='publishedclaim',
            index=models.Index(condition=models.Q(('is_current', True)), fields=['rating_key', '-seq'], name='published_rating_key'),
        ),
        migrations.AddIndex(
            model_name='publishedclaim',
            index=models.Index(condition=models.Q(('is_current', True)), fields=['kind', '-seq'], name='published_kind'),
        ),
        migrations.AddIndex(
            model_name='publishedclaim',
            index=models.Index(condition=models.Q(('is_current', True)), fields=['speaker_key', '-seq'], name='published_speaker_key'),
        ),
        migrations.AddIndex(
            model_name='publishedclaim',
            index=models.Index(condition=models.Q(('is_current', True)), fields=['publisher_key', '-seq'], name='published_publisher_key'),
        ),
        migrations.AddIndex(
            model_name='publishedclaim',
            index=models.Index(condition=models.Q(('is_current', True)), fields=['first_published_at'], name='published_first'),
        ),
        migrations.AddIndex(
            model_name='publishedclaim',
            index=django.contrib.postgres.indexes.GinIndex(fields=['entity_keys'], name='published_entities'),
        ),
        migrations.AddIndex(
            model_name='publishedclaim',
            index=django.contrib.postgres.indexes.GinIndex(fields=['source_domains'], name='published_domains'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publishedclaim',
            trigger=pgtrigger.compiler.Trigger(name='frozen', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."act" IS DISTINCT FROM (NEW."act") OR OLD."body" IS DISTINCT FROM (NEW."body") OR OLD."claim_id" IS DISTINCT FROM (NEW."claim_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."document" IS DISTINCT FROM (NEW."document") OR OLD."entity_keys" IS DISTINCT FROM (NEW."entity_keys") OR OLD."etag" IS DISTINCT FROM (NEW."etag") OR OLD."first_published_at" IS DISTINCT FROM (NEW."first_published_at") OR OLD."headline" IS DISTINCT FROM (NEW."headline") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."notice" IS DISTINCT FROM (NEW."notice") OR OLD."published_by_id" IS DISTINCT FROM (NEW."published_by_id") OR OLD."publisher_key" IS DISTINCT FROM (NEW."publisher_key") OR OLD."rating_key" IS DISTINCT FROM (NEW."rating_key") OR OLD."search" IS DISTINCT FROM (NEW."search") OR OLD."seq" IS DISTINCT FROM (NEW."seq") OR OLD."severity" IS DISTINCT FROM (NEW."severity") OR OLD."source_domains" IS DISTINCT FROM (NEW."source_domains") OR OLD."speaker_key" IS DISTINCT FROM (NEW."speaker_key") OR OLD."verdict_id" IS DISTINCT FROM (NEW."verdict_id") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='9f409569d623c6243b96a0edf8fd4df403b249c5', operation='UPDATE', pgid='pgtrigger_frozen_537f0', table='annotations_publishedclaim', when='BEFORE')),
        ),
    ]
