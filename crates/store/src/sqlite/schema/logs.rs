//! The tables of `logs.db`.

use super::Schema;

/// Logs. Numbers of groups, streams and events are never used twice: tokens that clients hold name them, and
/// events of a deleted stream, which `doomed_stream` lists, are deleted later in small steps.
pub(in crate::sqlite) const LOGS: Schema = Schema {
    application: 0x7466_6c31,
    steps: &["
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
    "],
};
