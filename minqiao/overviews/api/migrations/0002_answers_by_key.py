"""An Idempotency-Key stands for one request, whatever its address: the request's digest is kept beside it."""

from django.db import migrations, models


def clear(apps, schema_editor):
    apps.get_model("api", "Answered").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("api", "0001_initial")]

    operations = [
        migrations.RunPython(clear, migrations.RunPython.noop),
        migrations.RemoveConstraint(model_name="answered", name="one_answer_per_key"),
        migrations.RemoveField(model_name="answered", name="path"),
        migrations.AddField(
            model_name="answered",
            name="digest",
            field=models.CharField(default="", max_length=64, verbose_name="请求摘要"),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="answered",
            name="at",
            field=models.DateTimeField(db_index=True, verbose_name="时间"),
        ),
        migrations.AddConstraint(
            model_name="answered",
            constraint=models.UniqueConstraint(fields=("who", "key"), name="one_answer_per_key"),
        ),
    ]
