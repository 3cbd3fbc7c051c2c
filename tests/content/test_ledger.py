"""The ledger of the sample says what the sample says: publishing it changes no file."""

from __future__ import annotations

from niengiam.settling import settled
from stat_index.ledgers.ledger_file import Entry, read_ledger
from tests.content.sample import CONTENT, ROOT

LEDGER = CONTENT / "so-lieu" / "so-cai.csv"
#: The sample was never online: its ledger is made anew, not accepted, lest figures of
#: articles of long ago bear the day on which a rule learnt to read them.
MEND = "if they are right: rm content/so-lieu/so-cai.csv && make publish, and commit the file"


def test_the_ledger_of_the_sample_is_up_to_date() -> None:
    """After a new rule or an edit of the sample it is looked at, made anew and committed."""
    was = {entry.key: entry for entry in read_ledger(LEDGER)}
    now = {entry.key: entry for entry in settled(LEDGER, CONTENT, ROOT / "pelicanconf.py").accepted}
    different = [key for key in sorted({*was, *now}) if was.get(key) != now.get(key)]
    told = "; ".join(_told(was.get(key), now.get(key)) for key in different)
    assert not different, f"{len(different)} rows of so-cai.csv differ: {told}. Mend: {MEND}"


def test_first_days_are_those_of_the_articles() -> None:
    """Each figure appeared with its article."""
    days = {(entry.bai, entry.ngay) for entry in read_ledger(LEDGER)}
    assert len(days) == len({article for article, _ in days})


def _told(was: Entry | None, now: Entry | None) -> str:
    """Article, id, old and new side by side; only the mark where the text alone changed."""
    entry = now or was
    assert entry is not None
    if was and now and was.said == now.said:
        return f"{entry.bai} {entry.ma} (text of the article)"
    old, new = (f"{e.shown} ({e.chuoi}, {e.ky})" if e else "–" for e in (was, now))
    return f"{entry.bai} {entry.ma}: {old} → {new}"
