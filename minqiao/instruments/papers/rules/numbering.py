"""Numbers and dates as official papers write them (pure)."""

import datetime as dt

DIGITS = "〇一二三四五六七八九"


def chinese_number(n: int) -> str:
    """1..99 in Chinese characters, as headings count: 一、十、十二、二十、九十九."""
    if not 0 < n < 100:
        raise ValueError(f"{n} is not between 1 and 99")
    tens, ones = divmod(n, 10)
    head = {0: "", 1: "十"}.get(tens, f"{DIGITS[tens]}十")
    return head + (DIGITS[ones] if ones else "")


def chinese_date(day: dt.date) -> str:
    """2026年6月22日: Arabic digits, no leading zero (GB/T 9704-2012, 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


def series_of_year(word: str, year: int) -> str:
    """The series of one organ's numbers in one year: 毕人常交 and 2026 give 毕人常交〔2026〕{serial}号."""
    return f"{word}〔{year}〕{{serial}}号"


def number_in(series: str, serial: int) -> str:
    """The number of a serial: the series is its own pattern; without {serial} it is just followed by it."""
    return series.format(serial=serial) if "{serial" in series else f"{series}{serial}"
