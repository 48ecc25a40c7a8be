"""Django's name plate."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "minqiao.config"
    verbose_name = "系统"
