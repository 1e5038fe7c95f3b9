"""The tables, as SQL text. docs/ledger.md says what each is for and what it costs.

Members, kinds and 32-byte ids are interned: they stand once in `members`, `kinds` and `ids`, and as small
integers everywhere else. An entry's number `n` is the number of its id. Days are day numbers
(`date.toordinal`), so that `days late` is a subtraction.

The columns of `facts` are the fields of the signed header too: the header is not stored but built from
them, from `ids` and from the body, and hashed; a change in any of them shows as an id that does not fit.
Tables that are written for every record have no foreign keys: each would cost a look-up, and their rows are
written together.
"""

from __future__ import annotations

from typing import Final

VERSION_1: Final = """
CREATE TABLE members (no INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE);
CREATE TABLE kinds (no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
INSERT INTO kinds VALUES (1, 'ballot');
CREATE TABLE ids (no INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE);
CREATE TABLE settings (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE counts (one INTEGER PRIMARY KEY CHECK (one = 1), entries INTEGER NOT NULL, records INTEGER NOT NULL,
    newest_ms INTEGER NOT NULL);
INSERT INTO counts VALUES (1, 0, 0, 0);
-- Entries. level: NULL for kinds without votes. prev, object, moves: numbers of ids.
CREATE TABLE facts (n INTEGER PRIMARY KEY, author INTEGER NOT NULL, seq INTEGER NOT NULL, prev INTEGER, time_ms
    INTEGER NOT NULL, height INTEGER NOT NULL, kind INTEGER NOT NULL, level INTEGER, applied INTEGER NOT NULL,
    object INTEGER, moves INTEGER);
CREATE INDEX facts_by_place ON facts (author, seq);
CREATE INDEX facts_by_object ON facts (object) WHERE object IS NOT NULL;
CREATE INDEX facts_by_moves ON facts (moves) WHERE moves IS NOT NULL;
CREATE INDEX facts_unsettled ON facts (author, seq, level) WHERE level <> 2;
CREATE INDEX facts_unapplied ON facts (level, applied) WHERE applied = 0 AND level IN (1, 2);
CREATE INDEX facts_ballots ON facts (author, seq) WHERE kind = 1;
-- header: only where the body is missing, since the header cannot be built without it.
CREATE TABLE entries (n INTEGER PRIMARY KEY, received_ms INTEGER NOT NULL, signature BLOB NOT NULL, header BLOB,
    body BLOB);
CREATE TABLE names (name INTEGER NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (name, entry)) WITHOUT ROWID;
CREATE TABLE tips (n INTEGER PRIMARY KEY);
-- Votes.
CREATE TABLE reach (voter INTEGER NOT NULL, author INTEGER NOT NULL, branch INTEGER NOT NULL, seq INTEGER NOT NULL,
    id BLOB NOT NULL, PRIMARY KEY (voter, author, branch)) WITHOUT ROWID;
CREATE TABLE said (entry INTEGER NOT NULL, voter INTEGER NOT NULL, said INTEGER NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (entry, voter)) WITHOUT ROWID;
CREATE TABLE proofs (author INTEGER NOT NULL, seq INTEGER NOT NULL, proof BLOB NOT NULL, found_ms INTEGER NOT NULL,
    PRIMARY KEY (author, seq, proof)) WITHOUT ROWID;
-- The book. An obligation has its row from the moment its proposal is held; version is NULL until that stands.
-- state: 0 proposed, 1 active, 2 settled, 3 declined. newest: number of its newest record, level: how that stands.
CREATE TABLE obligations (no INTEGER PRIMARY KEY, version INTEGER, state INTEGER NOT NULL, debtor INTEGER NOT NULL,
    creditor INTEGER NOT NULL, proposer INTEGER NOT NULL, holder INTEGER NOT NULL, amount INTEGER NOT NULL, received
    INTEGER NOT NULL, claimed INTEGER NOT NULL, issued INTEGER NOT NULL, due INTEGER NOT NULL, grace INTEGER NOT
    NULL, received_on INTEGER, newest INTEGER, level INTEGER NOT NULL, changed_ms INTEGER NOT NULL, currency TEXT
    NOT NULL, reference TEXT NOT NULL, valid_until INTEGER NOT NULL, flags INTEGER NOT NULL, description TEXT NOT
    NULL, evidence BLOB NOT NULL);
CREATE INDEX obligations_by_debtor ON obligations (debtor);
CREATE INDEX obligations_by_reference ON obligations (reference);
CREATE INDEX obligations_open ON obligations (debtor, creditor, currency, amount, received) WHERE state = 1;
CREATE INDEX obligations_unproven ON obligations (no) WHERE version IS NULL;
CREATE INDEX obligations_asked ON obligations (version) WHERE state = 0 AND version IS NOT NULL;
CREATE TABLE claims (no INTEGER PRIMARY KEY, version INTEGER NOT NULL, obligation INTEGER NOT NULL, author INTEGER
    NOT NULL, amount INTEGER NOT NULL, value_date INTEGER NOT NULL, method TEXT NOT NULL, reference TEXT NOT NULL);
CREATE INDEX claims_by_obligation ON claims (obligation);
CREATE TABLE profiles (no INTEGER PRIMARY KEY, version INTEGER NOT NULL, member INTEGER NOT NULL UNIQUE, seq INTEGER
    NOT NULL, kind TEXT NOT NULL, names TEXT NOT NULL, place TEXT NOT NULL, identifiers TEXT NOT NULL, shown TEXT
    NOT NULL);
CREATE TABLE limits (no INTEGER PRIMARY KEY, version INTEGER NOT NULL, member INTEGER NOT NULL, seq INTEGER NOT
    NULL, counterparty INTEGER NOT NULL, side TEXT NOT NULL, currency TEXT NOT NULL, amount INTEGER NOT NULL,
    terms_days INTEGER NOT NULL, until INTEGER NOT NULL, auto_accept INTEGER NOT NULL);
CREATE INDEX limits_by_member ON limits (member);
CREATE TABLE endorsements (no INTEGER PRIMARY KEY, version INTEGER NOT NULL, author INTEGER NOT NULL, seq INTEGER
    NOT NULL, member INTEGER NOT NULL, score INTEGER NOT NULL, comment TEXT NOT NULL);
CREATE INDEX endorsements_by_member ON endorsements (member);
-- Search of members. FTS5's trigrams find three letters or more; most Chinese words have two.
CREATE VIRTUAL TABLE trigrams USING fts5 (folded, tokenize='trigram case_sensitive 1');
CREATE TABLE bigrams (gram TEXT NOT NULL, member INTEGER NOT NULL, PRIMARY KEY (gram, member)) WITHOUT ROWID;
-- What follows from no entry and never leaves this machine.
CREATE TABLE peers (member INTEGER PRIMARY KEY, addresses TEXT NOT NULL, last_seen_ms INTEGER NOT NULL);
CREATE TABLE answers (no INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, answer BLOB NOT NULL);
CREATE TABLE imports (no INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, file TEXT NOT NULL, state TEXT NOT NULL,
    options BLOB NOT NULL, counts TEXT NOT NULL, totals TEXT NOT NULL, started_ms INTEGER NOT NULL, error TEXT NOT
    NULL, detail TEXT NOT NULL, sent INTEGER NOT NULL);
CREATE TABLE problems (no INTEGER PRIMARY KEY, import INTEGER NOT NULL REFERENCES imports ON DELETE CASCADE, line
    INTEGER NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, reason TEXT NOT NULL, raw TEXT NOT NULL);
CREATE INDEX problems_by_import ON problems (import);
CREATE TABLE drafts (no INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, import INTEGER REFERENCES imports, line
    INTEGER NOT NULL, debtor INTEGER NOT NULL, creditor INTEGER NOT NULL, amount INTEGER NOT NULL, issued INTEGER
    NOT NULL, due INTEGER NOT NULL, grace INTEGER NOT NULL, currency TEXT NOT NULL, reference TEXT NOT NULL,
    valid_until INTEGER NOT NULL, flags INTEGER NOT NULL, description TEXT NOT NULL, evidence BLOB NOT NULL,
    settled_on INTEGER, receipts TEXT NOT NULL, created_ms INTEGER NOT NULL);
CREATE INDEX drafts_by_import ON drafts (import);
CREATE INDEX drafts_by_reference ON drafts (reference);
CREATE TABLE imported (object INTEGER PRIMARY KEY, import INTEGER NOT NULL, line INTEGER NOT NULL);
CREATE TABLE planned_receipts (object INTEGER PRIMARY KEY, amount INTEGER NOT NULL, value_date INTEGER NOT NULL,
    after_claim INTEGER NOT NULL, import INTEGER);
CREATE TABLE counterparties (name TEXT PRIMARY KEY, member INTEGER NOT NULL) WITHOUT ROWID;
"""

