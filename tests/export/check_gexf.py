"""Reads GEXF as networkx does: check_gexf.py FILE NODES EDGES [TEXTS]. TEXTS is a JSON list with [label, longer text] of each node. Ends with 77
without networkx."""
import datetime
import json
import re
import sys

try:
    import networkx
except ImportError:
    print("no networkx: run scripts/setup --all")
    sys.exit(77)

# networkx 2.8 (Debian 12) reads 1.2draft only; 3 knows 1.3, which differs in nothing but its names.
from networkx.readwrite.gexf import GEXF
GEXF.versions.setdefault("1.3", dict(GEXF.versions["1.2draft"], NS_GEXF="http://gexf.net/1.3", NS_VIZ="http://gexf.net/1.3/viz", VERSION="1.3"))

path, node_count, edge_count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
graph = networkx.read_gexf(path)
wrong = []


def same(what, found, expected):
    if found != expected:
        wrong.append(f"{what}: {found!a}, expected {expected!a}")


same("nodes", graph.number_of_nodes(), node_count)
same("edges", graph.number_of_edges(), edge_count)
same("directed", graph.is_directed(), True)
same("mode", graph.graph.get("mode"), "dynamic")


def check_spells(what, data):
    before = None
    for start, end in data.get("spells", []):
        start, end = (datetime.date.fromisoformat(day) for day in (start, end))
        same(f"{what}: a spell has width and touches no other", start < end and (before is None or before < start), True)
        before = end


for node, data in graph.nodes(data=True):
    check_spells(node, data)
    same(f"{node} has a look", sorted(data["viz"]), ["color", "position", "size"])
    same(f"{node} is scored", type(data["pagerank"]), float)
for a, b, data in graph.edges(data=True):
    check_spells(f"{a} {b}", data)
    same("an edge is counted", (type(data["count"]), data["weight"] > 0), (int, True))

if len(sys.argv) > 4:
    def held(text):
        text = re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text.replace("\u2060", ""))
        return re.sub("[ \t\n\r]+", " ", text).strip()
    for (node, data), expected in zip(graph.nodes(data=True), json.load(open(sys.argv[4], encoding="utf-8"))):
        same(node, (held(data["label"]), held(data.get("aliases") or data.get("quote") or "")), tuple(map(held, expected)))
print("\n".join(wrong[:10]), end="\n" if wrong else "")
sys.exit(1 if wrong else 0)
