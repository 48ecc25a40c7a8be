"""Text messages to people without an account: one gateway, named by the setting SMS, "" for none."""

from django.conf import settings
from django.utils.module_loading import import_string

from minqiao.kit.sealed import mask

CONSOLE = "console"


def is_on() -> bool:
    """Whether text messages can be sent here."""
    return bool(settings.SMS)


def send(phone, words):
    """Hand a message to the gateway. Raises OSError when it does not take it.

    The gateway is the console, or a function (phone, words) of the operator's, named by its dotted path.
    """
    gateway = console if settings.SMS == CONSOLE else import_string(settings.SMS)
    gateway(phone, words)


def console(phone, words):
    """The gateway of a demo: what would be sent stands on the server's own output."""
    print(f"短信 {mask(phone)}：{words}", flush=True)
