"""The words: which papers there are, whether one stands, how far a bundle has come."""

from django.db.models import TextChoices


class PaperKind(TextChoices):
    """The kinds of papers; a new one is a new line here."""

    ASSIGNMENT_LETTER = "assignment_letter", "交办书"
    SUGGESTION_SHEET = "suggestion_sheet", "建议专用纸"
    REPLY_LETTER = "reply_letter", "答复函"
    FEEDBACK_FORM = "feedback_form", "征询意见表"
    RETURN_REQUEST = "return_request", "退办申请"
    EXTENSION_REQUEST = "extension_request", "延期申请"
    ASSIST_OPINION = "assist_opinion", "会办意见"
    DECISION_NOTICE = "decision_notice", "告知书"
    REDO_ORDER = "redo_order", "重办通知"
    STUDY_MINUTES = "study_minutes", "会商纪要"
    FULFILMENT_FORM = "fulfilment_form", "承诺落实回执"
    SUPERVISION_PLAN = "supervision_plan", "督办方案"
    SUPERVISION_LETTER = "supervision_letter", "督办函"
    SUPERVISION_REPORT = "supervision_report", "督办情况报告"
    INQUIRY_PLAN = "inquiry_plan", "专题询问方案"
    INQUIRY_RECORD = "inquiry_record", "专题询问记录"
    POLL_RESULT = "poll_result", "满意度测评结果"
    CHECK_LETTER = "check_letter", "委托核查函"
    CHASE_NOTICE = "chase_notice", "催办通知"
    CIRCULAR = "circular", "通报"
    RECEPTION_NOTICE = "reception_notice", "接待公告"
    FUND_APPLICATION = "fund_application", "专项资金申报表"
    SITE_CHECK = "site_check", "现场核查表"
    BATCH_DECISION = "batch_decision", "项目安排决定"
    MONEY_NOTICE = "money_notice", "专项资金安排通知"
    PROJECT_NOTICE = "project_notice", "项目公示"
    PROJECT_DECISION = "project_decision", "项目告知书"
    CHANGE_FORM = "change_form", "项目调整申请表"
    ACCEPTANCE_FORM = "acceptance_form", "项目验收表"
    SETTLEMENT = "settlement", "项目结算表"
    PERFORMANCE_REVIEW = "performance_review", "绩效评价表"
    VOTE_MEASURE = "vote_measure", "票决办法"
    VOTE_BALLOT = "vote_ballot", "表决票"
    TALLY_SHEET = "tally_sheet", "计票登记表"
    COUNT_SHEET = "count_sheet", "计票结果报告单"
    VOTE_RESULT = "vote_result", "票决结果公告"


# What the trail says of a paper, so that a reader of the trail knows its kind.
ISSUED_LABEL = {kind: f"印发{kind.label}" for kind in PaperKind}
SCAN_LABEL = {kind: f"上传{kind.label}签字扫描件" for kind in PaperKind}


class PaperState(TextChoices):
    ISSUED = "issued", "有效"
    VOID = "void", "已作废"


class Form(TextChoices):
    """In what form a paper is handed out."""

    PDF = "pdf", "PDF"
    DOCX = "docx", "Word文档"
    PRINT = "print", "打印页"
    JSON = "json", "数据（JSON）"


class BundleState(TextChoices):
    WAITING = "waiting", "等待处理"
    WORKING = "working", "正在生成"
    READY = "ready", "可以下载"
    FAILED = "failed", "未能完成"
    EXPIRED = "expired", "已过保存期"


UNFINISHED = (BundleState.WAITING, BundleState.WORKING)