VERSION_2: Final = "ALTER TABLE problems ADD COLUMN other TEXT NOT NULL DEFAULT '';\n"

VERSION_3: Final = """
-- Votes are counted epoch by epoch, and blocks of the charter chain settle records (levels 6 anchored, 7 void).
CREATE TABLE reach_by_epoch (voter INTEGER NOT NULL, author INTEGER NOT NULL, epoch INTEGER NOT NULL, branch INTEGER
    NOT NULL, seq INTEGER NOT NULL, id BLOB NOT NULL, PRIMARY KEY (voter, author, epoch, branch)) WITHOUT ROWID;
INSERT INTO reach_by_epoch SELECT voter, author, 0, branch, seq, id FROM reach;
DROP TABLE reach;
ALTER TABLE reach_by_epoch RENAME TO reach;
CREATE TABLE said_by_epoch (entry INTEGER NOT NULL, voter INTEGER NOT NULL, epoch INTEGER NOT NULL, said INTEGER NOT
    NULL, reason TEXT NOT NULL, PRIMARY KEY (entry, voter, epoch)) WITHOUT ROWID;
INSERT INTO said_by_epoch SELECT entry, voter, 0, said, reason FROM said;
DROP TABLE said;
ALTER TABLE said_by_epoch RENAME TO said;
DROP INDEX facts_unsettled;
DROP INDEX facts_unapplied;
CREATE INDEX facts_open ON facts (author, seq, level, applied) WHERE level < 6;
CREATE INDEX facts_void ON facts (n) WHERE level = 7;
CREATE INDEX facts_unapplied ON facts (level, applied) WHERE applied = 0 AND level IN (1, 2, 6);
CREATE INDEX facts_wordless ON facts (kind, height) WHERE level IS NULL AND kind <> 1;
-- lists: without what the block anchors and makes void. That stands in decided, in its order: place 0, 1, … among all
-- that is anchored; -1, -2, … for what the block makes void.
CREATE TABLE blocks (height INTEGER PRIMARY KEY, id BLOB NOT NULL, head BLOB NOT NULL, lists BLOB NOT NULL, certificate
    BLOB NOT NULL, decisions BLOB NOT NULL, frontier BLOB NOT NULL);
CREATE TABLE decided (entry INTEGER PRIMARY KEY, height INTEGER NOT NULL, place INTEGER NOT
    NULL);
CREATE INDEX decided_by_height ON decided (height, place);
CREATE INDEX decided_by_place ON decided (place) WHERE place >= 0;
"""

