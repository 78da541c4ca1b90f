"""Published claims are found by their words, whole or mistyped."""

from dataclasses import asdict

import django.contrib.postgres.indexes
import pgtrigger.compiler
import pgtrigger.migrations
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models

from annotations.filter_keys import search_keys
from annotations.documents.public_document import PublicDocument, read_document


def fill(apps, schema_editor):
    """Take the words from the stored documents; a tombstone keeps those of what it took back."""
    rows = apps.get_model("annotations", "PublishedClaim").objects
    keys, of = {}, None
    for row in rows.order_by("claim_id", "version").iterator():
        document = read_document(row.document)
        if isinstance(document, PublicDocument):
            keys, of = asdict(search_keys(document)), row.claim_id
        if keys and of == row.claim_id:
            rows.filter(pk=row.pk).update(**keys)


class Migration(migrations.Migration):

    dependencies = [
        ('annotations', '0009_readers_report_errors'),
    ]

    operations = [
        TrigramExtension(),
        pgtrigger.migrations.RemoveTrigger(
            model_name='publishedclaim',
            name='frozen',
        ),
        migrations.AddField(
            model_name='publishedclaim',
            name='claim_key',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='publishedclaim',
            name='search_key',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name='publishedclaim',
            index=django.contrib.postgres.indexes.GinIndex(condition=models.Q(('is_current', True)), fields=['search_key'], name='published_trigrams', opclasses=['gin_trgm_ops']),
        ),
        migrations.AddIndex(
            model_name='publishedclaim',
            index=django.contrib.postgres.indexes.HashIndex(fields=['claim_key'], name='published_claim_key'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publishedclaim',
            trigger=pgtrigger.compiler.Trigger(name='frozen', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."act" IS DISTINCT FROM (NEW."act") OR OLD."body" IS DISTINCT FROM (NEW."body") OR OLD."claim_id" IS DISTINCT FROM (NEW."claim_id") OR OLD."claim_key" IS DISTINCT FROM (NEW."claim_key") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."document" IS DISTINCT FROM (NEW."document") OR OLD."entity_keys" IS DISTINCT FROM (NEW."entity_keys") OR OLD."etag" IS DISTINCT FROM (NEW."etag") OR OLD."first_published_at" IS DISTINCT FROM (NEW."first_published_at") OR OLD."headline" IS DISTINCT FROM (NEW."headline") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."notice" IS DISTINCT FROM (NEW."notice") OR OLD."published_by_id" IS DISTINCT FROM (NEW."published_by_id") OR OLD."publisher_key" IS DISTINCT FROM (NEW."publisher_key") OR OLD."rating_key" IS DISTINCT FROM (NEW."rating_key") OR OLD."search" IS DISTINCT FROM (NEW."search") OR OLD."search_key" IS DISTINCT FROM (NEW."search_key") OR OLD."seq" IS DISTINCT FROM (NEW."seq") OR OLD."severity" IS DISTINCT FROM (NEW."severity") OR OLD."source_domains" IS DISTINCT FROM (NEW."source_domains") OR OLD."speaker_key" IS DISTINCT FROM (NEW."speaker_key") OR OLD."verdict_id" IS DISTINCT FROM (NEW."verdict_id") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='859a417c7089c03102fa179ebacd2a8d01d2bfc9', operation='UPDATE', pgid='pgtrigger_frozen_537f0', table='annotations_publishedclaim', when='BEFORE')),
        ),
    ]
