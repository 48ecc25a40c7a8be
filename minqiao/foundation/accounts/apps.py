"""Django's name plate."""

from django.apps import AppConfig


class UsersConfig(AppConfig):
    name = "minqiao.foundation.accounts"
    verbose_name = "账号与职务"
    default_auto_field = "django.db.models.BigAutoField"
