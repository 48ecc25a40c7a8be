"""A text column sealed at rest with SM4-GCM; what is stored is useless without the key."""

import base64
import functools
import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from django.conf import settings
from django.db import models

PREFIX = "s4:"  # the key's generation; a new key gets a new prefix
NONCE, TAG = 12, 16


@functools.cache
def _key(purpose, configured):
    source = configured or f"{settings.SECRET_KEY}:{purpose}"
    return hashlib.sha256(source.encode()).digest()


def seal(text) -> str:
    """The sealed form of `text`; "" stays ""."""
    if not text:
        return ""
    nonce = os.urandom(NONCE)
    encryptor = Cipher(algorithms.SM4(_key("field", settings.FIELD_KEY)[:16]), modes.GCM(nonce)).encryptor()
    sealed = encryptor.update(text.encode()) + encryptor.finalize()
    return PREFIX + base64.b64encode(nonce + sealed + encryptor.tag).decode()


def unseal(stored) -> str:
    """The text behind a sealed form. Raises ValueError when the key is not the one it was sealed with."""
    if not stored:
        return ""
    raw = base64.b64decode(stored.removeprefix(PREFIX))
    nonce, body, tag = raw[:NONCE], raw[NONCE:-TAG], raw[-TAG:]
    decryptor = Cipher(
        algorithms.SM4(_key("field", settings.FIELD_KEY)[:16]), modes.GCM(nonce, tag)
    ).decryptor()
    try:
        return (decryptor.update(body) + decryptor.finalize()).decode()
    except InvalidTag as error:
        raise ValueError("密钥不符，无法解密联系方式；请核对 FIELD_KEY") from error


def lookup(text) -> str:
    """A keyed fingerprint: finds equal values without storing them."""
    return hmac.new(_key("lookup", settings.LOOKUP_KEY), text.encode(), hashlib.sha256).hexdigest()


def mask(text) -> str:
    """A phone number as 139****0012; anything else keeps its first and last character."""
    if len(text) >= 7:
        return f"{text[:3]}****{text[-4:]}"
    return text[:1] + "*" * max(len(text) - 2, 0) + text[-1:] if len(text) > 1 else "*" * len(text)


class SealedField(models.TextField):
    """Text that is sealed on its way into the table and unsealed on its way out."""

    def get_prep_value(self, value):
        return seal(super().get_prep_value(value))

    def from_db_value(self, value, expression, connection):
        return unseal(value)
