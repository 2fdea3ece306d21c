//! Code signing configurations in SQLite.

use super::signature::{changed, is_whole, sign_rows};
use super::tags::Owner;
use super::{Sqlite, attachments, one_more};
use crate::code_signing::CodeSigningStore;
use crate::tag::Tagged;
use crate::{AttachmentKind, Conflict, Page, StoreError, Thing};
use async_trait::async_trait;
use domain::code_signing::Untrusted;
use domain::{AccountId, CodeSigningConfig, Region, Scope, Timestamp};
use rusqlite::{Connection, Params, Row, params};
use std::collections::BTreeMap;

const THING: Thing = Thing::CodeSigningConfig;

const COLUMNS: &str = concat!(
    "account, region, id, description, publishers, enforce, modified, ",
    is_whole!(code_signing_config)
);

fn from_row(row: &Row<'_>) -> Result<CodeSigningConfig, StoreError> {
    let corrupt =
        |e: &dyn std::fmt::Display| StoreError::Corrupt(format!("a code signing configuration: {e}"));
    let text = |column: usize| -> Result<&str, StoreError> {
        row.get_ref(column)?.as_str().map_err(|e| corrupt(&e))
    };
    if !row.get::<_, bool>(7)? {
        return Err(changed(format_args!("code signing configuration {}", text(2)?)));
    }
    let account = AccountId::new(text(0)?).map_err(|e| corrupt(&e))?;
    let region = Region::new(text(1)?).map_err(|e| corrupt(&e))?;
    Ok(CodeSigningConfig {
        scope: Scope::new(account, region),
        id: text(2)?.to_owned(),
        description: row.get(3)?,
        publishers: serde_json::from_str(text(4)?).map_err(|e| corrupt(&e))?,
        untrusted: if row.get(5)? { Untrusted::Enforce } else { Untrusted::Warn },
        modified: Timestamp(row.get(6)?),
    })
}

fn select(db: &Connection, rest: &str, values: impl Params) -> Result<Vec<CodeSigningConfig>, StoreError> {
    let mut statement = db.prepare_cached(&format!("SELECT {COLUMNS} FROM code_signing_config {rest}"))?;
    let mut rows = statement.query(values)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(from_row(row)?);
    }
    Ok(found)
}

fn find(db: &Connection, scope: &Scope, id: &str) -> Result<Option<CodeSigningConfig>, StoreError> {
    let rest = "WHERE account = ? AND region = ? AND id = ?";
    Ok(select(db, rest, params![scope.account.as_str(), scope.region.as_str(), id])?.pop())
}

/// Signs a row as it is now.
fn sign(db: &Connection, config: &CodeSigningConfig) -> Result<(), StoreError> {
    let sql = concat!(sign_rows!(code_signing_config), "WHERE account = ? AND region = ? AND id = ?");
    let row = params![config.scope.account.as_str(), config.scope.region.as_str(), config.id];
    db.prepare_cached(sql)?.execute(row)?;
    Ok(())
}

fn publishers_json(config: &CodeSigningConfig) -> Result<String, StoreError> {
    serde_json::to_string(&config.publishers).map_err(|e| StoreError::Unavailable(e.to_string()))
}

#[async_trait]
impl CodeSigningStore for Sqlite {
    async fn create_code_signing_config(
        &self,
        config: CodeSigningConfig,
        tags: BTreeMap<String, String>,
    ) -> Result<(), StoreError> {
        let owner = Owner::new(&config.scope, &Tagged::CodeSigningConfig(config.id.clone()));
        let work = move |db: &Connection| {
            let sql = "INSERT INTO code_signing_config
                (account, region, id, description, publishers, enforce, modified)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING";
            let added = db.prepare_cached(sql)?.execute(params![
                config.scope.account.as_str(),
                config.scope.region.as_str(),
                config.id,
                config.description,
                publishers_json(&config)?,
                config.untrusted == Untrusted::Enforce,
                config.modified.0,
            ])?;
            if added == 0 {
                return Err(StoreError::AlreadyExists(THING));
            }
            sign(db, &config)?;
            owner.write(db, &tags)
        };
        self.main.write(work).await
    }

    async fn code_signing_config(
        &self,
        scope: &Scope,
        id: &str,
    ) -> Result<Option<CodeSigningConfig>, StoreError> {
        let (scope, id) = (scope.clone(), id.to_owned());
        self.main.read(move |db| find(db, &scope, &id)).await
    }

    async fn replace_code_signing_config(
        &self,
        expected: CodeSigningConfig,
        config: CodeSigningConfig,
    ) -> Result<(), StoreError> {
        let work = move |db: &Connection| {
            match find(db, &config.scope, &config.id)? {
                None => return Err(StoreError::NotFound(THING)),
                Some(current) if current != expected => return Err(StoreError::RevisionMismatch),
                Some(_) => {}
            }
            let sql = "UPDATE code_signing_config
                SET description = ?, publishers = ?, enforce = ?, modified = ?
                WHERE account = ? AND region = ? AND id = ?";
            db.prepare_cached(sql)?.execute(params![
                config.description,
                publishers_json(&config)?,
                config.untrusted == Untrusted::Enforce,
                config.modified.0,
                config.scope.account.as_str(),
                config.scope.region.as_str(),
                config.id,
            ])?;
            sign(db, &config)
        };
        self.main.write(work).await
    }

    async fn delete_code_signing_config(&self, scope: &Scope, id: &str) -> Result<(), StoreError> {
        let owner = Owner::new(scope, &Tagged::CodeSigningConfig(id.to_owned()));
        let (scope, id) = (scope.clone(), id.to_owned());
        let work = move |db: &Connection| {
            let config = find(db, &scope, &id)?.ok_or(StoreError::NotFound(THING))?;
            if attachments::is_referred_to(db, AttachmentKind::CodeSigning, &config.arn())? {
                return Err(StoreError::Conflict(Conflict::InUse));
            }
            let sql = "DELETE FROM code_signing_config WHERE account = ? AND region = ? AND id = ?";
            db.prepare_cached(sql)?.execute(params![scope.account.as_str(), scope.region.as_str(), id])?;
            owner.delete_all(db)
        };
        self.main.write(work).await
    }

    async fn list_code_signing_configs(
        &self,
        scope: &Scope,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<CodeSigningConfig>, StoreError> {
        let (scope, after) = (scope.clone(), after.unwrap_or_default().to_owned());
        let work = move |db: &Connection| {
            let rest = concat!(
                "WHERE account = ? AND region = ? AND id > ? AND ",
                is_whole!(code_signing_config),
                " ORDER BY id LIMIT ?"
            );
            select(db, rest, params![scope.account.as_str(), scope.region.as_str(), after, one_more(limit)])
        };
        Ok(Page::cut(self.main.read(work).await?, limit))
    }
}
