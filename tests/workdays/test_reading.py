"""A calendar file: days in, faults by row and column out."""

import datetime as dt

import pytest

from minqiao.foundation.workdays.choices import Kind
from minqiao.foundation.workdays.rules import Row, arrangements, blank_year, months, read, shipped_calendar
from tests.workdays.conftest import csv_of_2027, lines_of_2027


def changed(line, text):
    """The file of 2027 with its line number `line` (the head is 1) written anew."""
    lines = lines_of_2027()
    lines[line - 1] = text
    return "\n".join(lines)


def test_a_whole_year():
    rows, faults = read(csv_of_2027())
    assert (len(rows), faults) == (365, [])
    assert rows[0] == Row(dt.date(2027, 1, 1), False, Kind.HOLIDAY, "元旦")
    assert rows[29] == Row(dt.date(2027, 1, 30), True, Kind.MAKEUP_WORKDAY, "春节")
    assert rows[3] == Row(dt.date(2027, 1, 4), True, Kind.WORKDAY, "")


def test_chinese_heads_and_words_are_understood_in_any_order():
    lines = [line.split(",") for line in lines_of_2027()[1:]]
    yes_no = {"1": "是", "0": "否"}
    text = "节假日,日期,是否上班\n" + "\n".join(
        f"{name},{day},{yes_no[works]}" for day, works, _, name in lines
    )
    assert read(text) == read(csv_of_2027())


@pytest.mark.parametrize(
    ("line", "text", "fault"),
    [
        (40, "2027-02-30,1,workday,", "第40行“日期”列：“2027-02-30”不是有效日期，应写作 2027-01-01 的样子"),
        (5, "2027-01-05,1,workday,", "第6行“日期”列：2027-01-05与前面的行重复"),
        (5, "2027-01-04,也许,workday,", "第5行“是否上班”列：“也许”应为1（上班）或0（休息）"),
        (5, "2027-01-04,0,,", "第5行“节假日”列：2027-01-04不是周末，放假须写明是哪个节假日"),
        (5, "2027-01-04,1,workday,元旦", "第5行“节假日”列：2027-01-04是平日上班，不应填写节假日“元旦”"),
        (5, "2027-01-04,1,weekend,", "第5行“类别”列：“weekend”与星期、是否上班、节假日不一致，应为“工作日”"),
        (5, "1999-01-04,1,workday,", "第5行“日期”列：1999年不在可导入的年份之内（2000至2099年）"),
        (5, "2027-01-04", "第5行“是否上班”列：“”应为1（上班）或0（休息）"),
        (5, "", "2027年应有365天，读到364天，缺2027-01-04"),
        (166, "2027-06-14,1,workday,", ""),
    ],
)
def test_faults_name_row_and_column(line, text, fault):
    assert read(changed(line, text))[1] == ([fault] if fault else [])


def test_every_fault_is_named():
    lines = lines_of_2027()
    lines[4], lines[9] = "x,1,workday,", "2027-01-09,y,,"
    assert [fault[:8] for fault in read("\n".join(lines))[1]] == ["第5行“日期”列", "第10行“是否上"]


def test_a_year_must_be_whole():
    fault = "2027年应有365天，读到180天，缺2027-06-30、2027-07-01、2027-07-02、2027-07-03、2027-07-04等"
    assert read("\n".join(lines_of_2027()[:181]))[1] == [fault]


def test_weekends_alone_are_not_a_calendar():
    text = "date,is_workday,holiday\n" + "\n".join(
        f"{row.date},{int(row.is_workday)}," for row in blank_year(2028)
    )
    names = "元旦、春节、清明节、劳动节、端午节、中秋节、国庆节"
    assert read(text)[1] == [f"2028年没有{names}的放假安排，请对照国务院办公厅通知补全"]
    assert len(blank_year(2028)) == 366


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", ["文件是空的"]),
        ("date,holiday\n", ["第1行：缺少“是否上班”列"]),
        ("date,is_workday,holiday\n", ["文件中没有日期"]),
    ],
)
def test_files_that_are_no_calendar(text, faults):
    assert read(text) == ([], faults)


def test_broken_quotes_are_a_fault():
    assert read('date,is_workday,holiday\n"2027-01-01,1,\n')[1][0].startswith("不是有效的 CSV 文件")


def test_the_shipped_calendar():
    days = shipped_calendar()
    assert [days.is_workday(dt.date(2026, 6, number)) for number in (18, 19, 20, 21, 22)] == [
        True, False, False, False, True,
    ]  # fmt: skip
    assert days.holiday(dt.date(2026, 6, 19)) == "端午节"
    assert (days.is_workday(dt.date(2026, 9, 20)), days.holiday(dt.date(2026, 9, 20))) == (True, "国庆节")


def test_a_year_as_people_read_it():
    rows, _ = read(csv_of_2027())
    told = [(one.holiday, str(one.first), one.length, [*map(str, one.made_up)]) for one in arrangements(rows)]
    assert told == [
        ("元旦", "2027-01-01", 1, []),
        ("春节", "2027-02-06", 7, ["2027-01-30"]),
        ("清明节", "2027-04-05", 1, []),
        ("劳动节", "2027-05-03", 1, []),
        ("端午节", "2027-06-09", 1, []),
        ("中秋节", "2027-09-15", 1, []),
        ("国庆节", "2027-10-01", 1, []),
        ("国庆节", "2027-10-04", 1, []),
    ]
    january = dict(months(rows))[1]
    assert [cell and cell.day.day for cell in january[0]] == [None, None, None, None, 1, 2, 3]
    assert (january[0][4].mark, january[4][5].mark, january[0][5].mark) == ("休", "班", "")
    assert len(months(rows)) == 12
