//! Items of IAM in SQLite.

use super::identity::row_id;
use super::signature::{changed, is_whole, sign_rows};
use super::{Sqlite, one_more, signed, unsigned};
use crate::{IamItem, IamItemStore, IdentityName, ItemKind, Page, StoreError, Thing};
use async_trait::async_trait;
use domain::{AccountId, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params};

const NO_ITEM: StoreError = StoreError::NotFound(Thing::Item);
const TWIN: StoreError = StoreError::AlreadyExists(Thing::Item);

const COLUMNS: &str = concat!(
    "id, (SELECT name FROM identity WHERE identity.id = iam_item.owner), created, record, secret, revision, ",
    is_whole!(iam_item)
);

/// `None` where the row was changed outside of this server.
fn from_row(account: &AccountId, kind: ItemKind, row: &Row<'_>) -> rusqlite::Result<Option<IamItem>> {
    if !row.get::<_, bool>(6)? {
        return Ok(None);
    }
    Ok(Some(IamItem {
        account: account.clone(),
        kind,
        id: row.get(0)?,
        user: row.get(1)?,
        created: Timestamp(row.get(2)?),
        record: row.get(3)?,
        secret: row.get(4)?,
        revision: unsigned(row.get(5)?),
    }))
}

/// The user who has an item, as a row.
fn owner(db: &Connection, item: &IamItem) -> Result<Option<i64>, StoreError> {
    item.user.as_ref().map(|user| row_id(db, &IdentityName::user(&item.account, user))).transpose()
}

fn sign(db: &Connection, item: &IamItem) -> Result<(), StoreError> {
    let sql = concat!(sign_rows!(iam_item), "WHERE account = ? AND kind = ? AND id = ?");
    db.prepare_cached(sql)?.execute(params![item.account.as_str(), item.kind.word(), item.id])?;
    Ok(())
}

fn insert(db: &Connection, item: &IamItem, max: usize) -> Result<(), StoreError> {
    let owner = owner(db, item)?;
    let (account, kind) = (item.account.as_str(), item.kind.word());
    let sql = "INSERT INTO iam_item (account, kind, id, folded_id, owner, created, record, secret, revision)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT DO NOTHING";
    let row = params![
        account,
        kind,
        item.id,
        item.id.to_lowercase(),
        owner,
        item.created.0,
        item.record,
        item.secret
    ];
    if db.prepare_cached(sql)?.execute(row)? == 0 {
        return Err(TWIN);
    }
    sign(db, item)?;
    let sql = "SELECT count(*) FROM iam_item WHERE account = ?1 AND kind = ?2 AND (?3 IS NULL OR owner = ?3)";
    let count: i64 = db.prepare_cached(sql)?.query_row(params![account, kind, owner], |row| row.get(0))?;
    if unsigned(count) > max as u64 { Err(StoreError::LimitExceeded(max)) } else { Ok(()) }
}

fn replace(db: &Connection, id: &str, item: &IamItem) -> Result<(), StoreError> {
    let (account, kind) = (item.account.as_str(), item.kind.word());
    let sql = "SELECT revision FROM iam_item WHERE account = ? AND kind = ? AND id = ?";
    let found: Option<i64> =
        db.prepare_cached(sql)?.query_row(params![account, kind, id], |row| row.get(0)).optional()?;
    if unsigned(found.ok_or(NO_ITEM)?) != item.revision {
        return Err(StoreError::RevisionMismatch);
    }
    let folded = item.id.to_lowercase();
    let sql =
        "SELECT EXISTS (SELECT 1 FROM iam_item WHERE account = ? AND kind = ? AND folded_id = ? AND id <> ?)";
    if db.prepare_cached(sql)?.query_row(params![account, kind, folded, id], |row| row.get(0))? {
        return Err(TWIN);
    }
    let sql = "UPDATE iam_item SET id = ?, folded_id = ?, owner = ?, record = ?, secret = ?, revision = ?
        WHERE account = ? AND kind = ? AND id = ?";
    let revision = signed(item.revision.saturating_add(1));
    let owner = owner(db, item)?;
    let row = params![item.id, folded, owner, item.record, item.secret, revision, account, kind, id];
    db.prepare_cached(sql)?.execute(row)?;
    sign(db, item)
}

#[async_trait]
impl IamItemStore for Sqlite {
    async fn create_item(&self, item: IamItem, max: usize) -> Result<(), StoreError> {
        self.main.write(move |db| insert(db, &item, max)).await
    }

    async fn item(
        &self,
        account: &AccountId,
        kind: ItemKind,
        id: &str,
    ) -> Result<Option<IamItem>, StoreError> {
        let (account, id) = (account.clone(), id.to_owned());
        let work = move |db: &Connection| {
            let sql = format!("SELECT {COLUMNS} FROM iam_item WHERE account = ? AND kind = ? AND id = ?");
            let row = params![account.as_str(), kind.word(), id];
            let found = db.prepare_cached(&sql)?.query_row(row, |row| from_row(&account, kind, row));
            match found.optional()? {
                Some(None) => Err(changed(format_args!("the {} {id}", kind.word()))),
                found => Ok(found.flatten()),
            }
        };
        self.main.read(work).await
    }

    async fn items(
        &self,
        account: &AccountId,
        kind: ItemKind,
        user: Option<&str>,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<IamItem>, StoreError> {
        let (account, user) = (account.clone(), user.map(str::to_owned));
        let after = after.unwrap_or_default().to_owned();
        let work = move |db: &Connection| {
            let owner = user.map(|user| row_id(db, &IdentityName::user(&account, &user))).transpose()?;
            let sql = format!(
                "SELECT {COLUMNS} FROM iam_item WHERE account = ?1 AND kind = ?2 AND id > ?3
                    AND (?4 IS NULL OR owner = ?4) ORDER BY id LIMIT ?5"
            );
            let values: [&dyn ToSql; 5] = [&account.as_str(), &kind.word(), &after, &owner, &one_more(limit)];
            let mut statement = db.prepare_cached(&sql)?;
            let rows = statement.query_map(&values[..], |row| from_row(&account, kind, row))?;
            Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
        };
        let page = Page::cut(self.main.read(work).await?, limit);
        Ok(Page { items: page.items.into_iter().flatten().collect(), more: page.more })
    }

    async fn replace_item(&self, id: &str, item: IamItem) -> Result<(), StoreError> {
        let id = id.to_owned();
        self.main.write(move |db| replace(db, &id, &item)).await
    }

    async fn delete_item(&self, account: &AccountId, kind: ItemKind, id: &str) -> Result<(), StoreError> {
        let (account, id) = (account.clone(), id.to_owned());
        let work = move |db: &Connection| {
            let sql = "DELETE FROM iam_item WHERE account = ? AND kind = ? AND id = ?";
            match db.prepare_cached(sql)?.execute(params![account.as_str(), kind.word(), id])? {
                0 => Err(NO_ITEM),
                _ => Ok(()),
            }
        };
        self.main.write(work).await
    }
}
