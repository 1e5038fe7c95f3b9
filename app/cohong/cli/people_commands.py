"""`cohong motion`, `invite` and `chain`: who is in, who votes, under which rules."""

from typing import Annotated

import typer

from cohong.api.views import ChainStatus, InviteMade, InviteView, JoinView, MotionView, Written
from cohong.cli.arguments import currency_digits, parse_id
from cohong.cli.motion_wording import motion_effect, motion_sentence, motion_warnings
from cohong.cli.output import moment, print_facts, print_line, print_table, short_id
from cohong.cli.session import session_of
from cohong.cli.wording import promise_of

app = typer.Typer(help="Questions put to the voters, and the votes on them.", no_args_is_help=True)
invite_app = typer.Typer(help="Invite somebody to join the network, or to observe it.", no_args_is_help=True)

Reason = Annotated[str, typer.Option(help="Why; every voter reads it.")]
Days = Annotated[int, typer.Option(min=1, max=365, help="How many days the motion is open.")]


@app.command("list")
def list_motions(context: typer.Context) -> None:
    """List the motions with how far they are; of those that are open why, what changes, and what to beware of."""
    session = session_of(context)
    found: list[MotionView] = session.ask("motion.list")
    session.answer(found, lambda: _tell_motions(found))


@app.command("vote")
def vote(
    context: typer.Context,
    motion: Annotated[str, typer.Argument(help="The motion's id, or how it begins.")],
    yes: Annotated[bool, typer.Option("--yes/--no", help="For or against. A vote cannot be taken back.")],
) -> None:
    """Vote on a motion, once."""
    session = session_of(context)
    whole = _whole_id(motion, session.ask("motion.list"))
    written: Written = session.ask("motion.vote", motion=whole, yes=yes)
    session.answer(written, lambda: print_line(f"Voted {'for' if yes else 'against'} it."))


@app.command("admit")
def admit(
    context: typer.Context,
    join: Annotated[str, typer.Argument(help="The newcomer's join, from `cohong chain`.")],
    reason: Reason,
    days: Days = 14,
) -> None:
    """Ask the voters to make a newcomer a member."""
    _put(context, ask="admit", join=parse_id(join), reason=reason, days=days)


@app.command("voter")
def voter(
    context: typer.Context,
    member: Annotated[str, typer.Argument(help="The member's id.")],
    reason: Reason,
    give: Annotated[bool, typer.Option("--give/--take", help="Give the member a vote, or take it away.")] = True,
    days: Days = 14,
) -> None:
    """Ask the voters to give a member a vote, or to take it away."""
    _put(context, ask="voter", member=parse_id(member), vote=give, reason=reason, days=days)


@app.command("expel")
def expel(
    context: typer.Context,
    member: Annotated[str, typer.Argument(help="The member's or observer's id.")],
    reason: Reason,
    days: Days = 14,
) -> None:
    """Ask the voters to end somebody's membership, or an observer's reading. What it wrote stays."""
    _put(context, ask="expel", member=parse_id(member), reason=reason, days=days)


@app.command("replace")
def replace(
    context: typer.Context,
    old: Annotated[str, typer.Argument(help="The id whose key is lost or stolen.")],
    join: Annotated[str, typer.Argument(help="The join of the key that takes its place.")],
    reason: Reason,
    days: Days = 14,
) -> None:
    """Ask the voters to let a new key take the place of a lost one."""
    _put(context, ask="replace", member=parse_id(old), join=parse_id(join), reason=reason, days=days)


@app.command("final")
def final(
    context: typer.Context,
    rule: Annotated[str, typer.Argument(help="two-thirds or majority.")],
    reason: Reason,
    days: Days = 14,
) -> None:
    """Ask the voters to change how many of them make a record final."""
    _put(context, ask="final", rule=rule, reason=reason, days=days)


