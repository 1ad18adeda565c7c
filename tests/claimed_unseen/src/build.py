"""Build letters/ and the gold rows of a set from its marked sources (src/*.txt), and verify every row.

Run from the repository's root: `python tests/claimed_unseen/src/build.py [SET] [--check] [-v]`; SET is a folder of
tests (default: claimed_unseen; claimed_new is built by this script too). With `--check` nothing is written: the files
that stand there must be what the sources give. Fails with every fault found.

A source has five parts, each begun by a line `## part`:

- header: key=value. `jointly_with` is id:basis, separated by 、. `restored` says which place a leading 市, 省 or 区 of
  a name stands for; preferred names carry it.
- letter: the text; a name is {surface|k-id}, or {surface|k-id|A} for an anaphor, with k = o organisation,
  f fund, p platform, l policy.
- relations: subject predicate object status strength snippet. Comma lists mean every pair, @X is the bare place X,
  status D done, O ongoing, P planned, strength x explicit, i implied,
  u implied, and one end is only referred to in the sentence (该联合体, 平台). The issuing department may always be
  left out.
- figures: value|unit|qualifier|ranking|what|place|period|change|snippet
- commitments: actor|what|status|marker|explicit marker (1 or 0)|snippet

A snippet stands once in the letter; its sentence is the evidence.
"""

import json
import re
import sys
from collections import Counter
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from ontology.relation_patterns import RELATIONS  # noqa: E402  (the script runs from any folder)

NAMED = next((each for each in sys.argv[1:] if not each.startswith("-")), "claimed_unseen")
SET = ROOT / "tests" / NAMED
KINDS = {"o": "organisation", "f": "fund", "p": "platform", "l": "policy"}
STATUS = {"D": "done", "O": "ongoing", "P": "planned"}
STRENGTH = {"x": "explicit", "i": "implied", "u": "implied"}
MARK = re.compile(r"\{([^{}|]+)\|([ofpl])-([^{}|]+)(\|A)?\}")
HEADING = re.compile(
    r"(?m)^(?P<first>[一二三四五六]、[^\n。]+)"
    r"|(?:^|(?<=。))(?P<second>[（(][一二三四五六][)）][^\n。]{2,40})(?=。)"
    r"|(?:^|(?<=。))(?P<third>[一二三四五六]是[^。；;，,：\n]{2,40})(?=。)"
    r"|^(?P<last>下一步|下一阶段|下阶段|接下来)(?=[，,])"
)
GROWTH = ("同比", "较上年", "比年初")
faults: list[str] = []


def require(true, *what):
    if not true:
        faults.append(" ".join(map(str, what)))


def parts(path):
    """Return the parts of a source by name, each as its text."""
    found = re.split(r"(?m)^## (\w+)\n", path.read_text(encoding="utf-8"))[1:]
    return {name: body.rstrip("\n") for name, body in zip(found[::2], found[1::2], strict=True)}


def sentence(text, position):
    """Return start and end of the sentence around a position; a line end closes a sentence too."""
    start = max(text.rfind(mark, 0, position) for mark in "。！\n") + 1
    end = position
    while end < len(text) and text[end] not in "。！\n":
        end += 1
    return start, end + (end < len(text) and text[end] != "\n")


def plain(doc, marked):
    """Return the letter without marks, and its mentions."""
    text, cursor, mentions, seen = "", 0, [], Counter()
    for match in MARK.finditer(marked):
        text += marked[cursor : match.start()]
        start, surface, cursor = len(text), match[1], match.end()
        text += surface
        norm = re.sub(r"\s", "", surface)
        seen[norm] += 1
        mentions.append(
            {
                "doc": doc,
                "start": start,
                "end": len(text),
                "text": surface,
                "norm": norm,
                "occurrence": seen[norm],
                "kind": KINDS[match[2]],
                "entity_ids": [match[3]],
                "anaphor": bool(match[4]),
            }
        )
    text += marked[cursor:]
    require(not re.search(r"[{}|]", text), doc, "mark left over", re.findall(r".{9}[{}|].{9}", text))
    return text, mentions


def once(doc, text, snippet):
    """Return the sentence that holds the snippet, and where the snippet starts."""
    require(text.count(snippet) == 1, doc, "snippet", text.count(snippet), snippet)
    start = text.find(snippet)
    return (*sentence(text, max(start, 0)), start)


def node(doc, name, known, places):
    if name.startswith("@"):
        places["place:" + name[1:]] = name[1:]
        return "place:" + name[1:]
    require(name in known, doc, "unknown id", name)
    return name


