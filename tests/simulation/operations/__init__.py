"""What honest members do, each with how often."""

from tests.simulation.choices import Choice
from tests.simulation.operations.carrying import drop_ballots, make_bundle, take_bundle
from tests.simulation.operations.dealing import (
    answer_objection,
    default_in_time,
    object_to,
    owe,
    rule_on_dispute,
    step_of,
)
from tests.simulation.operations.ends import end_day
from tests.simulation.operations.joining import (
    invite,
    join,
    put_admission,
    put_newcomer_as_voter,
    vote_on_newcomers,
)
from tests.simulation.operations.looking import nothing
from tests.simulation.operations.people import put_motion, put_motions, vote_on_all, vote_on_motion, wish_for_block
from tests.simulation.operations.sending import send_burst, send_unknown_kind
from tests.simulation.operations.trading import answer, claim, endorse, limit, pay, profile, propose

from cohong.primitives.kinds import (
    CORRECT_PROPOSE,
    CREDIT_AGREE,
    CREDIT_ASSIGN,
    CREDIT_NOTICE,
    CREDIT_RECOVER,
    CREDIT_RESTRUCTURE,
    CREDIT_WRITE_OFF,
    OFFER_BUY,
    OFFER_SELL,
)

OPERATIONS = (
    Choice("propose", 24, propose),
    Choice("answer a proposal", 24, answer),
    Choice("receipt", 14, pay),
    Choice("claim", 8, claim),
    Choice("limit", 3, limit),
    Choice("profile", 3, profile),
    Choice("endorsement", 3, endorse),
    Choice("import burst", 2, send_burst),
    Choice("record of an unknown kind", 1, send_unknown_kind),
    Choice("nothing", 10, nothing),
)

MOTIONS = (
    Choice("motion", 14, put_motion),
    Choice("vote on a motion", 40, vote_on_motion),
    Choice("wish for a block", 3, wish_for_block),
)
"""What only some schedules have."""

MANY_MOTIONS = (
    Choice("motions at once", 20, put_motions),
    Choice("votes on all motions", 30, vote_on_all),
    Choice("wish for a block", 10, wish_for_block),
)
"""What makes the charter chain busy."""

ENDS = (Choice("end of a day", 20, end_day),)
"""What happens only where proposals are valid for a day or two."""

DEALS = (
    Choice("something owed", 40, owe),
    Choice("offer to sell", 6, step_of(OFFER_SELL)),
    Choice("offer to buy", 24, step_of(OFFER_BUY)),
    Choice("sale", 24, step_of(CREDIT_ASSIGN)),
    Choice("new terms agreed to", 12, step_of(CREDIT_AGREE)),
    Choice("new terms", 12, step_of(CREDIT_RESTRUCTURE)),
    Choice("notice of default", 8, step_of(CREDIT_NOTICE)),
    Choice("default", 6, default_in_time),
    Choice("writing off", 6, step_of(CREDIT_WRITE_OFF)),
    Choice("recovery", 8, step_of(CREDIT_RECOVER)),
    Choice("dispute", 8, object_to),
    Choice("correction asked for", 4, step_of(CORRECT_PROPOSE)),
    Choice("objection answered", 10, answer_objection),
)
"""What happens to what is owed beside payment, in some schedules."""

RULINGS = (Choice("ruling on a dispute", 4, rule_on_dispute),)
"""What is put to the vote there."""

CARRYING = (
    Choice("bundle made", 3, make_bundle),
    Choice("bundle taken in", 3, take_bundle),
    Choice("ballots to be dropped", 4, drop_ballots),
)
"""What happens beside all else in some schedules. It moves no other schedule."""

JOINING = (
    Choice("invitation", 4, invite),
    Choice("join", 8, join),
    Choice("admission", 8, put_admission),
    Choice("newcomer as voter", 4, put_newcomer_as_voter),
    Choice("votes on newcomers", 10, vote_on_newcomers),
)
"""What happens beside all else where newcomers come. It moves no other schedule."""
