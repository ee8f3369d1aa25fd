"""A page in headless Chromium: shared by the checks that need a browser."""
import os
import shutil
import subprocess
import sys
import tempfile


def dumped(path, *more):
    """The page as it stands after its scripts ran, and what they said on the console. Ends with 77 without Chromium."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        print("no Chromium: run scripts/setup --all")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as profile:
        run = subprocess.run(
            [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", f"--user-data-dir={profile}", "--enable-logging=stderr",
             "--v=0", *more, "--dump-dom", "file://" + os.path.abspath(path)], capture_output=True, text=True, timeout=120)
    if "<body" not in run.stdout:
        print("Chromium does not start here:", run.stderr[-300:])
        sys.exit(77)
    return run.stdout, [line for line in run.stderr.splitlines() if "CONSOLE" in line]
