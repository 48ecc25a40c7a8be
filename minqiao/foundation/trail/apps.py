"""Django's name plate."""

from django.apps import AppConfig


class TrailConfig(AppConfig):
    name = "minqiao.foundation.trail"
    verbose_name = "留痕"
    default_auto_field = "django.db.models.BigAutoField"
