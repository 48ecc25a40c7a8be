from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("trail", "0001_initial")]

    operations = [
        migrations.AlterModelOptions(
            name="head",
            options={"verbose_name": "留痕总账", "verbose_name_plural": "留痕总账"},
        ),
    ]
