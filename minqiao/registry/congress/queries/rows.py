"""The register as rows of a spreadsheet, and what many rows need to know at once."""

from collections import defaultdict

from minqiao.kit.sealed import mask
from minqiao.registry.areas.queries import gazetteer
from minqiao.registry.congress.choices import Level
from minqiao.registry.congress.models import Congress, Delegation, Deputy, Mandate
from minqiao.registry.congress.queries.bodies import managed_congress_ids
from minqiao.registry.congress.rules import masked_address

LEVELS = dict(Level.choices)


class DeputyLookups:
    """Congresses, delegations, deputies and mandates in hand, so that a row costs no look-up."""

    def __init__(self):
        self.places = gazetteer()
        self.congresses = defaultdict(list)
        for congress in Congress.objects.all():
            self.congresses[congress.name].append(congress)
        self.delegations = {
            (congress_id, name): pk
            for pk, congress_id, name in Delegation.objects.values_list("pk", "congress_id", "name")
        }
        self.deputies = {deputy.code: deputy for deputy in Deputy.objects.select_related("user")}
        self.mandates, self.certificates = {}, {}
        for mandate in Mandate.objects.iterator(chunk_size=2000):
            self.keep(mandate)
        self._managed = {}

    def keep(self, mandate):
        """Take in a mandate once it is written."""
        self.mandates[(mandate.deputy_id, mandate.congress_id)] = mandate
        self.certificates[(mandate.congress_id, mandate.certificate_no)] = mandate.deputy_id

    def manages(self, actor, congress_id):
        """Whether this actor's office keeps the register of a congress."""
        if actor.capacity_id not in self._managed:
            self._managed[actor.capacity_id] = managed_congress_ids(actor)
        return congress_id in self._managed[actor.capacity_id]


def deputy_lookups():
    """Everything in hand, once for a whole import."""
    return DeputyLookups()


def deputy_rows(actor):
    """One row per mandate. Phone and address in full only for the office that may see them."""
    found = Mandate.objects.select_related("deputy", "congress", "delegation").order_by("pk")
    if actor.role == "deputy_affairs":
        found = found.filter(congress_id__in=managed_congress_ids(actor))
    full = actor.role in ("deputy_affairs", "clock")
    for mandate in found.iterator(chunk_size=1000):
        yield _row(mandate, mandate.deputy, full)


def _row(mandate, deputy, full):
    return {
        "code": deputy.code,
        "name": deputy.name,
        "sex": deputy.sex,
        "nationality": deputy.nationality,
        "birth_year": deputy.birth_year,
        "post": deputy.post,
        "phone": deputy.phone if full else mask(deputy.phone),
        "address": deputy.address if full else masked_address(deputy.address),
        "congress": mandate.congress.name,
        "level": LEVELS[mandate.congress.level],
        "delegation": mandate.delegation.name if mandate.delegation else "",
        "certificate_no": mandate.certificate_no,
        "area": mandate.area_id or "",
        "is_committee_member": mandate.is_committee_member,
        "is_chairs_council": mandate.is_chairs_council,
        "starts_on": mandate.starts_on,
    }