VERSION_4: Final = """
-- Entries that came without their bodies: what they say is still asked for. Bodies dropped here are not among them.
CREATE TABLE bodiless (n INTEGER PRIMARY KEY, author INTEGER NOT NULL, height INTEGER NOT NULL);
CREATE INDEX bodiless_by_author ON bodiless (author, height);
CREATE INDEX bodiless_by_height ON bodiless (height);
"""

VERSION_5: Final = """
-- An obligation goes on after it was accepted. amount, due: as last agreed; first_amount, first_due: as proposed, where
-- it was restructured. state: also 4 defaulted, 5 cured, 6 written off, 7 recovered. notice: number of the record.
ALTER TABLE obligations ADD COLUMN first_amount INTEGER;
ALTER TABLE obligations ADD COLUMN first_due INTEGER;
ALTER TABLE obligations ADD COLUMN written_off INTEGER NOT NULL DEFAULT 0;
ALTER TABLE obligations ADD COLUMN assigned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE obligations ADD COLUMN notice INTEGER;
ALTER TABLE obligations ADD COLUMN recourse_to INTEGER;
ALTER TABLE obligations ADD COLUMN part_of INTEGER;
ALTER TABLE obligations ADD COLUMN set_off INTEGER NOT NULL DEFAULT 0;
ALTER TABLE obligations ADD COLUMN locked_in INTEGER;
ALTER TABLE obligations ADD COLUMN locked_by INTEGER;
ALTER TABLE obligations ADD COLUMN named_by BLOB NOT NULL DEFAULT x'';
DROP INDEX obligations_open;
CREATE INDEX obligations_open ON obligations (debtor, creditor, currency, amount, received, set_off, written_off,
    assigned) WHERE state IN (1, 4);
CREATE INDEX obligations_locked ON obligations (locked_in) WHERE locked_in IS NOT NULL;
CREATE INDEX obligations_in_parts ON obligations (part_of) WHERE part_of IS NOT NULL;
CREATE TABLE offers (no INTEGER PRIMARY KEY, version INTEGER NOT NULL, obligation INTEGER NOT NULL, of_version INTEGER
    NOT NULL, author INTEGER NOT NULL, side TEXT NOT NULL, amount INTEGER NOT NULL, price INTEGER NOT NULL, recourse
    INTEGER NOT NULL, valid_until INTEGER NOT NULL);
CREATE INDEX offers_by_obligation ON offers (obligation);
CREATE TABLE rounds (no INTEGER PRIMARY KEY, version INTEGER NOT NULL, coordinator INTEGER NOT NULL, currency TEXT NOT
    NULL, due_until INTEGER NOT NULL, ends INTEGER NOT NULL, says TEXT NOT NULL, state TEXT NOT NULL);
-- answered: ids of the calls or claims, joined; drawn, by_debtor: JSON arrays of [id in hex, minor units].
CREATE TABLE guarantees (no INTEGER PRIMARY KEY, version INTEGER NOT NULL, guarantor INTEGER NOT NULL, debtor INTEGER
    NOT NULL, beneficiary INTEGER NOT NULL, currency TEXT NOT NULL, cap INTEGER NOT NULL, until INTEGER NOT NULL, says
    TEXT NOT NULL, paid INTEGER NOT NULL, answered BLOB NOT NULL);
CREATE TABLE pools (no INTEGER PRIMARY KEY, version INTEGER NOT NULL, keeper INTEGER NOT NULL, name TEXT NOT NULL,
    currency TEXT NOT NULL, drawn TEXT NOT NULL, by_debtor TEXT NOT NULL, answered BLOB NOT NULL);
CREATE TABLE pledges (no INTEGER PRIMARY KEY, version INTEGER NOT NULL, pool INTEGER NOT NULL, member INTEGER NOT NULL,
    cap INTEGER NOT NULL, until INTEGER NOT NULL);
CREATE INDEX pledges_by_pool ON pledges (pool);
-- A dispute has its row from the moment its entry is held: it counts from its form alone. version: NULL till it stands.
CREATE TABLE disputes (no INTEGER PRIMARY KEY, version INTEGER, about INTEGER NOT NULL, about_version INTEGER NOT NULL,
    opener INTEGER NOT NULL, concerned BLOB NOT NULL, says TEXT NOT NULL, evidence BLOB NOT NULL, state TEXT NOT NULL,
    outcome TEXT NOT NULL);
CREATE INDEX disputes_by_subject ON disputes (about);
CREATE TABLE dispute_rulings (dispute INTEGER PRIMARY KEY, upheld INTEGER NOT NULL, height INTEGER NOT NULL);
CREATE TABLE corrections (no INTEGER PRIMARY KEY, version INTEGER NOT NULL, about INTEGER NOT NULL, about_version
    INTEGER NOT NULL, author INTEGER NOT NULL, asked INTEGER NOT NULL, says TEXT NOT NULL, evidence BLOB NOT NULL,
    proposed_ms INTEGER NOT NULL, state TEXT NOT NULL);
CREATE INDEX corrections_by_subject ON corrections (about);
-- Neither refused, beaten or void, nor closed by its opener, nor ruled on.
CREATE VIEW open_disputes AS SELECT d.no, d.about FROM disputes d JOIN facts f ON f.n = d.no
    WHERE f.level NOT IN (3, 5, 7) AND NOT EXISTS (SELECT 1 FROM dispute_rulings r WHERE r.dispute = d.no)
    AND NOT EXISTS (SELECT 1 FROM facts c JOIN kinds k ON k.no = c.kind WHERE c.object = d.no
    AND k.name = 'dispute.close' AND c.author = d.opener AND c.level NOT IN (3, 5, 7));
"""

