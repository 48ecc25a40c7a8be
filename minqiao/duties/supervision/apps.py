"""Django's name plate."""

from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    name = "minqiao.duties.supervision"
    verbose_name = "督办"
    default_auto_field = "django.db.models.BigAutoField"
