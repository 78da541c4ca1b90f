"""What editors wrote about the right of reply in drafts becomes rows of the log, every version."""

from django.db import migrations


def carry_over(apps, schema_editor):
    """One request a draft, with neither name nor moment; each wording of it is an outcome."""
    events = apps.get_model("annotations", "PublicationDraftEvent")
    request = apps.get_model("annotations", "ReplyRequest")
    outcome = apps.get_model("annotations", "ReplyOutcome")
    drafts = apps.get_model("annotations", "PublicationDraft").objects.all()
    for draft in drafts.iterator():
        told, wordings = "", []
        for event in events.objects.filter(pgh_obj_id=draft.pk).order_by("pgh_id"):
            words = event.right_of_reply.strip()
            if words and words != told:
                wordings.append((words, event.updated_by_id, event.pgh_created_at))
            told = words or told
        now = draft.right_of_reply.strip()
        if now and (not wordings or wordings[-1][0] != now):
            wordings.append((now, draft.updated_by_id, draft.updated_at))
        if not wordings:
            continue
        row = request.objects.create(
            claim_id=draft.pk, written_by_id=wordings[0][1], created_at=wordings[0][2]
        )
        for words, by, at in wordings:
            outcome.objects.create(
                request=row, outcome="told", words=words, written_by_id=by, created_at=at
            )
        if not now:  # written once and taken out again
            outcome.objects.create(
                request=row, outcome="struck", words="—", written_by_id=draft.updated_by_id
            )


class Migration(migrations.Migration):
    dependencies = [("annotations", "0016_requests_for_a_reply_are_logged")]
    operations = [migrations.RunPython(carry_over, migrations.RunPython.noop)]
