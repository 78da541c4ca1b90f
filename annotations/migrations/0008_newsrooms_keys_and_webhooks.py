"""Newsrooms with their API keys, and webhooks with their outbox."""

import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('annotations', '0007_claims_are_assigned'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ApiKey',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('prefix', models.CharField(max_length=8, unique=True, verbose_name='beginning')),
                ('digest', models.CharField(max_length=64)),
                ('scopes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('read:verified', 'read verified claims and feeds'), ('match', 'match texts against verified claims'), ('export', 'export all verified claims'), ('webhooks', 'manage webhooks'), ('desk:read', 'read the desk on your behalf'), ('desk:write', 'work at the desk on your behalf'), ('annotations:write', 'write Web Annotations on your behalf')], max_length=20), size=None, verbose_name='scopes')),
                ('per_minute', models.PositiveIntegerField(blank=True, null=True, verbose_name='requests a minute')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='made at')),
                ('expires_at', models.DateTimeField(blank=True, null=True, verbose_name='expires at')),
                ('revoked_at', models.DateTimeField(blank=True, null=True, verbose_name='revoked at')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='acts for')),
            ],
            options={
                'verbose_name': 'API key',
                'verbose_name_plural': 'API keys',
                'ordering': ['-created_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Newsroom',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120, unique=True, verbose_name='name')),
                ('website', models.URLField(max_length=500, verbose_name='website')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='registered at')),
                ('approved_at', models.DateTimeField(blank=True, null=True, verbose_name='approved at')),
                ('approved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'newsroom',
                'verbose_name_plural': 'newsrooms',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='ApiKeyEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('prefix', models.CharField(max_length=8, verbose_name='beginning')),
                ('scopes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('read:verified', 'read verified claims and feeds'), ('match', 'match texts against verified claims'), ('export', 'export all verified claims'), ('webhooks', 'manage webhooks'), ('desk:read', 'read the desk on your behalf'), ('desk:write', 'work at the desk on your behalf'), ('annotations:write', 'write Web Annotations on your behalf')], max_length=20), size=None, verbose_name='scopes')),
                ('per_minute', models.PositiveIntegerField(blank=True, null=True, verbose_name='requests a minute')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='made at')),
                ('expires_at', models.DateTimeField(blank=True, null=True, verbose_name='expires at')),
                ('revoked_at', models.DateTimeField(blank=True, null=True, verbose_name='revoked at')),
                ('owner', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='acts for')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='annotations.apikey')),
                ('newsroom', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='annotations.newsroom')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='apikey',
            name='newsroom',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='keys', to='annotations.newsroom'),
        ),
        migrations.CreateModel(
            name='NewsroomEditor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('newsroom', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='editors', to='annotations.newsroom')),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='newsroom_editor', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'newsroom’s editor',
                'verbose_name_plural': 'newsrooms’ editors',
            },
        ),
        migrations.CreateModel(
            name='NewsroomEditorEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('newsroom', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='annotations.newsroom')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='annotations.newsroomeditor')),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='NewsroomEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('website', models.URLField(max_length=500, verbose_name='website')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='registered at')),
                ('approved_at', models.DateTimeField(blank=True, null=True, verbose_name='approved at')),
                ('approved_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('created_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='annotations.newsroom')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='WebhookDelivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.CharField(choices=[('claim.published', 'a claim was published'), ('claim.corrected', 'a published claim was corrected'), ('claim.withdrawn', 'a published claim was withdrawn'), ('webhook.test', 'a test')], max_length=20, verbose_name='event')),
                ('delivery_state', models.CharField(choices=[('waiting', 'waiting'), ('delivered', 'delivered'), ('given_up', 'given up')], default='waiting', max_length=10, verbose_name='delivery state')),
                ('tries', models.PositiveSmallIntegerField(default=0, verbose_name='attempts')),
                ('due_at', models.DateTimeField(verbose_name='due at')),
                ('lease_until', models.DateTimeField(blank=True, null=True)),
                ('created_at', models.DateTimeField(verbose_name='queued at')),
                ('settled_at', models.DateTimeField(blank=True, null=True, verbose_name='settled at')),
                ('published', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='annotations.publishedclaim')),
                ('queued_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'webhook delivery',
                'verbose_name_plural': 'webhook deliveries',
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='WebhookAttempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('started_at', models.DateTimeField(verbose_name='tried at')),
                ('milliseconds', models.PositiveIntegerField(verbose_name='milliseconds')),
                ('http_status', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='HTTP status')),
                ('problem', models.CharField(blank=True, max_length=40, verbose_name='problem')),
                ('answer', models.TextField(blank=True, verbose_name='answer')),
                ('delivery', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attempts', to='annotations.webhookdelivery')),
            ],
            options={
                'verbose_name': 'attempt to deliver',
                'verbose_name_plural': 'attempts to deliver',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='WebhookEndpoint',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('url', models.URLField(max_length=2000, verbose_name='address')),
                ('description', models.CharField(blank=True, max_length=200, verbose_name='description')),
                ('event_types', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('claim.published', 'a claim was published'), ('claim.corrected', 'a published claim was corrected'), ('claim.withdrawn', 'a published claim was withdrawn'), ('webhook.test', 'a test')], max_length=20), size=None, verbose_name='events')),
                ('version', models.PositiveIntegerField(default=1)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='made at')),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('paused_at', models.DateTimeField(blank=True, null=True, verbose_name='paused at')),
                ('disabled_at', models.DateTimeField(blank=True, null=True, verbose_name='disabled at')),
                ('disabled_reason', models.CharField(blank=True, choices=[('gone', 'the server answered 410 Gone'), ('failing', 'nothing got through for days')], max_length=10, verbose_name='why it is disabled')),
                ('removed_at', models.DateTimeField(blank=True, null=True, verbose_name='removed at')),
                ('not_before', models.DateTimeField(blank=True, null=True)),
                ('woken_at', models.DateTimeField(blank=True, null=True)),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('newsroom', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='endpoints', to='annotations.newsroom')),
            ],
            options={
                'verbose_name': 'webhook',
                'verbose_name_plural': 'webhooks',
                'ordering': ['-created_at', 'id'],
            },
        ),
        migrations.AddField(
            model_name='webhookdelivery',
            name='endpoint',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='annotations.webhookendpoint'),
        ),
        migrations.CreateModel(
            name='WebhookEndpointEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('url', models.URLField(max_length=2000, verbose_name='address')),
                ('description', models.CharField(blank=True, max_length=200, verbose_name='description')),
                ('event_types', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('claim.published', 'a claim was published'), ('claim.corrected', 'a published claim was corrected'), ('claim.withdrawn', 'a published claim was withdrawn'), ('webhook.test', 'a test')], max_length=20), size=None, verbose_name='events')),
                ('version', models.PositiveIntegerField(default=1)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='made at')),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('paused_at', models.DateTimeField(blank=True, null=True, verbose_name='paused at')),
                ('disabled_at', models.DateTimeField(blank=True, null=True, verbose_name='disabled at')),
                ('disabled_reason', models.CharField(blank=True, choices=[('gone', 'the server answered 410 Gone'), ('failing', 'nothing got through for days')], max_length=10, verbose_name='why it is disabled')),
                ('removed_at', models.DateTimeField(blank=True, null=True, verbose_name='removed at')),
                ('created_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('newsroom', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='annotations.newsroom')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='annotations.webhookendpoint')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='WebhookSecret',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sealed', models.TextField()),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('expires_at', models.DateTimeField(blank=True, null=True)),
                ('endpoint', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='secrets', to='annotations.webhookendpoint')),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='WebhookSecretEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('expires_at', models.DateTimeField(blank=True, null=True)),
                ('endpoint', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='annotations.webhookendpoint')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='annotations.webhooksecret')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ApiKeyUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('requests', models.PositiveBigIntegerField()),
                ('last_used_at', models.DateTimeField()),
                ('key', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='uses', to='annotations.apikey')),
            ],
            options={
                'verbose_name': 'use of a key',
                'verbose_name_plural': 'uses of keys',
                'ordering': ['-day'],
                'constraints': [models.UniqueConstraint(fields=('key', 'day'), name='key_use_once_a_day')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='newsroom',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "annotations_newsroomevent" ("approved_at", "approved_by_id", "created_at", "created_by_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "website") VALUES (NEW."approved_at", NEW."approved_by_id", NEW."created_at", NEW."created_by_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."website"); RETURN NULL;', hash='798ea8713f3f34a8b0ff091aa605b1eb624d97d1', operation='INSERT', pgid='pgtrigger_insert_insert_415c6', table='annotations_newsroom', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='newsroom',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "annotations_newsroomevent" ("approved_at", "approved_by_id", "created_at", "created_by_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "website") VALUES (NEW."approved_at", NEW."approved_by_id", NEW."created_at", NEW."created_by_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."website"); RETURN NULL;', hash='50d7a308bd547f73475d2c92e0a99b5f2333fef3', operation='UPDATE', pgid='pgtrigger_update_update_3393e', table='annotations_newsroom', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='newsroom',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "annotations_newsroomevent" ("approved_at", "approved_by_id", "created_at", "created_by_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "website") VALUES (OLD."approved_at", OLD."approved_by_id", OLD."created_at", OLD."created_by_id", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."website"); RETURN NULL;', hash='8f9f0217a5ebfb51647c9cabd1c59690e39bf04e', operation='DELETE', pgid='pgtrigger_delete_delete_83b67', table='annotations_newsroom', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='apikeyevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='816a1743690ddb687abc078affa63081c8e92890', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_632f8', table='annotations_apikeyevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='apikey',
            constraint=models.CheckConstraint(condition=models.Q(('per_minute', None), ('per_minute__gt', 0), _connector='OR'), name='key_limit_positive'),
        ),
        migrations.AddConstraint(
            model_name='apikey',
            constraint=models.CheckConstraint(condition=models.Q(('scopes', []), _negated=True), name='key_has_scope'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='apikey',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "annotations_apikeyevent" ("created_at", "expires_at", "id", "name", "newsroom_id", "owner_id", "per_minute", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "revoked_at", "scopes") VALUES (NEW."created_at", NEW."expires_at", NEW."id", NEW."name", NEW."newsroom_id", NEW."owner_id", NEW."per_minute", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."prefix", NEW."revoked_at", NEW."scopes"); RETURN NULL;', hash='155fc4e6c7c038e93e7d377a6ba5caa7476b0779', operation='INSERT', pgid='pgtrigger_insert_insert_51b5d', table='annotations_apikey', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='apikey',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."expires_at" IS DISTINCT FROM (NEW."expires_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."newsroom_id" IS DISTINCT FROM (NEW."newsroom_id") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."per_minute" IS DISTINCT FROM (NEW."per_minute") OR OLD."prefix" IS DISTINCT FROM (NEW."prefix") OR OLD."revoked_at" IS DISTINCT FROM (NEW."revoked_at") OR OLD."scopes" IS DISTINCT FROM (NEW."scopes"))', func='INSERT INTO "annotations_apikeyevent" ("created_at", "expires_at", "id", "name", "newsroom_id", "owner_id", "per_minute", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "revoked_at", "scopes") VALUES (NEW."created_at", NEW."expires_at", NEW."id", NEW."name", NEW."newsroom_id", NEW."owner_id", NEW."per_minute", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."prefix", NEW."revoked_at", NEW."scopes"); RETURN NULL;', hash='bf515b436e83e8ac8be03f3b568205aefb246e0b', operation='UPDATE', pgid='pgtrigger_update_update_c6432', table='annotations_apikey', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='apikey',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "annotations_apikeyevent" ("created_at", "expires_at", "id", "name", "newsroom_id", "owner_id", "per_minute", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "revoked_at", "scopes") VALUES (OLD."created_at", OLD."expires_at", OLD."id", OLD."name", OLD."newsroom_id", OLD."owner_id", OLD."per_minute", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."prefix", OLD."revoked_at", OLD."scopes"); RETURN NULL;', hash='f28984ff4ee38d2b1d3d5661946f4fa44d5f7bc3', operation='DELETE', pgid='pgtrigger_delete_delete_a2c26', table='annotations_apikey', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='newsroomeditor',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "annotations_newsroomeditorevent" ("id", "newsroom_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."id", NEW."newsroom_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."user_id"); RETURN NULL;', hash='b961a2868dc2c3634a89878ff3b6275d89e17196', operation='INSERT', pgid='pgtrigger_insert_insert_394da', table='annotations_newsroomeditor', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='newsroomeditor',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "annotations_newsroomeditorevent" ("id", "newsroom_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."id", NEW."newsroom_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."user_id"); RETURN NULL;', hash='fe95e67f8d9d0ca0a9480c088a37cbce2b0aba91', operation='UPDATE', pgid='pgtrigger_update_update_216fd', table='annotations_newsroomeditor', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='newsroomeditor',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "annotations_newsroomeditorevent" ("id", "newsroom_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (OLD."id", OLD."newsroom_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."user_id"); RETURN NULL;', hash='f381dcd283df8852c6ba10e5d3d19c3c000a1cfa', operation='DELETE', pgid='pgtrigger_delete_delete_ba2c7', table='annotations_newsroomeditor', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='newsroomeditorevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ffc8f209e6fc1ec498467b68ded3ed031e39b0e7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_aafbe', table='annotations_newsroomeditorevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='newsroomevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='19f88aa32b05521446971d8addb1cb96cdc361ba', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8a60d', table='annotations_newsroomevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='webhookattempt',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e6ccba7e9fdb8b4ffef95702fca77e63d83a83ab', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_af172', table='annotations_webhookattempt', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='webhookendpoint',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('disabled_at', None), ('disabled_reason', '')), models.Q(('disabled_at__isnull', False), models.Q(('disabled_reason', ''), _negated=True)), _connector='OR'), name='webhook_disabled_has_reason'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='webhookendpoint',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "annotations_webhookendpointevent" ("created_at", "created_by_id", "description", "disabled_at", "disabled_reason", "event_types", "id", "newsroom_id", "paused_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "updated_at", "url", "version") VALUES (NEW."created_at", NEW."created_by_id", NEW."description", NEW."disabled_at", NEW."disabled_reason", NEW."event_types", NEW."id", NEW."newsroom_id", NEW."paused_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."updated_at", NEW."url", NEW."version"); RETURN NULL;', hash='16fb5d7ad3436a9d400774f45312d1b4f6af9bd1', operation='INSERT', pgid='pgtrigger_insert_insert_a1dda', table='annotations_webhookendpoint', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='webhookendpoint',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."disabled_at" IS DISTINCT FROM (NEW."disabled_at") OR OLD."disabled_reason" IS DISTINCT FROM (NEW."disabled_reason") OR OLD."event_types" IS DISTINCT FROM (NEW."event_types") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."newsroom_id" IS DISTINCT FROM (NEW."newsroom_id") OR OLD."paused_at" IS DISTINCT FROM (NEW."paused_at") OR OLD."removed_at" IS DISTINCT FROM (NEW."removed_at") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at") OR OLD."url" IS DISTINCT FROM (NEW."url") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "annotations_webhookendpointevent" ("created_at", "created_by_id", "description", "disabled_at", "disabled_reason", "event_types", "id", "newsroom_id", "paused_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "updated_at", "url", "version") VALUES (NEW."created_at", NEW."created_by_id", NEW."description", NEW."disabled_at", NEW."disabled_reason", NEW."event_types", NEW."id", NEW."newsroom_id", NEW."paused_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."removed_at", NEW."updated_at", NEW."url", NEW."version"); RETURN NULL;', hash='ae1e8a26190b4a5c1eeb6e2ae8ef322b286d0323', operation='UPDATE', pgid='pgtrigger_update_update_09fd0', table='annotations_webhookendpoint', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='webhookendpoint',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "annotations_webhookendpointevent" ("created_at", "created_by_id", "description", "disabled_at", "disabled_reason", "event_types", "id", "newsroom_id", "paused_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "updated_at", "url", "version") VALUES (OLD."created_at", OLD."created_by_id", OLD."description", OLD."disabled_at", OLD."disabled_reason", OLD."event_types", OLD."id", OLD."newsroom_id", OLD."paused_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."removed_at", OLD."updated_at", OLD."url", OLD."version"); RETURN NULL;', hash='633894a1bc66ec0cae8d659a8fbddc97727b4f45', operation='DELETE', pgid='pgtrigger_delete_delete_d70e7', table='annotations_webhookendpoint', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='webhookdelivery',
            index=models.Index(condition=models.Q(('delivery_state', 'waiting')), fields=['due_at'], name='delivery_due'),
        ),
        migrations.AddIndex(
            model_name='webhookdelivery',
            index=models.Index(fields=['endpoint', '-id'], name='delivery_of_endpoint'),
        ),
        migrations.AddConstraint(
            model_name='webhookdelivery',
            constraint=models.UniqueConstraint(condition=models.Q(('delivery_state', 'waiting')), fields=('endpoint', 'published'), name='delivery_waits_once'),
        ),
        migrations.AddConstraint(
            model_name='webhookdelivery',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('delivery_state', 'waiting'), ('settled_at', None)), models.Q(models.Q(('delivery_state', 'waiting'), _negated=True), ('settled_at__isnull', False)), _connector='OR'), name='delivery_settled_has_moment'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='webhookendpointevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cd5d0e3d51ae2b9fe5bc17abd1821c68679ea19c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2cba8', table='annotations_webhookendpointevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='webhooksecret',
            constraint=models.UniqueConstraint(condition=models.Q(('expires_at', None)), fields=('endpoint',), name='webhook_one_newest_secret'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='webhooksecret',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "annotations_webhooksecretevent" ("created_at", "endpoint_id", "expires_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."created_at", NEW."endpoint_id", NEW."expires_at", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='e9f58ba59586c0475ffb11c184bcf8d9ccdebe69', operation='INSERT', pgid='pgtrigger_insert_insert_6cda2', table='annotations_webhooksecret', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='webhooksecret',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."endpoint_id" IS DISTINCT FROM (NEW."endpoint_id") OR OLD."expires_at" IS DISTINCT FROM (NEW."expires_at") OR OLD."id" IS DISTINCT FROM (NEW."id"))', func='INSERT INTO "annotations_webhooksecretevent" ("created_at", "endpoint_id", "expires_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."created_at", NEW."endpoint_id", NEW."expires_at", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='48190750c6613a2eb2b86ec60a3101243807797e', operation='UPDATE', pgid='pgtrigger_update_update_2b3de', table='annotations_webhooksecret', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='webhooksecret',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "annotations_webhooksecretevent" ("created_at", "endpoint_id", "expires_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."created_at", OLD."endpoint_id", OLD."expires_at", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='f7630b1fe430e2e9f7289ac9dabb140559ea4216', operation='DELETE', pgid='pgtrigger_delete_delete_8a06a', table='annotations_webhooksecret', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='webhooksecretevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='764dbff337a0dcbabbd7cdb4bc114e6e5d71bcfe', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_36a4d', table='annotations_webhooksecretevent', when='BEFORE')),
        ),
    ]
