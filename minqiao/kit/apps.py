"""Django's name plate: the kit has no tables, but templates and static files."""

from django.apps import AppConfig


class KitConfig(AppConfig):
    name = "minqiao.kit"
    verbose_name = "工具"
