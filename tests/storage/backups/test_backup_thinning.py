from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from xjdesk.storage.backups.backup_thinning import ALWAYS, DAYS, LAST, MONTHS, oversize, surplus

_NOW = datetime(2017, 3, 1, 9, 30, tzinfo=UTC)
_ALL = LAST + DAYS + MONTHS


@dataclass(frozen=True)
class _Backup:
    taken: datetime
    size: int = 1
    is_only_copy: bool = False


def _ago(*, days: float = 0, hours: float = 0, size: int = 1, only: bool = False) -> _Backup:
    return _Backup(_NOW - timedelta(days=days, hours=hours), size, only)


def _staying(backups: list[_Backup], now: datetime = _NOW) -> list[_Backup]:
    going = surplus(backups, now)
    return [backup for backup in backups if backup not in going]


_BACKUPS = st.lists(
    st.builds(
        _Backup,
        # Within 3 days, 60 days or 3 years, so that days and months are crowded or thin.
        st.sampled_from([3, 60, 1000]).flatmap(
            lambda days: st.integers(0, days * 24 * 60).map(
                lambda minutes: _NOW - timedelta(minutes=minutes)
            )
        ),
        st.integers(0, 50),
        st.booleans(),
    ),
    max_size=150,
    unique_by=lambda backup: backup.taken,
)


def _newest_first(backups: list[_Backup]) -> list[_Backup]:
    return sorted(backups, key=lambda backup: backup.taken, reverse=True)


@given(_BACKUPS)
def test_the_last_ten_always_stay(backups: list[_Backup]) -> None:
    assert set(_newest_first(backups)[:10]) <= set(_staying(backups))


@given(_BACKUPS)
def test_the_newest_of_each_of_the_last_days_and_months_stays(backups: list[_Backup]) -> None:
    staying = set(_staying(backups))
    days = sorted({b.taken.date() for b in backups}, reverse=True)
    for day in days[:30]:
        assert max((b for b in backups if b.taken.date() == day), key=lambda b: b.taken) in staying
    months = sorted({(b.taken.year, b.taken.month) for b in backups}, reverse=True)
    for month in months[:12]:
        of_it = [b for b in backups if (b.taken.year, b.taken.month) == month]
        assert max(of_it, key=lambda b: b.taken) in staying


@given(_BACKUPS)
def test_what_is_thinned_is_not_thinned_again(backups: list[_Backup]) -> None:
    assert surplus(_staying(backups), _NOW) == []


@given(_BACKUPS)
def test_no_more_stays_than_was_said(backups: list[_Backup]) -> None:
    assert len([b for b in _staying(backups) if not b.is_only_copy]) <= _ALL


@given(_BACKUPS)
def test_an_only_copy_stays_for_thirty_days(backups: list[_Backup]) -> None:
    staying = set(_staying(backups))
    for backup in backups:
        if backup.is_only_copy and _NOW - backup.taken < timedelta(days=30):
            assert backup in staying


@given(_BACKUPS, st.randoms(use_true_random=False))
def test_the_order_in_which_they_come_does_not_matter(
    backups: list[_Backup], random: Random
) -> None:
    shuffled = list(backups)
    random.shuffle(shuffled)
    assert surplus(shuffled, _NOW) == surplus(backups, _NOW)


def test_what_is_older_than_all_that_goes() -> None:
    today = [_ago(hours=n / 10) for n in range(15)]
    assert _staying(today) == today[:10]
    old = [*today, _ago(days=1), _ago(days=1.01)]
    assert _staying(old) == [*today[:10], _ago(days=1)]


def test_an_only_copy_stays_to_the_end_of_the_thirtieth_day() -> None:
    crowd = [_ago(days=days, hours=n / 10) for days in (0, 29) for n in range(10)]
    sure, no_more = _ago(days=29.99, only=True), _ago(days=30, only=True)
    assert sure in _staying([*crowd, sure, no_more, _ago(days=29.98)])
    assert no_more not in _staying([*crowd, no_more, _ago(days=29.999)])


def test_an_only_copy_goes_after_thirty_days_and_takes_a_place_like_others() -> None:
    only = [_ago(days=40, hours=n / 10, only=True) for n in range(12)]
    assert _staying(only) == only[:10]
    today = [_ago(hours=n / 10, only=n < 5) for n in range(15)]
    assert _staying(today) == today[:10]


