"""`minqiao serve`: the platform in production form; an insecure setting is refused with the reason."""

import ipaddress

from django.conf import settings
from django.core.management.base import CommandError

from minqiao.config.checks import insecure_settings
from minqiao.config.serving import serve
from minqiao.kit.command import HouseCommand


def is_loopback(host) -> bool:
    """Whether only this machine can reach `host`."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class Command(HouseCommand):
    help = "启动服务（Granian，WSGI）。不执行迁移；正式运行时设置不安全则拒绝启动并说明原因。"

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1", help="监听地址，默认只在本机")
        parser.add_argument("--port", type=int, default=8000, help="端口，默认8000")
        parser.add_argument("--workers", type=int, default=2, help="工作进程数，默认2")
        parser.add_argument("--threads", type=int, default=4, help="每个进程的线程数，默认4")

    def handle(self, *, host, port, workers, threads, **options):
        if not settings.PRODUCTION and not is_loopback(host):
            raise CommandError("未设 MINQIAO_PRODUCTION=1，只能在本机地址（127.0.0.1）上启动", returncode=2)
        faults = insecure_settings() if settings.PRODUCTION else []
        if faults:
            raise CommandError("拒绝启动：\n  " + "\n  ".join(faults), returncode=2)
        self.check(databases=["default"])
        self.stdout.write(f"服务地址 http://{host}:{port}/ ，按 Ctrl+C 停止")
        self.stdout.flush()
        serve(host=host, port=port, workers=workers, threads=threads)
