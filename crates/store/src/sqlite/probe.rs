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
            database.write(rewrite).await.map_err(|error| match error {
                StoreError::Unavailable(why) => StoreError::Unavailable(format!("{name}: {why}")),
                StoreError::Corrupt(why) => StoreError::Corrupt(format!("{name}: {why}")),
                other => other,
            })?;
        }
        Ok(())
    }
}

/// Setting the version of the tables writes a page, also where it is the same number.
fn rewrite(db: &Connection) -> Result<(), StoreError> {
    let version: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(db.pragma_update(None, "user_version", version)?)
}

#[cfg(test)]
mod tests {
    use crate::{RowKey, Sqlite, WriteProbe};

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
}
