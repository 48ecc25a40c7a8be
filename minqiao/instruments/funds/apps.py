"""Django's name plate."""

from django.apps import AppConfig


class FundsConfig(AppConfig):
    name = "minqiao.instruments.funds"
    label = "funds"
    verbose_name = "专项资金"
