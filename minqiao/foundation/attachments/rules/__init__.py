"""What may be kept: judged by content, never by what the name claims. No web, no database."""

from minqiao.foundation.attachments.rules.examine import (
    ACCEPT,
    MAX_BYTES,
    MAX_FILES,
    NOTICE,
    Examined,
    examine,
)
from minqiao.foundation.attachments.rules.names import clean_name
from minqiao.kit.secrecy import SECRETS_LAW, secrecy_mark, secrecy_mark_in_name

__all__ = [
    "ACCEPT",
    "MAX_BYTES",
    "MAX_FILES",
    "NOTICE",
    "SECRETS_LAW",
    "Examined",
    "clean_name",
    "examine",
    "secrecy_mark",
    "secrecy_mark_in_name",
]
