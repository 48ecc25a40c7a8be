"""Django's name plate."""

from django.apps import AppConfig


class SuggestionsConfig(AppConfig):
    name = "minqiao.duties.suggestions"
    verbose_name = "代表建议"
    default_auto_field = "django.db.models.BigAutoField"
