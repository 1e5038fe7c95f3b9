"""The API's description of itself: an OpenRPC document made from the table of methods and their types."""

from typing import Any, Final

import msgspec

from cohong.api.errors import JSON_RPC_NUMBER, ApiErrorCode
from cohong.api.framing import DISCOVER_METHOD, NOTIFICATION_METHOD, REFUSED
from cohong.api.notification import Notification
from cohong.api.requests import METHODS, Params

OPENRPC_VERSION: Final = "1.3.2"
_REF_TEMPLATE: Final = "#/components/schemas/{name}"

SUMMARIES: Final[dict[str, str]] = {
    "profile.status": "Tell whether there is a profile, and whether it is locked.",
    "profile.create": "Make a profile and unlock it; the recovery words are in the answer and nowhere else.",
    "profile.unlock": "Open the profile with its passphrase or its recovery words.",
    "profile.lock": "Forget what signing needs; the node goes on replicating and voting.",
    "reach.status": "Tell how this node reaches others: proxy, and search of the local network.",
    "reach.set": "Choose how this node reaches others.",
    "profile.rename": "Change what the member calls itself, and tell the others.",
    "profile.passphrase": "Change the passphrase.",
    "profile.hand_over": "Give the pen to another device by a file; this one reads along until it takes it back.",
    "profile.take_over": "Use a file of another device up: have this one read along, or take the pen and sign.",
    "device.make": "Let a device read along, and make the file that sets it up.",
    "device.list": "List the devices that read along.",
    "device.link": "Name another member as a device; the two are linked once it does so too.",
    "device.remove": "Let a device in no more.",
    "profile.sign_anyway": "Sign although this profile may be an old one or run twice; until the node stops.",
    "network.create": "Found a network with the members named, or one that takes over the present one.",
    "network.join": "Join a network by the text of an invitation; also one that takes over the present one.",
    "network.invitation": "Give the invitation of this network again.",
    "invite.make": "Invite somebody to join or to observe.",
    "invite.withdraw": "Take back an own invitation that nobody has used.",
    "invite.list": "List the invitations of all members.",
    "motion.list": "List the motions with everybody's votes, newest first; of very many the open ones and the newest.",
    "motion.preview": "Show a motion as the voters would see it, or why it cannot be put; nothing is written.",
    "motion.put": "Put a question to the voters.",
    "motion.vote": "Vote on a motion, once.",
    "chain.status": "Tell who votes under which rules, and how far the book is anchored.",
    "chain.ask": "Wish for a charter block soon, though there is little to put into it.",
    "peer.add": "Remember where a member's node listens, and dial it.",
    "node.status": "Tell what the status bar shows.",
    "node.prune": "Drop ballots under a final cut that have nothing to say any more.",
    "node.stop": "Stop the node after this answer.",
    "node.subscribe": "Send `changed` notifications on this connection from now on.",
    "record.write": "Sign one record, keep it durably, and send it.",
    "record.write_many": "Sign several records, all or none.",
    "receipt.make": "Make a receipt of an anchored record, for somebody without a node.",
    "book.rows": "Give a stretch of the Book, filtered and sorted.",
    "book.counts": "Count the Book's rows by filter and sum up what is open.",
    "book.ageing": "Sum up what is open by counterparty, currency and days past due.",
    "book.record": "Give everything about one obligation.",
    "book.trace": "Tell which signed entries an obligation's figures rest on, and which ballots carry the votes.",
    "book.votes": "Give every voter's vote on one entry.",
    "book.summary": "Sum up all obligations held.",
    "book.digest": "Give the state digest and what it covers.",
    "book.anchored_digest": "The state digest of the book as a block has fixed it.",
    "market.bids": "List the offers to buy that are good today and that this member has made or got.",
    "market.board": "Give a stretch of the offers to sell that are good today.",
    "dispute.list": "List disputes and corrections, of one object or of all, the newest 1,000.",
    "netting.rounds": "List the netting rounds, the newest first.",
    "netting.preview": "Compute what a round could clear; nothing is written.",
    "netting.what_if": "Compute how much more a round would clear with some liquidity; nothing is written.",
    "netting.join": "Take part in a round with all that is in its scope.",
    "netting.settle": "Compute a round's result and write it, as its coordinator.",
    "netting.statement": "Tell what a round has set off for this member.",
    "netting.debts": "List everybody's obligations that have joined a round, with what it has set off of each.",
    "consent.list": "List whom this member lets read about it, whom it may read about, and who has read.",
    "consent.read": "Open the report about a member: note what a person's is read for, and record a reading under "
    "consent.",
    "lookup.list": "List the persons whose reports were opened, when and what for; it stays on this machine.",
    "lookup.keep": "Say for how many days look-ups are kept; older ones are forgotten.",
    "lookup.clear": "Forget all look-ups.",
    "cover.list": "List the guarantees that concern this member, the pools, and the open calls and claims on them.",
    "cover.exposure": "Tell by currency what this member stands for, now and at worst, and after one more record.",
    "cover.due": "Tell what a pool would pay for a loss by its rule, and of that each pledge.",
    "cover.history": "List the records about a guarantee or pool, the oldest first.",
    "drafts.send": "Sign and send drafts.",
    "drafts.put": "Keep a new draft, or other terms of one.",
    "drafts.recall": "Take back the drafts that are held before they are sent.",
    "drafts.remove": "Remove drafts.",
    "drafts.restore": "Put back drafts that were removed since the node was started.",
    "check.search": "Look members up by name, id or identifier.",
    "check.member": "Tell how a member pays.",
    "check.grades": "Tell the grades of up to 20 members in brief, as cards and lists show them.",
    "report.make": "Make a signed credit report about a member, which anybody can check without a node.",
    "check.report": "Tell how a member pays, what grade that gives and why, what would change it, and how sure it is.",
    "check.rings": "Tell how much of what a member pays comes back to it within two hops.",
    "check.days_late": "Foretell how many days late an open obligation will be paid, and how far off that may be.",
    "check.trust": "How far this member can trust another with money, over whom, and what bounds it.",
    "check.experience": "Tell what this member may expect of another by what others say, and what each term adds.",
    "limit.suggest": "Suggest how much a member may owe this one, by currency and with the reason for each step.",
    "limit.set": "Keep a limit of one's own for a member, or forget it; it stays on this machine.",
    "limit.list": "List the limits of one's own, beside what is owed.",
    "today.show": "Count what today asks of this member: to look at, vote on, answer, sign and send.",
    "watch.list": "List whom this profile watches, what has changed since it last looked, and by which records.",
    "watch.set": "Watch a member, with a day on which to look again and a note; it stays on this machine.",
    "watch.remove": "Watch a member no more.",
    "watch.seen": "Have seen what has changed about members.",
    "check.fit": "Tell how well expected experience foretells ratings of the book that it has not seen.",
    "members.list": "List the members.",
    "members.rows": "List members with what each owes, the limit for it and whether it is watched, a page at a time.",
    "sync.status": "Tell which peers there are, and what waits for whom.",
    "cheats.list": "List the voters that have signed both ways, each with the two entries that prove it.",
    "forks.list": "List the proofs of members caught writing two entries at one place.",
    "import.invoices": "Import a file of invoices as drafts, or send them at once.",
    "import.match": "Tell which payments of a file are for which obligations; nothing is recorded.",
    "import.payments": "Record the payments of a file: receipts of what is owed here, claims of what is paid.",
    "import.status": "Tell how far an import is.",
    "import.list": "List the imports, newest first.",
    "import.send": "Sign and send an import's drafts.",
    "import.cancel": "Stop an import under way; what was read is removed, what was sent stays.",
    "import.undo": "Take a whole import back, as long as nothing of it was sent.",
    "import.remembered": "Tell what was chosen for the last file with the same columns, and who is who in files.",
    "audit.start": "Begin to count the whole book again from the signed entries.",
    "audit.status": "Tell how far the audit is, and what differs once it is done.",
    "audit.cancel": "Stop the audit.",
    "export.book": "Write the Book, filtered and sorted, to a CSV or XLSX file.",
    "export.statement": "Write the statement of the account with a member to a CSV or XLSX file.",
    "export.lookups": "Write the log of look-ups to a CSV or XLSX file.",
    "export.status": "Tell how far an export is.",
    "export.cancel": "Stop an export, of which nothing is left.",
    "bundle.export": "Write feeds into a file, signed and sealed to its readers.",
    "bundle.show": "Tell who has made a bundle and what it holds, every part of it checked; nothing is taken in.",
    "bundle.import": "Take in what a bundle holds, as if its maker were connected.",
    "bundle.status": "Tell how far an export or import of a bundle is.",
    "bundle.cancel": "Stop an export, of which nothing is left, or an import, of which what was taken in stays.",
    "import.problems": "Write an import's problem rows to a new CSV file.",
    DISCOVER_METHOD: "Give this description.",
}
"""One sentence a method, for programs that list them and for the help of the command line."""


