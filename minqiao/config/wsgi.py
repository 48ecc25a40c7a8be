"""The WSGI door (WSGI, not ASGI: docs/decisions/0007)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "minqiao.config.settings")
application = get_wsgi_application()
