"""Promises made before the ledger: the day they were given for, and when their first report is due."""

from django.db import migrations
from django.db.models import F

from minqiao.kit.deadlines import add_months

QUARTER = 3


def into_the_ledger(apps, schema_editor):
    """The first date is the one that stands; of issued letters the first quarter counts from the reply."""
    rows = apps.get_model("suggestions", "Commitment").objects
    rows.update(first_due_on=F("due_on"))
    for row in rows.filter(state="tracking", reply__issued_on__isnull=False).select_related("reply"):
        rows.filter(pk=row.pk).update(report_due_on=add_months(row.reply.issued_on, QUARTER))


class Migration(migrations.Migration):
    dependencies = [
        ("suggestions", "0009_promises_are_tracked"),
    ]

    operations = [migrations.RunPython(into_the_ledger, migrations.RunPython.noop)]
