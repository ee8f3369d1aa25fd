#!/usr/bin/env python3
"""Runs the command-line cases: shell lines with what they must print, to the letter.

  run_cases.py DATELINE CASE.txt...            checks
  run_cases.py --update DATELINE CASE.txt...   rewrites what is expected from what came out; review the diff

A case file is a list of scenarios, each in an empty folder of its own:

  === title of the scenario
  $ a shell line; `dateline` is the program, examples/ and fixtures/ are folders of the repository
  expected line of stdout
  ! expected line of stderr
  ? exit code, when it is not 0

Lines that hold a temporary path or a duration are made alike with sed in the shell line itself.
"""
import difflib
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def scenarios(path):
    found = []
    for line in open(path, encoding="utf-8").read().splitlines():
        if line.startswith("=== "):
            found.append((line[4:], []))
        elif line.startswith("$ "):
            found[-1][1].append([line[2:], []])
        elif found and found[-1][1] and line:
            found[-1][1][-1][1].append(line)
    return found


def run(command, folder, environment):
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, capture_output=True, timeout=120)
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    lines += ["! " + line for line in done.stderr.decode("utf-8", "replace").splitlines()]
    if done.returncode:
        lines.append("? %d" % done.returncode)
    return [line.rstrip() for line in lines if line.strip()]


def main():
    arguments = sys.argv[1:]
    update = "--update" in arguments or "DATELINE_UPDATE" in os.environ
    arguments = [a for a in arguments if a != "--update"]
    if len(arguments) < 2:
        sys.exit(__doc__)
    binary, paths = os.path.abspath(arguments[0]), arguments[1:]
    environment = dict(os.environ, PATH=os.path.dirname(binary) + os.pathsep + os.environ["PATH"], NO_COLOR="1", LC_ALL="C.UTF-8")
    environment.pop("DATELINE_DB", None)
    count = failed = 0
    for path in paths:
        rewritten = []
        for title, commands in scenarios(path):
            rewritten.append("=== " + title)
            with tempfile.TemporaryDirectory() as folder:
                os.symlink(os.path.join(ROOT, "examples", "articles"), os.path.join(folder, "examples"))
                os.symlink(os.path.join(HERE, "fixtures"), os.path.join(folder, "fixtures"))
                for command, expected in commands:
                    count += 1
                    found = run(command, folder, environment)
                    rewritten += ["$ " + command] + found
                    if found != [line.rstrip() for line in expected] and not update:
                        failed += 1
                        print("%s: %s\n  $ %s" % (os.path.basename(path), title, command))
                        print("\n".join("  " + line for line in difflib.unified_diff(expected, found, "expected", "found", lineterm="")))
            rewritten.append("")
        if update:
            with open(path, "w", encoding="utf-8") as out:
                out.write("\n".join(rewritten))
    if count == 0:
        sys.exit("no cases in " + ", ".join(paths))
    print("%d commands, %d failed" % (count, failed))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
