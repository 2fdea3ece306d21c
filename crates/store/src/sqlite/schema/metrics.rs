//! The tables of `metrics.db`.

use super::Schema;

/// Metrics, dashboards and alarms. Times of values are seconds since 1970, others ms.
pub(in crate::sqlite) const METRICS: Schema = Schema {
    application: 0x7466_6d31,
    steps: &["
    CREATE TABLE metric (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        namespace TEXT NOT NULL,
        name TEXT NOT NULL,
        dimensions TEXT NOT NULL,
        last INTEGER NOT NULL,
        UNIQUE (account, region, namespace, name, dimensions)
    ) STRICT;
    CREATE TABLE metric_point (
        metric INTEGER NOT NULL,
        resolution INTEGER NOT NULL,
        at INTEGER NOT NULL,
        unit INTEGER NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (metric, resolution, at, unit)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE metric_pack (
        metric INTEGER NOT NULL,
        resolution INTEGER NOT NULL,
        start INTEGER NOT NULL,
        unit INTEGER NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (metric, resolution, start, unit)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE dashboard (
        account TEXT NOT NULL,
        name TEXT NOT NULL,
        body TEXT NOT NULL,
        modified INTEGER NOT NULL,
        PRIMARY KEY (account, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE alarm (
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        name TEXT NOT NULL,
        configuration TEXT NOT NULL,
        state TEXT NOT NULL,
        PRIMARY KEY (account, region, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE alarm_event (
        id INTEGER PRIMARY KEY,
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        alarm TEXT NOT NULL,
        alarm_type TEXT NOT NULL,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        summary TEXT NOT NULL,
        data TEXT NOT NULL
    ) STRICT;
    CREATE INDEX alarm_event_of_scope ON alarm_event (account, region, at);
    CREATE INDEX alarm_event_by_time ON alarm_event (at);
    "],
    code: None,
};
