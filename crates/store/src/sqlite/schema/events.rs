//! The tables of `events.db`.

use super::Schema;

/// Events of asynchronous invocations. `event` is written once and deleted once; what changes is in `queued`, whose
/// rows are short. One that is delivered has a `destination` and a `note`. `claimed` is the epoch of the owner that
/// claimed it, or 0. Numbers are never used twice.
pub(in crate::sqlite) const EVENTS: Schema = Schema {
    application: 0x7466_6531,
    steps: &[
        "
    CREATE TABLE event (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        request_id TEXT NOT NULL UNIQUE,
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        name TEXT NOT NULL,
        qualifier TEXT,
        accepted INTEGER NOT NULL,
        trace TEXT NOT NULL,
        payload_bytes INTEGER NOT NULL,
        payload BLOB NOT NULL
    ) STRICT;
    CREATE TABLE queued (
        number INTEGER PRIMARY KEY,
        partition INTEGER NOT NULL,
        lane INTEGER NOT NULL,
        due INTEGER NOT NULL,
        claimed INTEGER NOT NULL,
        errors INTEGER NOT NULL,
        backoffs INTEGER NOT NULL,
        takeovers INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX queued_by_lane ON queued (partition, lane, due, number) WHERE claimed = 0;
    CREATE INDEX queued_claimed ON queued (partition) WHERE claimed <> 0;
    CREATE TABLE lease (
        partition INTEGER PRIMARY KEY,
        owner TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        expires INTEGER NOT NULL
    ) STRICT;
    ",
        "
    ALTER TABLE event ADD COLUMN destination TEXT;
    ALTER TABLE event ADD COLUMN note TEXT;
    ",
        // Of `event`, what cannot be read and is not queued any more.
        "CREATE TABLE unreadable (number INTEGER PRIMARY KEY) STRICT;",
    ],
};
