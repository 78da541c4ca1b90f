"""Claims are compared with those published before."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('annotations', '0010_publications_are_found_by_their_words'),
        ('claims', '0004_claims_say_what_stays_open'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ClaimComparison',
            fields=[
                ('claim', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='claims.claim')),
                ('claim_version', models.PositiveIntegerField()),
                ('model', models.CharField(max_length=60)),
                ('seq', models.BigIntegerField()),
                ('compared_at', models.DateTimeField()),
            ],
            options={
                'verbose_name': 'comparison',
                'verbose_name_plural': 'comparisons',
            },
        ),
        migrations.CreateModel(
            name='ClaimMatch',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('score', models.FloatField(verbose_name='likeness')),
                ('model', models.CharField(max_length=60)),
                ('decision', models.CharField(blank=True, choices=[('same', 'the same claim'), ('different', 'another claim')], max_length=9, verbose_name='decision')),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': 'match',
                'verbose_name_plural': 'matches',
                'ordering': ['-score', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ClaimMatchEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('score', models.FloatField(verbose_name='likeness')),
                ('model', models.CharField(max_length=60)),
                ('decision', models.CharField(blank=True, choices=[('same', 'the same claim'), ('different', 'another claim')], max_length=9, verbose_name='decision')),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='claimmatch',
            name='claim',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='claims.claim'),
        ),
        migrations.AddField(
            model_name='claimmatch',
            name='decided_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='claimmatch',
            name='earlier',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='claims.claim'),
        ),
        migrations.AddField(
            model_name='claimmatch',
            name='published',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='annotations.publishedclaim'),
        ),
        migrations.AddField(
            model_name='claimmatchevent',
            name='claim',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='claims.claim'),
        ),
        migrations.AddField(
            model_name='claimmatchevent',
            name='decided_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='claimmatchevent',
            name='earlier',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='claims.claim'),
        ),
        migrations.AddField(
            model_name='claimmatchevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='claimmatchevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='annotations.claimmatch'),
        ),
        migrations.AddField(
            model_name='claimmatchevent',
            name='published',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='annotations.publishedclaim'),
        ),
        migrations.AddConstraint(
            model_name='claimmatch',
            constraint=models.UniqueConstraint(fields=('claim', 'earlier'), name='match_once_a_pair'),
        ),
        migrations.AddConstraint(
            model_name='claimmatch',
            constraint=models.CheckConstraint(condition=models.Q(('claim', models.F('earlier')), _negated=True), name='match_of_another_claim'),
        ),
        migrations.AddConstraint(
            model_name='claimmatch',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('decided_by', None), ('decision', '')), models.Q(models.Q(('decision', ''), _negated=True), ('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='match_decision_has_person'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claimmatch',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "annotations_claimmatchevent" ("claim_id", "created_at", "decided_at", "decided_by_id", "decision", "earlier_id", "id", "model", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_id", "score") VALUES (NEW."claim_id", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."decision", NEW."earlier_id", NEW."id", NEW."model", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_id", NEW."score"); RETURN NULL;', hash='8e4b4e6cc2e53014d1853946280e2acaa3d61a72', operation='INSERT', pgid='pgtrigger_insert_insert_23c7c', table='annotations_claimmatch', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claimmatch',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "annotations_claimmatchevent" ("claim_id", "created_at", "decided_at", "decided_by_id", "decision", "earlier_id", "id", "model", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_id", "score") VALUES (NEW."claim_id", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."decision", NEW."earlier_id", NEW."id", NEW."model", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_id", NEW."score"); RETURN NULL;', hash='4d3cd0e0180ef3393b2e8e66b0b76a5a1dd17c08', operation='UPDATE', pgid='pgtrigger_update_update_868c4', table='annotations_claimmatch', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claimmatch',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "annotations_claimmatchevent" ("claim_id", "created_at", "decided_at", "decided_by_id", "decision", "earlier_id", "id", "model", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_id", "score") VALUES (OLD."claim_id", OLD."created_at", OLD."decided_at", OLD."decided_by_id", OLD."decision", OLD."earlier_id", OLD."id", OLD."model", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_id", OLD."score"); RETURN NULL;', hash='1d43fbeba5218c04fbcc65b6cda709437cd90f45', operation='DELETE', pgid='pgtrigger_delete_delete_4cc7e', table='annotations_claimmatch', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claimmatchevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9e25410bde59aeaa632727f2c9d9e655fa1ce29f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_00d95', table='annotations_claimmatchevent', when='BEFORE')),
        ),
    ]
