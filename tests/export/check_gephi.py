"""Imports GraphML and GEXF by Gephi's own code: check_gephi.py (FILE NODES EDGES DAYS TEXTS)... FILE may be a folder
of tables. DAYS is "first/end" of the timeline, "any", or "-" where
there must be none, TEXTS a JSON list with a label and a longer text for each node, or "-". Ends with 77 without Java or Gephi's importers (scripts/setup --all)."""
import json
import os
import re
import shutil
import subprocess
import sys

here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "gephi")
if not shutil.which("java") or not os.path.isdir(os.path.join(here, "jars")):
    print("no Gephi: run scripts/setup --all where Java and Maven are")
    sys.exit(77)
cases = list(zip(*[iter(sys.argv[1:])] * 5))
run = subprocess.run(["java", "-Djava.awt.headless=true", "-cp", os.path.join(here, "jars", "*"), os.path.join(here, "Imported.java"),
                      *(case[0] for case in cases)], capture_output=True, text=True, timeout=300)
if run.returncode != 0:
    sys.exit("Gephi: " + run.stderr[-2000:])
wrong = []
# What Gephi says of every file: no fault of it.
EXPECTED = re.compile("GEXF version 1.3|Graph attributes '[a-z_]+' ignored as not supported by Gephi")
NUMBERS = {"first_year": "Integer", "articles": "Integer", "origins": "Integer", "mentions": "Integer", "pagerank": "Double", "betweenness": "Double",
           "degree": "Integer", "component": "Integer", "count": "Integer", "evidence": "Integer", "symmetric": "Integer", "Weight": "Double"}


def held(text):
    """What XML 1.0 can hold of a text, white space and the guard against the reading of INF aside."""
    text = re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text.replace("\u2060", ""))
    return re.sub("[ \t\n\r]+", " ", text).strip()


def check(case, found):
    path, nodes, edges, days, texts = case

    def same(what, got, expected):
        if got != expected:
            wrong.append(f"{os.path.basename(path)}: {what}: {got!a}, expected {expected!a}")
    same("issues", [issue for issue in found["issues"] if not EXPECTED.fullmatch(issue[1])], [])
    same("nodes and edges", (len(found["nodes"]), len(found["edges"])), (int(nodes), int(edges)))
    same("directed", found["directed"], True)
    tables = os.path.isdir(path)  # there it guesses types by what the cells hold
    for columns in () if tables else (found["node_columns"], found["edge_columns"]):
        same("types", columns, {name: "IntervalSet" if name == "Interval" else NUMBERS.get(name, "String") for name in columns})
    same("a timeline", found["dynamic"], days != "-")
    if days not in ("-", "any"):
        same("the days of the timeline", "/".join(map(str, found["bounds"])), days)
    if days != "-" and not tables:
        same("how it counts them", (found["format"], found["zone"]), ("DATE", "UTC"))
    if texts != "-":
        expected = [tuple(map(held, pair)) for pair in json.load(open(texts, encoding="utf-8"))]
        for node, pair in zip(found["nodes"], expected):
            same(node["Id"], (held(node["Label"]), held(node.get("aliases", node.get("quote", "")))), pair)


for i, line in enumerate(run.stdout.splitlines()):
    check(cases[i // 2], json.loads(line))
if len(run.stdout.splitlines()) != 2 * len(cases):
    wrong.append("not all files were imported: " + run.stderr[-500:])
print("\n".join(wrong[:10]), end="\n" if wrong else "")
sys.exit(1 if wrong else 0)
