"""Opens a page made from the sample in headless Chromium and looks at what stands in it: check_page.py FILE. Ends with 77 without Chromium."""
import re
import sys

import chromium

page, wrong = chromium.dumped(sys.argv[1])
# What the page shows, apart from its own scripts and the data.
shown = re.sub(r"<script.*?</script>", "", page, flags=re.S)


def expect(what, *parts):
    for part in parts:
        if part not in shown:
            wrong.append(f"{what}: no {part!r}")


expect("names as text", "A &amp; &lt;B&gt;", "Aïda Nôm met A &amp; &lt;B&gt;")
expect("facts", "4 events", "3 articles", "2 independent origins")
expect("count", "3 of 4 events shown")
expect("dates", "1 March 2021", "1 – 7 March 2021", "in this week", "until 5 March 2021", "only a bound is known")
expect("disagreement", "The tellings disagree on the date")
expect("marks", ">met</mark> A &amp; &lt;B&gt; <mark", ">on Monday</mark>.")
expect("contents", ">The INF Treaty was signed</a>")
expect("sources", "The Daily \"Harbour\"", "counted from 2021-03-02")
if len(re.findall(r'class="event"', shown)) != 3:
    wrong.append("not 3 events")
print("\n".join(wrong[:10]), end="\n" if wrong else "")
sys.exit(1 if wrong else 0)
