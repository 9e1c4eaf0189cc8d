"""Words of other scripts in Latin letters, so that names and loans share n-grams with their Latin forms."""

import re

import icu

from .text import MARK, kind_of

_LATIN = icu.Transliterator.createInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower")
_SIMPLIFIED = icu.Transliterator.createInstance("Hant-Hans")
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_SOUNDS = str.maketrans({**dict.fromkeys("aeiouhwy'`", None), "p": "f", "b": "v", "q": "k", "c": "k", "z": "s", "j": "g", "x": "k"})


def romanised(piece):
    """The piece in plain a-z (its word mark kept), or, of Han characters, in their simplified forms."""
    if _HAN.search(piece):
        return _SIMPLIFIED.transliterate(piece)
    mark = piece.startswith(MARK)
    letters = re.sub("[^a-z]", "", _LATIN.transliterate(piece.lstrip(MARK)))
    return MARK + letters if mark and letters else letters


def skeleton(latin):
    """Consonants alone, those that scripts confuse made one (p/f, b/v, c/k/q, s/z ...): what Hebrew and Arabic write."""
    return re.sub(r"(.)\1+", r"\1", latin.translate(_SOUNDS))
