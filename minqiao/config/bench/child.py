"""The process a benchmark runs in: `python -m minqiao.config.bench.child NAME SIZE…`, figures as JSON."""

import json
import logging
import os
import sys

import django
from django.core.management import call_command
from django.db import connection

from minqiao.config.bench.places import MARK


def main(name, *sizes):
    """Prepare the empty database made for this run, measure at each size, print the figures."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "minqiao.config.settings")
    logging.basicConfig(level=logging.ERROR)  # a page that fails says why
    django.setup()
    if os.environ.get(MARK) != "1" or connection.introspection.table_names():
        sys.exit("这个数据库不是为基准测试新建的，不予使用")
    say(f"建表（{connection.vendor}）")
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    figures = benchmark(name)([int(size) for size in sizes], say)
    print(json.dumps([figure.as_dict() for figure in figures], ensure_ascii=False))


def benchmark(name):
    """The function that measures; its modules need Django to be set up, hence not imported above."""
    return django.utils.module_loading.import_string(f"minqiao.config.bench.{name}.measured")


def say(words):
    """Progress, beside the figures."""
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
