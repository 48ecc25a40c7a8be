"""What the demo's command says while it works: a progress bar on a terminal, plain lines elsewhere."""

from contextlib import contextmanager

from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from minqiao.config.demo.logins import LOGINS, PASSWORD

STEPS = 10  # plain lines over the length of the year
WIDTH = 120  # characters of the table where there is no terminal


class Teller:
    """Says on `out` (a command's stdout) how far the work has come."""

    def __init__(self, out):
        self.out = out
        is_screen = bool(getattr(out, "isatty", None) and out.isatty())
        self.console = Console(file=out, width=None if is_screen else WIDTH, highlight=False)

    def say(self, words):
        """A line."""
        self.console.print(words, markup=False)

    @contextmanager
    def year(self, first, last):
        """Gives `told(day)`, to be called for each day from `first` to `last` that is done."""
        days = max((last - first).days, 1)
        if self.console.is_terminal:
            with self._bar() as bar:
                task = bar.add_task("代表建议的一年", total=days)
                yield lambda on: bar.update(task, completed=(on - first).days, description=_date(on))
        else:
            yield self._plain(first, days)

    def _bar(self):
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        return Progress(*columns, console=self.console, transient=True)

    def _plain(self, first, days):
        said = []

        def told(on):
            step = (on - first).days * STEPS // days
            if step > len(said):
                said.extend([step] * (step - len(said)))
                self.say(f"  代表建议：已到{_date(on)}")

        return told

    def logins(self):
        """The table of sign-ins."""
        table = Table(box=box.SIMPLE_HEAD, title=f"演示账号，密码都是 {PASSWORD}", title_justify="left")
        for name in ("用户名", "身份", "可以做什么"):
            table.add_column(name, overflow="fold")
        for row in LOGINS:
            table.add_row(*row)
        self.console.print(table)


def _date(on):
    return f"{on.year}年{on.month:2}月{on.day:2}日"
