"""The manners of every command: one clear line per fault, 2 when the input was wrong, 1 otherwise."""

import datetime as dt
import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand

WRONG_INPUT, FAILED = 2, 1


class Faults(Exception):
    """What keeps a command from doing what was asked: lines for the person, and the code to end with."""

    def __init__(self, *lines, code=WRONG_INPUT):
        super().__init__("\n".join(lines))
        self.lines, self.code = lines, code


class HouseCommand(BaseCommand):
    """A command that raises Faults instead of printing and exiting by itself.

    It starts without Django's checks, which would load every page and operation first: `check` makes them,
    and `serve` before it serves.
    """

    requires_system_checks = []

    def execute(self, *args, **options):
        try:
            return super().execute(*args, **options)
        except Faults as faults:
            for line in faults.lines:
                self.stderr.write(line)
            sys.exit(faults.code)

    def add_json(self, parser):
        """The switch every answering command has."""
        parser.add_argument("--json", action="store_true", help="输出一份 JSON")

    def write_json(self, answer):
        """One JSON document on standard output."""
        self.stdout.write(json.dumps(answer, ensure_ascii=False))


def read_text(path) -> str:
    """A text file as people save it here: UTF-8 with or without its mark, or GB 18030. Raises Faults."""
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        raise Faults(f"{path}：无法读取（{error.strerror}）") from error
    try:
        return decoded(raw)
    except ValueError as error:
        raise Faults(f"{path}：{error}") from error


def decoded(raw: bytes) -> str:
    """Bytes as text; ValueError in words when they are neither UTF-8 nor GB 18030."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError("不是文本文件（应为 UTF-8 或 GB 18030 编码）")


def read_json(path):
    """The document in a JSON file; a repeated key is a fault, not a silent overwriting. Raises Faults."""
    try:
        return json.loads(read_text(path), object_pairs_hook=_once, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        place = f"第{error.lineno}行第{error.colno}列"
        raise Faults(f"{path}：{place}起不是有效的 JSON") from error
    except (ValueError, RecursionError) as error:
        raise Faults(f"{path}：{error}") from error


def day_from(text) -> dt.date:
    """A day written YYYY-MM-DD. Raises ValueError in words."""
    text = str(text).strip()
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError as error:
        raise ValueError(f"“{text}”不是有效日期，应写作 2026-03-20 的样子") from error


def _once(pairs):
    keys = [key for key, _ in pairs]
    if repeated := next((key for key in keys if keys.count(key) > 1), None):
        raise ValueError(f"“{repeated}”出现了不止一次")
    return dict(pairs)


def _no_constant(word):
    raise ValueError(f"{word} 不是数")
