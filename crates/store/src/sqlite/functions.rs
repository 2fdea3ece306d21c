//! Functions in SQLite.

use super::key::Key;
use super::record::{self, COLUMNS};
use super::signature::{environment_context, is_whole, sign_rows};
use super::tags::Owner;
use super::{Sqlite, layers, one_more, signed, unsigned, versions};
use crate::{FunctionStore, Page, Publication, Published, StoreError, Tagged, Thing, Usage};
use async_trait::async_trait;
use domain::{FunctionConfig, FunctionName, Scope, Sha256, Version};
use rusqlite::{Connection, OptionalExtension, Params, params};
use std::collections::BTreeMap;

/// Functions from the rows that `rest` selects.
pub(super) fn select(
    db: &Connection,
    rest: &str,
    values: impl Params,
) -> Result<Vec<FunctionConfig>, StoreError> {
    let mut statement = db.prepare_cached(&format!("SELECT {COLUMNS} FROM function {rest}"))?;
    let mut rows = statement.query(values)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(record::from_row(row)?);
    }
    Ok(found)
}

/// One version.
pub(super) fn one(
    db: &Connection,
    key: &Key,
    version: Version,
) -> Result<Option<FunctionConfig>, StoreError> {
    let rest = "WHERE account = ? AND region = ? AND name = ? AND version = ?";
    let row = params![key.account, key.region, key.name, record::version_column(version)];
    Ok(select(db, rest, row)?.pop())
}

/// Adds a version; `published_description` is that of `$LATEST`, for a published one.
pub(super) fn insert(
    db: &Connection,
    config: &FunctionConfig,
    published_description: Option<&str>,
) -> Result<(), StoreError> {
    let key = Key::new(&config.scope, &config.name);
    let sql = "INSERT INTO function
        (account, region, name, version, revision, unfinished, code, code_size, config, published_description, environment)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)
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
        published_description,
    ])?;
    if added == 0 {
        return Err(StoreError::AlreadyExists(Thing::Function));
    }
    seal_and_sign(db, &key, config)?;
    layers::refer(db, config)
}

/// Adds the environment variables to a row, and signs it as it is then.
fn seal_and_sign(db: &Connection, key: &Key, config: &FunctionConfig) -> Result<(), StoreError> {
    let sql = concat!(
        "UPDATE function SET environment = seal(?, ",
        environment_context!(),
        ") WHERE account = ? AND region = ? AND name = ? AND version = ?"
    );
    let version = record::version_column(config.version);
    let environment = record::environment_json(config)?;
    db.prepare_cached(sql)?.execute(params![environment, key.account, key.region, key.name, version])?;
    sign(db, key, version)
}

/// Signs a row as it is now.
pub(super) fn sign(db: &Connection, key: &Key, version: i64) -> Result<(), StoreError> {
    let sql = concat!(sign_rows!(function), "WHERE account = ? AND region = ? AND name = ? AND version = ?");
    db.prepare_cached(sql)?.execute(params![key.account, key.region, key.name, version])?;
    Ok(())
}

/// Overwrites a version.
pub(super) fn update(db: &Connection, config: &FunctionConfig) -> Result<(), StoreError> {
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
    seal_and_sign(db, &key, config)?;
    layers::refer(db, config)
}

fn in_use(db: &Connection, code: &[u8; 32]) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM function WHERE code = ?1)
        OR EXISTS (SELECT 1 FROM function_layer WHERE code = ?1)
        OR EXISTS (SELECT 1 FROM layer_version WHERE code = ?1)";
    Ok(db.prepare_cached(sql)?.query_row([code], |row| row.get(0))?)
}

#[async_trait]
impl FunctionStore for Sqlite {
    async fn create_function(
        &self,
        config: FunctionConfig,
        tags: BTreeMap<String, String>,
        publication: Option<Publication>,
    ) -> Result<Option<FunctionConfig>, StoreError> {
        let key = Key::new(&config.scope, &config.name);
        let owner = Owner::new(&config.scope, &Tagged::Function(config.name.clone()));
        let work = move |db: &Connection| {
            insert(db, &config, None)?;
            owner.write(db, &tags)?;
            let published = publication.map(|publication| versions::publish(db, &key, &config, publication));
            Ok(published.transpose()?.map(|published| published.config().clone()))
        };
        self.main.write(work).await
    }

