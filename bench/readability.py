"""How plain the texts are: a table for each language, of every message as a phone shows it."""

import sys

from bot.authoring.project import load
from bot.documents.reading import SCALES, rows
from bot.settings import find_project


def main() -> None:
    """Print a table for each language; with 1 if something in it is not plain or not short."""
    library = load(find_project()).library
    if library is None:
        sys.exit("The project has mistakes: heatwise check tells them.")
    bad = 0
    for lang in filter(SCALES.__contains__, library.languages):
        scale = SCALES[lang]
        print(f"\n{lang}: {scale.name}, {'at most' if scale.most else 'at least'} {scale.bound}\n")
        for row in rows(library, lang):
            if row.score is not None or not row.short:
                print(row)
            bad += not (row.plain and row.short)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