VERSION_6: Final = """
CREATE TABLE consents (no INTEGER PRIMARY KEY, version INTEGER NOT NULL, subject INTEGER NOT NULL, reader INTEGER NOT
    NULL, scope TEXT NOT NULL, purpose TEXT NOT NULL, until INTEGER NOT NULL, says TEXT NOT NULL, state TEXT NOT NULL);
CREATE INDEX consents_by_subject ON consents (subject);
CREATE INDEX consents_by_reader ON consents (reader);
"""

VERSION_7: Final = """
-- Search of members by what their profiles say, as `names` folds it: made anew from `profiles` where the setting
-- search.folding has another value than the program's (`SearchTables.bring_up_to_date`).
DROP TABLE trigrams;
DROP TABLE bigrams;
CREATE TABLE search_names (key TEXT NOT NULL, member INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (key, member))
    WITHOUT ROWID;
CREATE INDEX search_names_by_member ON search_names (member);
CREATE TABLE search_words (no INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, members INTEGER NOT NULL);
CREATE TABLE search_members (word INTEGER NOT NULL, member INTEGER NOT NULL, PRIMARY KEY (word, member)) WITHOUT ROWID;
CREATE TABLE search_pairs (pair TEXT NOT NULL, word INTEGER NOT NULL, PRIMARY KEY (pair, word)) WITHOUT ROWID;
CREATE TABLE search_looks (look TEXT NOT NULL, member INTEGER NOT NULL, backwards TEXT NOT NULL,
    PRIMARY KEY (look, member)) WITHOUT ROWID;
CREATE INDEX search_looks_by_member ON search_looks (member);
CREATE INDEX search_looks_backwards ON search_looks (backwards);
"""

