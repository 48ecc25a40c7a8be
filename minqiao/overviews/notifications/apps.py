"""Django's name plate; here the one listener of the house's one signal is connected."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "minqiao.overviews.notifications"
    verbose_name = "消息"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from minqiao.foundation.trail.actions import recorded
        from minqiao.overviews.notifications.actions import write_messages

        recorded.connect(write_messages, dispatch_uid="notifications")
