"""Work in a process of its own, on one core: its time and its peak memory are its own.

`python -m benchmarks.child JOB ARGUMENTS…` prints one line of JSON.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parent.parent


def run(job: str, *arguments: str) -> dict[str, Any]:
    """Run a job in a process of its own, and return what it measured."""
    command = [sys.executable, "-m", "benchmarks.child", job, *arguments]
    folders = [str(REPOSITORY), str(REPOSITORY / "desktop"), os.environ.get("PYTHONPATH", "")]
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(filter(None, folders)),
        "QT_QPA_PLATFORM": "offscreen",
    }
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)
    measured: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return measured


def peak_memory() -> float:
    """Return the most memory this process has held so far, in MB."""
    # `ru_maxrss` of a process begins with what its parent had held when it was started.
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _on_one_core() -> None:
    with contextlib.suppress(AttributeError):  # not every system can
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def build(records: str, archive: str) -> dict[str, Any]:
    """Build an archive on one core."""
    from zhylnama.installed import build_from

    _on_one_core()
    before = time.process_time(), time.perf_counter()
    edition = build_from([Path(records)], Path(archive))
    return {
        "events": edition.events,
        "cpu": time.process_time() - before[0],
        "seconds": time.perf_counter() - before[1],
        "memory": peak_memory(),
    }


def keys(archive: str) -> dict[str, Any]:
    """Type into the real window."""
    from benchmarks.keys import measure

    return measure(Path(archive))


def paper(folder: str) -> dict[str, Any]:
    """Print dossiers."""
    from benchmarks.paper import measure

    return measure(Path(folder))


if __name__ == "__main__":
    jobs: dict[str, Callable[..., dict[str, Any]]] = {"build": build, "keys": keys, "paper": paper}
    print(json.dumps(jobs[sys.argv[1]](*sys.argv[2:])))
