//! Functions and their tags in SQLite.

use super::record::{self, COLUMNS};
use super::{Sqlite, one_more, signed, unsigned};
use crate::{FunctionStore, Page, StoreError, Thing, Usage};
use async_trait::async_trait;
use domain::{FunctionConfig, FunctionName, Scope, Sha256};
use rusqlite::{Connection, OptionalExtension, Params, params};
use std::collections::BTreeMap;

/// Owned, so that it may travel to the thread that works.
#[derive(Clone)]
struct Key {
    account: String,
    region: String,
    name: String,
}

impl Key {
    fn new(scope: &Scope, name: &FunctionName) -> Self {
        let Scope { account, region } = scope;
        Self { account: account.to_string(), region: region.to_string(), name: name.to_string() }
    }

    /// Fails with `NotFound` where the function does not exist.
    fn must_exist(&self, db: &Connection) -> Result<(), StoreError> {
        self.revision(db).map(|_| ())
    }

    fn revision(&self, db: &Connection) -> Result<String, StoreError> {
        let sql =
            "SELECT revision FROM function WHERE account = ? AND region = ? AND name = ? AND version = 0";
        let row = params![self.account, self.region, self.name];
        let revision = db.prepare_cached(sql)?.query_row(row, |row| row.get(0)).optional()?;
        revision.ok_or(StoreError::NotFound(Thing::Function))
    }
}

fn select(db: &Connection, rest: &str, values: impl Params) -> Result<Vec<FunctionConfig>, StoreError> {
    let mut statement = db.prepare_cached(&format!("SELECT {COLUMNS} FROM function {rest}"))?;
    let mut rows = statement.query(values)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(record::from_row(row)?);
    }
    Ok(found)
}

fn insert(db: &Connection, config: &FunctionConfig) -> Result<(), StoreError> {
    let key = Key::new(&config.scope, &config.name);
    let sql = "INSERT INTO function
        (account, region, name, version, revision, unfinished, code, code_size, config)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING";
    let added = db.prepare_cached(sql)?.execute(params![
        key.account,
        key.region,
        key.name,
        record::version_column(config.version),
        config.revision_id,
        record::is_unfinished(config),
        config.code.sha256.0,
        signed(config.code.size),
        record::to_json(config)?,
    ])?;
    if added == 0 { Err(StoreError::AlreadyExists(Thing::Function)) } else { Ok(()) }
}

fn update(db: &Connection, config: &FunctionConfig) -> Result<(), StoreError> {
    let key = Key::new(&config.scope, &config.name);
    let sql = "UPDATE function SET revision = ?, unfinished = ?, code = ?, code_size = ?, config = ?
        WHERE account = ? AND region = ? AND name = ? AND version = ?";
    db.prepare_cached(sql)?.execute(params![
        config.revision_id,
        record::is_unfinished(config),
        config.code.sha256.0,
        signed(config.code.size),
        record::to_json(config)?,
        key.account,
        key.region,
        key.name,
        record::version_column(config.version),
    ])?;
    Ok(())
}

