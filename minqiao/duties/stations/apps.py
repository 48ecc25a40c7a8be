"""Django's name plate."""

from django.apps import AppConfig


class StationsConfig(AppConfig):
    name = "minqiao.duties.stations"
    verbose_name = "代表联络站"
    default_auto_field = "django.db.models.BigAutoField"
