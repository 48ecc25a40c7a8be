"""Django's name plate."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "minqiao.overviews.portal"
    verbose_name = "公开"
    default_auto_field = "django.db.models.BigAutoField"
