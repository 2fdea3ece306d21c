//! The key columns of a function, and what must be there for a write.

use crate::{StoreError, Thing};
use domain::{FunctionName, Qualifier, Scope, Version};
use rusqlite::{Connection, OptionalExtension, params};

use super::record;

/// Owned, so that it may travel to the thread that works.
#[derive(Clone)]
pub(super) struct Key {
    pub(super) account: String,
    pub(super) region: String,
    pub(super) name: String,
}

impl Key {
    pub(super) fn new(scope: &Scope, name: &FunctionName) -> Self {
        let Scope { account, region } = scope;
        Self { account: account.to_string(), region: region.to_string(), name: name.to_string() }
    }

    /// Fails with `NotFound(Function)` where the function does not exist.
    pub(super) fn must_exist(&self, db: &Connection) -> Result<(), StoreError> {
        self.revision(db, Version::Latest).map(|_| ())
    }

    /// Fails with `NotFound(Version)` where the version does not exist.
    pub(super) fn must_have(&self, db: &Connection, version: Version) -> Result<(), StoreError> {
        self.revision(db, version).map(|_| ())
    }

    /// Fails where there is nothing that the qualifier means.
    pub(super) fn must_have_qualified(
        &self,
        db: &Connection,
        qualifier: Option<&Qualifier>,
    ) -> Result<(), StoreError> {
        self.qualified_revision(db, qualifier).map(|_| ())
    }

    /// The revision of what the qualifier means.
    pub(super) fn qualified_revision(
        &self,
        db: &Connection,
        qualifier: Option<&Qualifier>,
    ) -> Result<String, StoreError> {
        match qualifier {
            None | Some(Qualifier::Latest) => self.revision(db, Version::Latest),
            Some(Qualifier::Version(number)) => self.revision(db, Version::Number(*number)),
            Some(Qualifier::Alias(alias)) => {
                let sql = "SELECT revision FROM alias
                    WHERE account = ? AND region = ? AND name = ? AND alias = ?";
                let row = params![self.account, self.region, self.name, alias];
                let revision = db.prepare_cached(sql)?.query_row(row, |row| row.get(0)).optional()?;
                revision.ok_or(StoreError::NotFound(Thing::Alias))
            }
        }
    }

    /// The revision of a version.
    pub(super) fn revision(&self, db: &Connection, version: Version) -> Result<String, StoreError> {
        let sql =
            "SELECT revision FROM function WHERE account = ? AND region = ? AND name = ? AND version = ?";
        let row = params![self.account, self.region, self.name, record::version_column(version)];
        let revision = db.prepare_cached(sql)?.query_row(row, |row| row.get(0)).optional()?;
        revision.ok_or(StoreError::NotFound(match version {
            Version::Latest => Thing::Function,
            Version::Number(_) => Thing::Version,
        }))
    }

    /// Removes the rows of a table that belong to the function.
    pub(super) fn delete_from(&self, db: &Connection, table: &str) -> Result<(), StoreError> {
        let sql = format!("DELETE FROM {table} WHERE account = ? AND region = ? AND name = ?");
        db.prepare_cached(&sql)?.execute(params![self.account, self.region, self.name])?;
        Ok(())
    }

    /// Removes what is attached to one version or alias.
    pub(super) fn detach_all(&self, db: &Connection, qualifier: &Qualifier) -> Result<(), StoreError> {
        let sql = "DELETE FROM attachment WHERE account = ? AND region = ? AND name = ? AND qualifier = ?";
        let row = params![self.account, self.region, self.name, qualifier.to_string()];
        db.prepare_cached(sql)?.execute(row)?;
        Ok(())
    }
}
