//! Roles in SQLite.

use super::{Sqlite, one_more, unsigned};
use crate::{Conflict, IdentityStore, Page, Role, RoleChange, StoreError, Thing};
use async_trait::async_trait;
use domain::{AccountId, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::BTreeMap;

const COLUMNS: &str =
    "id, partition, path, name, role_id, assume_role_document, description, max_session_s, created";

/// The row of a role, or `NotFound`.
fn row_id(db: &Connection, account: &str, name: &str) -> Result<i64, StoreError> {
    let sql = "SELECT id FROM role WHERE account = ? AND name = ?";
    let id = db.prepare_cached(sql)?.query_row(params![account, name], |row| row.get(0)).optional()?;
    id.ok_or(StoreError::NotFound(Thing::Role))
}

fn from_row(account: &AccountId, row: &Row<'_>) -> rusqlite::Result<(i64, Role)> {
    let role = Role {
        account: account.clone(),
        partition: row.get(1)?,
        path: row.get(2)?,
        name: row.get(3)?,
        id: row.get(4)?,
        assume_role_document: row.get(5)?,
        description: row.get(6)?,
        max_session_s: row.get(7)?,
        created: Timestamp(row.get(8)?),
        tags: BTreeMap::new(),
    };
    Ok((row.get(0)?, role))
}

fn read_tags(db: &Connection, id: i64) -> Result<BTreeMap<String, String>, StoreError> {
    let mut statement = db.prepare_cached("SELECT key, value FROM role_tag WHERE role = ?")?;
    let rows = statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn write_tags(db: &Connection, id: i64, tags: &BTreeMap<String, String>) -> Result<(), StoreError> {
    let sql = "INSERT INTO role_tag (role, key, value) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET value = excluded.value";
    let mut statement = db.prepare_cached(sql)?;
    for (key, value) in tags {
        statement.execute(params![id, key, value])?;
    }
    Ok(())
}

fn with_tags(db: &Connection, rows: Vec<(i64, Role)>) -> Result<Vec<Role>, StoreError> {
    rows.into_iter().map(|(id, role)| Ok(Role { tags: read_tags(db, id)?, ..role })).collect()
}

fn insert(db: &Connection, role: &Role) -> Result<(), StoreError> {
    let sql = "INSERT INTO role (account, name, folded_name, path, partition, role_id, assume_role_document,
            description, max_session_s, created)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    let added = db.prepare_cached(sql)?.execute(params![
        role.account.as_str(),
        role.name,
        role.name.to_lowercase(),
        role.path,
        role.partition,
        role.id,
        role.assume_role_document,
        role.description,
        role.max_session_s,
        role.created.0,
    ])?;
    if added == 0 {
        return Err(StoreError::AlreadyExists(Thing::Role));
    }
    write_tags(db, db.last_insert_rowid(), &role.tags)
}

fn exists(db: &Connection, sql: &str, role: i64) -> Result<bool, StoreError> {
    Ok(db.prepare_cached(&format!("SELECT EXISTS ({sql})"))?.query_row([role], |row| row.get(0))?)
}

/// Texts in byte order after `after`, from a statement with the role, `after` and a limit.
fn texts(
    db: &Connection,
    sql: &str,
    role: i64,
    after: &str,
    limit: usize,
) -> Result<Page<String>, StoreError> {
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map(params![role, after, one_more(limit)], |row| row.get(0))?;
    Ok(Page::cut(rows.collect::<rusqlite::Result<_>>()?, limit))
}

impl Sqlite {
    async fn write_role<T: Send + 'static>(
        &self,
        account: &AccountId,
        name: &str,
        work: impl FnOnce(&Connection, i64) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (account, name) = (account.to_string(), name.to_owned());
        self.main.write(move |db| work(db, row_id(db, &account, &name)?)).await
    }

    async fn read_role<T: Send + 'static>(
        &self,
        account: &AccountId,
        name: &str,
        work: impl FnOnce(&Connection, i64) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (account, name) = (account.to_string(), name.to_owned());
        self.main.read(move |db| work(db, row_id(db, &account, &name)?)).await
    }
}

