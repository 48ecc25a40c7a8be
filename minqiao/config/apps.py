"""Django's name plate; brings in the health checks."""

from importlib import import_module

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "minqiao.config"
    verbose_name = "系统"

    def ready(self):
        import_module("minqiao.config.checks")
