//! Access keys and memberships in SQLite.

use super::identity::{COLUMNS, WHOLE, any_row_id, changed_identity, identity_from_row, row_id, sign};
use super::{Sqlite, one_more, unsigned};
use crate::{AccessKey, Identity, IdentityKind, IdentityName, KeyUse, Page, StoreError, Thing, UserStore};
use async_trait::async_trait;
use domain::{AccountId, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// A key's columns after the identity's [`COLUMNS`], which are ten; then the account.
const KEY_COLUMNS: &str =
    "access_key.id, access_key.secret, access_key.active, access_key.created, access_key.used,
    access_key.used_service, access_key.used_region, identity.account";

const NO_KEY: StoreError = StoreError::NotFound(Thing::AccessKey);

fn key_from_row(row: &Row<'_>) -> rusqlite::Result<(AccessKey, Identity)> {
    let account: String = row.get(17)?;
    let account = AccountId::new(&account).map_err(|e| {
        rusqlite::Error::FromSqlConversionFailure(17, rusqlite::types::Type::Text, Box::new(e))
    })?;
    let (_, user) = identity_from_row(&account, IdentityKind::User, row)?;
    let used = match (row.get(14)?, row.get(15)?, row.get(16)?) {
        (Some(at), Some(service), Some(region)) => Some(KeyUse { at: Timestamp(at), service, region }),
        _ => None,
    };
    let key = AccessKey {
        account,
        user: user.name.clone(),
        id: row.get(10)?,
        secret: row.get(11)?,
        active: row.get(12)?,
        created: Timestamp(row.get(13)?),
        used,
    };
    Ok((key, user))
}

fn insert_key(db: &Connection, key: &AccessKey, max_keys: usize) -> Result<(), StoreError> {
    let owner = row_id(db, &IdentityName::user(&key.account, &key.user))?;
    let sql = "INSERT INTO access_key (id, owner, secret, active, created) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    let added =
        db.prepare_cached(sql)?.execute(params![key.id, owner, key.secret, key.active, key.created.0])?;
    if added == 0 {
        return Err(StoreError::AlreadyExists(Thing::AccessKey));
    }
    must_be_few(db, "SELECT count(*) FROM access_key WHERE owner = ?", owner, max_keys)?;
    sign(db, owner)
}

fn must_be_few(db: &Connection, count: &str, id: i64, limit: usize) -> Result<(), StoreError> {
    let count: i64 = db.prepare_cached(count)?.query_row([id], |row| row.get(0))?;
    if unsigned(count) > limit as u64 { Err(StoreError::LimitExceeded(limit)) } else { Ok(()) }
}

/// Changes a key of a user by a statement with the key's id and the user's row.
fn change_key(db: &Connection, sql: &str, id: &str, owner: i64) -> Result<(), StoreError> {
    let changed = db.prepare_cached(sql)?.execute(params![id, owner])?;
    if changed == 0 { Err(NO_KEY) } else { Ok(()) }
}

/// Members or groups by name, one more than `limit`.
fn related(
    db: &Connection,
    account: &AccountId,
    kind: IdentityKind,
    (id, after, limit): (i64, &str, usize),
) -> Result<Vec<Identity>, StoreError> {
    let join = match kind {
        IdentityKind::User => "identity.id = member WHERE in_group = ?",
        _ => "identity.id = in_group WHERE member = ?",
    };
    let sql = format!(
        "SELECT {COLUMNS} FROM group_member JOIN identity ON {join} AND identity.name > ? AND {WHOLE}
            ORDER BY identity.name LIMIT ?"
    );
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map(params![id, after, one_more(limit)], |row| {
        identity_from_row(account, kind, row).map(|(_, identity)| identity)
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

#[async_trait]
impl UserStore for Sqlite {
    async fn create_access_key(&self, key: AccessKey, max_keys: usize) -> Result<(), StoreError> {
        self.write_identities(move |db| insert_key(db, &key, max_keys)).await
    }

    async fn access_keys(&self, account: &AccountId, user: &str) -> Result<Vec<AccessKey>, StoreError> {
        let who = IdentityName::user(account, user);
        let work = move |db: &Connection| {
            let owner = row_id(db, &who)?;
            let sql = format!(
                "SELECT {COLUMNS}, {KEY_COLUMNS} FROM access_key JOIN identity ON identity.id = owner
                    WHERE owner = ? ORDER BY access_key.created, access_key.id"
            );
            let mut statement = db.prepare_cached(&sql)?;
            let rows = statement.query_map([owner], |row| key_from_row(row).map(|(key, _)| key))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        };
        self.main.read(work).await
    }

    async fn access_key(&self, id: &str) -> Result<Option<(AccessKey, Identity)>, StoreError> {
        let id = id.to_owned();
        let work = move |db: &Connection| {
            let sql = format!(
                "SELECT {COLUMNS}, {KEY_COLUMNS}, {WHOLE} FROM access_key JOIN identity ON identity.id = owner
                    WHERE access_key.id = ?"
            );
            let read = |row: &Row<'_>| Ok((key_from_row(row)?, row.get(18)?));
            match db.prepare_cached(&sql)?.query_row([id], read).optional()? {
                Some(((key, _), false)) => Err(changed_identity(IdentityKind::User, &key.user)),
                Some((found, true)) => Ok(Some(found)),
                None => Ok(None),
            }
        };
        self.main.read(work).await
    }

    async fn active_access_keys(
        &self,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<(AccessKey, Identity)>, StoreError> {
        let after = after.unwrap_or_default().to_owned();
        let work = move |db: &Connection| {
            let sql = format!(
                "SELECT {COLUMNS}, {KEY_COLUMNS} FROM access_key JOIN identity ON identity.id = owner
                    WHERE active AND access_key.id > ? AND {WHOLE} ORDER BY access_key.id LIMIT ?"
            );
            let mut statement = db.prepare_cached(&sql)?;
            let rows = statement.query_map(params![after, one_more(limit)], key_from_row)?;
            Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
        };
        Ok(Page::cut(self.main.read(work).await?, limit))
    }

    async fn set_access_key_active(
        &self,
        account: &AccountId,
        user: &str,
        id: &str,
        active: bool,
    ) -> Result<(), StoreError> {
        let sql = match active {
            true => "UPDATE access_key SET active = 1 WHERE id = ? AND owner = ?",
            false => "UPDATE access_key SET active = 0 WHERE id = ? AND owner = ?",
        };
        let id = id.to_owned();
        let work = move |db: &Connection, owner| change_key(db, sql, &id, owner);
        self.write_of(&IdentityName::user(account, user), work).await
    }

    async fn delete_access_key(&self, account: &AccountId, user: &str, id: &str) -> Result<(), StoreError> {
        let sql = "DELETE FROM access_key WHERE id = ? AND owner = ?";
        let id = id.to_owned();
        let work = move |db: &Connection, owner| change_key(db, sql, &id, owner);
        self.remove_of(&IdentityName::user(account, user), work).await
    }

    async fn note_key_uses(&self, uses: Vec<(String, KeyUse)>) -> Result<(), StoreError> {
        let work = move |db: &Connection| {
            let sql = "UPDATE access_key SET used = ?, used_service = ?, used_region = ? WHERE id = ?";
            let mut statement = db.prepare_cached(sql)?;
            for (id, KeyUse { at, service, region }) in &uses {
                statement.execute(params![at.0, service, region, id])?;
            }
            Ok(())
        };
        self.main.write(work).await
    }

    async fn note_service_uses(&self, uses: Vec<(IdentityName, String, KeyUse)>) -> Result<(), StoreError> {
        let work = move |db: &Connection| {
            let sql = "INSERT INTO service_use (identity, service, at, region)
                SELECT id, ?5, ?6, ?7 FROM identity WHERE account = ?1 AND kind = ?2 AND name = ?3 AND unique_id = ?4
                ON CONFLICT DO UPDATE SET at = excluded.at, region = excluded.region";
            let mut statement = db.prepare_cached(sql)?;
            for (who, id, KeyUse { at, service, region }) in &uses {
                let whose = (who.account.as_str(), who.kind.word(), &who.name);
                statement.execute(params![whose.0, whose.1, whose.2, id, service, at.0, region])?;
            }
            Ok(())
        };
        self.main.write(work).await
    }

    async fn service_uses(&self, of: Vec<IdentityName>) -> Result<Vec<(IdentityName, KeyUse)>, StoreError> {
        let work = move |db: &Connection| {
            let sql = "SELECT service, at, region FROM service_use
                WHERE identity = (SELECT id FROM identity WHERE account = ? AND kind = ? AND name = ?) ORDER BY service";
            let mut statement = db.prepare_cached(sql)?;
            let mut found = Vec::new();
            for who in of {
                let mut rows = statement.query(params![who.account.as_str(), who.kind.word(), who.name])?;
                while let Some(row) = rows.next()? {
                    let used =
                        KeyUse { service: row.get(0)?, at: Timestamp(row.get(1)?), region: row.get(2)? };
                    found.push((who.clone(), used));
                }
            }
            Ok(found)
        };
        self.main.read(work).await
    }

    async fn add_to_group(
        &self,
        account: &AccountId,
        group: &str,
        user: &str,
        max_groups: usize,
    ) -> Result<(), StoreError> {
        let (group, user) = (IdentityName::group(account, group), IdentityName::user(account, user));
        let work = move |db: &Connection| {
            let (group, user) = (row_id(db, &group)?, row_id(db, &user)?);
            let sql = "INSERT INTO group_member (in_group, member) VALUES (?, ?) ON CONFLICT DO NOTHING";
            db.prepare_cached(sql)?.execute(params![group, user])?;
            must_be_few(db, "SELECT count(*) FROM group_member WHERE member = ?", user, max_groups)?;
            sign(db, user)
        };
        self.write_identities(work).await
    }

    async fn remove_from_group(
        &self,
        account: &AccountId,
        group: &str,
        user: &str,
    ) -> Result<(), StoreError> {
        let (group, user) = (IdentityName::group(account, group), IdentityName::user(account, user));
        let work = move |db: &Connection| {
            let ((group, _), (user, is_whole)) = (any_row_id(db, &group)?, any_row_id(db, &user)?);
            let sql = "DELETE FROM group_member WHERE in_group = ? AND member = ?";
            match db.prepare_cached(sql)?.execute(params![group, user])? {
                0 => Err(StoreError::NotFound(Thing::User)),
                _ if is_whole => sign(db, user),
                _ => Ok(()),
            }
        };
        self.write_identities(work).await
    }

    async fn group_members(
        &self,
        account: &AccountId,
        group: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<Identity>, StoreError> {
        let (who, after) = (IdentityName::group(account, group), after.unwrap_or_default().to_owned());
        let work = move |db: &Connection| {
            let id = row_id(db, &who)?;
            related(db, &who.account, IdentityKind::User, (id, &after, limit))
        };
        Ok(Page::cut(self.main.read(work).await?, limit))
    }

    async fn groups_of(
        &self,
        account: &AccountId,
        user: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<Identity>, StoreError> {
        let (who, after) = (IdentityName::user(account, user), after.unwrap_or_default().to_owned());
        let work = move |db: &Connection| {
            let id = row_id(db, &who)?;
            related(db, &who.account, IdentityKind::Group, (id, &after, limit))
        };
        Ok(Page::cut(self.main.read(work).await?, limit))
    }
}
