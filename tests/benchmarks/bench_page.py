"""Size and speed of the page in headless Chromium, against the lines of the issue.

    python tests/benchmarks/bench_page.py [--nodes 1000,50000] [--letters 5,1000] [--texts 6500]

`--nodes`: graphs without letter texts (preferential attachment, 3 edges a node, names of 14 characters);
`--letters`: letters made up from a template, with texts; `--texts`: so many letters of random Chinese characters
drawn by Zipf's law, which compress no better than real prose: about 50,000 nodes at 6,500 letters.
Lines: 1 s to the first stable picture at 1k nodes, 1.5 s at 50k; 20 ms a frame while panning; 50 ms a name search;
4 MB at 50k nodes without texts, 20 MB with.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent)]

import synthetic  # noqa: E402  (the script runs from any folder)
from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402  (the same)

from graph.export.html import page as writer  # noqa: E402  (the same)
from graph.export.publication import Publication  # noqa: E402  (the same)

FRAMES = """() => new Promise((done) => {
    const times = [];
    let last = performance.now();
    const step = (now) => {
        times.push(now - last);
        last = now;
        if (times.length < 90) requestAnimationFrame(step);
        else done(times.slice(2));
    };
    requestAnimationFrame(step);
})"""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--nodes", default="1000,50000")
    parser.add_argument("--letters", default="5,1000")
    parser.add_argument("--texts", default="")
    wanted = parser.parse_args()
    with sync_playwright() as driver, tempfile.TemporaryDirectory() as folder:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        print("graph                  nodes   edges   write s   kB     paint ms  pan ms mean/p95  search ms")
        for name, publication in _publications(wanted):
            _measure(browser, name, publication, Path(folder))
        browser.close()


def _publications(wanted: argparse.Namespace):
    for size in _numbers(wanted.nodes):
        yield f"{size} nodes", synthetic.sparse_publication(size)
    for size in _numbers(wanted.letters):
        yield f"{size} letters", synthetic.publication(size)
    for size in _numbers(wanted.texts):
        yield f"{size} letters, prose", _with_prose(synthetic.publication(size))


def _numbers(listed: str) -> list[int]:
    return [int(part) for part in listed.split(",") if part]


def _with_prose(plain: Publication, length: int = 2500) -> Publication:
    """Lengthen every letter to so many characters of a Zipf-like distribution (entropy of about 9 bits)."""
    chance = random.Random(3)  # noqa: S311  (the same letters every time)
    characters = [chr(0x4E00 + number) for number in range(3500)]
    weights = [1 / (rank + 12) for rank in range(3500)]
    texts = {
        letter: text + "".join(chance.choices(characters, weights, k=max(0, length - len(text))))
        for letter, text in plain.texts.items()
    }
    return replace(plain, texts=texts)


def _measure(browser: Browser, name: str, publication: Publication, folder: Path) -> None:
    target = folder / name.replace(" ", "-").replace(",", "")
    target.mkdir()
    begun = time.perf_counter()
    paths = writer.write(publication, target)
    seconds = time.perf_counter() - begun
    page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
    page.goto((target / writer.FILE).as_uri())
    page.wait_for_selector("body[data-ready]", timeout=60_000)
    paint = page.evaluate("() => Number(document.body.dataset.ready)")
    page.wait_for_selector("body[data-letters]", timeout=60_000)
    frames = sorted(_pan(page))
    search = max(
        page.evaluate("(words) => window.fuwen.searchMilliseconds(words)", words)
        for words in ("医药", "中心 9", "szkj")
    )
    mean, late = sum(frames) / len(frames), frames[int(len(frames) * 0.95)]
    size = max(path.stat().st_size for path in paths) // 1000  # the largest page
    tables = publication.tables
    print(
        f"{name:22} {len(tables.entities):6} {len(tables.edges):7} {seconds:9.1f} {size:7} {paint:9} "
        f"{mean:10.0f}/{late:.0f} {search:13.0f}",
        f"({len(paths)} files)" if len(paths) > 1 else "",
    )
    page.close()


def _pan(page: Page) -> list[float]:
    """Milliseconds of every frame while a real mouse drags the picture."""
    box = page.locator("#canvas").bounding_box()
    x, y = box["x"] + 40, box["y"] + box["height"] - 30
    page.mouse.move(x, y)
    page.mouse.down()
    waiting = page.evaluate_handle(f"() => {{ window.frames_ = ({FRAMES})(); }}")
    for step in range(60):
        page.mouse.move(x + step * 4, y - step * 3)
    page.mouse.up()
    waiting.dispose()
    return page.evaluate("() => window.frames_")


if __name__ == "__main__":
    main()
