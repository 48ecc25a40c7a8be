"""The steps of the lifecycles as operations."""

from minqiao.duties.suggestions.actions import ACTIONS
from minqiao.duties.suggestions.api.answers import (
    BatchDetail,
    SuggestionDetail,
    show,
    show_batch,
    show_handling,
)
from minqiao.duties.suggestions.api.disclosing import PublicationDetail, show_publication
from minqiao.duties.suggestions.api.ideas import IdeaDetail, show_idea
from minqiao.duties.suggestions.api.promises import PromiseDetail, show_commitment
from minqiao.duties.suggestions.api.root import router
from minqiao.duties.suggestions.forms import FORMS
from minqiao.duties.suggestions.forms.known import REVISIONS, known
from minqiao.duties.suggestions.queries import lists
from minqiao.duties.suggestions.queries.file import handling_of, suggestion_of
from minqiao.duties.suggestions.queries.ideas import idea_of
from minqiao.duties.suggestions.queries.promises import commitment_of
from minqiao.duties.suggestions.queries.publications import publication_of
from minqiao.duties.suggestions.workflow import BATCH, COMMITMENT, HANDLING, IDEA, PUBLICATION, SUGGESTION
from minqiao.kit.api import add_lives

LIVES = (
    ("/{int:pk}", SUGGESTION, suggestion_of, show, SuggestionDetail),
    ("/handlings/{int:pk}", HANDLING, handling_of, show_handling, SuggestionDetail),
    ("/commitments/{int:pk}", COMMITMENT, commitment_of, show_commitment, PromiseDetail),
    ("/publications/{int:pk}", PUBLICATION, publication_of, show_publication, PublicationDetail),
    ("/batches/{int:pk}", BATCH, lists.batch, show_batch, BatchDetail),
    ("/ideas/{int:pk}", IDEA, idea_of, show_idea, IdeaDetail),
)
add_lives(router, LIVES, room="suggestions", forms=FORMS, actions=ACTIONS, known=known, revisions=REVISIONS)
