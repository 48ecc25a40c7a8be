"""Reading the trail: of one case for its page, of everything for the auditor and for `verify`."""

from minqiao.foundation.trail.models import Event, Head
from minqiao.foundation.trail.rules import GENESIS, first_fault


def events_of(case_type, case_id):
    """All acts on a case and on what belongs to it, oldest first."""
    return Event.objects.filter(case_type=case_type, case_id=case_id).order_by("seq")


def fault_in_trail():
    """The first fault of the whole chain in words, or ""."""
    head = Head.objects.filter(pk=1).first()
    events = Event.objects.order_by("pk").iterator(chunk_size=5000)
    return first_fault(events, head.last_seq if head else 0, head.last_hash if head else GENESIS)