#[async_trait]
impl IdentityStore for Sqlite {
    async fn create_role(&self, role: Role) -> Result<(), StoreError> {
        self.main.write(move |db| insert(db, &role)).await
    }

    async fn role(&self, account: &AccountId, name: &str) -> Result<Option<Role>, StoreError> {
        let (account, name) = (account.clone(), name.to_owned());
        let work = move |db: &Connection| {
            let sql = format!("SELECT {COLUMNS} FROM role WHERE account = ? AND name = ?");
            let found = db
                .prepare_cached(&sql)?
                .query_row(params![account.as_str(), name], |row| from_row(&account, row))
                .optional()?;
            Ok(with_tags(db, found.into_iter().collect())?.pop())
        };
        self.main.read(work).await
    }

    async fn list_roles(
        &self,
        account: &AccountId,
        path_prefix: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<Role>, StoreError> {
        let (account, prefix) = (account.clone(), path_prefix.to_owned());
        let after = after.unwrap_or_default().to_owned();
        let work = move |db: &Connection| {
            let sql = format!(
                "SELECT {COLUMNS} FROM role WHERE account = ?1 AND name > ?2
                    AND substr(path, 1, length(?3)) = ?3 ORDER BY name LIMIT ?4"
            );
            let mut statement = db.prepare_cached(&sql)?;
            let values = params![account.as_str(), after, prefix, one_more(limit)];
            let rows = statement.query_map(values, |row| from_row(&account, row))?;
            with_tags(db, rows.collect::<rusqlite::Result<_>>()?)
        };
        Ok(Page::cut(self.main.read(work).await?, limit))
    }

    async fn update_role(
        &self,
        account: &AccountId,
        name: &str,
        change: RoleChange,
    ) -> Result<(), StoreError> {
        let work = move |db: &Connection, id| {
            let sql = "UPDATE role SET assume_role_document = ifnull(?, assume_role_document),
                description = ifnull(?, description), max_session_s = ifnull(?, max_session_s) WHERE id = ?";
            let RoleChange { assume_role_document, description, max_session_s } = change;
            db.prepare_cached(sql)?.execute(params![assume_role_document, description, max_session_s, id])?;
            Ok(())
        };
        self.write_role(account, name, work).await
    }

    async fn delete_role(&self, account: &AccountId, name: &str) -> Result<(), StoreError> {
        let work = |db: &Connection, id| {
            if exists(db, "SELECT 1 FROM role_attached_policy WHERE role = ?", id)? {
                return Err(Conflict::AttachedPolicies.into());
            }
            if exists(db, "SELECT 1 FROM role_inline_policy WHERE role = ?", id)? {
                return Err(Conflict::InlinePolicies.into());
            }
            db.prepare_cached("DELETE FROM role WHERE id = ?")?.execute([id])?;
            Ok(())
        };
        self.write_role(account, name, work).await
    }

    async fn put_role_tags(
        &self,
        account: &AccountId,
        name: &str,
        tags: BTreeMap<String, String>,
        max_tags: usize,
    ) -> Result<(), StoreError> {
        let work = move |db: &Connection, id| {
            write_tags(db, id, &tags)?;
            let count = read_tags(db, id)?.len();
            if count > max_tags { Err(StoreError::LimitExceeded(max_tags)) } else { Ok(()) }
        };
        self.write_role(account, name, work).await
    }

    async fn remove_role_tags(
        &self,
        account: &AccountId,
        name: &str,
        keys: &[String],
    ) -> Result<(), StoreError> {
        let keys = keys.to_vec();
        let work = move |db: &Connection, id| {
            let mut statement = db.prepare_cached("DELETE FROM role_tag WHERE role = ? AND key = ?")?;
            for key in &keys {
                statement.execute(params![id, key])?;
            }
            Ok(())
        };
        self.write_role(account, name, work).await
    }

    async fn attach_policy(
        &self,
        account: &AccountId,
        role: &str,
        policy_arn: &str,
        max_attached: usize,
    ) -> Result<(), StoreError> {
        let arn = policy_arn.to_owned();
        let work = move |db: &Connection, id: i64| {
            let sql = "INSERT INTO role_attached_policy (role, arn) VALUES (?, ?) ON CONFLICT DO NOTHING";
            db.prepare_cached(sql)?.execute(params![id, arn])?;
            let sql = "SELECT count(*) FROM role_attached_policy WHERE role = ?";
            let count: i64 = db.prepare_cached(sql)?.query_row([id], |row| row.get(0))?;
            if unsigned(count) > max_attached as u64 {
                Err(StoreError::LimitExceeded(max_attached))
            } else {
                Ok(())
            }
        };
        self.write_role(account, role, work).await
    }

    async fn detach_policy(
        &self,
        account: &AccountId,
        role: &str,
        policy_arn: &str,
    ) -> Result<(), StoreError> {
        let arn = policy_arn.to_owned();
        let work = move |db: &Connection, id: i64| {
            let sql = "DELETE FROM role_attached_policy WHERE role = ? AND arn = ?";
            let removed = db.prepare_cached(sql)?.execute(params![id, arn])?;
            if removed == 0 { Err(StoreError::NotFound(Thing::Policy)) } else { Ok(()) }
        };
        self.write_role(account, role, work).await
    }

    async fn attached_policies(
        &self,
        account: &AccountId,
        role: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<String>, StoreError> {
        let after = after.unwrap_or_default().to_owned();
        let sql = "SELECT arn FROM role_attached_policy WHERE role = ? AND arn > ? ORDER BY arn LIMIT ?";
        self.read_role(account, role, move |db, id| texts(db, sql, id, &after, limit)).await
    }

    async fn put_inline_policy(
        &self,
        account: &AccountId,
        role: &str,
        policy: &str,
        document: &str,
    ) -> Result<(), StoreError> {
        let (policy, document) = (policy.to_owned(), document.to_owned());
        let work = move |db: &Connection, id: i64| {
            let sql = "INSERT INTO role_inline_policy (role, name, document) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET document = excluded.document";
            db.prepare_cached(sql)?.execute(params![id, policy, document])?;
            Ok(())
        };
        self.write_role(account, role, work).await
    }

    async fn inline_policy(
        &self,
        account: &AccountId,
        role: &str,
        policy: &str,
    ) -> Result<Option<String>, StoreError> {
        let policy = policy.to_owned();
        let work = move |db: &Connection, id: i64| {
            let sql = "SELECT document FROM role_inline_policy WHERE role = ? AND name = ?";
            Ok(db.prepare_cached(sql)?.query_row(params![id, policy], |row| row.get(0)).optional()?)
        };
        self.read_role(account, role, work).await
    }

    async fn delete_inline_policy(
        &self,
        account: &AccountId,
        role: &str,
        policy: &str,
    ) -> Result<(), StoreError> {
        let policy = policy.to_owned();
        let work = move |db: &Connection, id: i64| {
            let sql = "DELETE FROM role_inline_policy WHERE role = ? AND name = ?";
            let removed = db.prepare_cached(sql)?.execute(params![id, policy])?;
            if removed == 0 { Err(StoreError::NotFound(Thing::Policy)) } else { Ok(()) }
        };
        self.write_role(account, role, work).await
    }

    async fn inline_policies(
        &self,
        account: &AccountId,
        role: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<String>, StoreError> {
        let after = after.unwrap_or_default().to_owned();
        let sql = "SELECT name FROM role_inline_policy WHERE role = ? AND name > ? ORDER BY name LIMIT ?";
        self.read_role(account, role, move |db, id| texts(db, sql, id, &after, limit)).await
    }
}
