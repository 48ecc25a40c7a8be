"""One file of settings; what differs between places comes from config/environment.py."""

from datetime import timedelta
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF

from minqiao.config.environment import mail, origin, read, read_list

BASE = Path(__file__).resolve().parents[2]
VAR = Path(read("MINQIAO_VAR") or BASE / "var")
VAR.mkdir(parents=True, exist_ok=True)
DEBUG = False
PRODUCTION = read("MINQIAO_PRODUCTION") == "1"
SECRET_KEY = read("SECRET_KEY")
ALLOWED_HOSTS = read_list("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = read_list("CSRF_TRUSTED_ORIGINS")
PLACE = read("MINQIAO_PLACE")
FONT_DIR, PAPER_FONTS = read("MINQIAO_FONT_DIR"), read("MINQIAO_PAPER_FONTS")  # faces of official papers
HOUSE = read("MINQIAO_HOUSE")  # named in the header of every page
DEMO = read("MINQIAO_DEMO") == "1"
# Contact data at rest: 32 bytes in hex each; the demo derives its keys from SECRET_KEY.
FIELD_KEY = read("FIELD_KEY")
LOOKUP_KEY = read("LOOKUP_KEY")
STAFF_TOTP_REQUIRED = (read("STAFF_TOTP_REQUIRED") or str(int(PRODUCTION))) == "1"

# The order of the rooms is the order of the menu.
INSTALLED_APPS = [
    "minqiao.config",
    "minqiao.overviews.dashboards",
    "minqiao.duties.suggestions",
    "minqiao.duties.supervision",
    "minqiao.duties.stations",
    "minqiao.duties.microprojects",
    "minqiao.instruments.papers",
    "minqiao.instruments.search",
    "minqiao.instruments.ballots",
    "minqiao.instruments.funds",
    "minqiao.registry.congress",
    "minqiao.registry.units",
    "minqiao.registry.areas",
    "minqiao.overviews.portal",
    "minqiao.overviews.exchange",
    "minqiao.overviews.notifications",
    "minqiao.overviews.api",
    "minqiao.foundation.rulebook",
    "minqiao.foundation.workdays",
    "minqiao.foundation.attachments",
    "minqiao.foundation.trail",
    "minqiao.foundation.accounts",
    "minqiao.kit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "django_htmx",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "minqiao.config.middleware.PlainTextMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "minqiao.config.middleware.SessionLimitMiddleware",
    "minqiao.config.middleware.ActorMiddleware",
    "minqiao.config.middleware.DoorMiddleware",
    "minqiao.config.middleware.RefusalMiddleware",
    "minqiao.config.middleware.IdempotencyMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "minqiao.config.urls"
WSGI_APPLICATION = "minqiao.config.wsgi.application"
CONTEXT_PROCESSORS = [
    "django.template.context_processors.request",
    "django.contrib.messages.context_processors.messages",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": sorted(BASE.glob("minqiao/**/templates")),
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "minqiao.config.jinja.environment",
            "context_processors": [*CONTEXT_PROCESSORS, "minqiao.config.jinja.page_context"],
            "trim_blocks": True,
            "lstrip_blocks": True,
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": CONTEXT_PROCESSORS},
    },
]

# Writers wait their turn instead of failing: IMMEDIATE, WAL, FULL (docs/decisions/0007).
SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 30,
    "init_command": (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA mmap_size=268435456;"
        "PRAGMA cache_size=-32000;PRAGMA temp_store=MEMORY;PRAGMA journal_size_limit=67108864;"
    ),
}
DATABASES = {"default": dj_database_url.parse(read("DATABASE_URL") or f"sqlite:///{VAR / 'minqiao.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = SQLITE
    DATABASES["default"]["CONN_MAX_AGE"] = None
else:
    DATABASES["default"]["OPTIONS"] = {"pool": {"min_size": 1, "max_size": 8, "timeout": 30}}
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = False

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "minqiao.config.backend.HouseBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "name", "email")},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "minqiao.foundation.accounts.forms.NotTheOldPassword"},
]
# Sign-in by user name; locked after 5 failures of one user from one address.
ACCOUNT_ADAPTER = "minqiao.config.signin.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/accounts/login/"
# A whole assembly signs in behind one address on the day it opens; single users are axes' business.
ACCOUNT_RATE_LIMITS = {"login": "3000/m/ip", "login_failed": "300/m/ip,10/900s/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = int(read("TRUSTED_PROXY"))
NINJA_NUM_PROXIES = ALLAUTH_TRUSTED_PROXY_COUNT  # whose address an API call is counted for
MFA_ADAPTER = "minqiao.config.signin.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "民桥"
MFA_TOTP_TOLERANCE = 1  # one step of 30 seconds either way: phones run fast and slow
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True  # the trail keeps sign-ins
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False
AXES_USERNAME_CALLABLE = "minqiao.config.signin.lock_out_name"
AXES_CLIENT_IP_CALLABLE = "minqiao.config.signin.client_address"
AXES_LOCKOUT_CALLABLE = "minqiao.config.signin.locked_out"
SOCIALACCOUNT_ADAPTER = "minqiao.config.signin.OidcAdapter"
OIDC_NAME, OIDC_CLAIM, OIDC_SERVER_URL = read("OIDC_NAME"), read("OIDC_CLAIM"), read("OIDC_SERVER_URL")
OIDC_APP = {
    "provider_id": "house",
    "name": OIDC_NAME,
    "client_id": read("OIDC_CLIENT_ID"),
    "secret": read("OIDC_CLIENT_SECRET"),
    "settings": {"server_url": OIDC_SERVER_URL, "oauth_pkce_enabled": True},
}
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [OIDC_APP] if OIDC_SERVER_URL else []}}
# Shared by all processes and machines, or each would count its own failures.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
SESSION_ENGINE = "minqiao.config.sessions"
SESSION_COOKIE_AGE = int(read("SESSION_MINUTES")) * 60
SESSION_HOURS = int(read("SESSION_HOURS"))
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SECURE_SSL_REDIRECT = False
if ALLAUTH_TRUSTED_PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF, *([origin(OIDC_SERVER_URL)] if OIDC_SERVER_URL else [])],
        "frame-ancestors": [NONE],
    }
}

# What goes wrong is written to the server's own output: a person told to report the time finds it there.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"django": {"handlers": ["console"], "level": "ERROR", "propagate": False}},
}
LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = not PRODUCTION
globals().update(mail(read("EMAIL_URL")))
SMS = read("MINQIAO_SMS")  # the gateway for text messages to residents
MAIL = bool(read("EMAIL_URL"))  # whether messages also go out as mail
DEFAULT_FROM_EMAIL = SERVER_EMAIL = read("EMAIL_FROM")
MEDIA_ROOT = Path(read("MEDIA_ROOT") or VAR / "media")
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
