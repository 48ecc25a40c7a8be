"""The four years that come with the product, after the State Council's notices."""

import csv
from pathlib import Path

from django.db import migrations
from django.utils import timezone

SHIPPED = Path(__file__).resolve().parents[1] / "data" / "workdays_2023_2026.csv"
NOTICES = {
    2023: "国办发明电〔2022〕16号",
    2024: "国办发明电〔2023〕7号",
    2025: "国办发明电〔2024〕12号",
    2026: "国办发明电〔2025〕7号",
}


def load(apps, schema_editor):
    """Every day of the shipped file, and one row per year with its notice."""
    Day, Year = apps.get_model("workdays", "Day"), apps.get_model("workdays", "Year")
    with SHIPPED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    Day.objects.bulk_create(
        Day(date=row["date"], is_workday=row["is_workday"] == "1", kind=row["kind"], holiday=row["holiday"])
        for row in rows
    )
    Year.objects.bulk_create(
        Year(
            year=year,
            source=f"国务院办公厅关于{year}年部分节假日安排的通知（{number}）",
            imported_at=timezone.now(),
            imported_by="随系统提供",
        )
        for year, number in NOTICES.items()
    )


def clear(apps, schema_editor):
    """Back to an empty calendar."""
    apps.get_model("workdays", "Day").objects.all().delete()
    apps.get_model("workdays", "Year").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("workdays", "0001_days")]

    operations = [migrations.RunPython(load, clear)]