def test_a_year_of_saving_every_hour_leaves_a_bounded_history() -> None:
    there: list[_Backup] = []
    start = _NOW - timedelta(days=365)
    for hour in range(365 * 24):
        if 1 <= hour % 24 <= 9:
            now = start + timedelta(hours=hour)
            there = _staying([*there, _Backup(now)], now)
            assert len(there) <= _ALL
    days = {b.taken.date() for b in there}
    newest = max(days)
    assert {newest - timedelta(days=n) for n in range(30)} <= days
    assert len({(d.year, d.month) for d in days}) == 12
    # As long as one is of a month, it is what stood at its end.
    assert datetime(2016, 12, 31).date() in days


def test_a_long_pause_costs_no_history() -> None:
    last_year = [_ago(days=400 + n) for n in range(40)]
    staying = _staying([_ago(), *last_year])
    assert staying[:30] == [_ago(), *last_year[:29]]


def test_a_month_is_not_that_of_another_year() -> None:
    days = [_ago(days=n) for n in range(40)]
    last_march = _Backup(datetime(2016, 3, 20, tzinfo=UTC))
    assert last_march in _staying([*days, last_march])


def test_a_day_ends_at_midnight_of_utc() -> None:
    midnight = datetime(2017, 1, 5, tzinfo=UTC)
    before, after = _Backup(midnight - timedelta(minutes=1)), _Backup(midnight)
    crowd = [_ago(hours=n / 10) for n in range(10)]
    assert _staying([*crowd, after, before]) == [*crowd, after, before]
    same_day = _Backup(midnight - timedelta(minutes=2))
    assert _staying([*crowd, after, before, same_day]) == [*crowd, after, before]


def test_backups_of_the_future_stay_and_take_no_place() -> None:
    future = [_ago(days=-700, hours=n) for n in range(30)]
    past = [_ago(hours=n / 10) for n in range(12)]
    assert _staying([*future, *past]) == [*future, *past[:10]]


@given(st.lists(_BACKUPS, max_size=4), st.integers(0, 2000))
def test_the_size_is_held_unless_the_newest_three_are_too_much(
    documents: list[list[_Backup]], most: int
) -> None:
    going = {(n, b) for n, d in enumerate(documents) for b in _going(documents, most, n)}
    left = [[b for b in d if (n, b) not in going] for n, d in enumerate(documents)]
    size = sum(b.size for d in left for b in d)
    assert size <= most or all(len(d) <= ALWAYS for d in left)
    for before, after in zip(documents, left, strict=True):
        assert set(_newest_first(before)[:ALWAYS]) <= set(after)


def _going(documents: list[list[_Backup]], most: int, number: int) -> list[_Backup]:
    """Of equal backups of two documents it matters whose goes: so they are told by identity."""
    mine = {id(b) for b in documents[number]}
    return [b for b in oversize(documents, most, _NOW) if id(b) in mine]


def test_within_the_size_nothing_goes() -> None:
    assert oversize([[_ago(days=n, size=10) for n in range(10)]], 100, _NOW) == []


def test_the_oldest_of_all_documents_goes_first_and_no_more_than_needed() -> None:
    one = [_ago(days=n, size=10) for n in range(6)]
    other = [_ago(days=n + 0.5, size=10) for n in range(6)]
    assert oversize([one, other], 91, _NOW) == [other[5], one[5], other[4]]


def test_an_only_copy_goes_after_all_others_for_thirty_days() -> None:
    backups = [
        *(_ago(days=n, size=10) for n in range(5)),
        _ago(days=20, size=10, only=True),
        _ago(days=40, size=10, only=True),
    ]
    assert oversize([backups], 0, _NOW) == [backups[n] for n in (6, 4, 3, 5)]


def test_a_clock_that_ran_ahead_does_not_make_the_newest_go() -> None:
    future = [_ago(days=-700, hours=n, size=10) for n in range(5)]
    past = [_ago(hours=n, size=10) for n in range(5)]
    assert oversize([[*future, *past]], 0, _NOW) == [past[4], past[3], future[4], future[3]]
