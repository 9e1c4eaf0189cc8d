"""Make the model from the corpora: `python3 -m paralign_training --help` (or ../train.sh)."""

import argparse
import os
import time

import numpy as np

from .dataset import assemble, development_texts
from .evaluate import print_figures
from .export import export
from .prepare import prepare
from .sets import development_sets, save_held_out
from .settings import Settings
from .tokens import tokenise
from .training import train
from .vocabulary import Segmenter, build


def languages_of(folder):
    return {name[:-4] for name in os.listdir(folder) if name.endswith(".npz")}


def main():
    parser = argparse.ArgumentParser(prog="paralign_training", description=__doc__)
    parser.add_argument("--corpora", required=True, help="folder with <xx>-en.tsv.xz")
    parser.add_argument("--dev", required=True, help="folder with <xx>.tsv, for measuring only")
    parser.add_argument("--work", required=True, help="folder for everything in between; finished steps are kept there")
    parser.add_argument("--out", required=True, help="folder of the model, e.g. models/paralign-small")
    parser.add_argument("--settings", help="JSON file with settings that differ from settings.py")
    parser.add_argument("--minutes", type=float, help="train by the clock instead of by pairs (not repeatable)")
    arguments = parser.parse_args()
    settings = Settings()
    if arguments.settings:
        with open(arguments.settings, encoding="utf-8") as text:
            settings = Settings.from_json(text.read())
    work, started = arguments.work, time.time()
    os.makedirs(work, exist_ok=True)
    with open(f"{work}/settings.json", "w", encoding="utf-8") as out:
        out.write(settings.to_json())

    def say(what):
        print(f"[{time.time() - started:6.0f} s] {what}", flush=True)

    say("1 runs")
    prepare(arguments.corpora, work, settings.threads)
    say("2 vocabulary")
    if not os.path.exists(f"{work}/vocabulary.txt"):
        pieces = build(work, settings.vocabulary, settings.vocabulary_power, limit=settings.runs_per_language)
        with open(f"{work}/vocabulary.txt", "w", encoding="utf-8", newline="\n") as out:
            out.write("\n".join(pieces) + "\n")
    with open(f"{work}/vocabulary.txt", encoding="utf-8", newline="\n") as lines:
        pieces = lines.read().rstrip("\n").split("\n")
    say(f"3 tokens ({len(pieces)} pieces)")
    if not os.path.exists(f"{work}/tokens"):
        tokenise(work, pieces, f"{work}/tokens.partial", processes=settings.threads)
        os.rename(f"{work}/tokens.partial", f"{work}/tokens")
    say("4 training set")
    dev = development_texts(arguments.dev)
    dataset = assemble(
        f"{work}/tokens", dev, settings.language_power, settings.source_power, smallest=settings.smallest_group
    )
    save_held_out(f"{work}/held-out.npz", dataset.held_out)
    watch = development_sets(dev, Segmenter(pieces), languages_of(f"{work}/tokens"))
    say("5 training")
    table = train(dataset, pieces, settings, work, arguments.minutes, watch)
    say("6 export")
    export(arguments.out, pieces, np.ascontiguousarray(table), languages_of(f"{work}/tokens"))
    print_figures(arguments.out, arguments.dev, f"{work}/held-out.npz")
    say("done")


if __name__ == "__main__":
    main()
