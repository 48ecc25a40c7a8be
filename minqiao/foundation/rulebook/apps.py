"""Django's name plate."""

from django.apps import AppConfig


class RulebookConfig(AppConfig):
    name = "minqiao.foundation.rulebook"
    verbose_name = "规则"
    default_auto_field = "django.db.models.BigAutoField"
