"""A real browser for the page: Debian's Chromium (or another) through Playwright; skipped where there is none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import synthetic

from graph.export.html import page as writer
from graph.export.publication import Publication

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Locator, Page

CANDIDATES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
READY = 10_000  # milliseconds that anything may take


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    api = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed: pip install playwright"
    )
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CANDIDATES)), None)
    if path is None:
        pytest.skip(f"no Chromium found ({', '.join(CANDIDATES)}); name one in the variable CHROMIUM")
    with api.sync_playwright() as driver:
        # Containers run as root, where Chromium refuses its own sandbox.
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@dataclass(slots=True)
class Reader:
    """One reader with one page open: what they see and do, and what the page must never do."""

    page: Page
    context: BrowserContext
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def watch(self) -> None:
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda line: self.errors.append(line.text) if line.type == "error" else None)

    def follow(self, link: str) -> None:
        """Go to the state that a link names, as if it had been opened: nothing of the test before is left."""
        self.page.emulate_media(media="screen")
        self.page.fill("#query", "")
        self.page.evaluate("() => document.activeElement.blur()")
        self.page.evaluate("(link) => { location.hash = '#x=' ; location.hash = link; }", link)
        self.wait("() => new Promise((done) => setTimeout(() => done(true), 60))")

    def find(self, selector: str) -> Locator:
        return self.page.locator(selector)

    def text(self, selector: str) -> str:
        return self.page.locator(selector).first.inner_text()

    def wait(self, function: str, argument: object = None) -> None:
        self.page.wait_for_function(function, arg=argument, timeout=READY)

    def shown(self) -> list[str]:
        """Ids of the nodes that are drawn."""
        return self.page.evaluate("() => window.fuwen.shown()")

    def edges(self) -> list[str]:
        return self.page.evaluate("() => window.fuwen.edges()")

    def click_node(self, node_id: str, count: int = 1) -> None:
        place = self.page.evaluate("(id) => window.fuwen.placeOf(id)", node_id)
        box = self.page.locator("#canvas").bounding_box()
        assert box is not None
        self.page.mouse.click(box["x"] + place["x"], box["y"] + place["y"], click_count=count)

    def double_click_node(self, node_id: str) -> None:
        """Click twice; again where a busy machine let more than 300 ms pass between them: then they are two clicks."""
        for _ in range(5):
            self.click_node(node_id, count=2)
            self.page.wait_for_timeout(500)
            if "z=focus" in self.page.url:
                return

    def search(self, words: str) -> None:
        self.page.fill("#query", words)
        self.page.wait_for_function(
            "(words) => document.getElementById('hits').dataset.query === words", arg=words, timeout=READY
        )

    def focus(self, words: str) -> None:
        self.search(words)
        self.page.press("#query", "Enter")
        self.wait("() => location.hash.includes('z=focus')")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="session")
def readers() -> Iterator[dict[str, Reader]]:
    """Pages stay open between tests: a link is followed within the page, which is quicker than loading it anew."""
    found: dict[str, Reader] = {}
    yield found
    for reader in found.values():
        reader.context.close()


@pytest.fixture
def read(browser: Browser, folder: Path, readers: dict[str, Reader]) -> Iterator[Callable[..., Reader]]:
    """Open a publication's page from the disk; afterwards: no error in it, and no request but for itself.

    A test that changes the page's own machinery asks for it `alone`: nobody else gets that page, and it is closed.
    """
    used: list[Reader] = []
    own: list[Reader] = []

    def opened(
        publication: Publication, *, name: str, hash_: str = "", alone: bool = False, **wishes: Any
    ) -> Reader:
        key = f"{name} {sorted(wishes.items())}"
        if alone:
            own.append(reader := _opened(browser, _written(publication, folder, name), wishes))
        else:
            if key not in readers:
                readers[key] = _opened(browser, _written(publication, folder, name), wishes)
            reader = readers[key]
        used.append(reader)
        reader.follow(hash_)
        return reader

    yield opened
    for reader in own:
        reader.context.close()
    for reader in used:
        assert reader.errors == []
        assert [url for url in reader.requests if not url.startswith(("file:", "blob:", "data:"))] == []


def _opened(browser: Browser, path: Path, wishes: dict[str, Any]) -> Reader:
    wishes = {"locale": "zh-CN", "viewport": {"width": 1400, "height": 900}} | wishes
    context = browser.new_context(offline=True, **wishes)
    reader = Reader(page=context.new_page(), context=context)
    reader.watch()
    reader.page.set_default_timeout(READY)
    reader.page.goto(path.as_uri())
    reader.page.wait_for_selector("body[data-letters]", timeout=READY)
    return reader


def _written(publication: Publication, folder: Path, name: str) -> Path:
    target = folder / name
    if not target.exists():
        target.mkdir()
        writer.write(publication, target)
    return target / writer.FILE


@pytest.fixture(scope="session")
def letters() -> Publication:
    """Twelve letters, some unsigned or undated, with a promise and a figure each."""
    return synthetic.with_claims(synthetic.publication(12))


@pytest.fixture
def page(read: Callable[..., Reader], letters: Publication) -> Reader:
    return read(letters, name="letters")
