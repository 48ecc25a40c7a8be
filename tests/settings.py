"""The settings of the tests: those of the house, in a folder of their own, with plain static files."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

FOLDER = Path(tempfile.mkdtemp(prefix="minqiao-tests-"))
(FOLDER / "static").mkdir()
os.environ["MINQIAO_VAR"] = str(FOLDER)
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright keeps an event loop in the test's thread
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)

# E402: the house reads its environment when it is imported, so what is set above must come first.
# F403: Django takes a settings module's names as they are; these are the house's, less what is changed below.
from minqiao.config.settings import *  # noqa: E402, F403
from minqiao.config.settings import DATABASES, STORAGES  # noqa: E402

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast; the house uses Argon2
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, as in the house: several connections, as the live server and the tests of bursts need.
    DATABASES["default"]["TEST"] = {"NAME": str(FOLDER / "test.sqlite3")}
