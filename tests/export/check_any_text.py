"""Reads GraphML as networkx and igraph do and compares texts: check_any_text.py FILE EXPECTED. EXPECTED is a JSON list with a label and a longer
text for each node. Ends with 77 where neither reader is there."""
import json
import re
import sys

expected = json.load(open(sys.argv[2], encoding="utf-8"))


def held(text):
    """What XML 1.0 can hold of a text, white space and the guard against Gephi's INF aside."""
    text = re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text.replace("\u2060", ""))
    return re.sub("[ \t\n\r]+", " ", text).strip()


def compare(reader, nodes):
    found = [(held(node["label"]), held(node.get("aliases") or node.get("quote") or "")) for node in nodes]
    wanted = [tuple(map(held, pair)) for pair in expected]
    wrong = [(a, b) for a, b in zip(found, wanted) if a != b]
    for a, b in wrong[:5]:
        print(reader, ascii(a), "expected", ascii(b))
    return len(found) == len(wanted) and not wrong


readers = []
try:
    import networkx
    readers.append(compare("networkx", [data for _, data in networkx.read_graphml(sys.argv[1]).nodes(data=True)]))
except ImportError:
    pass
try:
    import igraph
    readers.append(compare("igraph", [vertex.attributes() for vertex in igraph.Graph.Read_GraphML(sys.argv[1]).vs]))
except ImportError:
    pass
sys.exit(77 if not readers else 0 if all(readers) else 1)
