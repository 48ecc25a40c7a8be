"""What waits for a person in all rooms, and the figures of all rooms."""

from minqiao.kit.mechanism import mechanisms


def waiting(actor, today):
    """All acts that wait for the actor, over all rooms, the most urgent first."""
    found = [item for room in mechanisms() if room.web.inbox for item in room.web.inbox(actor, today)]
    return sorted(found, key=lambda item: (item.due_on is None, item.due_on or today))


def raised(actor, today):
    """(room's label, what the actor raised there) for each room where there is something."""
    found = [(room.label, room.web.mine(actor, today)) for room in mechanisms() if room.web.mine]
    return [(label, items) for label, items in found if items]


def fronts(actor, now):
    """The blocks of an office's first page, of the rooms that have something for it to look after."""
    found = [room.web.front(actor, now) for room in mechanisms() if room.web.front]
    return [block for block in found if block]


def figures(actor, today):
    """(room's label, its figures) for each room that counts something."""
    return [(room.label, figure(actor, today)) for room in mechanisms() for figure in room.web.figures]
