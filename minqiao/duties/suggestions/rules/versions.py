"""Which text somebody has before him: a step that puts a name under a text is taken on that text alone."""

import hashlib
import json

# What a co-signer, a screener, a principal or who publishes puts his name to.
SUBSTANCE = ("title", "facts", "analysis", "requests", "request_confidential", "consent_public")
ANSWER = ("opening", "answers", "closing", "category", "contact_name", "contact_phone", "disclosure",
          "disclosure_code", "public_summary")  # fmt: skip
READ_FIRST = frozenset(
    {"edit", "confirm_cosign", "confirm_remark", "submit", "register", "draft_reply", "submit_reply",
     "check_format", "pass_review", "issue", "issue_without_contact", "redact", "publish"}
)  # fmt: skip


def version(subject) -> str:
    """A short digest of the text a step is about: a suggestion, a reply, a public text."""
    reply = getattr(subject, "reply", None)
    if hasattr(subject, "facts"):
        words = [getattr(subject, name) for name in SUBSTANCE]
    elif hasattr(subject, "text_hash"):
        words = [subject.mode, subject.text]
    else:
        words = [getattr(reply, name) for name in ANSWER] if reply else []
    text = json.dumps(words, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def changed_since(subject, seen) -> str:
    """Why not, when the text is no longer the one that was read; no version given, nothing compared."""
    if not seen or seen == version(subject):
        return ""
    return "您打开页面以后，内容已被他人修改；请重新打开阅读后再办，您填写的内容仍在下面"