    async fn version(
        &self,
        scope: &Scope,
        name: &FunctionName,
        version: Version,
    ) -> Result<Option<FunctionConfig>, StoreError> {
        let key = Key::new(scope, name);
        self.main.read(move |db| one(db, &key, version)).await
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
            let rest = concat!(
                "WHERE account = ? AND region = ? AND version = 0 AND name > ? AND ",
                is_whole!(function),
                " ORDER BY name LIMIT ?"
            );
            select(db, rest, params![account, region, after, one_more(limit)])
        };
        Ok(Page::cut(self.main.read(work).await?, limit))
    }

    async fn list_all_versions(
        &self,
        scope: &Scope,
        after: Option<(&FunctionName, Version)>,
        limit: usize,
    ) -> Result<Page<FunctionConfig>, StoreError> {
        let (account, region) = (scope.account.to_string(), scope.region.to_string());
        // No name is empty, and no version is below 0.
        let (name, version) = after
            .map(|(name, version)| (name.to_string(), record::version_column(version)))
            .unwrap_or_default();
        let work = move |db: &Connection| {
            let rest = concat!(
                "WHERE account = ? AND region = ? AND (name, version) > (?, ?) AND ",
                is_whole!(function),
                " ORDER BY name, version LIMIT ?"
            );
            select(db, rest, params![account, region, name, version, one_more(limit)])
        };
        Ok(Page::cut(self.main.read(work).await?, limit))
    }

    async fn list_versions(
        &self,
        scope: &Scope,
        name: &FunctionName,
        after: Option<Version>,
        limit: usize,
    ) -> Result<Page<FunctionConfig>, StoreError> {
        let key = Key::new(scope, name);
        let after = after.map_or(-1, record::version_column);
        let work = move |db: &Connection| {
            key.must_exist(db)?;
            let rest = concat!(
                "WHERE account = ? AND region = ? AND name = ? AND version > ? AND ",
                is_whole!(function),
                " ORDER BY version LIMIT ?"
            );
            select(db, rest, params![key.account, key.region, key.name, after, one_more(limit)])
        };
        Ok(Page::cut(self.main.read(work).await?, limit))
    }

    async fn replace_function(
        &self,
        expected_revision: &str,
        config: FunctionConfig,
        publication: Option<Publication>,
    ) -> Result<Option<Published>, StoreError> {
        let key = Key::new(&config.scope, &config.name);
        let expected = expected_revision.to_owned();
        let work = move |db: &Connection| {
            if key.revision(db, Version::Latest)? != expected {
                return Err(StoreError::RevisionMismatch);
            }
            update(db, &config)?;
            publication.map(|publication| versions::publish(db, &key, &config, publication)).transpose()
        };
        self.main.write(work).await
    }

    async fn publish_version(
        &self,
        scope: &Scope,
        name: &FunctionName,
        expected_revision: &str,
        publication: Publication,
    ) -> Result<Published, StoreError> {
        let key = Key::new(scope, name);
        let expected = expected_revision.to_owned();
        let work = move |db: &Connection| {
            let latest = one(db, &key, Version::Latest)?.ok_or(StoreError::NotFound(Thing::Function))?;
            if latest.revision_id != expected {
                return Err(StoreError::RevisionMismatch);
            }
            versions::publish(db, &key, &latest, publication)
        };
        self.main.write(work).await
    }

    async fn settle_version(
        &self,
        expected_revision: &str,
        config: FunctionConfig,
    ) -> Result<(), StoreError> {
        let key = Key::new(&config.scope, &config.name);
        let expected = expected_revision.to_owned();
        self.main.write(move |db| versions::settle(db, &key, &expected, &config)).await
    }

    async fn delete_version(
        &self,
        scope: &Scope,
        name: &FunctionName,
        version: u64,
    ) -> Result<FunctionConfig, StoreError> {
        let key = Key::new(scope, name);
        self.main.write(move |db| versions::delete(db, &key, version)).await
    }

    async fn delete_function(&self, scope: &Scope, name: &FunctionName) -> Result<Vec<Sha256>, StoreError> {
        let key = Key::new(scope, name);
        let owner = Owner::new(scope, &Tagged::Function(name.clone()));
        let work = move |db: &Connection| {
            key.must_exist(db)?;
            let sql = "SELECT code FROM function WHERE account = ?1 AND region = ?2 AND name = ?3
                UNION SELECT code FROM function_layer WHERE account = ?1 AND region = ?2 AND name = ?3";
            let mut statement = db.prepare_cached(sql)?;
            let row = params![key.account, key.region, key.name];
            let codes = statement.query_map(row, |row| row.get(0).map(Sha256))?;
            let codes = codes.collect::<rusqlite::Result<_>>()?;
            for table in ["function", "alias", "attachment"] {
                key.delete_from(db, table)?;
            }
            owner.delete_all(db)?;
            Ok(codes)
        };
        self.main.write(work).await
    }

    async fn unfinished_functions(&self) -> Result<Vec<FunctionConfig>, StoreError> {
        self.main.read(|db| select(db, concat!("WHERE unfinished = 1 AND ", is_whole!(function)), [])).await
    }

    async fn code_in_use(&self, code: &Sha256) -> Result<bool, StoreError> {
        let code = code.0;
        self.main.read(move |db| in_use(db, &code)).await
    }

    async fn codes_in_use(&self, after: Option<&Sha256>, limit: usize) -> Result<Page<Sha256>, StoreError> {
        // Every digest is greater than the empty blob.
        let after = after.map(|digest| digest.0.to_vec()).unwrap_or_default();
        let work = move |db: &Connection| {
            let sql = "SELECT code FROM function WHERE code > ?1
                UNION SELECT code FROM function_layer WHERE code > ?1
                UNION SELECT code FROM layer_version WHERE code > ?1
                ORDER BY code LIMIT ?2";
            let mut statement = db.prepare_cached(sql)?;
            let rows = statement.query_map(params![after, one_more(limit)], |row| row.get(0).map(Sha256))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        };
        Ok(Page::cut(self.main.read(work).await?, limit))
    }

    async fn usage(&self, scope: &Scope) -> Result<Usage, StoreError> {
        let (account, region) = (scope.account.to_string(), scope.region.to_string());
        let work = move |db: &Connection| {
            let sql = "SELECT functions, code_bytes FROM usage WHERE account = ? AND region = ?";
            let usage = db.prepare_cached(sql)?.query_row(params![account, region], |row| {
                Ok(Usage { functions: unsigned(row.get(0)?), code_bytes: unsigned(row.get(1)?) })
            });
            let usage = usage.optional()?.unwrap_or_default();
            Ok(usage)
        };
        self.main.read(work).await
    }
}