def openrpc_document(version: str) -> dict[str, Any]:
    """Return the API as an OpenRPC document; `version` is the program's."""
    names = sorted(METHODS)
    types = [kind for name in names for kind in METHODS[name]] + [Notification]
    schemas, components = msgspec.json.schema_components(types, ref_template=_REF_TEMPLATE)
    results = {name: schemas[2 * place + 1] for place, name in enumerate(names)}
    methods = [_method(name, METHODS[name][0], results[name], components) for name in names]
    return {
        "openrpc": OPENRPC_VERSION,
        "info": {
            "title": "Cohong node",
            "version": version,
            "description": "JSON-RPC 2.0 over a Unix socket, one message a line; parameters by name. After "
            f"node.subscribe the node sends notifications: method `{NOTIFICATION_METHOD}`, params as in the "
            "schema Notification.",
            "license": {"name": "Apache-2.0"},
        },
        "methods": [*methods, _discover_method()],
        "components": {"schemas": components, "errors": _errors()},
    }


def _method(name: str, params: type[Params], result: dict[str, Any], components: dict[str, Any]) -> dict[str, Any]:
    schema = components[params.__name__]
    required = set(schema.get("required", ()))
    return {
        "name": name,
        "summary": SUMMARIES[name],
        "paramStructure": "by-name",
        "params": [
            {"name": key, "required": key in required, "schema": value}
            for key, value in sorted(schema["properties"].items(), key=lambda item: item[0] not in required)
        ],
        "result": {"name": "result", "schema": result},
        "errors": [{"$ref": f"#/components/errors/{code.value}"} for code in ApiErrorCode],
    }


def _discover_method() -> dict[str, Any]:
    return {
        "name": DISCOVER_METHOD,
        "summary": SUMMARIES[DISCOVER_METHOD],
        "params": [],
        "result": {"name": "OpenRPC document", "schema": {"type": "object"}},
    }


def _errors() -> dict[str, Any]:
    """JSON-RPC has one number for most of our refusals: what tells them apart is `data.code`."""
    return {
        code.value: {
            "code": JSON_RPC_NUMBER.get(code, REFUSED),
            "message": code.value,
            "data": {"code": code.value, "detail": "what the refusal is about; never a sentence for a user"},
        }
        for code in ApiErrorCode
    }
