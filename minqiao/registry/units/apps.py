"""Django's name plate."""

from django.apps import AppConfig


class UnitsConfig(AppConfig):
    name = "minqiao.registry.units"
    verbose_name = "承办单位"
    default_auto_field = "django.db.models.BigAutoField"
