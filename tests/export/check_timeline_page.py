"""Opens a timeline in its own reader in headless Chromium: check_timeline_page.py timelinejs|vis-timeline FILE COUNT [TEXTS]. COUNT is the number of
slides (the title aside) or items that must be there, TEXTS a JSON list with [label, quote] of each: the labels must be seen. Ends with 77 without Chromium or the libraries in node_modules."""
import json
import os
import re
import sys

import chromium

reader, path, count = sys.argv[1], os.path.abspath(sys.argv[2]), int(sys.argv[3])
modules = os.path.join(os.path.dirname(os.path.abspath(__file__)), "node_modules")
SCRIPTS = {"timelinejs": "@knight-lab/timelinejs/dist/js/timeline.js", "vis-timeline": "vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"}
STYLES = {"timelinejs": "@knight-lab/timelinejs/dist/css/timeline.css", "vis-timeline": "vis-timeline/styles/vis-timeline-graph2d.min.css"}
script, style = (os.path.join(modules, table[reader]) for table in (SCRIPTS, STYLES))
if not os.path.exists(script):
    print(f"no {reader}: run scripts/setup --all")
    sys.exit(77)

MAKE = {
    "timelinejs": """
      const timeline = new TL.Timeline('timeline', data, { font: null, script_path: %s, hash_bookmark: false })
      const look = () => finish({ errors: timeline.config ? timeline.config.messages.errors : ['no config'],
        shown: timeline.config.events.length, slides: document.querySelectorAll('.tl-slide:not(.tl-slide-titleslide)').length,
        marks: document.querySelectorAll('.tl-timemarker').length, eras: document.querySelectorAll('.tl-timeera').length,
        groups: document.querySelectorAll('.tl-timegroup').length, labels: texts('.tl-slide:not(.tl-slide-titleslide) .tl-headline') })
      timeline.on('loaded', () => setTimeout(look, 200))
      setTimeout(look, 8000)""" % json.dumps(os.path.dirname(script)),
    "vis-timeline": """
      const timeline = new vis.Timeline(document.getElementById('timeline'), data.items, data.groups, data.options)
      const dates = timeline.itemsData.get().every(item => !isNaN(new Date(item.start)) && (!item.end || new Date(item.end) > new Date(item.start)))
      setTimeout(() => { timeline.setOptions({ maxHeight: null, verticalScroll: false }); timeline.fit({ animation: false })
        setTimeout(() => finish({ errors: dates ? [] : ['a date does not parse'], shown: timeline.itemsData.length,
          marks: document.querySelectorAll('.vis-item.vis-point, .vis-item.vis-range').length, labels: texts('.vis-item .vis-item-content'),
          groups: document.querySelectorAll('.vis-labelset .vis-label').length }), 500) }, 500)"""}[reader]

page = path + ".page.html"
with open(path, encoding="utf-8") as data, open(page, "w", encoding="utf-8") as out:
    out.write(f"""<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="file://{style}"><script src="file://{script}"></script>
<body><div id="timeline" style="width: 1200px; height: 700px"></div><pre id="result"></pre>
<script type="application/json" id="data">{data.read().replace("<", chr(92) + "u003c")}</script><script>
      const data = JSON.parse(document.getElementById('data').textContent)
      const texts = which => [...document.querySelectorAll(which)].map(part => part.textContent)
      let done = false
      function finish(result) {{ if (!done) document.getElementById('result').textContent = JSON.stringify(result).replace(/[^ -~]|[<>&]/g, c => '\\\\u' + c.charCodeAt(0).toString(16).padStart(4, '0')); done = true }}
      window.onerror = message => finish({{ errors: [String(message)] }})
      {MAKE}
</script>""")
dom, console = chromium.dumped(page, "--allow-file-access-from-files", "--window-size=1200,800", "--virtual-time-budget=20000")
os.remove(page)

found = re.search(r'<pre id="result">(.*?)</pre>', dom, re.S)
result = json.loads(found.group(1)) if found and found.group(1) else {}
wrong = [f"error: {error}" for error in result.get("errors", [f"{reader} did not finish: " + " ".join(console)[:500]])]
for key in ("shown", "slides", "marks"):
    if key in result and result[key] != count:
        wrong.append(f"{key}: {result[key]}, expected {count}")
if len(sys.argv) > 4:
    def seen(text):
        """As HTML shows it: NUL is dropped, white space is one space."""
        return re.sub("[ \t\n\r\f]+", " ", text.replace("\0", "")).strip()
    labels = sorted(map(seen, result.get("labels", [])))
    expected = sorted(seen(label) for label, _ in json.load(open(sys.argv[4], encoding="utf-8")))
    wrong += [f"label {a!a}, expected {b!a}" for a, b in zip(labels, expected) if a != b]
data = json.load(open(path, encoding="utf-8"))
if reader == "timelinejs" and result.get("eras", 0) != len(data.get("eras", [])):
    wrong.append(f"eras: {result.get('eras')}, expected {len(data.get('eras', []))}")
if reader == "vis-timeline" and result.get("groups", 0) != len(data["groups"]):
    wrong.append(f"groups: {result.get('groups')}, expected {len(data['groups'])}")
print("\n".join(wrong[:10]), end="\n" if wrong else "")
sys.exit(1 if wrong else 0)
