"""The time-outs of an iteration, and what time counts."""

from cohong.protocol.chain.stopwatch import Stopwatch, timeout_ms


def test_time_outs_double_from_ten_seconds_to_ten_minutes() -> None:
    found = [timeout_ms(iteration) // 1_000 for iteration in (0, 1, 2, 5, 6, 7, 10**18)]
    assert found == [10, 20, 40, 320, 600, 600, 600]


def test_only_time_between_two_readings_that_run_counts() -> None:
    watch = Stopwatch()
    for now_ms, runs in ((0, True), (100, True), (300, False), (900, True), (950, True)):
        watch.read(now_ms, 0, runs=runs)
    assert (watch.spent_ms, watch.moment_ms(200)) == (150, 1_000)


def test_a_clock_that_is_set_back_adds_nothing_and_costs_nothing() -> None:
    watch = Stopwatch()
    for now_ms in (1_000, 1_500, 200, 300):
        watch.read(now_ms, 0, runs=True)
    assert watch.spent_ms == 600


def test_another_iteration_starts_anew_and_a_watch_that_stands_has_no_moment() -> None:
    watch = Stopwatch()
    watch.read(0, 0, runs=True)
    watch.read(500, 1, runs=True)
    assert (watch.spent_ms, watch.moment_ms(100)) == (0, 600)
    watch.read(600, 1, runs=False)
    assert watch.moment_ms(100) is None
