"""What the page of a suggestion shows: the whole, and each unit's part in it."""

from dataclasses import dataclass, field

from minqiao.duties.suggestions.models import Handling, Suggestion
from minqiao.duties.suggestions.rules.telling import ASIDE


@dataclass
class Part:
    """One unit's handling as the actor may read it; what is hidden is None, with the reason beside it."""

    row: Handling
    light: object
    contacts: list = field(default_factory=list)
    opinion: object = None
    reply: object = None
    promises: list = field(default_factory=list)
    evaluation: object = None
    evaluation_hidden: str = ""
    objection: str = ""
    steps: list = field(default_factory=list)
    returns: list = field(default_factory=list)
    age: int = 0  # days since the first assignment
    earlier: list = field(default_factory=list)
    study: object = None
    tracked: list = field(default_factory=list)  # promises of issued letters, each with its light
    callback: object = None


@dataclass
class CaseFile:
    """A suggestion's page: the text, the people, the parts, the trail, the steps."""

    suggestion: Suggestion
    proposer: str
    delegation: str
    signings: list
    parts: list[Part]
    events: list
    papers: list
    attachments: list
    light: object
    steps: list
    may_attach: bool
    may_phone: bool
    milestones: list = field(default_factory=list)  # of the events those that say where it came to
    is_lead: bool = False  # the reader is the lead signer himself
    where: str = ""  # in one sentence, for him
    publication: object = None
    earlier: object = None

    @property
    def leads(self):
        """Whether the next step is one of the whole: what stands beside the road never is."""
        return any(not why and step.action not in ASIDE for step, why in self.steps)