def relations(doc, text, lines, mentions, issuer, places):
    known = {each for row in mentions for each in row["entity_ids"]}
    seen = set()
    for line in lines:
        subjects, predicate, objects, status, strength, snippet = line.split(" ", 5)
        require(predicate in RELATIONS, doc, line)
        start, end, _ = once(doc, text, snippet)
        inside = {each for row in mentions if start <= row["start"] < end for each in row["entity_ids"]}
        for pair in product(subjects.split(","), objects.split(",")):
            one, two = (node(doc, name, known, places) for name in pair)
            require((one, predicate, two, start) not in seen, doc, "twice", one, predicate, two)
            seen.add((one, predicate, two, start))
            absent = [each for each in (one, two) if not each.startswith("place:") and each not in inside]
            require(
                absent in ([], [issuer]) or strength == "u", doc, "evidence lacks", absent, text[start:end]
            )
            row = {"doc": doc, "subject": one, "predicate": predicate, "object": two}
            row |= {"status": STATUS[status], "strength": "implied" if absent else STRENGTH[strength]}
            row |= {"evidence": text[start:end], "start": start, "end": end}
            yield row | ({"unmentioned": absent} if absent else {})


def figure_type(value, unit):
    if not value or unit == "名次":
        return "ranking"
    if unit in ("%", "个百分点", "成"):
        return "percent"
    if unit == "倍" or re.search("[/:∶]", value):
        return "ratio"
    return "amount" if "元" in unit else "count"


def figures(doc, text, lines):
    for line in lines:
        value, unit, qualifier, ranking, what, place, period, change, snippet = (
            part or None for part in line.split("|")
        )
        start, end, at = once(doc, text, snippet)
        if value and unit != "名次" and re.fullmatch(r"[\d.]+", value) and not value.isdigit():
            require(value in snippet, doc, "value not in snippet", line)
        growth = bool(change and change.startswith(GROWTH) and unit in ("%", "个百分点"))
        yield {
            "doc": doc,
            "type": figure_type(value, unit or ""),
            "value": value,
            "unit": unit,
            "qualifier": qualifier,
            "ranking": ranking,
            "what": what,
            "place": place,
            "period": period,
            "change": change,
            "secondary": growth or change == "增长",
            "note": None,
            "text": snippet,
            "start": at,
            "end": at + len(snippet),
            "evidence": text[start:end],
        }


def commitments(doc, text, lines, mentions, places):
    known = {each for row in mentions for each in row["entity_ids"]}
    for line in lines:
        actor, what, status, marker, explicit, snippet = line.split("|")
        require(status in STATUS.values(), doc, line)
        start, end, at = once(doc, text, snippet)
        # the parts of a marker joined by a slash or an ellipsis may stand apart in the paragraph
        before = text[text.rfind("\n", 0, at) + 1 : end]
        for part in re.split("[/…]", marker):
            require(part in before, doc, "marker", part, "not before", snippet)
        yield {
            "doc": doc,
            "actor": node(doc, actor, known, places),
            "what": what,
            "status": status,
            "marker": marker,
            "explicit_marker": explicit == "1",
            "evidence": text[start:end],
            "start": at,
        }


def sections(text):
    levels = {"first": 1, "second": 2, "third": 2, "last": 0}
    for match in HEADING.finditer(text):
        heading = match[match.lastgroup]
        point = re.fullmatch(r".*?关于(.+)的建议", heading)
        yield {
            "heading": heading,
            "level": levels[match.lastgroup],
            "start": match.start(),
            "answers_point": point[1] if point and "所提" not in point[1] else None,
        }


def header(doc, text, lines, known):
    row = {"doc": doc, **dict(line.split("=", 1) for line in lines)}
    for key in ("letter_title", "letterhead", "document_number", "proposal_title", "proposal_number"):
        require(row.get(key, "") in text, doc, "header", key)
    require(row.get("session_as_printed", "一次会议") in text, doc, "session")
    row |= {key: row[key].split("、") for key in ("addressees", "proposers")}
    row["proposal_year"] = int(row["proposal_year"])
    row["role"], row["signed"] = row.get("role"), True
    joint = [each.split(":") for each in row["jointly_with"].split("、")]
    row["jointly_with"] = [{"id": one, "basis": basis} for one, basis in joint]
    require({one for one, _ in joint} | {row["issuer"], row["body"]} <= known, doc, "header ids", joint)
    for key, kind in (("addressee_count", int), ("collective", bool)):
        if key in row:
            row[key] = kind(row[key])
    row["sections"] = list(sections(text))
    return row


def restored(name, places):
    """Return the name with its place: 市财政局 as 合肥市财政局, but 市市场监管局 as 合肥市市场监管局."""
    place = places.get(name[0])
    return place + name[1:] if place else name


