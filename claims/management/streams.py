"""Lines in and lines out of a command: streaming, in order, by one process or several."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from queue import Queue
from threading import Thread

from claims.nlp.json_lines import Answer

CHUNK = 1 << 16
AHEAD_PER_WORKER = 4


def line_groups(descriptor: int) -> Iterator[list[bytes]]:
    """Whole lines as they arrive, those that came together in one list; the last may lack its end.

    Reading by descriptor gives what is there without waiting for more, so that a program that
    writes a line and waits for the answer gets it.
    """
    rest = b""
    while chunk := os.read(descriptor, CHUNK):
        *whole, rest = (rest + chunk).split(b"\n")
        if whole:
            yield whole
    if rest:
        yield [rest]


def answers_in_order(
    answer: Callable[[bytes], Answer], lines: Iterable[bytes], workers: int
) -> Iterator[Answer]:
    """One answer a line, in the order of the lines; blank lines get none."""
    filled = (line for line in lines if line.strip())
    if workers <= 1:
        yield from map(answer, filled)
        return
    yield from _pooled(answer, filled, workers)


def _pooled(
    answer: Callable[[bytes], Answer], lines: Iterable[bytes], workers: int
) -> Iterator[Answer]:
    """A thread reads and hands out work, so that answers are printed while input is awaited.

    Processes are spawned, not forked: a fork would copy the threads' locks.
    """
    waiting: Queue[Future[Answer] | BaseException | None] = Queue(workers * AHEAD_PER_WORKER)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        hand_out = partial(_hand_out, answer, lines, pool, waiting)
        Thread(target=hand_out, daemon=True).start()
        while (future := waiting.get()) is not None:
            if isinstance(future, BaseException):
                raise future
            yield future.result()


def _hand_out(
    answer: Callable[[bytes], Answer],
    lines: Iterable[bytes],
    pool: ProcessPoolExecutor,
    waiting: Queue[Future[Answer] | BaseException | None],
) -> None:
    try:
        for line in lines:
            waiting.put(pool.submit(answer, line))
    except BaseException as fault:
        waiting.put(fault)
    waiting.put(None)
