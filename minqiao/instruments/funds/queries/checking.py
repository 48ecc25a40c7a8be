"""`minqiao verify ledger`: every fund's chain and balances computed anew."""

import csv

from django.db import transaction

from minqiao.foundation.trail.rules import first_missing
from minqiao.instruments.funds.models import Account, Entry, Fund
from minqiao.instruments.funds.rules.book import PLAIN, Line, first_fault

CHUNK = 2000
COLUMNS = {"fund": "资金", "seq": "笔号", "hash": "摘要"}  # of an exported book: what it is held against


def fault_in_ledger(file="") -> str:
    """The first fault of all books in words, or "". `file`: an exported book (CSV) to hold them against.

    Raises OSError or ValueError when the file cannot be read as an exported book.
    """
    for pk in Fund.objects.order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():  # nothing is entered while the book is read
            fund = Fund.objects.select_for_update().get(pk=pk)
            fault = fault_in(fund)
        if fault:
            return f"{fund.name}：{fault}"
    return _fault_against(file) if file else ""


def fault_in(fund) -> str:
    """The first fault of one fund's book in words, or ""."""
    codes = dict(Account.objects.filter(fund=fund).values_list("pk", "code"))
    balances = dict(Account.objects.filter(fund=fund).values_list("code", "balance"))
    entries = Entry.objects.filter(fund=fund).order_by("pk").values().iterator(chunk_size=CHUNK)
    numbers = {}

    def rows():
        for entry in entries:
            numbers[entry["id"]] = entry["seq"]
            yield _line(entry, codes, numbers), entry["prev_hash"], entry["hash"]

    return first_fault(fund.key, rows(), (fund.last_seq, fund.last_hash), balances)


def _line(entry, codes, numbers):
    return Line(
        **{name: entry[name] for name in PLAIN},
        credit=codes.get(entry["credit_id"], ""),
        debit=codes.get(entry["debit_id"], ""),
        reverses=numbers.get(entry["reverses_id"], 0),
    )


def _fault_against(file):
    with open(file, encoding="utf-8-sig", newline="") as source:
        rows = csv.DictReader(source)
        if not set(COLUMNS.values()) <= set(rows.fieldnames or ()):
            raise ValueError(f"{file}：不是导出的资金账簿，缺少“{'”“'.join(COLUMNS.values())}”")
        anchors = {}
        for row in rows:
            book = anchors.setdefault(row[COLUMNS["fund"]], {})
            book[int(row[COLUMNS["seq"]])] = row[COLUMNS["hash"]]
    for name, book in anchors.items():
        chain = Entry.objects.filter(fund__name=name).values_list("seq", "hash").iterator(chunk_size=CHUNK)
        if fault := first_missing(book, chain):
            return f"{name}：{fault}"
    return ""
