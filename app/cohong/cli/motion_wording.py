"""Motions in English: the question, what changes if it passes, and what to know before a vote on it."""

from cohong.api.views import MotionView
from cohong.cli.output import short_id
from cohong.cli.wording import promise_of


def motion_sentence(motion: MotionView) -> str:
    """Return a motion as one short question."""
    who = motion.member_name or short_id(motion.member)
    match motion.ask:
        case "admit":
            return f"Admit {who}?"
        case "voter":
            return f"Give {who} a vote?" if motion.fields["vote"] else f"Take {who}'s vote away?"
        case "expel":
            return f"Expel {who}?"
        case "replace":
            return f"Replace {who}'s lost key?"
        case "final":
            return "Final at more than two thirds?" if motion.fields["rule"] == "two-thirds" else "Final at a majority?"
        case "branch":
            place = f"of {who}'s feed at {motion.fields['seq']}"
            return f"Let one branch {place} stand?" if motion.fields["branch"] else f"Let no branch {place} stand?"
        case "dispute":
            return f"Uphold {who}'s dispute?" if motion.fields["upheld"] else f"Dismiss {who}'s dispute?"
        case "keeper":
            return f"Make {who} the keeper of {_pool(motion)}?"
        case _:
            return "Change the rules?"


def motion_effect(motion: MotionView) -> str:
    """Return what changes if a motion passes."""
    who, after, fields = _who(motion), motion.after, motion.fields
    voters = f"there are {after.voters} voters then, a majority at {after.majority_at}, final at {after.final_at}"
    match motion.ask:
        case "admit":
            return f"{who} may read the book and write records; a vote takes a motion of its own."
        case "voter":
            return f"{who} {'votes' if fields['vote'] else 'stays a member without a vote'}; {voters}."
        case "expel":
            return f"{who} can neither write, vote nor read on; what it wrote stays. {voters[0].upper()}{voters[1:]}."
        case "replace":
            return f"all that {who} owes, is owed and may do passes to the new key; the old one can do nothing more."
        case "final":
            return f"records are final at {after.final_at} of {after.voters} voters."
        case "branch" if fields["branch"]:
            return f"the branch that begins with {short_id(fields['branch'])} goes on; what is on any other is void."
        case "branch":
            return f"all that {who} wrote from its entry {fields['seq']} on is void, on all branches."
        case "dispute":
            right = "is right" if fields["upheld"] else "is not right"
            return f"dispute {short_id(fields['dispute'])} is over: {who} {right}. What it has stopped can go on."
        case "keeper":
            old = fields["old_name"] or short_id(fields["old"])
            return f"{who} draws on {_pool(motion)} by its rule; what {old} holds for the pledgers stays with it."
        case _:
            return "; ".join(f"{name.replace('_', ' ')}: {_shown(value)}" for name, value in fields.items())


def motion_warnings(motion: MotionView) -> list[str]:
    """Return what to know before a vote on a motion, a sentence each; none for most."""
    who, voters, final_at = _who(motion), motion.after.voters, motion.after.final_at
    match motion.ask:
        case "expel":
            few = promise_of(voters, "majority" if final_at == motion.after.majority_at else "two-thirds")
            return [f"This cannot be undone: {who} can come back only with a new key.", *([few] if few else [])]
        case "voter":
            few = promise_of(voters, "majority" if final_at == motion.after.majority_at else "two-thirds")
            return [few] if few else []
        case "replace":
            return [f"Whoever holds the new key becomes {who}: ask by a way that you trust whether it is theirs."]
        case "final" if motion.fields["rule"] == "majority":
            now = 2 * (2 * voters // 3 + 1) - voters
            return [
                "More voters may be away, and fewer have to cheat: so many that provably sign both ways are enough "
                f"for two contradicting records to be final: {2 * final_at - voters} of {voters}, instead of {now}."
            ]
        case "final":
            return [f"Nothing becomes final any more with more than {voters - final_at} of {voters} voters away."]
        case _:
            return []


def _pool(motion: MotionView) -> str:
    return f"pool {motion.fields['pool_name'] or short_id(motion.fields['pool'])}"


def _who(motion: MotionView) -> str:
    return motion.member_name or short_id(motion.member)


def _shown(value: object) -> str:
    return ", ".join(map(str, value)) or "all" if isinstance(value, list) else str(value)
