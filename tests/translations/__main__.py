"""Renew the catalogue: `python -m tests.translations`.

Takes in what the code says now, keeps the translations there are, drops what is said no more, lists what is not translated yet, and
compiles. To translate, fill in `resources/translations/annotator_uk.ts` (in Qt Linguist, or in an editor, taking `type="unfinished"` away)
and run it again.
"""

from __future__ import annotations

import sys

from tests.translations import ts
from tests.translations.code import sentences


def main() -> int:
    """Renew all three files; return 1 where something is not translated."""
    ts.FOLDER.mkdir(exist_ok=True)
    ts.SENTENCES.write_text("".join(each.replace("\n", "\\n") + "\n" for each in sentences()), encoding="utf-8")
    old = ts.read()
    new = ts.renewed(old, ts.wanted())
    ts.write(new)
    ts.compile_catalogue()
    left = [message for message, forms in new.items() if not forms]
    for message in left:
        print(f"{message.context}: {message.text}")
    gone = sum(1 for message in old if message not in new)
    print(f"{len(new)} texts, {len(left)} not translated; {gone} are said no more and were dropped.")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
