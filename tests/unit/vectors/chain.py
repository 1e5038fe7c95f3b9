"""Bytes of the charter chain from fixed keys, salts and times: blocks, messages, motions, invitations, trees."""

import hashlib
from pathlib import Path

from tests.unit.vectors.protocol import TIME_MS

from cohong.crypto.signing import SigningKey
from cohong.primitives.block import Block, BlockHead, BlockLists, Change, Cut, ForkPlace, new_block
from cohong.primitives.chain_messages import (
    Certificate,
    ChainMessage,
    Final,
    Propose,
    Skip,
    Vote,
    chain_message_body,
    encode_certificate,
    final_signed_bytes,
)
from cohong.primitives.charter import FINAL_MAJORITY, Charter, charter_bytes, charter_hash, new_genesis
from cohong.primitives.device import Device, device_body
from cohong.primitives.encoding import Value, encode
from cohong.primitives.ids import BlockId, EntryId, MemberId
from cohong.primitives.kinds import CHAIN_ASK, DEVICE_SET, MEMBER_INVITE, MEMBER_JOIN, MOTION_PUT, MOTION_VOTE
from cohong.primitives.membership import Invite, Join, invite_body, join_body, join_signed_bytes
from cohong.primitives.merkle import EMPTY_ROOT, Frontier, inclusion_path
from cohong.primitives.motion import (
    Admit,
    Amend,
    Ask,
    Expel,
    Motion,
    MotionVote,
    NameKeeper,
    Question,
    Replace,
    RuleBranch,
    RuleDispute,
    SetFinal,
    SetVoter,
    ask_body,
    motion_body,
    motion_vote_body,
)

VECTORS = Path(__file__).with_name("chain.json")
SALT = bytes(range(16))
WEEK_MS = 7 * 86_400_000

_KEYS = (SigningKey(hashlib.sha256(name).digest()) for name in (b"one", b"two", b"three"))
VOTERS = sorted(_KEYS, key=lambda key: key.member)
NEWCOMER, ONE_TIME = (SigningKey(hashlib.sha256(name).digest()) for name in (b"newcomer", b"one-time"))
ROSTER = tuple(MemberId(key.member) for key in VOTERS)
NEWCOMER_ID = MemberId(NEWCOMER.member)
RECORDS = tuple(EntryId(hashlib.sha256(bytes([number])).digest()) for number in range(7))


def build() -> dict[str, object]:
    """Return every vector, bytes in hex."""
    charter = Charter(ROSTER, ("CNY", "HKD"), FINAL_MAJORITY, 20_000, 14, 180)
    first = new_genesis("Canton", charter, bytes(range(32)), TIME_MS)
    successor = new_genesis("Canton", charter, bytes(range(32)), TIME_MS, (first.network, BlockId(RECORDS[0])))
    blocks = _blocks(charter, BlockId(first.network))
    return {
        "charter": {"bytes": charter_bytes(charter).hex(), "hash": charter_hash(charter).hex()},
        "successor": {"bytes": successor.exact.hex(), "network": successor.network.hex()},
        "blocks": {
            name: {"head": block.head_bytes.hex(), "lists": block.lists_bytes.hex(), "id": block.id.hex()}
            for name, block in blocks.items()
        },
        "bodies": {
            name: {"kind": kind, "body": encode(body).hex()}
            for name, (kind, body) in (_messages(blocks["full"]) | _motions() | _memberships()).items()
        },
        "certificate": _certificate(blocks["full"]),
        "merkle": _trees(),
    }


def _blocks(charter: Charter, network: BlockId) -> dict[str, Block]:
    idle = BlockHead(1, network, 0, TIME_MS, None, charter_hash(charter), bytes(32), EMPTY_ROOT, 0)
    empty = new_block(idle, BlockLists())
    tree = Frontier()
    for record in RECORDS[3:5]:
        tree.add(record)
    lists = BlockLists(
        motions=tuple(sorted(RECORDS[:2])),
        cut=(Cut(ROSTER[0], 0, RECORDS[2]), Cut(ROSTER[1], 1_000_000, RECORDS[3])),
        forks=(ForkPlace(ROSTER[0], 3), ForkPlace(ROSTER[0], 4), ForkPlace(ROSTER[2], 0)),
        anchored=RECORDS[3:5],
        void=RECORDS[5:7],
    )
    full = BlockHead(
        2, empty.id, 0, TIME_MS + 600_000, Change("add", NEWCOMER_ID), charter_hash(charter), bytes(32), tree.root(), 2
    )
    removal = BlockHead(
        2**62, empty.id, 2**61, TIME_MS, Change("remove", ROSTER[0]), bytes(32), bytes(32), EMPTY_ROOT, 0
    )
    rule = BlockHead(3, empty.id, 1, TIME_MS, Change("final", FINAL_MAJORITY), bytes(32), bytes(32), EMPTY_ROOT, 0)
    return {
        "empty": empty,
        "full": new_block(full, lists),
        "removal": new_block(removal, BlockLists()),
        "rule": new_block(rule, BlockLists()),
    }


