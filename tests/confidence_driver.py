"""Runs commands in one process and prints, as JSON, every file under the current folder that was opened for
writing, made or renamed to.
"""

import json
import os
import sys

from drafter import cli

made: set[str] = set()
root = os.path.realpath(".")


def watch(event, arguments):
    if (
        event == "open"
        and isinstance(arguments[0], str)
        and (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    ):
        path = arguments[0]
    elif event in ("os.rename", "os.link"):
        path = str(arguments[1])
    elif event == "os.mkdir":
        path = f"{arguments[0]}/"
    else:
        return
    path = os.path.join(root, path)
    if path.startswith(root) and "/cache" not in path:
        made.add(os.path.relpath(path, root) + ("/" if path.endswith("/") else ""))


os.umask(0)
sys.addaudithook(watch)
codes = []
for words in json.loads(sys.argv[1]):
    if words[0] == "python":
        exec(words[1])
    else:
        codes.append(cli.main(words))
print(json.dumps({"made": sorted(made), "codes": codes}))
