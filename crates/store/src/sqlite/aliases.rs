//! Aliases in SQLite.

use super::key::Key;
use super::record::version_column;
use super::signature::{changed, is_whole, sign_rows};
use super::{Sqlite, one_more, signed, unsigned};
use crate::{AliasStore, Page, StoreError, Thing};
use async_trait::async_trait;
use domain::{Alias, FunctionName, Qualifier, Routing, Scope, Version};
use rusqlite::{Connection, OptionalExtension, Params, Row, params};

const COLUMNS: &str =
    concat!("alias, version, second_version, second_weight, description, revision, ", is_whole!(alias));

/// Whose aliases are read; what the rows do not repeat.
#[derive(Clone)]
struct Owner {
    scope: Scope,
    function: FunctionName,
    key: Key,
}

impl Owner {
    fn new(scope: &Scope, function: &FunctionName) -> Self {
        Self { scope: scope.clone(), function: function.clone(), key: Key::new(scope, function) }
    }

    fn select(&self, db: &Connection, rest: &str, values: impl Params) -> Result<Vec<Alias>, StoreError> {
        let mut statement = db.prepare_cached(&format!("SELECT {COLUMNS} FROM alias {rest}"))?;
        let mut rows = statement.query(values)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let alias = self.read(row)?;
            if !row.get::<_, bool>(6)? {
                return Err(changed(format_args!("alias {} of function {}", alias.name, self.function)));
            }
            found.push(alias);
        }
        Ok(found)
    }

    fn read(&self, row: &Row<'_>) -> rusqlite::Result<Alias> {
        let second: (Option<i64>, Option<f64>) = (row.get(2)?, row.get(3)?);
        Ok(Alias {
            scope: self.scope.clone(),
            function: self.function.clone(),
            name: row.get(0)?,
            version: match row.get(1)? {
                0 => Version::Latest,
                number => Version::Number(unsigned(number)),
            },
            description: row.get(4)?,
            routing: second
                .0
                .zip(second.1)
                .map(|(version, weight)| Routing { version: unsigned(version), weight }),
            revision_id: row.get(5)?,
        })
    }

    fn one(&self, db: &Connection, name: &str) -> Result<Option<Alias>, StoreError> {
        let Key { account, region, name: function } = &self.key;
        let rest = "WHERE account = ? AND region = ? AND name = ? AND alias = ?";
        Ok(self.select(db, rest, params![account, region, function, name])?.pop())
    }
}

/// Signs a row as it is now.
pub(super) fn sign(db: &Connection, key: &Key, alias: &str) -> Result<(), StoreError> {
    let sql = concat!(sign_rows!(alias), "WHERE account = ? AND region = ? AND name = ? AND alias = ?");
    db.prepare_cached(sql)?.execute(params![key.account, key.region, key.name, alias])?;
    Ok(())
}

/// The versions that an alias points to must exist.
fn check_versions(db: &Connection, key: &Key, alias: &Alias) -> Result<(), StoreError> {
    let second = alias.routing.map(|routing| Version::Number(routing.version));
    for version in [Some(alias.version), second].into_iter().flatten() {
        key.must_have(db, version)?;
    }
    Ok(())
}

#[async_trait]
impl AliasStore for Sqlite {
    async fn create_alias(&self, alias: Alias) -> Result<(), StoreError> {
        let key = Key::new(&alias.scope, &alias.function);
        let work = move |db: &Connection| {
            key.must_exist(db)?;
            check_versions(db, &key, &alias)?;
            let sql = "INSERT INTO alias
                (account, region, name, alias, version, second_version, second_weight, description, revision)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
            let added = db.prepare_cached(sql)?.execute(params![
                key.account,
                key.region,
                key.name,
                alias.name,
                version_column(alias.version),
                alias.routing.map(|routing| signed(routing.version)),
                alias.routing.map(|routing| routing.weight),
                alias.description,
                alias.revision_id,
            ])?;
            if added == 0 {
                return Err(StoreError::AlreadyExists(Thing::Alias));
            }
            sign(db, &key, &alias.name)
        };
        self.main.write(work).await
    }

    async fn alias(
        &self,
        scope: &Scope,
        function: &FunctionName,
        name: &str,
    ) -> Result<Option<Alias>, StoreError> {
        let (owner, name) = (Owner::new(scope, function), name.to_owned());
        self.main.read(move |db| owner.one(db, &name)).await
    }

    async fn replace_alias(&self, expected_revision: &str, alias: Alias) -> Result<(), StoreError> {
        let key = Key::new(&alias.scope, &alias.function);
        let expected = expected_revision.to_owned();
        let work = move |db: &Connection| {
            let sql =
                "SELECT revision FROM alias WHERE account = ? AND region = ? AND name = ? AND alias = ?";
            let row = params![key.account, key.region, key.name, alias.name];
            let found: Option<String> =
                db.prepare_cached(sql)?.query_row(row, |row| row.get(0)).optional()?;
            if found.ok_or(StoreError::NotFound(Thing::Alias))? != expected {
                return Err(StoreError::RevisionMismatch);
            }
            check_versions(db, &key, &alias)?;
            let sql = "UPDATE alias SET version = ?, second_version = ?, second_weight = ?, description = ?,
                revision = ? WHERE account = ? AND region = ? AND name = ? AND alias = ?";
            db.prepare_cached(sql)?.execute(params![
                version_column(alias.version),
                alias.routing.map(|routing| signed(routing.version)),
                alias.routing.map(|routing| routing.weight),
                alias.description,
                alias.revision_id,
                key.account,
                key.region,
                key.name,
                alias.name,
            ])?;
            sign(db, &key, &alias.name)
        };
        self.main.write(work).await
    }

    async fn delete_alias(
        &self,
        scope: &Scope,
        function: &FunctionName,
        name: &str,
    ) -> Result<(), StoreError> {
        let (key, name) = (Key::new(scope, function), name.to_owned());
        let work = move |db: &Connection| {
            let sql = "DELETE FROM alias WHERE account = ? AND region = ? AND name = ? AND alias = ?";
            let removed =
                db.prepare_cached(sql)?.execute(params![key.account, key.region, key.name, name])?;
            if removed == 0 {
                return Err(StoreError::NotFound(Thing::Alias));
            }
            key.detach_all(db, &Qualifier::Alias(name.into()))
        };
        self.main.write(work).await
    }

    async fn list_aliases(
        &self,
        scope: &Scope,
        function: &FunctionName,
        version: Option<Version>,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<Alias>, StoreError> {
        let owner = Owner::new(scope, function);
        let after = after.unwrap_or_default().to_owned();
        let work = move |db: &Connection| {
            let Key { account, region, name } = &owner.key;
            owner.key.must_exist(db)?;
            let rest = concat!(
                "WHERE account = ?1 AND region = ?2 AND name = ?3 AND alias > ?4
                AND (?5 IS NULL OR version = ?5 OR second_version = ?5) AND ",
                is_whole!(alias),
                " ORDER BY alias LIMIT ?6"
            );
            let version = version.map(version_column);
            owner.select(db, rest, params![account, region, name, after, version, one_more(limit)])
        };
        Ok(Page::cut(self.main.read(work).await?, limit))
    }
}
