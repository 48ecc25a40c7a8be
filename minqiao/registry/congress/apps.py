"""Django's name plate."""

from django.apps import AppConfig


class CongressConfig(AppConfig):
    name = "minqiao.registry.congress"
    verbose_name = "人大机构与代表"
    default_auto_field = "django.db.models.BigAutoField"
