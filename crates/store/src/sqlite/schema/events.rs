//! The tables of `events.db`.

use super::Schema;

/// Events of asynchronous invocations. `event` is written once and deleted once; what changes is in `queued`, whose
/// rows are short. One that is delivered has a `destination` and a `note`. `claimed` is the epoch of the owner that
/// claimed it, or 0. Numbers are never used twice. What keeps an event from being there twice is an index that grows at
/// its end, since it begins with the time: one that began with the request id, which is drawn at random, would change
/// another page with every event, and a queue of a million be slower than an empty one. Events whose request id was drawn for
/// them (`is_new`) are not in it.
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
        // `event` without an index of its request ids alone.
        "
    CREATE TABLE event_new (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        request_id TEXT NOT NULL,
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        name TEXT NOT NULL,
        qualifier TEXT,
        accepted INTEGER NOT NULL,
        trace TEXT NOT NULL,
        payload_bytes INTEGER NOT NULL,
        destination TEXT,
        note TEXT,
        payload BLOB NOT NULL
    ) STRICT;
    INSERT INTO sqlite_sequence (name, seq) SELECT 'event_new', seq FROM sqlite_sequence WHERE name = 'event';
    INSERT INTO event_new SELECT number, request_id, account, region, name, qualifier, accepted, trace, payload_bytes,
        destination, note, payload FROM event;
    DROP TABLE event;
    ALTER TABLE event_new RENAME TO event;
    CREATE UNIQUE INDEX event_once ON event (accepted, request_id);
    ",
        // Payloads that wait since then are in plain text, and stay so until they are run.
        "ALTER TABLE event ADD COLUMN sealed INTEGER NOT NULL DEFAULT 0;",
        // How many were accepted: here because it is written together with them.
        "
    CREATE TABLE accepted (
        day INTEGER NOT NULL,
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        function TEXT NOT NULL,
        qualifier TEXT NOT NULL,
        events INTEGER NOT NULL,
        chunks INTEGER NOT NULL,
        PRIMARY KEY (day, account, region, function, qualifier)
    ) STRICT, WITHOUT ROWID;
    ",
        // Only what may be written again is looked for: by the process that has written it, so that none of the rows that are
        // there is. An index of all of them would be sorted in memory, while the server's start waits.
        "
    ALTER TABLE event ADD COLUMN is_new INTEGER NOT NULL DEFAULT 1;
    DROP INDEX event_once;
    CREATE UNIQUE INDEX event_once ON event (accepted, request_id) WHERE is_new = 0;
    ",
    ],
    code: None,
};