def _messages(block: Block) -> dict[str, tuple[str, dict[str, Value]]]:
    sig = VOTERS[0].sign(final_signed_bytes(2, 1, block.id))
    messages: dict[str, ChainMessage] = {
        "propose": Propose(2, 0, None, block), "propose again": Propose(2, 1, 0, block), "vote": Vote(2, 1, block.id),
        "skip": Skip(2, 300), "final": Final(2, 1, block.id, sig),
    }  # fmt: skip
    return {name: chain_message_body(message, SALT) for name, message in messages.items()}


def _motions() -> dict[str, tuple[str, dict[str, Value]]]:
    questions: dict[str, Question] = {
        "admit": Admit(RECORDS[0]), "make a voter": SetVoter(NEWCOMER_ID, True),
        "unmake a voter": SetVoter(NEWCOMER_ID, False), "expel": Expel(ROSTER[2]),
        "replace": Replace(ROSTER[1], RECORDS[0]), "amend": Amend(("CNY", "HKD"), 50_000, 7, 90),
        "final rule": SetFinal(FINAL_MAJORITY), "branch": RuleBranch(ROSTER[0], 3, RECORDS[1]),
        "no branch": RuleBranch(ROSTER[0], 3, None), "rule on a dispute": RuleDispute(RECORDS[1], True),
        "keeper": NameKeeper(RECORDS[2], ROSTER[1], ROSTER[2]),
    }  # fmt: skip
    motions = {
        name: (MOTION_PUT, motion_body(Motion(question, "茶葉　tea", TIME_MS + WEEK_MS), SALT))
        for name, question in questions.items()
    }
    return motions | {
        "motion vote": (MOTION_VOTE, motion_vote_body(MotionVote(RECORDS[0], True), SALT)),
        "ask": (CHAIN_ASK, ask_body(Ask(TIME_MS), SALT)),
    }


def _memberships() -> dict[str, tuple[str, dict[str, Value]]]:
    proof = ONE_TIME.sign(join_signed_bytes(NEWCOMER_ID, RECORDS[0]))
    return {
        "invite": (MEMBER_INVITE, invite_body(Invite(ONE_TIME.member, "join", TIME_MS + WEEK_MS), SALT)),
        "invite to observe": (MEMBER_INVITE, invite_body(Invite(ONE_TIME.member, "observe", TIME_MS + WEEK_MS), SALT)),
        "device": (DEVICE_SET, device_body(Device(MemberId(ONE_TIME.member), "筆記本電腦", True), SALT)),
        "join": (MEMBER_JOIN, join_body(Join(RECORDS[0], "新會　Sun Wui", proof), SALT)),
    }


def _certificate(block: Block) -> dict[str, str]:
    signed = final_signed_bytes(2, 1, block.id)
    signatures = tuple((MemberId(key.member), key.sign(signed)) for key in VOTERS)
    certificate = Certificate(2, 1, block.id, signatures)
    return {"signed": signed.hex(), "certificate": encode_certificate(certificate).hex()}


def _trees() -> list[dict[str, object]]:
    frontier = Frontier()
    trees: list[dict[str, object]] = []
    for count in range(len(RECORDS) + 1):
        paths = [inclusion_path(RECORDS, index, count) for index in range(count)]
        trees.append({
            "root": frontier.root().hex(),
            "frontier": frontier.encode().hex(),
            "paths": [[sibling.hex() for sibling in path] for path in paths],
        })  # fmt: skip
        if count < len(RECORDS):
            frontier.add(RECORDS[count])
    return trees
