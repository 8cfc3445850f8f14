"""What a test sees and does on the page of a redovisning."""


def dialog(page, kind):
    return page.findChildren(kind)[-1]


def chips(page) -> list[str]:
    return [chip.text() for chip in page.head._chips if not chip.isHidden()]


def shown(page) -> list[tuple[str, str, str]]:
    return [(row.number, row.text, row.info) for row in page.list.shown()]


def offered(page) -> list[str]:
    return [text for text, _ in page.acts.offered()]


def do_offered(page, text: str) -> None:
    next(act for said, act in page.acts.offered() if said == text)()
