"""Django's name plate."""

from django.apps import AppConfig


class BallotsConfig(AppConfig):
    name = "minqiao.instruments.ballots"
    label = "ballots"
    verbose_name = "票决"