@app.command("charter")
def charter(
    context: typer.Context,
    reason: Reason,
    currency: Annotated[list[str] | None, typer.Option(help="A currency that may be used; none: all.")] = None,
    entries_per_day: Annotated[int, typer.Option(min=1, help="Entries taken of one member in a day.")] = 50_000,
    grace_days: Annotated[int, typer.Option(min=0, max=365, help="Days of grace after an end that is relied on.")] = 7,
    stale_days: Annotated[int, typer.Option(min=1, max=3650, help="Days until entries under an old charter end.")] = 90,
    days: Days = 14,
) -> None:
    """Ask the voters to change the charter's rules."""
    for code in currency or ():
        currency_digits(code)
    _put(
        context, ask="charter", currencies=currency or [], entries_per_day=entries_per_day, grace_days=grace_days,
        stale_days=stale_days, reason=reason, days=days,
    )  # fmt: skip


@app.command("branch")
def branch(
    context: typer.Context,
    author: Annotated[str, typer.Argument(help="The member whose feed is forked.")],
    seq: Annotated[int, typer.Argument(min=0, help="The place of the fork, from `cohong forks`.")],
    entry: Annotated[str, typer.Argument(help="The entry there whose branch is to stand, or `none`.")],
    reason: Reason,
    days: Days = 14,
) -> None:
    """Ask the voters which branch of a fork stands."""
    chosen = "" if entry == "none" else parse_id(entry)
    _put(context, ask="branch", member=parse_id(author), seq=seq, branch=chosen, reason=reason, days=days)


@app.command("dispute")
def dispute(
    context: typer.Context,
    identity: Annotated[str, typer.Argument(metavar="DISPUTE", help="The dispute's id, from `cohong dispute list`.")],
    reason: Reason,
    uphold: Annotated[bool, typer.Option("--uphold/--dismiss", help="Its opener is right, or is not.")] = True,
    days: Days = 14,
) -> None:
    """Ask the voters to rule on a dispute. Either way it is over then."""
    _put(context, ask="dispute", dispute=parse_id(identity), upheld=uphold, reason=reason, days=days)


@app.command("keeper")
def keeper(
    context: typer.Context,
    pool: Annotated[str, typer.Argument(help="The pool's id, from `cohong cover list`.")],
    member: Annotated[str, typer.Argument(help="Who keeps it from then on: the member's id.")],
    reason: Reason,
    days: Days = 14,
) -> None:
    """Ask the voters to give a pool whose keeper is a member no more to another one."""
    _put(context, ask="keeper", pool=parse_id(pool), member=parse_id(member), reason=reason, days=days)


@invite_app.command("make")
def make_invite(
    context: typer.Context,
    observe: Annotated[bool, typer.Option(help="Only to read along, never to write.")] = False,
    days: Annotated[int, typer.Option(min=1, max=365, help="How many days it can be used.")] = 14,
) -> None:
    """Make the text of an invitation. Whoever has it may use it once: give it to nobody else."""
    session = session_of(context)
    made: InviteMade = session.ask("invite.make", role="observe" if observe else "join", days=days)
    session.answer(made, lambda: _tell_invite(made))


@invite_app.command("withdraw")
def withdraw_invite(
    context: typer.Context,
    invite: Annotated[str, typer.Argument(help="The invitation's id, or how it begins.")],
) -> None:
    """Take back an invitation of your own that nobody has used."""
    session = session_of(context)
    found: list[InviteView] = session.ask("invite.list")
    whole = [item.invite for item in found if invite and item.invite.startswith(invite.lower())]
    if len(whole) != 1:
        raise typer.BadParameter(f"{invite}: {'no invitation begins so' if not whole else 'more than one begins so'}")
    written: Written = session.ask("invite.withdraw", invite=whole[0])
    session.answer(written, lambda: print_line("Withdrawn: whoever has its text is not let in with it any more."))


@invite_app.command("list")
def list_invites(context: typer.Context) -> None:
    """List the invitations that members have given."""
    session = session_of(context)
    found: list[InviteView] = session.ask("invite.list")
    rows = [
        [
            short_id(item.invite),
            item.author_name or short_id(item.author),
            item.role,
            moment(item.valid_until_ms),
            (item.used_by_name or short_id(item.used_by))
            if item.used_by
            else "withdrawn"
            if item.withdrawn
            else "not yet",
        ]
        for item in found
    ]

    def in_words() -> None:
        if not rows:
            print_line("Nobody is invited. `cohong invite make` makes a text for one newcomer.")
        print_table(["Invitation", "By", "To", "Until", "Used"], rows)

    session.answer(found, in_words)


