"""Time taken, so that the drift of a busy machine cancels out."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence

Job = Callable[[], object]


def seconds(job: Job) -> float:
    """Return how long one call takes."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def processor_seconds(job: Job) -> float:
    """Return how long the processor works for one call in this thread.

    Where nothing stands beside it to be compared, other work on the machine would be counted.
    """
    start = time.thread_time()
    job()
    return time.thread_time() - start


def interleaved(jobs: Sequence[Job], rounds: int) -> list[float]:
    """Return the median seconds of each job, run in turn: A B C, C B A, A B C and so on."""
    for job in jobs:
        job()
    taken: list[list[float]] = [[] for _ in jobs]
    for turn in range(rounds):
        order = range(len(jobs)) if turn % 2 == 0 else range(len(jobs) - 1, -1, -1)
        for index in order:
            taken[index].append(seconds(jobs[index]))
    return [statistics.median(times) for times in taken]


def percentile(times: Sequence[float], share: float) -> float:
    """Return the time that so large a share of the times does not exceed."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
