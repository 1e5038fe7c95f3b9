"""What goes wrong, and what hostile members do, each with how often."""

from tests.simulation.choices import Choice
from tests.simulation.faults.clocks import set_clock, write_alone_with_fast_clock
from tests.simulation.faults.dealing import deal, move_twice, sell_twice
from tests.simulation.faults.disks import cut_power_soon, fill_disk, make_room
from tests.simulation.faults.leading import propose_falsely, propose_twice
from tests.simulation.faults.machines import (
    back_up,
    begin_anew,
    begin_anew_with_stripper,
    move_to_new_machine,
    restart,
    restore,
    start_all,
    switch_off,
)
from tests.simulation.faults.messages import (
    bad_signature,
    claim_more_of_a_feed,
    false_proof,
    flood_beyond_bounds,
    flood_with_waiting,
    garbage,
    push_again,
    strange_entry,
    strip_ballots,
    true_proof_early,
)
from tests.simulation.faults.network import break_links, heal, part, slow_links
from tests.simulation.faults.people import cheat_in_chain, vote_on_motion_both_ways
from tests.simulation.faults.writing import (
    date_ahead,
    date_back,
    flood_with_records,
    fork,
    fork_deep,
    hostile_ballot,
    hostile_record,
    reveal,
    split_view,
    vote_both_ways,
    vote_by_old_roster,
    withhold_vote,
)

DATED_AHEAD = "entry dated ahead"

FAULTS = (
    Choice("links broken", 10, break_links),
    Choice("slow links", 2, slow_links),
    Choice("partition", 4, part),
    Choice("switched off", 4, switch_off),
    Choice("restart", 4, restart),
    Choice("power cut set", 6, cut_power_soon),
    Choice("disk fills up", 2, fill_disk),
    Choice("restored from backup", 5, restore),
    Choice("moved to a new machine", 2, move_to_new_machine),
    Choice("clock set", 2, set_clock),
    Choice("alone with a fast clock", 3, write_alone_with_fast_clock),
)

CURES = (
    Choice("partition healed", 6, heal),
    Choice("all switched on", 4, start_all),
    Choice("disk gets room", 3, make_room),
    Choice("backup", 4, back_up),
)
"""What is never left out of a schedule: without it, what it cures would last to the end."""

HOSTILE_ACTS = (
    Choice("hostile record", 16, hostile_record),
    Choice("hostile ballot", 16, hostile_ballot),
    Choice("fork", 6, fork),
    Choice("deep fork", 3, fork_deep),
    Choice("split view", 6, split_view),
    Choice("hidden branch shown", 4, reveal),
    Choice("double vote", 6, vote_both_ways),
    Choice(DATED_AHEAD, 3, date_ahead),
    Choice("entry dated back", 3, date_back),
    Choice("flood of waiting entries", 2, flood_with_waiting),
    Choice("claim of more of a feed", 3, claim_more_of_a_feed),
    Choice("false proof", 1, false_proof),
    Choice("proof without its branches", 2, true_proof_early),
    Choice("bad signature", 1, bad_signature),
    Choice("garbage", 1, garbage),
    Choice("entry of a stranger", 1, strange_entry),
    Choice("entries sent again", 4, push_again),
)

FLOODS = (Choice("flood of records", 6, flood_with_records),)
"""What hostile members do where little is taken of one member in a day."""

GIANT_FLOODS = (Choice("flood beyond the bounds", 12, flood_beyond_bounds),)
"""What some of them do: it takes a second each time."""

HOSTILE_VOTES = (Choice("withheld vote", 8, withhold_vote), Choice("vote by an old roster", 8, vote_by_old_roster))
"""What hostile voters do in half of the schedules that have any."""

STRIPPING = (
    Choice("ballots stripped", 2, strip_ballots),
    Choice("back with the words alone, ballots stripped", 1, begin_anew_with_stripper),
    Choice("backup", 1, back_up),
)
"""What happens beside all else where hostile members leave out what ballots say. It moves no other schedule."""

NEW_PROFILES = (Choice("back with the words alone", 2, begin_anew),)
"""What happens beside all else where bundles are carried and ballots dropped."""

HOSTILE_DEALS = (
    Choice("hostile dealing", 24, deal),
    Choice("moved twice", 8, move_twice),
    Choice("sold twice", 16, sell_twice),
)
"""What hostile members do where there is more to be done with what is owed than to pay it."""

HOSTILE_MOTIONS = (
    Choice("vote on a motion both ways", 4, vote_on_motion_both_ways),
    Choice("cheat in the charter chain", 8, cheat_in_chain),
)

HOSTILE_LEADERS = (
    Choice("false block proposed", 16, propose_falsely),
    Choice("two blocks proposed", 16, propose_twice),
)
"""What only schedules have in which the charter chain is busy."""
