"""What the register of deputies keeps about a person, for the copy the law grants."""

from minqiao.registry.congress.models import Deputy


def own_data(user_id):
    """The deputy behind an account with the mandates, as JSON; empty when there is none."""
    deputy = Deputy.objects.filter(user_id=user_id).first()
    if deputy is None:
        return {}
    names = ("code", "name", "sex", "nationality", "birth_year", "post", "phone", "address")
    facts = {str(Deputy._meta.get_field(name).verbose_name): getattr(deputy, name) for name in names}
    mandates = deputy.mandates.select_related("congress", "delegation").order_by("pk")
    return facts | {
        "代表资格": [
            {
                "人民代表大会": row.congress.name,
                "代表团": row.delegation.name if row.delegation else "",
                "代表证号": row.certificate_no,
                "状态": row.get_state_display(),
                "起始日": row.starts_on,
                "终止日": row.ended_on,
            }
            for row in mandates
        ]
    }
