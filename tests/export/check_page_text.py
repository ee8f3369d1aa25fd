"""Any text in the page that the html export makes: check_page_text.py FILE TEXTS, a JSON list with [label, quote] of each event. The data are read as an
HTML parser and a JSON parser do; then Chromium shows the page, and what stands under each event is compared. Ends with 77 without Chromium."""
import html.parser
import json
import os
import re
import sys

import chromium

path = sys.argv[1]
texts = [tuple(pair) for pair in json.load(open(sys.argv[2], encoding="utf-8"))]
wrong = []


class Slot(html.parser.HTMLParser):
    """What stands in <script id="timeline">."""
    inside, data = False, ""

    def handle_starttag(self, tag, attributes):
        self.inside = tag == "script" and dict(attributes).get("id") == "timeline"

    def handle_data(self, data):
        if self.inside:
            self.data += data


def compare(what, found):
    if len(found) != len(texts):
        wrong.append(f"{what}: {len(found)} events, expected {len(texts)}")
    wrong.extend(f"{what}: {got!a}, expected {expected!a}" for got, expected in zip(found, texts) if got != expected)


with open(path, encoding="utf-8", newline="") as file:
    page = file.read()
slot = Slot()
slot.feed(page)
timeline = json.loads(slot.data)
compare("data", [(event["label"], event["evidence"][0]["quote"]) for event in timeline["events"]])

LOOK = """<script>addEventListener('load', () => {
  for (const box of document.querySelectorAll('[name=status]')) box.checked = true
  update()
  while (!$('more').hidden) renderMore()
  const seen = {}
  for (const item of document.querySelectorAll('.event')) {
    const parts = [item.querySelector('h3'), item.querySelector('blockquote')]
    seen[item.id] = parts.map(part => part.getClientRects().length && part.textContent)
  }
  const result = JSON.stringify({ seen, hit: typeof hit !== 'undefined', images: document.images.length })
  document.body.append(el('pre', { id: 'result' }, result.replace(/[^ -~]|[<>&]/g, c => '\\\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'))))
})</script>"""
looked = os.path.join(os.path.dirname(path), "looked.html")
with open(looked, "w", encoding="utf-8", newline="") as file:
    file.write(page.replace("</body>", LOOK + "</body>"))
dom, console = chromium.dumped(looked, "--virtual-time-budget=20000")
result = re.search(r'<pre id="result">(.*?)</pre>', dom)
result = json.loads(result.group(1)) if result else sys.exit("the page did not finish: " + " ".join(console)[:500])
compare("seen", [tuple(result["seen"].get(event["id"], ())) for event in timeline["events"]])
if result["hit"] or result["images"]:
    wrong.append("markup of a text came alive")
print("\n".join(wrong[:10]), end="\n" if wrong else "")
sys.exit(1 if wrong else 0)
