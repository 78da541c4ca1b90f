"""Say of every kept copy how far its words were read; PDFs wait for a worker, which reads them now."""

from django.db import migrations


def fill(apps, schema_editor):
    """Copies with words were read whole; PDFs kept without words are taken up by the sweep."""
    kept = apps.get_model("annotations", "ArchivedCopy").objects.filter(copy_state="kept")
    kept.exclude(text="").update(text_state="read")
    kept.filter(text="", content_type="application/pdf").update(text_state="waiting", attempts=0)


class Migration(migrations.Migration):
    dependencies = [("annotations", "0014_sources_come_by_file")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
