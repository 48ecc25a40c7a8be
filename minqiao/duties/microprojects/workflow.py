"""The life of a project as a table (domain.md 2.5)."""

from minqiao.duties.microprojects.choices import BEFORE_BUILDING, ON_SITE, PAYING, WATCHED
from minqiao.duties.microprojects.choices import ProjectState as P
from minqiao.duties.microprojects.rules.matter import (
    change_is_large,
    change_is_small,
    has_land_and_upkeep,
    has_no_open_complaint,
    has_open_complaint,
    has_photos_before,
    has_survey,
    notice_is_over,
    was_visited,
)
from minqiao.duties.microprojects.rules.people import (
    by_acceptor,
    by_applicant,
    by_builder,
    by_chairs,
    by_county,
    by_finance,
    by_group,
    by_watcher,
)
from minqiao.kit.workflow import Step, Workflow

EARLY = (P.APPLIED, P.RETURNED, P.COUNTY_CHECKED, P.FINANCE_CHECKED, P.POOLED)

# fmt: off
PROJECT = Workflow(
    slug="project",
    label="微实事项目",
    start=P.APPLIED,
    steps=(
        #    action              label                  from                            to                  who, and provided that
        Step("mend",             "补正后重新申报",      (P.RETURNED,),                  P.APPLIED,          (by_applicant,), starts="fund.county_check_limit"),
        Step("withdraw",         "撤回申报",            EARLY,                          P.WITHDRAWN,        (by_applicant,)),
        Step("ask_to_mend",      "退回补正",            (P.APPLIED,),                   P.RETURNED,         (by_county,)),
        Step("check_site",       "现场核查合格",        (P.APPLIED,),                   P.COUNTY_CHECKED,   (by_county, has_land_and_upkeep, has_photos_before), starts="fund.finance_check_limit", paper="site_check"),
        Step("reject",           "审查不通过",          (P.APPLIED,),                   P.REJECTED,         (by_county,), paper="project_decision"),
        Step("reject",           "审查不通过",          (P.COUNTY_CHECKED,),            P.REJECTED,         (by_finance,), paper="project_decision"),
        Step("check_funding",    "资金审核通过",        (P.COUNTY_CHECKED,),            P.FINANCE_CHECKED,  (by_finance,)),
        Step("score",            "评分入库",            (P.FINANCE_CHECKED,),           P.POOLED,           (by_group,)),
        Step("score",            "评分入库",            (P.POOLED,),                    "",                 (by_group,)),
        Step("approve",          "批准安排资金",        (P.POOLED,),                    P.APPROVED,         (by_chairs,), paper="money_notice"),
        Step("announce",         "公示",                (P.APPROVED,),                  P.ANNOUNCED,        (by_group,), paper="project_notice"),
        Step("complain",         "登记投诉",            (P.ANNOUNCED, *ON_SITE),        "",                 (by_county,)),
        Step("answer_complaint", "答复投诉",            (P.ANNOUNCED, *ON_SITE),        "",                 (by_group, has_open_complaint)),
        Step("back_to_pool",     "投诉属实退回项目库",  (P.ANNOUNCED,),                 P.POOLED,           (by_group, has_open_complaint)),
        Step("strike",           "投诉属实不再安排",    (P.ANNOUNCED,),                 P.REJECTED,         (by_group, has_open_complaint), paper="project_decision"),
        Step("start",            "开工",                (P.ANNOUNCED,),                 P.BUILDING,         (by_builder, has_no_open_complaint), window=notice_is_over),
        Step("pay",              "登记拨付",            PAYING,                         "",                 (by_finance, has_no_open_complaint)),
        Step("request_change",   "申请调整",            (P.BUILDING,),                  P.CHANGE_PENDING,   (by_builder,), paper="change_form"),
        Step("agree_change",     "同意调整",            (P.CHANGE_PENDING,),            P.BUILDING,         (by_group, change_is_small)),
        Step("agree_change",     "同意调整",            (P.CHANGE_PENDING,),            P.BUILDING,         (by_chairs, change_is_large)),
        Step("refuse_change",    "不同意调整",          (P.CHANGE_PENDING,),            P.BUILDING,         (by_group,)),
        Step("visit",            "登记代表察看",        WATCHED,                        "",                 (by_watcher,)),
        Step("finish",           "报告完工",            (P.BUILDING, P.REWORK),         P.FINISHED,         (by_builder,)),
        Step("send_back",        "验收不合格退回整改",  (P.FINISHED,),                  P.REWORK,           (by_acceptor,)),
        Step("accept",           "验收合格",            (P.FINISHED,),                  P.ACCEPTED,         (by_acceptor, was_visited), paper="acceptance_form"),
        Step("settle",           "结算",                (P.ACCEPTED,),                  P.SETTLED,          (by_finance,), paper="settlement"),
        Step("survey",           "登记群众满意度",      (P.ACCEPTED, P.SETTLED),        "",                 (by_county,)),
        Step("review",           "绩效评价",            (P.SETTLED,),                   P.REVIEWED,         (by_group, has_survey), paper="performance_review"),
        Step("cancel",           "取消项目",            BEFORE_BUILDING,                P.CANCELLED,        (by_chairs,), paper="project_decision"),
    ),
)
# fmt: on
FINAL = {"project": {P.REVIEWED, P.REJECTED, P.WITHDRAWN, P.CANCELLED}}
