"""Build letters/ and the gold *.jsonl from sources/, and check every row against the text.

Two sets that are measured apart: sources/hNN.txt stand here, sources/cNN.txt in ordinary/.

A source has six parts, each opened by a line `== name`: header (a JSON object), names (id = preferred name), text,
relations, figures, commitments. In the text `{surface|k-id}` is a mention of kind k (o organisation, f fund,
p platform, l policy); several ids are divided by a space, and a third field `A` marks an anaphor. Rows point into the
letter by a snippet that must occur exactly once. `python tests/claimed/build.py` rewrites the files
and ends with exit code 1 where anything does not agree; `--open` also lists numbers and promise words no row covers.
"""

import collections
import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from ontology.relation_patterns import RELATIONS  # noqa: E402  (the script runs from any folder)

SETS = {"h": HERE, "c": HERE / "ordinary"}
KINDS = {"o": "organisation", "f": "fund", "p": "platform", "l": "policy"}
STATUS = {"D": "done", "O": "ongoing", "P": "planned"}
STRENGTH = {"x": "explicit", "i": "implied"}
FILES = ("mentions", "entities", "places", "headers", "relations", "figures", "commitments")
MARK = re.compile(r"\{([^{}|]+)\|([^{}|]+?)(\|A)?\}")
HEADING = re.compile(
    r"(?m)^(?P<first>[一二三四五六]、[^\n。]+)|^(?P<second>（[一二三四五六]）[^\n。]+)|^(?P<last>下一步|下阶段|今后)(?=，)"
)
NUMBER = re.compile(
    r"\d[\d.]*\s*(?!\s*(?:年|月|日|届|号))[^\s\d〔〕]|[首唯][个台批家创一]|率先|[最][大多低高]|第[一二三四五]位|"
    r"[一二两三四五六七八九十]+[个家支项组所条倍成次级]|[一二三四五六七八九十]+分之|翻了|翻番|过半"
)
PROMISE = re.compile(
    r"将|拟|力争|争取|计划|预计|正在|正[会组抓推加]|下一步|探索|研究|适时|确保|到20\d\d|底前|继续|加快|推动"
)


class Faults(list):
    def add(self, *parts):
        self.append(" ".join(str(part) for part in parts))


def parts_of(source):
    """The parts of a source by name, without surrounding blank lines."""
    pieces = re.split(r"(?m)^== (\w+)\n", source)
    return {name: body.strip("\n") for name, body in zip(pieces[1::2], pieces[2::2], strict=True)}


def rows_of(part):
    return [line for line in part.split("\n") if line and not line.startswith("#")]


def clean_text(marked):
    """The letter without marks, and the place of every mention in it: (start, end, ids, anaphor)."""
    text, spans, read = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[read : mark.start()]
        spans.append((len(text), len(text) + len(mark[1]), mark[2].split(), bool(mark[3])))
        text += mark[1]
        read = mark.end()
    return text + marked[read:] + "\n", spans


def sentence_at(text, place):
    """The half-open span of the sentence round a place; 。！ and line ends divide sentences, as in ../dev."""
    start = end = place
    while start and text[start - 1] not in "。！\n":
        start -= 1
    while text[end] not in "。！\n":
        end += 1
    return start, end + (text[end] != "\n")


def mention_rows(doc, text, spans):
    seen, rows = collections.Counter(), []
    for start, end, ids, anaphor in spans:
        norm = re.sub(r"\s", "", text[start:end])
        seen[norm] += 1
        rows.append(
            {
                "doc": doc,
                "start": start,
                "end": end,
                "text": text[start:end],
                "norm": norm,
                "occurrence": seen[norm],
                "kind": KINDS[ids[0][0]],
                "entity_ids": [one[2:] for one in ids],
                "anaphor": anaphor,
            }
        )
    return rows


