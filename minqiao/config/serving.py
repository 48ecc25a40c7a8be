"""How the platform is served: Granian speaking WSGI, workers × threads (docs/decisions/0007)."""

from django.core.management import call_command
from granian import Granian
from granian.constants import Interfaces

TARGET = "minqiao.config.wsgi:application"


def serve(*, host="127.0.0.1", port=8000, workers=2, threads=4):
    """Gather the static files, then serve until stopped. Migrates nothing."""
    call_command("collectstatic", interactive=False, verbosity=0)
    server = Granian(
        TARGET,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=threads,
        websockets=False,
        respawn_failed_workers=True,
    )
    server.serve()
