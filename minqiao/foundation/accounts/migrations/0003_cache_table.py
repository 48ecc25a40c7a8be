from django.core.management import call_command
from django.db import migrations


def create(apps, schema_editor):
    """The table of Django's database cache: limits on sign-ins count over all processes and machines."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_one_user_per_name_in_any_case")]

    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
