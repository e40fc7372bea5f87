#!/usr/bin/env python3
"""Puts a run's table into a document, between <!-- NAME:begin --> and <!-- NAME:end -->; standard library only.

usage: quote-result.py DOCUMENT NAME RESULT_FOLDER [IMAGE] [TABLE]

For a page of docs/papers, docs/studies or docs/quickstart.md. The table is the folder's summary.md, or TABLE such as matrix.md,
as the run wrote it. IMAGE, a file of the folder such as gallery.png or - for none, is copied to docs/images/NAME-IMAGE; the page
shows it where it says what was found, away from the table. The long table of every strength of the attacker is folded away;
nothing is left out.
"""
import os
import shutil
import sys
from pathlib import Path


LONG = "Every strength of the attacker:"
AFTER_LONG = ("What was found:", "What attacks found:", "Distance correlation is taken", "Left out:", "Made by ")


def folded(quote):
    """The quote with its long table in a block that opens on demand."""
    if f"\n{LONG}\n" not in quote:
        return quote
    before, rest = quote.split(f"\n{LONG}\n", 1)
    lines = rest.split("\n")
    end = next(n for n, line in enumerate(lines) if line.startswith(AFTER_LONG))
    table, after = "\n".join(lines[:end]).strip(), "\n".join(lines[end:])
    return f"{before}\n<details>\n<summary>{LONG[:-1]}</summary>\n\n{table}\n\n</details>\n\n{after}"


def main(document, name, folder, image="-", table="summary.md"):
    document, folder = Path(document), Path(folder)
    text = document.read_text(encoding="utf-8")
    begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
    if begin not in text or end not in text:
        sys.exit(f"{document} has no place for {name}; write {begin} and {end} where it goes")
    quote = folded((folder / table).read_text(encoding="utf-8").strip())
    if image != "-":
        target = Path(__file__).resolve().parent.parent / "images" / f"{name}-{image}"
        shutil.copyfile(folder / image, target)
        shown = os.path.relpath(target, document.resolve().parent)
        if f"]({shown})" not in text:
            sys.exit(f"{document} does not show {shown}; write ![what one sees]({shown}) where it says what was found")
    before, after = text.split(begin, 1)[0], text.split(end, 1)[1]
    document.write_text(f"{before}{begin}\n{quote}\n{end}{after}", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5, 6):
        sys.exit(__doc__)
    main(*sys.argv[1:])
