//! Rows of identities, and what belongs to them.

use crate::sqlite::managed_policies::check_attachable;
use crate::sqlite::signature::{changed, is_whole, sign_rows};
use crate::sqlite::{Sqlite, one_more};
use crate::{Identity, IdentityKind, IdentityName, Page, Role, StoreError, Thing};
use domain::{AccountId, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params};
use std::collections::BTreeMap;

/// Of every kind, and then those of roles.
pub(in crate::sqlite) const COLUMNS: &str = "identity.id, identity.partition, identity.path, identity.name, identity.unique_id, identity.created, \
     identity.boundary, identity.trust, identity.description, identity.max_session_s";

impl IdentityKind {
    /// What an error says is missing, or there already.
    pub(in crate::sqlite) fn thing(self) -> Thing {
        match self {
            Self::User => Thing::User,
            Self::Group => Thing::Group,
            Self::Role => Thing::Role,
        }
    }

    pub(in crate::sqlite) fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// Whether an identity and all that belongs to it are as they were written.
pub(in crate::sqlite) const WHOLE: &str = is_whole!(identity);

/// The row of an identity, or `NotFound`. An error where somebody else has changed it.
pub(in crate::sqlite) fn row_id(db: &Connection, who: &IdentityName) -> Result<i64, StoreError> {
    match any_row_id(db, who)? {
        (id, true) => Ok(id),
        (_, false) => Err(changed_identity(who.kind, &who.name)),
    }
}

/// The row of an identity, and whether it is whole. For what takes away: that can be done to any.
pub(in crate::sqlite) fn any_row_id(db: &Connection, who: &IdentityName) -> Result<(i64, bool), StoreError> {
    let sql = concat!(
        "SELECT id, ",
        is_whole!(identity),
        " FROM identity WHERE account = ? AND kind = ? AND name = ?"
    );
    let row = params![who.account.as_str(), who.kind.word(), who.name];
    let found = db.prepare_cached(sql)?.query_row(row, |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    found.ok_or(StoreError::NotFound(who.kind.thing()))
}

pub(in crate::sqlite) fn changed_identity(kind: IdentityKind, name: &str) -> StoreError {
    changed(format_args!("{} {name}", kind.word()))
}

/// Signs an identity with all that belongs to it, as it is now: it was whole before, and is changed by this very transaction.
pub(in crate::sqlite) fn sign(db: &Connection, id: i64) -> Result<(), StoreError> {
    db.prepare_cached(concat!(sign_rows!(identity), "WHERE id = ?"))?.execute([id])?;
    Ok(())
}

/// An identity from a row of [`COLUMNS`], without its tags.
pub(in crate::sqlite) fn identity_from_row(
    account: &AccountId,
    kind: IdentityKind,
    row: &Row<'_>,
) -> rusqlite::Result<(i64, Identity)> {
    let identity = Identity {
        account: account.clone(),
        kind,
        partition: row.get(1)?,
        path: row.get(2)?,
        name: row.get(3)?,
        id: row.get(4)?,
        created: Timestamp(row.get(5)?),
        boundary: row.get(6)?,
        tags: BTreeMap::new(),
    };
    Ok((row.get(0)?, identity))
}

/// A role from a row of [`COLUMNS`], without its tags.
pub(super) fn role_from_row(account: &AccountId, row: &Row<'_>) -> rusqlite::Result<(i64, Role)> {
    let (id, identity) = identity_from_row(account, IdentityKind::Role, row)?;
    let Identity { account, partition, path, name, id: unique, created, boundary, tags, .. } = identity;
    let role = Role {
        account,
        partition,
        path,
        name,
        id: unique,
        assume_role_document: row.get(7)?,
        description: row.get(8)?,
        max_session_s: row.get(9)?,
        created,
        boundary,
        tags,
    };
    Ok((id, role))
}

/// The role of a row's number, without its tags.
pub(in crate::sqlite) fn role_by_id(
    db: &Connection,
    account: &AccountId,
    id: i64,
) -> Result<Role, StoreError> {
    let sql = format!("SELECT {COLUMNS}, {WHOLE} FROM identity WHERE id = ?");
    let read = |row: &Row<'_>| Ok((role_from_row(account, row)?.1, row.get(10)?));
    match db.prepare_cached(&sql)?.query_row([id], read)? {
        (role, true) => Ok(role),
        (role, false) => Err(changed_identity(IdentityKind::Role, &role.name)),
    }
}

/// An identity from its row, if there is one of that name.
pub(super) fn find<T>(
    db: &Connection,
    who: &IdentityName,
    from_row: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Option<T>, StoreError> {
    let sql = format!("SELECT {COLUMNS}, {WHOLE} FROM identity WHERE account = ? AND kind = ? AND name = ?");
    let row = params![who.account.as_str(), who.kind.word(), who.name];
    let found =
        db.prepare_cached(&sql)?.query_row(row, |row| Ok((from_row(row)?, row.get(10)?))).optional()?;
    match found {
        Some((_, false)) => Err(changed_identity(who.kind, &who.name)),
        Some((found, true)) => Ok(Some(found)),
        None => Ok(None),
    }
}

/// Identities below a path, one more than `limit`.
pub(super) fn list<T>(
    db: &Connection,
    account: &AccountId,
    kind: IdentityKind,
    (prefix, after, limit): (&str, &str, usize),
    from_row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM identity WHERE account = ?1 AND kind = ?2 AND name > ?3
            AND substr(path, 1, length(?4)) = ?4 AND {WHOLE} ORDER BY name LIMIT ?5"
    );
    let values = params![account.as_str(), kind.word(), after, prefix, one_more(limit)];
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map(values, from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn read_tags(db: &Connection, id: i64) -> Result<BTreeMap<String, String>, StoreError> {
    let mut statement = db.prepare_cached("SELECT key, value FROM identity_tag WHERE identity = ?")?;
    let rows = statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn write_tags(
    db: &Connection,
    id: i64,
    tags: &BTreeMap<String, String>,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO identity_tag (identity, key, value) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET value = excluded.value";
    let mut statement = db.prepare_cached(sql)?;
    for (key, value) in tags {
        statement.execute(params![id, key, value])?;
    }
    Ok(())
}

/// What roles have beyond other identities: trust policy, description, seconds of a session.
pub(super) struct OfRole<'a>(pub(super) &'a str, pub(super) Option<&'a str>, pub(super) u32);

pub(super) fn insert(
    db: &Connection,
    identity: &Identity,
    of_role: Option<&OfRole<'_>>,
) -> Result<(), StoreError> {
    if let Some(boundary) = &identity.boundary {
        check_attachable(db, identity.account.as_str(), boundary)?;
    }
    let sql = "INSERT INTO identity (account, kind, name, folded_name, path, partition, unique_id, created, boundary,
            trust, description, max_session_s)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    let added = db.prepare_cached(sql)?.execute(params![
        identity.account.as_str(),
        identity.kind.word(),
        identity.name,
        identity.name.to_lowercase(),
        identity.path,
        identity.partition,
        identity.id,
        identity.created.0,
        identity.boundary,
        of_role.map(|role| role.0),
        of_role.and_then(|role| role.1),
        of_role.map(|role| role.2),
    ])?;
    if added == 0 {
        return Err(StoreError::AlreadyExists(identity.kind.thing()));
    }
    let id = db.last_insert_rowid();
    write_tags(db, id, &identity.tags)?;
    sign(db, id)
}

/// Whether there is any row.
pub(super) fn exists(db: &Connection, sql: &str, values: &[&dyn ToSql]) -> Result<bool, StoreError> {
    Ok(db.prepare_cached(&format!("SELECT EXISTS ({sql})"))?.query_row(values, |row| row.get(0))?)
}

/// Texts in byte order after `after`, from a statement with the identity, `after` and a limit.
pub(super) fn texts(
    db: &Connection,
    sql: &str,
    identity: i64,
    after: &str,
    limit: usize,
) -> Result<Page<String>, StoreError> {
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map(params![identity, after, one_more(limit)], |row| row.get(0))?;
    Ok(Page::cut(rows.collect::<rusqlite::Result<_>>()?, limit))
}

impl Sqlite {
    /// A write about an identity that is there, which is signed afterwards.
    pub(in crate::sqlite) async fn write_of<T: Send + 'static>(
        &self,
        who: &IdentityName,
        work: impl FnOnce(&Connection, i64) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let who = who.clone();
        let work = move |db: &Connection| {
            let id = row_id(db, &who)?;
            let done = work(db, id)?;
            sign(db, id)?;
            Ok(done)
        };
        self.write_identities(work).await
    }

    /// Takes something away from an identity, or all of it. One that somebody else has changed stays one that is not believed.
    pub(in crate::sqlite) async fn remove_of<T: Send + 'static>(
        &self,
        who: &IdentityName,
        work: impl FnOnce(&Connection, i64) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let who = who.clone();
        let work = move |db: &Connection| {
            let (id, is_whole) = any_row_id(db, &who)?;
            let done = work(db, id)?;
            if is_whole {
                sign(db, id)?;
            }
            Ok(done)
        };
        self.write_identities(work).await
    }

    /// A read about an identity that is there.
    pub(super) async fn read_of<T: Send + 'static>(
        &self,
        who: &IdentityName,
        work: impl FnOnce(&Connection, i64) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let who = who.clone();
        self.main.read(move |db| work(db, row_id(db, &who)?)).await
    }
}