class Letter:
    """One source, read: text, mentions, header and the rows of the claims."""

    def __init__(self, path, faults):
        self.doc, self.faults = path.stem, faults
        self.parts = parts_of(path.read_text(encoding="utf-8"))
        self.text, self.spans = clean_text(self.parts["text"])
        if re.search(r"[{}|]", self.text):
            faults.add(self.doc, "mark left in the text")
        self.mentions = mention_rows(self.doc, self.text, self.spans)
        self.header = json.loads(self.parts["header"])
        self.places = {}

    def find(self, snippet):
        """Where the snippet stands; anything but one occurrence is a fault."""
        if self.text.count(snippet) != 1:
            self.faults.add(self.doc, self.text.count(snippet), "times:", snippet)
            return None
        return self.text.index(snippet)

    def node(self, name, known):
        if name.startswith("@"):
            self.places["place:" + name[1:]] = name[1:]
            return "place:" + name[1:]
        if name not in known:
            self.faults.add(self.doc, "unknown id", name)
        return name

    def unmentioned(self, ends, start, end):
        inside = {one for m in self.mentions if start <= m["start"] < end for one in m["entity_ids"]}
        return [one for one in ends if not one.startswith("place:") and one not in inside]

    def relations(self, known):
        rows, seen = [], set()
        for line in rows_of(self.parts["relations"]):
            subjects, predicate, objects, status, strength, snippet = line.split(" ", 5)
            if predicate not in RELATIONS:
                self.faults.add(self.doc, "predicate", predicate)
            if (place := self.find(snippet)) is None:
                continue
            for one in subjects.split(","):
                for other in objects.split(","):
                    ends = (self.node(one, known), self.node(other, known))
                    rows.append(self.relation(ends, predicate, status, strength, place))
                    key = (*ends, predicate, rows[-1]["start"])
                    if key in seen:
                        self.faults.add(self.doc, "twice", line)
                    seen.add(key)
        return rows

    def relation(self, ends, predicate, status, strength, place):
        start, end = sentence_at(self.text, place)
        missing = self.unmentioned(ends, start, end)
        if missing and strength == "x":
            self.faults.add(
                self.doc, "explicit, but not in the sentence:", missing, self.text[start:end][:30]
            )
        row = {
            "doc": self.doc,
            "subject": ends[0],
            "predicate": predicate,
            "object": ends[1],
            "status": STATUS[status],
            "strength": STRENGTH[strength],
            "evidence": self.text[start:end],
            "start": start,
            "end": end,
        }
        return row | ({"unmentioned": missing} if missing else {})

    def figures(self):
        """The figure rows; one that repeats the change of another row is `secondary`."""
        rows = []
        changes = " ".join(line.split("|")[7] for line in rows_of(self.parts["figures"]) if is_rate(line))
        for line in rows_of(self.parts["figures"]):
            value, unit, qualifier, ranking, what, place, period, change, snippet = (
                one or None for one in line.split("|")
            )
            if (start := self.find(snippet)) is None:
                continue
            begin, end = sentence_at(self.text, start)
            rows.append(
                {
                    "doc": self.doc,
                    "type": figure_type(value, unit),
                    "value": value,
                    "unit": unit,
                    "qualifier": qualifier,
                    "ranking": ranking,
                    "what": what,
                    "place": place,
                    "period": period,
                    "change": change,
                    "secondary": bool(change) and snippet in changes,
                    "note": None,
                    "text": snippet,
                    "start": start,
                    "end": start + len(snippet),
                    "evidence": self.text[begin:end],
                }
            )
        return rows

    def commitments(self, known):
        rows = []
        for line in rows_of(self.parts["commitments"]):
            actor, what, status, marker, explicit, snippet = line.split("|")
            if (start := self.find(snippet)) is None:
                continue
            begin, end = sentence_at(self.text, start)
            rows.append(
                {
                    "doc": self.doc,
                    "actor": None if actor == "?" else self.node(actor, known),
                    "what": what,
                    "status": STATUS[status],
                    "marker": marker,
                    "explicit_marker": explicit == "1",
                    "evidence": self.text[begin:end],
                    "start": start,
                }
            )
        return rows

    def header_row(self, known):
        for field in (
            "letter_title",
            "issuing_department",
            "proposal_number",
            "proposal_title",
            "document_number",
        ):
            if self.header.get(field) and self.header[field] not in self.text:
                self.faults.add(self.doc, "header", field, self.header[field])
        joint = [
            {"id": self.node(one, known), "basis": basis}
            for one, basis in self.header.get("jointly_with", [])
        ]
        sections = [
            {
                "heading": found[0],
                "level": {"first": 1, "second": 2, "last": 0}[found.lastgroup],
                "start": found.start(),
                "answers_point": point_of(found[0]),
            }
            for found in HEADING.finditer(self.text)
        ]
        return {"doc": self.doc} | self.header | {"jointly_with": joint, "sections": sections}


def is_rate(line):
    """Whether a figure row's change has a measure (同比增长6%): no bare direction (同比增长), no pair (由1到2)."""
    return bool(re.search(r"^[^由]*[\d成]", line.split("|")[7]))


def point_of(heading):
    """The point of the proposal that a heading takes up, from 关于…的建议; None for any other heading."""
    found = re.fullmatch(r"(?:[一二三四五六]、|（[一二三四五六]）)关于“?(.+?)”?(?:的建议|的问题)?", heading)
    return found[1] if found else None


def figure_type(value, unit):
    if value is None or unit == "名次":
        return "ranking"
    if unit in ("%", "个百分点", "成"):
        return "percent"
    if unit == "倍" or re.search("[/∶]", value):
        return "ratio"
    return "amount" if re.search(r"元|美元", unit or "") else "count"


