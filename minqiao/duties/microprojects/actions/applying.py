"""From a suggestion to an application: who asks, for what, with which photos; mended, or taken back."""

from minqiao.duties.microprojects.actions.clocks import NO_CLOCK, day_of, fund_value, running
from minqiao.duties.microprojects.choices import PhotoStage
from minqiao.duties.microprojects.documents import fund_application
from minqiao.duties.microprojects.models import Photo, Project
from minqiao.duties.microprojects.rules.matter import may_be_funded
from minqiao.duties.microprojects.rules.people import may_apply, may_photograph
from minqiao.duties.microprojects.workflow import PROJECT
from minqiao.foundation.attachments.actions import keep
from minqiao.foundation.trail.actions import act, freshen, record, take
from minqiao.instruments.papers.actions import issue
from minqiao.kit.workflow import Refused
from minqiao.registry.areas.choices import Level
from minqiao.registry.congress.queries import current_congress


@act
def apply(*, actor, at, fund, suggestion, photos=(), **words):
    """申报: for a suggestion that was assigned; the suggestion's own trail tells of it. Amounts in fen."""
    on = day_of(at)
    inter_session = fund_value("fund.inter_session_allowed", fund, on)
    why = may_apply(actor, suggestion) or may_be_funded(suggestion, fund, inter_session)
    if why:
        raise Refused(why, action="apply")
    project = Project(
        fund=fund,
        county_congress=_congress_of(words["county"], fund),
        suggestion=suggestion,
        applicant_role=actor.role,
        applicant_scope_id=actor.scope_id,
        applicant=_applicant(actor, suggestion),
        applied_on=on,
        created_at=at,
        **words,
    )
    for name, value in running("fund.county_check_limit", project, on).items():
        setattr(project, name, value)
    project.save()
    place = {"actor": actor, "at": at, "note": project.title}
    record(action="apply", label="申报专项资金", subject=project, to_state=project.state, **place)
    record(action="fund_applied", label="申报专项资金", subject=suggestion, **place)
    for photo in photos:
        add_photo(project, actor=actor, at=at, photo=photo, stage=PhotoStage.BEFORE, taken_on=on)
    _issue_application(project, actor, at, 1)
    return project


def _congress_of(county, fund):
    """The county's assembly, where it works on the platform; of a county's own fund its own."""
    if fund.area_id == county.pk:
        return fund.congress
    return current_congress(county.pk) if county.level == Level.COUNTY else None


def _applicant(actor, suggestion):
    """Who applies, as papers name him; a proposer who asked for confidence is not named."""
    if actor.role == "deputy" and suggestion.request_confidential:
        return "提出建议的代表"
    return actor.name if actor.role == "deputy" else actor.scope_label or actor.name


def _issue_application(project, actor, at, edition):
    place = {"subject": project, "case": project, "edition": edition}
    issue(fund_application(project), kind="fund_application", actor=actor, at=at, **place)


@act
def mend(project, *, actor, at, **words):
    """补正: the same application with what was missing; it is looked at anew."""
    clock = running("fund.county_check_limit", project, day_of(at))
    edition = project.times_mended + 2
    changes = {"office_note": "", "times_mended": edition - 1} | words | clock
    take(PROJECT, project, "mend", actor=actor, at=at, **changes)
    _issue_application(project, actor, at, edition)
    return project


@act
def withdraw(project, *, actor, at, note):
    """The applicant no longer asks, with the reason."""
    take(PROJECT, project, "withdraw", actor=actor, at=at, note=note, office_note=note, **NO_CLOCK)
    return project


@act
def add_photo(project, *, actor, at, photo, stage, taken_on, caption=""):
    """A picture of the site; shown to the public with the project, so no faces and no papers in it."""
    freshen(project)
    if why := may_photograph(actor, project):
        raise Refused(why, action="add_photo")
    kept = keep(
        photo, subject=project, actor=actor, at=at, label="上传现场照片", note=PhotoStage(stage).label
    )
    if not kept.is_image:
        raise Refused("请上传照片（JPG、PNG、WebP）", action="add_photo")
    words = {"stage": stage, "taken_on": taken_on, "caption": caption}
    row, is_new = Photo.objects.get_or_create(project=project, attachment=kept, defaults=words)
    if is_new and stage == PhotoStage.BEFORE:
        project.photos_before += 1
        project.save(update_fields=["photos_before"])
    return row
