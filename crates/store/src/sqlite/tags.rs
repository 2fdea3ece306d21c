//! Tags in SQLite: one table for all that can have them.

use super::key::Key;
use super::{Sqlite, functions};
use crate::tag::{TagStore, Tagged};
use crate::{StoreError, Thing};
use async_trait::async_trait;
use domain::{FunctionConfig, Scope, Version};
use rusqlite::{Connection, params};
use std::collections::BTreeMap;

/// Whose tags; owned, so that it may travel to the thread that works.
pub(super) struct Owner {
    account: String,
    region: String,
    kind: &'static str,
    id: String,
    thing: Thing,
    exists: &'static str,
}

impl Owner {
    pub(super) fn new(scope: &Scope, of: &Tagged) -> Self {
        let (kind, exists) = match of {
            Tagged::Function(_) => (
                "function",
                "SELECT EXISTS (SELECT 1 FROM function
                 WHERE account = ? AND region = ? AND name = ? AND version = 0)",
            ),
            Tagged::EventSourceMapping(_) => (
                "event-source-mapping",
                "SELECT EXISTS (SELECT 1 FROM event_source_mapping
                 WHERE account = ? AND region = ? AND uuid = ?)",
            ),
            Tagged::CodeSigningConfig(_) => (
                "code-signing-config",
                "SELECT EXISTS (SELECT 1 FROM code_signing_config WHERE account = ? AND region = ? AND id = ?)",
            ),
        };
        Self {
            account: scope.account.to_string(),
            region: scope.region.to_string(),
            kind,
            id: of.id().to_owned(),
            thing: of.thing(),
            exists,
        }
    }

    fn must_exist(&self, db: &Connection) -> Result<(), StoreError> {
        let row = params![self.account, self.region, self.id];
        let exists = db.prepare_cached(self.exists)?.query_row(row, |row| row.get(0))?;
        if exists { Ok(()) } else { Err(StoreError::NotFound(self.thing)) }
    }

    pub(super) fn read(&self, db: &Connection) -> Result<BTreeMap<String, String>, StoreError> {
        let sql = "SELECT key, value FROM tag WHERE account = ? AND region = ? AND kind = ? AND id = ?";
        let mut statement = db.prepare_cached(sql)?;
        let whose = params![self.account, self.region, self.kind, self.id];
        let rows = statement.query_map(whose, |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Adds and overwrites.
    pub(super) fn write(&self, db: &Connection, tags: &BTreeMap<String, String>) -> Result<(), StoreError> {
        let sql = "INSERT INTO tag (account, region, kind, id, key, value) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET value = excluded.value";
        let mut statement = db.prepare_cached(sql)?;
        for (key, value) in tags {
            statement.execute(params![self.account, self.region, self.kind, self.id, key, value])?;
        }
        Ok(())
    }

    /// All of them, with their owner.
    pub(super) fn delete_all(&self, db: &Connection) -> Result<(), StoreError> {
        let sql = "DELETE FROM tag WHERE account = ? AND region = ? AND kind = ? AND id = ?";
        db.prepare_cached(sql)?.execute(params![self.account, self.region, self.kind, self.id])?;
        Ok(())
    }
}

/// The function whose tags change, if it is one's, and its new revision.
struct Revised(Option<(Key, String)>);

impl Revised {
    fn new(scope: &Scope, of: &Tagged, revision: &str) -> Self {
        Self(match of {
            Tagged::Function(name) => Some((Key::new(scope, name), revision.to_owned())),
            Tagged::EventSourceMapping(_) | Tagged::CodeSigningConfig(_) => None,
        })
    }

    fn write(self, db: &Connection) -> Result<(), StoreError> {
        let Some((key, revision_id)) = self.0 else { return Ok(()) };
        match functions::one(db, &key, Version::Latest)? {
            Some(config) => functions::update(db, &FunctionConfig { revision_id, ..config }),
            None => Err(StoreError::NotFound(Thing::Function)),
        }
    }
}

#[async_trait]
impl TagStore for Sqlite {
    async fn tags(&self, scope: &Scope, of: &Tagged) -> Result<BTreeMap<String, String>, StoreError> {
        let owner = Owner::new(scope, of);
        let work = move |db: &Connection| {
            owner.must_exist(db)?;
            owner.read(db)
        };
        self.main.read(work).await
    }

    async fn put_tags(
        &self,
        scope: &Scope,
        of: &Tagged,
        tags: BTreeMap<String, String>,
        max_tags: usize,
        revision: &str,
    ) -> Result<(), StoreError> {
        let (owner, revised) = (Owner::new(scope, of), Revised::new(scope, of, revision));
        let work = move |db: &Connection| {
            owner.must_exist(db)?;
            owner.write(db, &tags)?;
            let count = owner.read(db)?.len();
            if count > max_tags { Err(StoreError::LimitExceeded(max_tags)) } else { revised.write(db) }
        };
        self.main.write(work).await
    }

    async fn remove_tags(
        &self,
        scope: &Scope,
        of: &Tagged,
        keys: &[String],
        revision: &str,
    ) -> Result<(), StoreError> {
        let (owner, keys) = (Owner::new(scope, of), keys.to_vec());
        let revised = Revised::new(scope, of, revision);
        let work = move |db: &Connection| {
            owner.must_exist(db)?;
            let sql = "DELETE FROM tag WHERE account = ? AND region = ? AND kind = ? AND id = ? AND key = ?";
            let mut statement = db.prepare_cached(sql)?;
            for key in &keys {
                statement.execute(params![owner.account, owner.region, owner.kind, owner.id, key])?;
            }
            revised.write(db)
        };
        self.main.write(work).await
    }
}
