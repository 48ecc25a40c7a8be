"""The checklist of three kinds: what there is, what is public, what is in place, what is regular."""

from django.db import migrations

GROUPS = {
    "五有": ("有固定场所", "有统一标识", "有必要设施", "有工作人员", "有经费保障"),
    "五公开": ("代表信息公开", "接待日程公开", "办理流程公开", "工作制度公开", "意见办理结果公开"),
    "五到位": ("接待登记到位", "分流交办到位", "跟踪督促到位", "答复反馈到位", "资料归档到位"),
    "五经常": ("经常接待群众", "经常走访选民", "经常学习交流", "经常视察调研", "经常宣传法律政策"),
}


def load(apps, editor):
    table = apps.get_model("stations", "CheckItem")
    lines = [(group, words) for group, several in GROUPS.items() for words in several]
    for kind in ("station", "room", "industry"):
        for position, (group, words) in enumerate(lines, 1):
            facts = {"group": group, "points": 5, "position": position}
            table.objects.update_or_create(kind_id=kind, words=words, defaults=facts)


def unload(apps, editor):
    apps.get_model("stations", "CheckItem").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("stations", "0004_inspections_and_model_places")]
    operations = [migrations.RunPython(load, unload)]
