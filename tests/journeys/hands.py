"""What hands do in a browser, in the user's words."""

NAMES = """() => {
    const at = document.activeElement, labels = [...at.labels ?? []].map(label => label.innerText);
    return [at.getAttribute("aria-label") ?? "", ...labels, at.innerText ?? ""].map(words => words.trim());
}"""


def press(page, name):
    """Presses the button with exactly these words."""
    page.get_by_role("button", name=name, exact=True).click()


def follow(page, name):
    """Follows the link with these words in the page's own part, not in the menu."""
    page.locator("main, aside").get_by_role("link", name=name).first.click()


def menu(page, name):
    """Chooses a line of the main menu."""
    page.get_by_role("navigation", name="主菜单").get_by_role("link", name=name, exact=True).click()


def write(page, label, words):
    """Writes into the field with this label."""
    page.get_by_label(label, exact=False).first.fill(words)


def heading(page):
    """The words of the page's one heading."""
    return page.locator("h1").inner_text()


def reads(page):
    """All the words of the page's main part."""
    return page.locator("main").inner_text()


def done(page):
    """What the page says has been done."""
    return page.locator("main .callout[role=status]").first.inner_text()


class Keys:
    """A keyboard and nothing else."""

    def __init__(self, page):
        self.page = page

    def to(self, words, most=150):
        """Tab onwards until what has the focus bears these words (the beginning of its label)."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if any(name.startswith(words) for name in self.page.evaluate(NAMES)):
                return self
        raise AssertionError(f"no way by Tab to “{words}” on {self.page.url}")

    def enter(self):
        """Enter, and wait for the page it leads to."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self

    def press(self, *keys):
        """Single keys, one after another."""
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def type(self, words):
        """Types into what has the focus."""
        self.page.keyboard.insert_text(words)
        return self
