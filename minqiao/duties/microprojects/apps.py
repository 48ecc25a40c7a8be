"""Django's name plate."""

from django.apps import AppConfig


class MicroprojectsConfig(AppConfig):
    name = "minqiao.duties.microprojects"
    verbose_name = "民生微实事"
    default_auto_field = "django.db.models.BigAutoField"
