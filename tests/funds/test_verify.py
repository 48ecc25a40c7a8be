"""`minqiao verify ledger`: a book touched past the database's guard is found, and the place named."""

import pytest
from django.core.management import CommandError, call_command

from minqiao.instruments.funds.models import Account, Entry, Fund
from minqiao.instruments.funds.queries.checking import fault_in_ledger
from minqiao.instruments.funds.rules.book import GENESIS, Line, digest
from minqiao.instruments.funds.sheets import SHEETS
from minqiao.overviews.exchange.actions import export
from tests.funds.books import WHEN, a_fund, approved, guard, paid

pytestmark = pytest.mark.django_db
NAME = "毕节市2026年代表建议办理专项资金"


@pytest.fixture
def fund(world):
    """A book of three entries whose guard somebody has taken away."""
    item = approved(world, a_fund(world, 100_000), 50_000)
    paid(world, item, 30_000)
    guard(False)
    return item.fund


def verified(*arguments):
    """(exit code, what is said) of `minqiao verify ledger`."""
    try:
        call_command("verify", "ledger", *arguments)
    except CommandError as error:
        return error.returncode, str(error)
    return 0, ""


def test_a_whole_ledger_and_an_empty_one_are_whole(world, capsys):
    assert verified() == (0, "")
    a_fund(world)
    assert verified() == (0, "")
    assert capsys.readouterr().out == "ledger：完好\n" * 2


def test_an_edited_entry_is_found(fund):
    Entry.objects.filter(seq=3).update(reference="国支2026-9999")
    assert verified() == (1, f"{NAME}：第3笔内容与摘要不符，分录被改动过")


def test_an_entry_turned_to_another_account_is_found(fund):
    other = Account.objects.get(kind="budget")
    Entry.objects.filter(seq=2).update(credit=other)
    assert verified() == (1, f"{NAME}：第2笔内容与摘要不符，分录被改动过")


def test_a_removed_entry_is_found(fund):
    Entry.objects.filter(seq=2)._raw_delete("default")
    words = f"{NAME}：第2笔之后不连续：读到的是第3笔，有分录被删除、插入或调换顺序"
    assert verified() == (1, words)


def test_the_last_entry_removed_is_found(fund):
    Entry.objects.filter(seq=3)._raw_delete("default")
    assert verified() == (1, f"{NAME}：末尾不符：应有3笔，实有2笔，最后的分录被删除或改动过")


def test_entries_that_changed_places_are_found(fund):
    for was, becomes in ((2, 99), (3, 2), (99, 3)):
        Entry.objects.filter(seq=was).update(seq=becomes)
    words = f"{NAME}：第2笔之后不连续：读到的是第3笔，有分录被删除、插入或调换顺序"
    assert verified() == (1, words)


def test_a_touched_balance_is_found(fund):
    Account.objects.filter(kind="pool").update(balance=9_999_999_00)
    assert verified() == (1, f"{NAME}：科目pool的余额应为5000000分，实为999999900分，余额被改动过")


def exported(actor, tmp_path):
    """The book as it is taken out: 专项资金账簿 as CSV."""
    file = tmp_path / "book.csv"
    sheet = next(one for one in SHEETS if one.slug == "fund-entries")
    content, count = export(sheet, "csv", actor=actor, at=WHEN)
    file.write_bytes(content)
    assert count == Entry.objects.count()
    return str(file)


def rewritten(fund):
    """What the strongest forger does: a smaller payment, every hash, the end and the balances made anew."""
    Entry.objects.filter(seq=3).update(amount=1)
    prev = GENESIS
    for one in Entry.objects.filter(fund=fund).select_related("credit", "debit").order_by("seq"):
        plain = ("seq", "at", "on", "kind", "amount", "reference", "note", "user_id", "name", "capacity")
        line = Line(
            **{name: getattr(one, name) for name in plain}, credit=one.credit.code, debit=one.debit.code
        )
        own = digest(prev, fund.key, line)
        Entry.objects.filter(pk=one.pk).update(prev_hash=prev, hash=own)
        prev = own
    Fund.objects.filter(pk=fund.pk).update(last_hash=prev)
    Account.objects.filter(kind="approved").update(balance=50_000_00 - 1)
    Account.objects.filter(kind="paid").update(balance=1)


def test_a_book_written_anew_is_found_by_what_was_taken_out_before(world, fund, tmp_path):
    file = exported(world.affairs, tmp_path)
    assert fault_in_ledger(file) == ""
    rewritten(fund)
    assert verified() == (0, "")
    words = f"{NAME}：第3条与导出文件不符：导出之后记录被改写或删除过"
    assert verified(file) == (1, words)


def test_a_file_that_is_no_book_is_refused(tmp_path):
    file = tmp_path / "other.csv"
    file.write_text("甲,乙\n1,2\n", "utf-8")
    code, words = verified(str(file))
    assert (code, "不是导出的资金账簿" in words) == (2, True)
