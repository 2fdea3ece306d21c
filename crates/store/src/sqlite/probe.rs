//! Writes that change nothing.

use super::Sqlite;
use crate::{StoreError, WriteProbe};
use async_trait::async_trait;
use rusqlite::Connection;

#[async_trait]
impl WriteProbe for Sqlite {
    async fn probe_write(&self) -> Result<(), StoreError> {
        let databases = [
            ("tenfold.db", &self.main),
            ("events.db", &self.events),
            ("logs.db", &self.logs),
            ("metrics.db", &self.metrics),
        ];
        for (name, database) in databases {
            database.write(rewrite).await.map_err(|error| named(name, error))?;
        }
        Ok(())
    }
}

/// With the file that it is of.
pub(super) fn named(file: &str, error: StoreError) -> StoreError {
    match error {
        StoreError::Unavailable(why) => StoreError::Unavailable(format!("{file}: {why}")),
        StoreError::Corrupt(why) => StoreError::Corrupt(format!("{file}: {why}")),
        other => other,
    }
}

/// Setting the version of the tables writes a page, also where it is the same number.
pub(super) fn rewrite(db: &Connection) -> Result<(), StoreError> {
    let version: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(db.pragma_update(None, "user_version", version)?)
}

#[cfg(test)]
mod tests {
    use crate::conformance::home;
    use crate::{RowKey, Sqlite, SqliteTraces, TraceStore, WriteProbe};
    use domain::{Segment, Timestamp, TraceId};

    #[tokio::test]
    async fn it_really_writes_and_nothing_changes() {
        let directory = tempfile::tempdir().unwrap();
        let store = Sqlite::open(directory.path(), &RowKey::new([7; 32])).unwrap();
        let files = ["tenfold", "events", "logs", "metrics"];
        let logged =
            || files.map(|name| directory.path().join(format!("{name}.db-wal")).metadata().unwrap().len());
        let before = logged();
        store.probe_write().await.unwrap();
        let after = logged();
        assert!(before.iter().zip(after).all(|(before, after)| *before < after), "{before:?} {after:?}");
        drop(store);
        let store = Sqlite::open(directory.path(), &RowKey::new([7; 32])).unwrap();
        store.probe_write().await.unwrap();
        Sqlite::in_memory().unwrap().probe_write().await.unwrap();
    }

    #[tokio::test]
    async fn traces_are_probed_where_there_are_any() {
        let directory = tempfile::tempdir().unwrap();
        let traces = SqliteTraces::in_directory(directory.path(), &RowKey::new([7; 32]));
        traces.probe_write().await.unwrap();
        assert_eq!(std::fs::read_dir(directory.path()).unwrap().count(), 0);
        let trace = TraceId { seconds: 1, unique: 1 };
        let segment =
            Segment { trace, id: 1, start: Timestamp(1), in_progress: false, document: "{}".into() };
        traces.put_segments(vec![(home(), segment)], Timestamp(1)).await.unwrap();
        let logged = || directory.path().join("traces.db-wal").metadata().unwrap().len();
        let before = logged();
        traces.probe_write().await.unwrap();
        assert!(before < logged());
        // One that is there and is none is told by its name.
        let foreign = tempfile::tempdir().unwrap();
        std::fs::write(foreign.path().join("traces.db"), "no database at all, but long enough to be read")
            .unwrap();
        let traces = SqliteTraces::in_directory(foreign.path(), &RowKey::new([7; 32]));
        assert!(traces.probe_write().await.unwrap_err().to_string().contains("traces.db"));
    }
}
