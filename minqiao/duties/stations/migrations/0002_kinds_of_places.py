"""The tree of kinds in Guizhou: a station in the township, a room in the village, by trade, online."""

from django.db import migrations

KINDS = (
    ("station", "乡镇（街道）代表联络站", "站", None, False, 5),
    ("room", "村（社区）代表联络室", "室", "station", False, 5),
    ("industry", "行业代表联络站", "行业站", None, False, 1),
    ("online", "网上代表联络站", "网上站", "station", True, 0),
)


def load(apps, editor):
    table = apps.get_model("stations", "Kind")
    for position, (code, name, short_name, under, is_online, slots) in enumerate(KINDS, 1):
        words = {"name": name, "short_name": short_name, "under_id": under, "is_online": is_online}
        table.objects.update_or_create(
            code=code, defaults={**words, "model_slots": slots, "position": position}
        )


def unload(apps, editor):
    apps.get_model("stations", "Kind").objects.filter(code__in=[row[0] for row in KINDS]).delete()


class Migration(migrations.Migration):
    dependencies = [("stations", "0001_places_and_opinions")]
    operations = [migrations.RunPython(load, unload)]
