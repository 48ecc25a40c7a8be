"""Django's name plate."""

from django.apps import AppConfig


class DashboardsConfig(AppConfig):
    name = "minqiao.overviews.dashboards"
    verbose_name = "工作台"
    default_auto_field = "django.db.models.BigAutoField"
