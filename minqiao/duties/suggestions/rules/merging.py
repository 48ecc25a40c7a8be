"""One work file for near-same suggestions (并案): who leads it, who follows."""


def is_not_merged(actor, suggestion):
    """A member follows its lead item; it is not handled beside it."""
    if suggestion.merged_into_id is None:
        return ""
    return f"已并入{suggestion.merged_into.number}一并办理，请在该件上操作"


def is_merged(actor, suggestion):
    return "" if suggestion.merged_into_id else "这件建议没有并案"


def has_own_file(actor, handling):
    """The unit works on the lead item; what it does there is done for all. A redo stands alone."""
    if handling.works_with_id is None or handling.redo_on:
        return ""
    return f"已并入{handling.works_with.suggestion.number}一并办理，请在该件上操作"


def may_lead(suggestion, lead):
    """Why `lead` cannot take `suggestion` into its file, or ""."""
    if lead.pk == suggestion.pk or lead.congress_id != suggestion.congress_id:
        return "请选择同一届人民代表大会的另一件建议"
    if lead.merged_into_id:
        return f"{lead.number}已并入{lead.merged_into.number}，请选择{lead.merged_into.number}"
    if suggestion.merged.exists():
        return f"{suggestion.number}是并案的主件，不能再并入别的建议"
    if lead.state != suggestion.state:
        return f"两件建议的环节不同（{lead.get_state_display()}），请在分办之前、交办状态相同时并案"
    return ""
