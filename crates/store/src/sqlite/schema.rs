//! Tables, and how an older file becomes a current one.

use crate::OpenError;
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;

/// One database's history: the file is at version *n* when the first *n* steps were applied. A step that was
/// released never changes; what changes the tables is a new step.
pub(super) struct Schema {
    /// `PRAGMA application_id`, by which the file is recognised.
    application: i32,
    steps: &'static [&'static str],
}

/// Functions and roles. `version` 0 is `$LATEST`.
pub(super) const MAIN: Schema = Schema {
    application: 0x7466_6d31,
    steps: &["
    CREATE TABLE function (
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        name TEXT NOT NULL,
        version INTEGER NOT NULL,
        revision TEXT NOT NULL,
        unfinished INTEGER NOT NULL,
        code BLOB NOT NULL,
        code_size INTEGER NOT NULL,
        config TEXT NOT NULL,
        PRIMARY KEY (account, region, name, version)
    ) STRICT;
    CREATE INDEX function_by_code ON function (code);
    CREATE INDEX function_sizes ON function (account, region, version, code_size);
    CREATE INDEX function_unfinished ON function (unfinished) WHERE unfinished = 1;
    CREATE TABLE function_tag (
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        name TEXT NOT NULL,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (account, region, name, key)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE role (
        id INTEGER PRIMARY KEY,
        account TEXT NOT NULL,
        name TEXT NOT NULL,
        folded_name TEXT NOT NULL,
        path TEXT NOT NULL,
        partition TEXT NOT NULL,
        role_id TEXT NOT NULL,
        assume_role_document TEXT NOT NULL,
        description TEXT,
        max_session_s INTEGER NOT NULL,
        created INTEGER NOT NULL,
        UNIQUE (account, name),
        UNIQUE (account, folded_name)
    ) STRICT;
    CREATE TABLE role_tag (
        role INTEGER NOT NULL REFERENCES role ON DELETE CASCADE,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (role, key)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE role_attached_policy (
        role INTEGER NOT NULL REFERENCES role ON DELETE CASCADE,
        arn TEXT NOT NULL,
        PRIMARY KEY (role, arn)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE role_inline_policy (
        role INTEGER NOT NULL REFERENCES role ON DELETE CASCADE,
        name TEXT NOT NULL,
        document TEXT NOT NULL,
        PRIMARY KEY (role, name)
    ) STRICT, WITHOUT ROWID;
    "],
};

/// Logs. Numbers of groups, streams and events are never used twice: tokens that clients hold name them, and
/// events of a deleted stream, which `doomed_stream` lists, are deleted later in small steps.
pub(super) const LOGS: Schema = Schema {
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

impl Schema {
    fn newest(&self) -> u32 {
        u32::try_from(self.steps.len()).unwrap_or(u32::MAX)
    }

    /// Brings the file up to date, in one transaction; refuses what is newer or something else.
    pub(super) fn apply(&self, db: &mut Connection, path: &Path) -> Result<(), OpenError> {
        let failed = |e: rusqlite::Error| OpenError::Io { path: path.to_owned(), reason: e.to_string() };
        let application: i32 = pragma(db, "application_id").map_err(failed)?;
        let found: u32 = pragma(db, "user_version").map_err(failed)?;
        if application != self.application && (application, found) != (0, 0) {
            return Err(OpenError::Foreign(path.to_owned()));
        }
        if found > self.newest() {
            return Err(OpenError::NewerSchema { path: path.to_owned(), found, known: self.newest() });
        }
        if found == self.newest() {
            return Ok(());
        }
        self.migrate(db, found).map_err(failed)
    }

    fn migrate(&self, db: &mut Connection, found: u32) -> rusqlite::Result<()> {
        let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for step in self.steps.iter().skip(found as usize) {
            transaction.execute_batch(step)?;
        }
        transaction.pragma_update(None, "application_id", self.application)?;
        transaction.pragma_update(None, "user_version", self.newest())?;
        transaction.commit()
    }
}

fn pragma<T: rusqlite::types::FromSql>(db: &Connection, name: &str) -> rusqlite::Result<T> {
    db.pragma_query_value(None, name, |row| row.get(0))
}
