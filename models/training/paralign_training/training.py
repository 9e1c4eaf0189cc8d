"""Step 5: train the table of subword rows."""

import os
import time

import numpy as np

from . import trainer
from .grams import gram_table
from .retrieval import evaluate

STEPS_AT_ONCE = 50


def learning_rate(progress, settings):
    """Linear warm-up, then linear to 0."""
    warm = min(1.0, progress / settings.warm_up + 0.05) if settings.warm_up > 0 else 1.0
    return settings.rate * warm * max(0.0, 1.0 - progress)


def train(dataset, pieces, settings, work, minutes=None, watch=None, report=print):
    """Train and return the table [pieces, dim] float32.

    Ends after `settings.pairs` pairs, or, with `minutes`, when these are over (then the result depends on the
    machine's speed). `watch` is {language: sets} for progress reports; checkpoints go to `work`/table.npy.
    """
    if settings.ngram_weight > 0:
        gram_start, gram_ids, grams = gram_table(pieces)
    else:
        gram_start, gram_ids, grams = np.zeros(len(pieces) + 1, np.int64), np.zeros(1, np.int32), 0
    config = trainer.Config(
        vocab=len(pieces), ngrams=grams, dim=settings.dim, batch=settings.batch, threads=settings.threads,
        max_tokens=settings.max_tokens, scale=settings.scale, margin=settings.margin, dropout=settings.dropout,
        foreign=settings.foreign, beta1=settings.beta1, beta2=settings.beta2, ngram_weight=settings.ngram_weight,
        seed=settings.seed,
    )
    run = trainer.Trainer(trainer.build(f"{work}/lib"), config, dataset, gram_start, gram_ids, settings.first_scale)
    begin = reported = time.time()
    progress, step_share, folded, steps = 0.0, 0.0, grams == 0, 0
    while progress < 1.0:
        if not folded and progress >= settings.fold_at:
            run.fold()
            folded = True
        before = progress
        ahead = min(1.0, progress + step_share)
        loss = run.run(STEPS_AT_ONCE, learning_rate(progress, settings), learning_rate(ahead, settings))
        steps += STEPS_AT_ONCE
        if minutes is None:
            progress = run.pairs / settings.pairs
        else:
            progress = (time.time() - begin) / 60 / minutes
        step_share = progress - before
        if time.time() - reported > 240:
            reported = time.time()
            table = run.table()
            np.save(f"{work}/table.partial.npy", table)
            os.replace(f"{work}/table.partial.npy", f"{work}/table.npy")
            figures = evaluate(table, watch) if watch else {}
            mean = f" watched {np.mean(list(figures.values())):.4f}" if figures else ""
            report(f"{progress:.3f} {run.pairs} pairs, step {steps}, loss {loss:.4f}{mean}", flush=True)
    report(f"trained on {run.pairs} pairs in {steps} steps, {time.time() - begin:.0f} s", flush=True)
    table = run.table()
    np.save(f"{work}/table.npy", table)
    return table