def chain(
    context: typer.Context,
    ask: Annotated[bool, typer.Option(help="Wish for a block soon, though there is little to put into it.")] = False,
) -> None:
    """Show the charter: who votes, under which rules, how far the book is anchored, and who wants to join."""
    session = session_of(context)
    if ask:
        session.ask("chain.ask")
    status: ChainStatus = session.ask("chain.status")
    session.answer(status, lambda: _tell_chain(status))


def _put(context: typer.Context, **params: object) -> None:
    session = session_of(context)
    written: Written = session.ask("motion.put", **params)
    session.answer(written, lambda: print_line(f"Put to the voters: motion {written.entry}"))


def _whole_id(text: str, found: list[MotionView]) -> str:
    whole = [item.motion for item in found if text and item.motion.startswith(text.lower())]
    if len(whole) != 1:
        raise typer.BadParameter(f"{text}: {'no motion begins so' if not whole else 'more than one motion begins so'}")
    return whole[0]


def _tell_motions(found: list[MotionView]) -> None:
    if not found:
        print_line("There are no motions.")
        return
    print_table(
        ["Motion", "Question", "By", "Until", "For", "Against", "Needed", "State", "Not yet"],
        [
            [
                short_id(item.motion),
                motion_sentence(item),
                item.put_by_name or short_id(item.put_by),
                moment(item.valid_until_ms),
                str(item.yes),
                str(item.no),
                f"{item.needed} of {item.voters}",
                item.state,
                ", ".join(line.name or short_id(line.voter) for line in item.lines if line.vote == "none"),
            ]
            for item in found
        ],
        right=("For", "Against"),
    )
    for item in found:
        if item.state in ("open", "passed"):
            print_line("")
            print_line(f"{short_id(item.motion)}  {motion_sentence(item)}")
            print_line(f"  Why: {item.reason or '–'}")
            print_line(f"  If it passes: {motion_effect(item)}")
            for warning in motion_warnings(item):
                print_line(f"  Beware: {warning}")


def _tell_invite(made: InviteMade) -> None:
    print_line(f"This can be used once, until {moment(made.valid_until_ms)}. Give it to nobody else:")
    print_line(made.text)


def _tell_chain(status: ChainStatus) -> None:
    rule = "more than two thirds" if status.final == "two-thirds" else "more than half"
    print_facts(
        [
            ("Block", f"{status.height} of {moment(status.time_ms)}, {status.block}"),
            (
                "Voters",
                f"{len(status.voters)} of {status.members} members; {status.present} heard from in the last minute",
            ),
            ("Majority at", f"{status.majority_at} of {len(status.voters)}"),
            ("Final at", f"{status.final_at} of {len(status.voters)} ({rule})"),
            ("Currencies", ", ".join(status.currencies) or "all"),
            ("Anchored", f"{status.anchored:,} records; {status.to_anchor:,} wait for a block"),
            ("This member", "votes" if status.is_voter else "has no vote" if status.is_member else "is no member"),
        ]
    )
    promise = promise_of(len(status.voters), status.final)
    if promise:
        print_line(promise)
    if status.joins:
        print_line("")
        print_table(
            ["Join", "Name", "Member", "Invited by", "Since", "State"],
            [
                [item.join, item.name, item.member, item.invited_by, moment(item.time_ms), _join_state(item)]
                for item in status.joins
            ],
        )
        if status.joins_in_all > len(status.joins):
            print_line(f"{status.joins_in_all - len(status.joins):,} more, of whoever is or was a member.")


def _join_state(join: JoinView) -> str:
    if join.state == "refused":
        return "refused: its invitation has been used by another"
    return f"{join.state}, with {join.rivals} others by one invitation" if join.rivals else join.state