def entities(mentions, heads):
    """Return one row per entity; the longest form that is no anaphor is preferred."""
    for name in dict.fromkeys(each for row in mentions for each in row["entity_ids"]):
        mine = [row for row in mentions if name in row["entity_ids"]]
        require(len({row["kind"] for row in mine}) == 1, name, "has two kinds")
        forms = list(dict.fromkeys(row["text"] for row in mine))
        named = [row["text"] for row in mine if not row["anaphor"]]
        require(named, name, "has no name")
        places = dict(each.split(":") for each in heads[mine[0]["doc"]].split("、") if each)
        longest = max(named or forms, key=len)
        preferred = restored(longest, places)
        yield {
            "id": name,
            "kind": mine[0]["kind"],
            "preferred_name": preferred,
            "aliases": [form for form in forms if form != preferred],
            "subkind": "",
            "note": "",
            "forms_seen": forms,
            "preferred_seen": preferred == longest,
            "docs": sorted({row["doc"] for row in mine}),
        }


def unmarked(doc, text, mentions, title):
    """Fault every further occurrence of a marked name outside the marks and the title of the proposal."""
    at = text.find(title)
    covered = [(row["start"], row["end"]) for row in mentions] + [(at, at + len(title))]
    for form in sorted({row["text"] for row in mentions}):
        for match in re.finditer(re.escape(form), text):
            inside = any(start <= match.start() and match.end() <= end for start, end in covered)
            require(inside, doc, "unmarked", form, "at", text[max(0, match.start() - 9) : match.end() + 9])


def uncovered_numbers(doc, text, rows, mentions, title):
    """Print what looks like a number and lies in no figure, name or title: for the annotator's eye."""
    spans = [(row["start"], row["end"]) for row in rows + mentions]
    at = text.find(title)
    spans.append((at, at + len(title)))
    number = (
        r"\d[\d.]*(?![\d.年月日届])|[两二三四五六七八九十]+[个家支项组所大成条倍年方级届]"
        r"|[首唯][个批一家次]|率先|首位|最[大多低高]"
    )
    for match in re.finditer(number, text):
        if not any(
            start <= match.start() < end or match.start() <= start < match.end() for start, end in spans
        ):
            print("  number?", doc, text[max(0, match.start() - 14) : match.end() + 10].replace("\n", "/"))


def build():
    """Return the files of the set: relative path to text."""
    tables = {
        name: []
        for name in ("mentions", "entities", "headers", "relations", "figures", "commitments", "places")
    }
    files, places = {}, {}
    for path in sorted((SET / "src").glob("*.txt")):
        doc, part = path.stem, parts(path)
        text, mentions = plain(doc, part["letter"])
        known = {each for row in mentions for each in row["entity_ids"]}
        head = header(doc, text, part["header"].split("\n"), known)
        claimed = relations(doc, text, part["relations"].split("\n"), mentions, head["issuer"], places)
        counted = list(figures(doc, text, part["figures"].split("\n")))
        promised = commitments(doc, text, part["commitments"].split("\n"), mentions, places)
        unmarked(doc, text, mentions, head["proposal_title"])
        if "-v" in sys.argv:
            uncovered_numbers(doc, text, counted, mentions, head["proposal_title"])
        files[f"letters/{doc}.txt"] = text + "\n"
        for name, rows in (("mentions", mentions), ("headers", [head]), ("relations", claimed)):
            tables[name] += sorted(rows, key=lambda row: row.get("start", 0))
        for name, rows in (("figures", counted), ("commitments", promised)):
            tables[name] += sorted(rows, key=lambda row: row["start"])
    heads = {row["doc"]: row.pop("restored", "") for row in tables["headers"]}
    tables["entities"] = list(entities(tables["mentions"], heads))
    tables["places"] = [{"id": one, "name": name, "note": "bare place"} for one, name in places.items()]
    for name, rows in tables.items():
        files[f"{name}.jsonl"] = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return files


def verify(files):
    """Hold the offsets of the finished rows against the finished letters, whatever built them."""
    for name in ("mentions", "relations", "figures", "commitments"):
        for row in map(json.loads, files[f"{name}.jsonl"].splitlines()):
            text = files[f"letters/{row['doc']}.txt"]
            if "end" in row:
                said = row["text"] if "text" in row else row["evidence"]
                require(text[row["start"] : row["end"]] == said, name, row)
            require(row.get("evidence", "") in text, name, row)


def main():
    files = build()
    verify(files)
    for name, content in files.items():
        path = SET / name
        if "--check" in sys.argv:
            require(
                path.is_file() and path.read_text(encoding="utf-8") == content,
                name,
                "is not what the sources give",
            )
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(content, encoding="utf-8", newline="\n")
    for name in sorted(files):
        if name.startswith("letters/"):
            doc = Path(name).stem
            rows = {
                table: files[f"{table}.jsonl"].count(f'"doc": "{doc}"')
                for table in ("mentions", "relations", "figures", "commitments")
            }
            print(doc, len(files[name]) - 1, "characters", rows)
    sys.exit("\n".join(faults) or None)


if __name__ == "__main__":
    main()
