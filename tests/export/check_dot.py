"""Reads DOT as Graphviz does: check_dot.py FILE NODES EDGES [TEXTS]. TEXTS is a JSON list with the label of each node first. Ends with 77 without
Graphviz."""
import html
import json
import re
import shutil
import subprocess
import sys

if not shutil.which("dot"):
    print("no Graphviz: run scripts/setup --all")
    sys.exit(77)
run = subprocess.run(["dot", "-Tdot_json", "-Knop2", sys.argv[1]], capture_output=True, text=True)
wrong = [line for line in run.stderr.splitlines() if "rror" in line]
graph = json.loads(run.stdout, strict=False) if run.stdout else {}
nodes, edges = graph.get("objects", []), graph.get("edges", [])
if (len(nodes), len(edges)) != (int(sys.argv[2]), int(sys.argv[3])):
    wrong.append(f"{len(nodes)} nodes, {len(edges)} edges")


def shown(label):
    """What Graphviz draws for a label: its escapes and entities read."""
    return html.unescape(re.sub(r"\\(.)", lambda m: " " if m.group(1) == "n" else m.group(1), label))


if len(sys.argv) > 4:
    for node, (label, _) in zip(nodes, json.load(open(sys.argv[4], encoding="utf-8"))):
        held = [re.sub(r"\s+", " ", text.replace("\0", "")).strip() for text in (shown(node["label"]), label)]
        if held[0] != held[1]:
            wrong.append(f"{held[0]!a}, expected {held[1]!a}")
print("\n".join(wrong[:10]), end="\n" if wrong else "")
sys.exit(1 if wrong else 0)