def entity_rows(letters, faults):
    rows, names = {}, {}
    for letter in letters:
        names |= dict(line.split(" = ") for line in rows_of(letter.parts.get("names", "")))
        for m in letter.mentions:
            for one in m["entity_ids"]:
                row = rows.setdefault(one, {"kind": m["kind"], "forms": [], "named": [], "docs": []})
                if row["kind"] != m["kind"]:
                    faults.add(letter.doc, "two kinds", one)
                row["forms"] += [m["text"]] * (m["text"] not in row["forms"])
                row["named"] += [m["text"]] * (not m["anaphor"] and len(m["entity_ids"]) == 1)
                row["docs"] += [letter.doc] * (letter.doc not in row["docs"])
    for unknown in names.keys() - rows.keys():
        faults.add("names: unknown id", unknown)
    return [entity_row(one, row, names, letters) for one, row in rows.items()]


def entity_row(one, row, names, letters):
    preferred = names.get(one) or max(row["named"], key=len)
    return {
        "id": one,
        "kind": row["kind"],
        "preferred_name": preferred,
        "aliases": [form for form in row["forms"] if form != preferred],
        "subkind": "",
        "note": "",
        "forms_seen": row["forms"],
        "preferred_seen": any(preferred in letter.text for letter in letters),
        "docs": row["docs"],
    }


def check_surfaces(letters, faults):
    """Every further occurrence of a name marked in a letter must be marked there, or lie within a longer mark."""
    for letter in letters:
        spans = [(start, end) for start, end, _, _ in letter.spans]
        for name in {letter.text[start:end] for start, end in spans}:
            for found in re.finditer(re.escape(name), letter.text):
                near = (start <= found.start() and found.end() <= end for start, end in spans)
                if not any(near):
                    faults.add(
                        letter.doc, "not marked:", letter.text[max(0, found.start() - 10) : found.end() + 10]
                    )


def list_open(letter, figures, commitments):
    """Print numbers without a figure row and promise words in sentences without a commitment row."""
    taken = [(f["start"], f["end"]) for f in figures] + [span[:2] for span in letter.spans]
    for found in NUMBER.finditer(letter.text):
        if not any(start < found.end() and found.start() < end for start, end in taken):
            print(
                "  figure?",
                letter.doc,
                letter.text[max(0, found.start() - 14) : found.end() + 10].replace("\n", "/"),
            )
    promised = {row["evidence"] for row in commitments}
    for found in PROMISE.finditer(letter.text):
        start, end = sentence_at(letter.text, found.start())
        if letter.text[start:end] not in promised:
            print("  promise?", letter.doc, letter.text[max(start, found.start() - 8) : found.end() + 24])


def write(path, rows):
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text("".join(lines), encoding="utf-8", newline="\n")


def counts(letter, tables):
    rows = {
        name: sum(row["doc"] == letter.doc for row in tables[name])
        for name in ("relations", "figures", "commitments")
    }
    return f"{letter.doc} {len(letter.text)} characters, {len(letter.mentions)} mentions, {rows}"


def build(prefix, folder, faults):
    """Write the letters and the rows of one set to its folder, and print what each letter holds."""
    letters = [Letter(path, faults) for path in sorted((HERE / "sources").glob(f"{prefix}*.txt"))]
    tables = {name: [] for name in FILES}
    tables["entities"] = entity_rows(letters, faults)
    known = {row["id"] for row in tables["entities"]}
    (folder / "letters").mkdir(parents=True, exist_ok=True)
    for letter in letters:
        (folder / "letters" / f"{letter.doc}.txt").write_text(letter.text, encoding="utf-8", newline="\n")
        tables["mentions"] += letter.mentions
        tables["headers"].append(letter.header_row(known))
        tables["relations"] += sorted(letter.relations(known), key=lambda row: row["start"])
        figures, commitments = letter.figures(), letter.commitments(known)
        tables["figures"] += sorted(figures, key=lambda row: row["start"])
        tables["commitments"] += sorted(commitments, key=lambda row: row["start"])
        if "--open" in sys.argv:
            list_open(letter, figures, commitments)
    places = {one: name for letter in letters for one, name in letter.places.items()}
    tables["places"] = [{"id": one, "name": name, "note": "bare place"} for one, name in places.items()]
    check_surfaces(letters, faults)
    for name in FILES:
        write(folder / f"{name}.jsonl", tables[name])
    print(*(counts(letter, tables) for letter in letters), sep="\n")


def main():
    faults = Faults()
    for prefix, folder in SETS.items():
        build(prefix, folder, faults)
    print(*faults, f"{len(faults)} faults", sep="\n")
    return min(len(faults), 1)


if __name__ == "__main__":
    sys.exit(main())
