"""What a form shows at first: what is already known of the thing it changes (ask once)."""

from minqiao.duties.stations.forms import FORMS
from minqiao.duties.stations.queries.receptions import visitors_of
from minqiao.kit.redaction import findings_in, proposed


def known(slug, action, subject):
    """The values of the form's fields that the subject holds already."""
    if (slug, action) == ("place", "edit"):
        names = FORMS[slug][action].base_fields
        return {name: getattr(subject, name) for name in names if getattr(subject, name) not in (None, "")}
    if (slug, action) == ("place", "attach_deputies"):
        return {"mandates": sorted(subject.deputy_ids)}
    if (slug, action) == ("reception", "hold"):
        return {"visitors": visitors_of(subject)}
    if (slug, action) == ("opinion", "publish"):
        texts = {"public_text": subject.text, "public_answer": subject.answer}
        return {name: proposed(text, findings_in(name, text)) for name, text in texts.items()}
    if (slug, action) == ("opinion", "convert"):
        return {"title": f"关于{subject.text.split('，')[0][:30]}的建议"}
    return {}
