"""Writes a toy corpus: two made-up languages, word for word from the same made-up English. Usage: toy-corpus.py FOLDER"""

import lzma
import os
import random
import sys

folder = sys.argv[1]
os.makedirs(f"{folder}/corpora", exist_ok=True)
os.makedirs(f"{folder}/dev", exist_ok=True)
chance = random.Random(1)


def word(letters, length):
    return "".join(chance.choice(letters) for _ in range(length))


english = sorted({word("abcdefghijklmnoprstuw", chance.randint(3, 7)) for _ in range(400)})
sentences = [[chance.choice(english) for _ in range(chance.randint(9, 14))] for _ in range(3000)]
rows = {}
for language, letters in (("xa", "aeiouklmnrstpv"), ("xb", "абвгдежзиклмнопрст")):
    lexicon = {w: word(letters, chance.randint(4, 8)) for w in english}
    rows[language] = [(" ".join(lexicon[w] for w in s) + ".", " ".join(s).capitalize() + ".") for s in sentences]
    with lzma.open(f"{folder}/corpora/{language}-en.tsv.xz", "wt", encoding="utf-8", newline="\n") as out:
        for i, (foreign, original) in enumerate(rows[language][200:]):
            out.write(f"{'tatoeba-challenge' if i % 2 else 'python-docs'}\t{foreign}\t{original}\n")
with open(f"{folder}/dev/xa.tsv", "w", encoding="utf-8", newline="\n") as out:
    out.writelines(f"{foreign}\t{original}\n" for foreign, original in rows["xa"][:200])
with open(f"{folder}/unseen.tsv", "w", encoding="utf-8", newline="\n") as out:
    out.writelines(f"{a}\t{b}\n" for (a, _), (b, _) in zip(rows["xa"][:200], rows["xb"][:200]))