fn read_tags(db: &Connection, key: &Key) -> Result<BTreeMap<String, String>, StoreError> {
    let sql = "SELECT key, value FROM function_tag WHERE account = ? AND region = ? AND name = ?";
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement
        .query_map(params![key.account, key.region, key.name], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn write_tags(db: &Connection, key: &Key, tags: &BTreeMap<String, String>) -> Result<(), StoreError> {
    let sql = "INSERT INTO function_tag (account, region, name, key, value) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET value = excluded.value";
    let mut statement = db.prepare_cached(sql)?;
    for (tag, value) in tags {
        statement.execute(params![key.account, key.region, key.name, tag, value])?;
    }
    Ok(())
}

impl Sqlite {
    /// A write to one function, after which readers see it.
    async fn write_function<T: Send + 'static>(
        &self,
        scope: &Scope,
        name: &FunctionName,
        work: impl FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (cache, key) = (self.cache.clone(), (scope.clone(), name.clone()));
        self.main.write_then(work, move || cache.forget(&key)).await
    }
}

#[async_trait]
impl FunctionStore for Sqlite {
    async fn create_function(
        &self,
        config: FunctionConfig,
        tags: BTreeMap<String, String>,
    ) -> Result<(), StoreError> {
        let (scope, name) = (config.scope.clone(), config.name.clone());
        let key = Key::new(&scope, &name);
        let work = move |db: &Connection| {
            insert(db, &config)?;
            write_tags(db, &key, &tags)
        };
        self.write_function(&scope, &name, work).await
    }

    async fn function(
        &self,
        scope: &Scope,
        name: &FunctionName,
    ) -> Result<Option<FunctionConfig>, StoreError> {
        let cache_key = (scope.clone(), name.clone());
        let began = match self.cache.get(&cache_key) {
            Ok(config) => return Ok(Some(config)),
            Err(began) => began,
        };
        let key = Key::new(scope, name);
        let work = move |db: &Connection| {
            let rest = "WHERE account = ? AND region = ? AND name = ? AND version = 0";
            select(db, rest, params![key.account, key.region, key.name])
        };
        let found = self.main.read(work).await?.pop();
        if let Some(config) = &found {
            self.cache.remember(began, cache_key, config.clone());
        }
        Ok(found)
    }

    async fn list_functions(
        &self,
        scope: &Scope,
        after: Option<&FunctionName>,
        limit: usize,
    ) -> Result<Page<FunctionConfig>, StoreError> {
        let (account, region) = (scope.account.to_string(), scope.region.to_string());
        let after = after.map(ToString::to_string).unwrap_or_default();
        let work = move |db: &Connection| {
            let rest = "WHERE account = ? AND region = ? AND version = 0 AND name > ? ORDER BY name LIMIT ?";
            select(db, rest, params![account, region, after, one_more(limit)])
        };
        Ok(Page::cut(self.main.read(work).await?, limit))
    }

    async fn replace_function(
        &self,
        expected_revision: &str,
        config: FunctionConfig,
    ) -> Result<(), StoreError> {
        let (scope, name) = (config.scope.clone(), config.name.clone());
        let key = Key::new(&scope, &name);
        let expected = expected_revision.to_owned();
        let work = move |db: &Connection| {
            if key.revision(db)? != expected {
                return Err(StoreError::RevisionMismatch);
            }
            update(db, &config)
        };
        self.write_function(&scope, &name, work).await
    }

    async fn delete_function(&self, scope: &Scope, name: &FunctionName) -> Result<(), StoreError> {
        let key = Key::new(scope, name);
        let work = move |db: &Connection| {
            key.must_exist(db)?;
            for table in ["function", "function_tag"] {
                let sql = format!("DELETE FROM {table} WHERE account = ? AND region = ? AND name = ?");
                db.prepare_cached(&sql)?.execute(params![key.account, key.region, key.name])?;
            }
            Ok(())
        };
        self.write_function(scope, name, work).await
    }

    async fn tags(&self, scope: &Scope, name: &FunctionName) -> Result<BTreeMap<String, String>, StoreError> {
        let key = Key::new(scope, name);
        let work = move |db: &Connection| {
            key.must_exist(db)?;
            read_tags(db, &key)
        };
        self.main.read(work).await
    }

    async fn put_tags(
        &self,
        scope: &Scope,
        name: &FunctionName,
        tags: BTreeMap<String, String>,
        max_tags: usize,
    ) -> Result<(), StoreError> {
        let key = Key::new(scope, name);
        let work = move |db: &Connection| {
            key.must_exist(db)?;
            write_tags(db, &key, &tags)?;
            let count = read_tags(db, &key)?.len();
            if count > max_tags { Err(StoreError::LimitExceeded(max_tags)) } else { Ok(()) }
        };
        self.main.write(work).await
    }

    async fn remove_tags(
        &self,
        scope: &Scope,
        name: &FunctionName,
        keys: &[String],
    ) -> Result<(), StoreError> {
        let (key, keys) = (Key::new(scope, name), keys.to_vec());
        let work = move |db: &Connection| {
            key.must_exist(db)?;
            let sql = "DELETE FROM function_tag WHERE account = ? AND region = ? AND name = ? AND key = ?";
            let mut statement = db.prepare_cached(sql)?;
            for tag in &keys {
                statement.execute(params![key.account, key.region, key.name, tag])?;
            }
            Ok(())
        };
        self.main.write(work).await
    }

    async fn unfinished_functions(&self) -> Result<Vec<FunctionConfig>, StoreError> {
        self.main.read(|db| select(db, "WHERE unfinished = 1 AND version = 0", [])).await
    }

    async fn code_in_use(&self, code: &Sha256) -> Result<bool, StoreError> {
        let code = code.0;
        let sql = "SELECT EXISTS (SELECT 1 FROM function WHERE code = ?)";
        self.main.read(move |db| Ok(db.prepare_cached(sql)?.query_row([code], |row| row.get(0))?)).await
    }

    async fn codes_in_use(&self, after: Option<&Sha256>, limit: usize) -> Result<Page<Sha256>, StoreError> {
        // Every digest is greater than the empty blob.
        let after = after.map(|digest| digest.0.to_vec()).unwrap_or_default();
        let work = move |db: &Connection| {
            let sql = "SELECT DISTINCT code FROM function WHERE code > ? ORDER BY code LIMIT ?";
            let mut statement = db.prepare_cached(sql)?;
            let rows = statement.query_map(params![after, one_more(limit)], |row| row.get(0).map(Sha256))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        };
        Ok(Page::cut(self.main.read(work).await?, limit))
    }

    async fn usage(&self, scope: &Scope) -> Result<Usage, StoreError> {
        let (account, region) = (scope.account.to_string(), scope.region.to_string());
        let work = move |db: &Connection| {
            let sql = "SELECT count(*) FILTER (WHERE version = 0), ifnull(sum(code_size), 0)
                FROM function WHERE account = ? AND region = ?";
            let usage = db.prepare_cached(sql)?.query_row(params![account, region], |row| {
                Ok(Usage { functions: unsigned(row.get(0)?), code_bytes: unsigned(row.get(1)?) })
            })?;
            Ok(usage)
        };
        self.main.read(work).await
    }
}
