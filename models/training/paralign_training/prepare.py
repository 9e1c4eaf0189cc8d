"""Step 1: corpora -> runs, one file a language (two processes)."""

import concurrent.futures
import glob
import os
import sys
import time

from .corpus import prepare_language


def prepare(corpora, work, processes=2):
    """Prepare every `<xx>-en.tsv.xz` of `corpora` that `work`/runs lacks. Largest first."""
    os.makedirs(f"{work}/runs", exist_ok=True)
    jobs = []
    for path in glob.glob(f"{corpora}/*-en.tsv.xz"):
        out = f"{work}/runs/{os.path.basename(path).split('-')[0]}.npz"
        if not os.path.exists(out):
            jobs.append((os.path.getsize(path), path, out))
    jobs.sort(reverse=True)
    started = time.time()
    with concurrent.futures.ProcessPoolExecutor(processes) as pool:
        waiting = {pool.submit(prepare_language, path, out): out for _, path, out in jobs}
        for done in concurrent.futures.as_completed(waiting):
            print(f"{time.time() - started:6.0f} s {done.result():8d} pairs {waiting[done]}", flush=True)


if __name__ == "__main__":
    prepare(sys.argv[1], sys.argv[2])
