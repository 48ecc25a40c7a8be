"""Every environment variable of the platform, once: name, default, meaning (docs/reference/settings.md).

Standard library only. Settings, checks and the reference read this list; nothing reads beside it.
"""

import os
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit


@dataclass(frozen=True)
class Variable:
    """A variable: what it means to whoever runs the platform, and what production demands of it."""

    name: str
    default: str
    meaning: str
    production: str = ""


VARIABLES = (
    Variable(
        "MINQIAO_PRODUCTION",
        "0",
        "1 表示正式运行：启用安全 Cookie，启动前逐项核对本表“正式运行要求”。",
        "设为 1",
    ),
    Variable("MINQIAO_VAR", "", "运行数据目录（SQLite 数据库、附件、静态文件）；空则为代码目录下的 var/。"),
    Variable(
        "DATABASE_URL",
        "",
        "数据库地址，如 postgresql://用户:口令@主机/库；空则用 MINQIAO_VAR 下的 SQLite 文件。",
    ),
    Variable(
        "SECRET_KEY",
        "insecure-key-for-the-demo-and-the-tests-only",
        "会话与签名的密钥，随机，不少于50个字符，不入代码库。",
        "必须自设，不少于50个字符",
    ),
    Variable(
        "FIELD_KEY",
        "",
        "联系方式加密（SM4-GCM）的密钥；演示时由 SECRET_KEY 派生。丢失即无法解密。",
        "必须自设，并与备份分开保管",
    ),
    Variable("LOOKUP_KEY", "", "按联系方式查重所用摘要的密钥；演示时由 SECRET_KEY 派生。", "必须自设"),
    Variable(
        "ALLOWED_HOSTS",
        "127.0.0.1,localhost,[::1],testserver",
        "允许的访问域名，用英文逗号分隔。",
        "写明本单位域名，不得为 *",
    ),
    Variable(
        "CSRF_TRUSTED_ORIGINS", "", "反向代理之后的来源，如 https://rd.example.gov.cn，用英文逗号分隔。"
    ),
    Variable(
        "TRUSTED_PROXY",
        "0",
        "前面有几层可信的反向代理：以其 X-Forwarded-Proto 判断是否 HTTPS，以 X-Forwarded-For 认定来访地址。",
    ),
    Variable("MINQIAO_HOUSE", "毕节市人民代表大会常务委员会", "页眉上的机关名称。"),
    Variable("MINQIAO_DEMO", "0", "1 表示这是演示：页面标明演示，登录页列出演示账号。", "不得设置"),
    Variable("MINQIAO_PLACE", "520500000000", "适用哪个地方的规则：行政区划代码（默认毕节市）。"),
    Variable(
        "STAFF_TOTP_REQUIRED",
        "",
        "工作人员是否必须使用动态口令：1 必须，0 不要求；空则正式运行时必须、演示时不要求。",
    ),
    Variable("SESSION_MINUTES", "30", "多少分钟无操作后须重新登录。"),
    Variable("SESSION_HOURS", "12", "一次登录最长多少小时，到时须重新登录。"),
    Variable("OIDC_SERVER_URL", "", "统一身份认证（OpenID Connect）的地址；空则不用。"),
    Variable("OIDC_CLIENT_ID", "", "在统一身份认证处登记的客户端编号。"),
    Variable("OIDC_CLIENT_SECRET", "", "在统一身份认证处登记的客户端密钥。"),
    Variable("OIDC_NAME", "统一身份认证", "登录页上该按钮的文字。"),
    Variable("OIDC_CLAIM", "preferred_username", "以哪一项声明对应本平台用户名；没有对应用户的不予登录。"),
    Variable(
        "EMAIL_URL",
        "",
        "发送消息邮件的服务器，如 smtp://用户:口令@主机:25、smtp+tls://主机:587（STARTTLS）、smtps://主机:465；"
        "console:// 写到标准输出；空则不发邮件，消息只在平台上看。",
    ),
    Variable("EMAIL_FROM", "民桥 <minqiao@localhost>", "消息邮件的发件人。"),
    Variable(
        "MINQIAO_SMS",
        "",
        "向群众发短信的网关：console 写到标准输出（演示用）；或者本单位网关函数的路径，如 gateway.sms.send，"
        "参数为号码和内容；空则不发，群众手机号不核实，由工作人员电话核对。",
        "不得为 console",
    ),
    Variable("MEDIA_ROOT", "", "附件目录；空则为 MINQIAO_VAR 下的 media/。"),
    Variable(
        "MINQIAO_FONT_DIR", "", "本单位授权字体（仿宋_GB2312、方正小标宋简体等）所在目录；空则只用系统字体。"
    ),
    Variable(
        "MINQIAO_PAPER_FONTS",
        "",
        "公文字体的优先顺序，如 body=仿宋_GB2312,FandolFang R;title=方正小标宋简体（body 正文、title 标题、"
        "hei 黑体、kai 楷体、song 页码）。",
    ),
    Variable(
        "MINQIAO_TODAY",
        "",
        "把演示的日历固定在某一天（YYYY-MM-DD），时刻仍是真实的。",
        "不得设置",
    ),
)
MAIL_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
DEFAULTS = {variable.name: variable.default for variable in VARIABLES}


def read(name) -> str:
    """The value of a listed variable as text, its default when it is absent."""
    return os.environ.get(name, DEFAULTS[name])


def read_list(name) -> list[str]:
    """The values of a comma-separated variable."""
    return [part.strip() for part in read(name).split(",") if part.strip()]


def mail(url) -> dict:
    """Django's settings for EMAIL_URL. ValueError for a kind of address nobody here can send by."""
    parts = urlsplit(url)
    backend = "django.core.mail.backends."
    if not url:
        return {"EMAIL_BACKEND": f"{backend}dummy.EmailBackend"}
    if parts.scheme == "console":
        return {"EMAIL_BACKEND": f"{backend}console.EmailBackend"}
    if parts.scheme not in MAIL_PORTS or not parts.hostname:
        raise ValueError("EMAIL_URL 应写作 smtp://、smtp+tls://、smtps:// 加主机，或者 console://")
    return {
        "EMAIL_BACKEND": f"{backend}smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or MAIL_PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": 20,
    }


def origin(url) -> str:
    """Scheme and host of an address, as a browser's policy names it."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
