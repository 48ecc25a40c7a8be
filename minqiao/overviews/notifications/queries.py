"""Reading messages."""

from minqiao.overviews.notifications.models import Message


def messages_of(user_id):
    """A person's messages, newest first."""
    return Message.objects.filter(user_id=user_id).order_by("-pk")


def unread_count(user_id, most=99):
    """How many are unread, counted no further than `most`."""
    return Message.objects.filter(user_id=user_id, read_at=None).values("pk")[:most].count()


def message(user_id, pk):
    """One of a person's own messages, or None."""
    return Message.objects.filter(user_id=user_id, pk=pk).first()
