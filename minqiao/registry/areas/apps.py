"""Django's name plate."""

from django.apps import AppConfig


class AreasConfig(AppConfig):
    name = "minqiao.registry.areas"
    verbose_name = "行政区划"
    default_auto_field = "django.db.models.BigAutoField"
