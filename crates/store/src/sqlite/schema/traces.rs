//! The tables of `traces.db`.

use super::Schema;

/// Traces by account and region, their segments, and what is set for tracing. `begins` is when the first segment began, `updated`
/// when one came last, `bytes` what their documents take up. The lower 96 bits of a trace's name are a blob of 12 bytes.
pub(in crate::sqlite) const TRACES: Schema = Schema {
    application: 0x7466_7431,
    steps: &[
        "
    CREATE TABLE trace (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        seconds INTEGER NOT NULL,
        rest BLOB NOT NULL,
        begins INTEGER NOT NULL,
        updated INTEGER NOT NULL,
        bytes INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        is_cut INTEGER NOT NULL,
        UNIQUE (account, region, seconds, rest)
    ) STRICT;
    CREATE INDEX trace_by_start ON trace (account, region, begins, number);
    CREATE INDEX trace_by_update ON trace (account, region, updated, number);
    CREATE INDEX trace_by_age ON trace (updated, bytes);
    CREATE TABLE segment (
        trace INTEGER NOT NULL,
        id INTEGER NOT NULL,
        begins INTEGER NOT NULL,
        in_progress INTEGER NOT NULL,
        document TEXT NOT NULL,
        PRIMARY KEY (trace, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE setting (
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (account, region, kind, name)
    ) STRICT, WITHOUT ROWID;
    ",
        // What the documents of each account take up. The oldest are looked for by account from now on.
        "
    CREATE TABLE room (account TEXT PRIMARY KEY, bytes INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    INSERT INTO room SELECT account, sum(bytes) FROM trace GROUP BY account;
    CREATE TRIGGER room_begins AFTER INSERT ON trace BEGIN
        INSERT INTO room (account, bytes) VALUES (new.account, new.bytes)
            ON CONFLICT DO UPDATE SET bytes = bytes + excluded.bytes;
    END;
    CREATE TRIGGER room_changes AFTER UPDATE OF bytes ON trace BEGIN
        UPDATE room SET bytes = bytes + new.bytes - old.bytes WHERE account = new.account;
    END;
    CREATE TRIGGER room_ends AFTER DELETE ON trace BEGIN
        UPDATE room SET bytes = bytes - old.bytes WHERE account = old.account;
    END;
    DROP INDEX trace_by_age;
    CREATE INDEX trace_by_age ON trace (account, updated, bytes);
    ",
    ],
    code: None,
};