VERSION_8: Final = """
-- backwards: from the end, for words with an error near their beginning. telling: the look without common words, by
-- which the names to compare with are found.
DROP TABLE search_words;
DROP TABLE search_looks;
DROP INDEX search_names_by_member;
CREATE INDEX search_names_by_member ON search_names (member, name);
CREATE TABLE search_words (no INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, backwards TEXT NOT NULL, members INTEGER
    NOT NULL);
CREATE INDEX search_words_backwards ON search_words (backwards, word);
CREATE TABLE search_looks (look TEXT NOT NULL, member INTEGER NOT NULL, telling TEXT NOT NULL, backwards TEXT NOT NULL,
    PRIMARY KEY (look, member)) WITHOUT ROWID;
CREATE INDEX search_looks_by_member ON search_looks (member);
CREATE INDEX search_looks_telling ON search_looks (telling);
CREATE INDEX search_looks_backwards ON search_looks (backwards);
"""

VERSION_9: Final = """
-- Whose report was opened that is a person, and what for. purpose, day: said once on a day; consent: number of its id.
CREATE TABLE lookups (no INTEGER PRIMARY KEY, member INTEGER NOT NULL, day INTEGER NOT NULL, purpose TEXT NOT NULL,
    time_ms INTEGER NOT NULL, consent INTEGER, UNIQUE (member, day, purpose));
CREATE INDEX lookups_by_day ON lookups (day);
"""

VERSION_10: Final = """
-- Keys of members that others have replaced, by number; new is the one that acts for it now (`ledger/keys.py`).
CREATE TABLE replaced_keys (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
CREATE INDEX replaced_keys_by_new ON replaced_keys (new);
-- With all that a card counts: of members with thousands of obligations no row is read for it.
DROP INDEX obligations_by_debtor;
CREATE INDEX obligations_by_debtor ON obligations (debtor, state, received_on, due, grace);
"""

OF_ENTRIES: Final = (
    "facts", "entries", "names", "tips", "reach", "said", "proofs", "obligations", "claims", "profiles", "limits",
    "endorsements", "offers", "rounds", "guarantees", "pools", "pledges", "consents",
    "disputes", "dispute_rulings", "corrections",
    "search_names", "search_words", "search_members", "search_pairs", "search_looks",
    "blocks", "decided", "bodiless", "answers",
)  # fmt: skip
"""Tables of what entries say and what follows from them; `answers` name entries. `counts` has one row, of these."""
