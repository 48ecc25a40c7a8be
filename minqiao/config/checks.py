"""The health of a deployment, as Django checks: `minqiao check` runs them all."""

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register
from django.db import DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor

from minqiao.config.environment import DEFAULTS, read, read_list
from minqiao.foundation.trail.queries import last_moment
from minqiao.instruments.papers.documents.fonts import SANS, SERIF, faces, found
from minqiao.kit.clock import now
from minqiao.kit.texting import CONSOLE
from minqiao.kit.workflow import Refused

SHORTEST_KEY = 50
LOCAL_HOSTS = frozenset(DEFAULTS["ALLOWED_HOSTS"].split(","))


def insecure_settings() -> list[str]:
    """What production may not start with, each with the variable to set."""
    demo_key = DEFAULTS["SECRET_KEY"]
    findings = {
        "MINQIAO_PRODUCTION 未设为 1": not settings.PRODUCTION,
        "SECRET_KEY 未设置，或仍是演示用的密钥": demo_key == settings.SECRET_KEY,
        f"SECRET_KEY 少于{SHORTEST_KEY}个字符": len(settings.SECRET_KEY) < SHORTEST_KEY,
        "FIELD_KEY 未设置（联系方式加密密钥）": not settings.FIELD_KEY,
        "LOOKUP_KEY 未设置（查重摘要密钥）": not settings.LOOKUP_KEY,
        "FIELD_KEY 与 SECRET_KEY 相同，应当分开": settings.FIELD_KEY == settings.SECRET_KEY,
        "ALLOWED_HOSTS 未写明本单位域名": set(read_list("ALLOWED_HOSTS")) <= LOCAL_HOSTS,
        "ALLOWED_HOSTS 不得含 *": "*" in read_list("ALLOWED_HOSTS"),
        "MINQIAO_TODAY 只用于演示，正式运行不得设置": bool(read("MINQIAO_TODAY")),
        "MINQIAO_DEMO 只用于演示，正式运行不得设置": settings.DEMO,
        "MINQIAO_SMS 不得为 console，否则短信只写到标准输出": settings.SMS == CONSOLE,
    }
    return [words for words, wrong in findings.items() if wrong]


@register("production", deploy=True)
def production_is_secure(app_configs, **kwargs):
    """Every insecure or missing setting is an error of its own."""
    hint = "见 docs/reference/settings.md"
    return [Error(words, hint=hint, id="minqiao.E001") for words in insecure_settings()]


@register(Tags.database)
def database_is_ready(app_configs, databases, **kwargs):
    """The database answers and every migration is applied."""
    return [fault for alias in databases or () for fault in _database_faults(connections[alias])]


def _database_faults(connection):
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError as error:
        return [Error(f"数据库连接不上：{error}", hint="核对 DATABASE_URL", id="minqiao.E002")]
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    words = f"有{len(plan)}个数据库迁移尚未执行"
    return [Error(words, hint="先备份，再运行 minqiao migrate", id="minqiao.E003")] if plan else []


@register(Tags.database)
def clock_does_not_go_back(app_configs, databases, **kwargs):
    """The machine's clock is not behind the last recorded act."""
    try:
        last = last_moment() if databases else None
    except DatabaseError:
        return []  # said by database_is_ready
    if last is None or last <= now():
        return []
    words = f"系统时钟慢了：最后一条留痕的时间是{last:%Y-%m-%d %H:%M}，晚于现在"
    return [Warning(words, hint="核对服务器时间（NTP）；演示固定了日期时可不理会", id="minqiao.W001")]


@register("papers")
def paper_fonts_are_there(app_configs, **kwargs):
    """The faces of official papers are installed, so that papers can be had as PDF."""
    missing = missing_faces()
    words = f"缺少公文字体：{'、'.join(missing)}；没有任何字体时不能生成PDF，docx 和打印页不受影响"
    hint = "Debian：apt-get install fonts-noto-cjk texlive-lang-chinese"
    return [Warning(words, hint=hint, id="minqiao.W002")] if missing else []


def missing_faces() -> list[str]:
    """The faces official papers want and this machine lacks; a site's own FangSong counts as well."""
    installed = set(found().families())
    missing = [face for face in (SERIF, SANS) if face not in installed]
    try:
        has_fangsong = faces()["body"][0] not in (SERIF, SANS)
    except Refused:
        has_fangsong = False
    return missing if has_fangsong else [*missing, "仿宋"]
