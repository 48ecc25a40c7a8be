"""Django's name plate; brings in the health checks and the receivers of sign-ins."""

from importlib import import_module

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "minqiao.config"
    verbose_name = "系统"

    def ready(self):
        import_module("minqiao.config.checks")
        import_module("axes.signals")  # axes counts a failure before it is noted
        import_module("minqiao.config.signin")
