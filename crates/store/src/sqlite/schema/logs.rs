//! The tables of `logs.db`.

use super::Schema;
use crate::sqlite::logs::convert;

/// Logs. Numbers of groups, streams and events are never used twice: tokens that clients hold name them, and
/// events of a deleted stream, which `doomed_stream` lists, are deleted later in small steps.
pub(in crate::sqlite) const LOGS: Schema = Schema {
    application: 0x7466_6c31,
    steps: &[
        "
    CREATE TABLE log_group (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        name TEXT NOT NULL,
        created INTEGER NOT NULL,
        retention_days INTEGER,
        UNIQUE (account, region, name)
    ) STRICT;
    CREATE TABLE log_stream (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        log_group INTEGER NOT NULL,
        name TEXT NOT NULL,
        created INTEGER NOT NULL,
        first_event INTEGER,
        last_event INTEGER,
        last_ingestion INTEGER,
        stored_bytes INTEGER NOT NULL,
        UNIQUE (log_group, name)
    ) STRICT;
    CREATE INDEX log_stream_by_time ON log_stream (log_group, ifnull(last_event, -1), name);
    CREATE TABLE log_event (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        log_group INTEGER NOT NULL,
        log_stream INTEGER NOT NULL,
        at INTEGER NOT NULL,
        ingestion INTEGER NOT NULL,
        message TEXT NOT NULL
    ) STRICT;
    CREATE INDEX log_event_by_group ON log_event (log_group, at);
    CREATE INDEX log_event_by_stream ON log_event (log_stream, at);
    CREATE TABLE doomed_stream (id INTEGER PRIMARY KEY) STRICT;
    ",
        // Events by chunk, see `sqlite::logs`; `convert` comes between.
        "
    CREATE TABLE log_chunk (
        id INTEGER PRIMARY KEY,
        log_group INTEGER NOT NULL,
        log_stream INTEGER NOT NULL,
        level INTEGER NOT NULL,
        first_at INTEGER NOT NULL,
        first_sequence INTEGER NOT NULL,
        last_at INTEGER NOT NULL,
        last_sequence INTEGER NOT NULL,
        events INTEGER NOT NULL,
        bytes INTEGER NOT NULL,
        deflated INTEGER NOT NULL,
        data BLOB NOT NULL
    ) STRICT;
    CREATE TABLE log_sequence (next INTEGER NOT NULL) STRICT;
    INSERT INTO log_sequence VALUES (1);
    ",
        "
    DROP TABLE log_event;
    CREATE INDEX log_chunk_to_merge ON log_chunk (log_stream, level) WHERE level < 3;
    CREATE INDEX log_chunk_of_group ON log_chunk
        (log_group, first_at, first_sequence, last_at, last_sequence, log_stream);
    CREATE INDEX log_chunk_of_stream ON log_chunk
        (log_stream, first_at, first_sequence, last_at, last_sequence);
    CREATE INDEX log_chunk_of_stream_from_its_end ON log_chunk
        (log_stream, last_at, last_sequence, first_at, first_sequence);
    ",
        // What was used is here because it is written together with the lines that say so.
        "
    CREATE TABLE meter (
        day INTEGER NOT NULL,
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        function TEXT NOT NULL,
        version INTEGER NOT NULL,
        architecture TEXT NOT NULL,
        requests INTEGER NOT NULL,
        billed_ms INTEGER NOT NULL,
        memory_mb_ms INTEGER NOT NULL,
        storage_mb_ms INTEGER NOT NULL,
        PRIMARY KEY (day, account, region, function, version, architecture)
    ) STRICT, WITHOUT ROWID;
    ",
        // What is configured, and what waits to be sent.
        "
    CREATE TABLE log_setting (
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        kind INTEGER NOT NULL,
        log_group TEXT NOT NULL,
        name TEXT NOT NULL,
        created INTEGER NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (account, region, kind, log_group, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE log_outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        log_group TEXT NOT NULL,
        log_stream TEXT NOT NULL,
        filter TEXT NOT NULL,
        events INTEGER NOT NULL,
        bytes INTEGER NOT NULL,
        deflated INTEGER NOT NULL,
        data BLOB NOT NULL
    ) STRICT;
    ",
        // Of provisioned environments, what was counted last: a block of five minutes is counted once.
        "
    ALTER TABLE meter ADD COLUMN provisioned_run_mb_ms INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE meter ADD COLUMN provisioned_mb_ms INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE meter ADD COLUMN streamed_bytes INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE provisioned (
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        function TEXT NOT NULL,
        version INTEGER NOT NULL,
        since INTEGER NOT NULL,
        block INTEGER NOT NULL,
        memory_mb INTEGER NOT NULL,
        PRIMARY KEY (account, region, function, version)
    ) STRICT, WITHOUT ROWID;
    ",
    ],
    code: Some((2, convert)),
};
