"""Reading messages."""

from django.db.models import Count, IntegerField, Subquery
from django.db.models.functions import Coalesce

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


def unread_of(user):
    """The number of unread messages as an expression; `user` is an OuterRef to the user's id."""
    rows = Message.objects.filter(user_id=user, read_at=None).order_by().values("user_id")
    counted = rows.annotate(found=Count("pk")).values("found")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
