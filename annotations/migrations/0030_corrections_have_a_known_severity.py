"""A correction is minor or significant in the database too: clients rely on these two words."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('annotations', '0029_words_like_those_typed_are_planned_once'),
        ('claims', '0004_claims_say_what_stays_open'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='publishedclaim',
            name='published_change_has_notice',
        ),
        migrations.AddConstraint(
            model_name='publishedclaim',
            constraint=models.CheckConstraint(condition=models.Q(('act', 'published'), models.Q(('act', 'withdrawn'), models.Q(('notice', ''), _negated=True)), models.Q(('act', 'corrected'), models.Q(('notice', ''), _negated=True), ('severity__in', ['minor', 'significant'])), _connector='OR'), name='published_change_has_notice'),
        ),
    ]
