"""Reads tables as Python and networkx do: check_tables.py csv FOLDER EVENTS [TEXTS] | jsonl|plover FILE EVENTS [TEXTS] | cameo FILE ROWS [TEXTS].
TEXTS is a JSON list with [label, quote] of each event, for plover and cameo [label, quote, actor, recipient]."""
import csv
import json
import os
import re
import sys

form, path = sys.argv[1], sys.argv[2]
count = int(sys.argv[3]) if len(sys.argv) > 3 else None
texts = json.load(open(sys.argv[4], encoding="utf-8")) if len(sys.argv) > 4 else None
wrong = []


def same(what, found, expected):
    if found != expected:
        wrong.append(f"{what}: {found!a}, expected {expected!a}")


def table(name):
    with open(os.path.join(path, name + ".csv"), encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    for row in rows:
        same(f"{name}: cells of a row", None in row or None in row.values(), False)
    return rows


def unique(name, rows, key):
    same(f"{name}: {key} told apart", len({row[key] for row in rows}), len(rows))
    return {row[key] for row in rows}


def check_csv():
    events, entities, edges = table("events"), table("entities"), table("edges")
    relations, evidence, documents = table("relations"), table("evidence"), table("documents")
    same("events", len(events), count)
    event_ids, entity_ids = unique("events", events, "Id"), unique("entities", entities, "Id")
    document_ids, relation_ids = unique("documents", documents, "id"), unique("relations", relations, "id")
    unique("edges", edges, "Id")
    for edge in edges:
        same("both ends of an edge are known", {edge["Source"], edge["Target"]} <= event_ids | entity_ids, True)
        same("a weight is a number", float(edge["Weight"]) > 0, True)
    for piece in evidence:
        same("evidence joins", (piece["of"] in event_ids | relation_ids, piece["document_id"] in document_ids), (True, True))
        same("a quote is as long as its span", len(piece["quote"]), int(piece["end"]) - int(piece["start"])) if not texts else None
    for row in events + entities + edges:
        spell = r"\[(-?\d{4,})-\d\d-\d\d, (-?\d{4,})-\d\d-\d\d\]"
        if row["timeset"]:
            same(f"timeset {row['timeset']}", bool(re.fullmatch(f"<{spell}(; {spell})*>", row["timeset"])), True)
    return [(event["Label"], event["quote"]) for event in events], lambda text: text.replace("\0", "")


def check_lines():
    lines = [json.loads(line) for line in open(path, encoding="utf-8").read().split("\n")[:-1]]
    same("lines", len(lines), count)
    if form == "plover":
        for line in lines:
            same("required keys", [key for key in ("id", "date", "actor", "event") if not line.get(key)], [])
            same("a day", bool(re.fullmatch(r"-?\d{4,}-\d\d-\d\d", line["date"])), True)
        # The comment ends with "(status, date)".
        return [(line["comment"][:line["comment"].rindex(" (")], line["text"], line["actor"][0]["entity_text"], line["recipient"][0]["entity_text"])
                for line in lines if texts], lambda text: text
    return [(line["label"], line["evidence"][0]["quote"] if line["evidence"] else "") for line in lines], lambda text: text


def check_cameo():
    """Read as it stands (the event files of ICEWS have no quoting) and as pandas and R do unless told otherwise: alike."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True))
    with open(path, encoding="utf-8", newline="") as file:
        same("rows with quoting", list(csv.reader(file, delimiter="\t", strict=True)) == rows, True)
    same("columns", {len(row) for row in rows}, {20})
    same("rows", len(rows) - 1, count)
    for row in rows[1:]:
        same("a CAMEO code", bool(re.fullmatch(r"\d{2,4}", row[6])), True)

    def held(text):
        text = re.sub("[\t\n\r]", " ", text.replace("\0", ""))
        return "\u201c" + text[1:] if text.startswith('"') else text
    if texts:
        texts[:] = [[label, actor, recipient] for label, _, actor, recipient in texts]
    return [(row[5], row[2], row[8]) for row in rows[1:] if texts], held


found, held = check_csv() if form == "csv" else check_cameo() if form == "cameo" else check_lines()
if texts and found:
    same("texts", len(found), len(texts))
    for got, expected in zip(found, texts):
        same("text", got, tuple(map(held, expected)))
print("\n".join(wrong[:10]), end="\n" if wrong else "")
sys.exit(1 if wrong else 0)
