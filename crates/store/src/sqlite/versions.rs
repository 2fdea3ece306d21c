//! How `$LATEST` becomes a version, and how one goes.

use super::key::Key;
use super::record::version_column;
use super::{functions, signed, unsigned};
use crate::{Conflict, Publication, Published, StoreError, Thing};
use domain::{FunctionConfig, FunctionState, LastUpdate, Qualifier, Version};
use rusqlite::{Connection, params};

/// Publishes `latest`, which is in the database, unless the newest version was published from the same.
pub(super) fn publish(
    db: &Connection,
    key: &Key,
    latest: &FunctionConfig,
    publication: Publication,
) -> Result<Published, StoreError> {
    if let Some((newest, description)) = newest(db, key)?
        && same(&newest, &description, latest)
    {
        return Ok(Published::Unchanged(newest));
    }
    let config = FunctionConfig {
        version: Version::Number(next_number(db, key)?),
        description: publication.description.unwrap_or_else(|| latest.description.clone()),
        revision_id: publication.revision_id,
        state: FunctionState::Pending,
        last_update: LastUpdate::Successful,
        ..latest.clone()
    };
    functions::insert(db, &config, Some(&latest.description))?;
    Ok(Published::New(config))
}

/// The newest version that is left, with the description that `$LATEST` had when it was published.
fn newest(db: &Connection, key: &Key) -> Result<Option<(FunctionConfig, String)>, StoreError> {
    let Key { account, region, name } = key;
    let rest = "WHERE account = ? AND region = ? AND name = ? AND version > 0 ORDER BY version DESC LIMIT 1";
    let Some(config) = functions::select(db, rest, params![account, region, name])?.pop() else {
        return Ok(None);
    };
    let sql = "SELECT published_description FROM function
        WHERE account = ? AND region = ? AND name = ? AND version = ?";
    let row = params![account, region, name, version_column(config.version)];
    let description: Option<String> = db.prepare_cached(sql)?.query_row(row, |row| row.get(0))?;
    Ok(Some((config, description.unwrap_or_default())))
}

/// Whether a version is what publishing `latest` would make again.
fn same(version: &FunctionConfig, description: &str, latest: &FunctionConfig) -> bool {
    description == latest.description
        && FunctionConfig {
            version: latest.version,
            description: latest.description.clone(),
            last_modified: latest.last_modified,
            revision_id: latest.revision_id.clone(),
            state: latest.state.clone(),
            last_update: latest.last_update.clone(),
            ..version.clone()
        } == *latest
}

/// Counts on, whatever became of the versions before.
fn next_number(db: &Connection, key: &Key) -> Result<u64, StoreError> {
    let sql = "INSERT INTO last_version (account, region, name, version) VALUES (?, ?, ?, 1)
        ON CONFLICT DO UPDATE SET version = version + 1 RETURNING version";
    let row = params![key.account, key.region, key.name];
    Ok(unsigned(db.prepare_cached(sql)?.query_row(row, |row| row.get(0))?))
}

/// See [`crate::FunctionStore::settle_version`].
pub(super) fn settle(
    db: &Connection,
    key: &Key,
    expected: &str,
    config: &FunctionConfig,
) -> Result<(), StoreError> {
    if key.revision(db, config.version)? != expected {
        return Err(StoreError::RevisionMismatch);
    }
    let Some(kept) = functions::one(db, key, config.version)? else {
        return Err(StoreError::NotFound(Thing::Version));
    };
    let settled = FunctionConfig {
        state: config.state.clone(),
        last_update: config.last_update.clone(),
        revision_id: config.revision_id.clone(),
        ..kept
    };
    functions::update(db, &settled)
}

/// See [`crate::FunctionStore::delete_version`].
pub(super) fn delete(db: &Connection, key: &Key, number: u64) -> Result<FunctionConfig, StoreError> {
    let Key { account, region, name } = key;
    let config = functions::one(db, key, Version::Number(number))?;
    let config = config.ok_or(StoreError::NotFound(Thing::Version))?;
    let sql = "SELECT alias FROM alias WHERE account = ?1 AND region = ?2 AND name = ?3
        AND (version = ?4 OR second_version = ?4) ORDER BY alias";
    let mut statement = db.prepare_cached(sql)?;
    let aliases = statement.query_map(params![account, region, name, signed(number)], |row| row.get(0))?;
    let aliases: Vec<String> = aliases.collect::<rusqlite::Result<_>>()?;
    if !aliases.is_empty() {
        return Err(Conflict::Aliases(aliases).into());
    }
    let sql = "DELETE FROM function WHERE account = ? AND region = ? AND name = ? AND version = ?";
    db.prepare_cached(sql)?.execute(params![account, region, name, signed(number)])?;
    key.detach_all(db, &Qualifier::Version(number))?;
    Ok(config)
}
