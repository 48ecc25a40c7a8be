"""Django's name plate."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "minqiao.overviews.notifications"
    verbose_name = "消息"
    default_auto_field = "django.db.models.BigAutoField"
