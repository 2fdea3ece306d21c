//! Managed policies in SQLite.

use super::identity::WHOLE as WHOLE_IDENTITY;
use super::signature::{changed, is_whole, sign_rows};
use super::{Sqlite, one_more, unsigned};
use crate::{
    Conflict, HolderFilter, IdentityKind, ManagedPolicy, Page, PolicyFilter, PolicyHolder, PolicyStore,
    PolicyUse, PolicyVersion, StoreError, Thing, aws_policy,
};
use async_trait::async_trait;
use domain::{AccountId, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::BTreeMap;
use std::sync::Arc;

const COLUMNS: &str = "id, partition, path, name, policy_id, description, default_version, created, updated,
    (SELECT count(*) FROM identity_attached_policy WHERE arn =
        'arn:' || partition || ':iam::' || account || ':policy' || path || managed_policy.name) AS attached,
    (SELECT count(*) FROM identity WHERE boundary =
        'arn:' || managed_policy.partition || ':iam::' || managed_policy.account || ':policy' || managed_policy.path
        || managed_policy.name) AS bounds";

/// Whether a policy, its versions and its tags are as they were written.
const WHOLE: &str = is_whole!(managed_policy);

const NO_POLICY: StoreError = StoreError::NotFound(Thing::Policy);

/// The row of a policy, or `NotFound`. An error where somebody else has changed it or one of its versions.
fn row_id(db: &Connection, account: &str, name: &str) -> Result<i64, StoreError> {
    match any_row_id(db, account, name)? {
        (id, true) => Ok(id),
        (_, false) => Err(changed(format_args!("policy {name}"))),
    }
}

/// The same of any, and whether it is whole.
fn any_row_id(db: &Connection, account: &str, name: &str) -> Result<(i64, bool), StoreError> {
    let sql = concat!(
        "SELECT id, ",
        is_whole!(managed_policy),
        " FROM managed_policy WHERE account = ? AND name = ?"
    );
    let row = params![account, name];
    let found = db.prepare_cached(sql)?.query_row(row, |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    found.ok_or(NO_POLICY)
}

/// Signs a policy with its versions as they are now.
fn sign(db: &Connection, id: i64) -> Result<(), StoreError> {
    db.prepare_cached(concat!(sign_rows!(managed_policy), "WHERE id = ?"))?.execute([id])?;
    Ok(())
}

fn from_row(account: &AccountId, row: &Row<'_>) -> rusqlite::Result<(i64, ManagedPolicy)> {
    let policy = ManagedPolicy {
        account: account.clone(),
        partition: row.get(1)?,
        path: row.get(2)?,
        name: row.get(3)?,
        id: row.get(4)?,
        description: row.get(5)?,
        default_version: row.get(6)?,
        created: Timestamp(row.get(7)?),
        updated: Timestamp(row.get(8)?),
        tags: BTreeMap::new(),
        attached: unsigned(row.get(9)?),
        bounds: unsigned(row.get(10)?),
    };
    Ok((row.get(0)?, policy))
}

fn read_tags(db: &Connection, id: i64) -> Result<BTreeMap<String, String>, StoreError> {
    let mut statement = db.prepare_cached("SELECT key, value FROM managed_policy_tag WHERE policy = ?")?;
    let rows = statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn write_tags(db: &Connection, id: i64, tags: &BTreeMap<String, String>) -> Result<(), StoreError> {
    let sql = "INSERT INTO managed_policy_tag (policy, key, value) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET value = excluded.value";
    let mut statement = db.prepare_cached(sql)?;
    for (key, value) in tags {
        statement.execute(params![id, key, value])?;
    }
    Ok(())
}

fn insert(db: &Connection, policy: &ManagedPolicy, document: &str) -> Result<(), StoreError> {
    let sql =
        "INSERT INTO managed_policy (account, name, folded_name, path, partition, policy_id, description,
            default_version, last_version, created, updated)
        VALUES (?, ?, ?, ?, ?, ?, ?, 1, 1, ?, ?) ON CONFLICT DO NOTHING";
    let added = db.prepare_cached(sql)?.execute(params![
        policy.account.as_str(),
        policy.name,
        policy.name.to_lowercase(),
        policy.path,
        policy.partition,
        policy.id,
        policy.description,
        policy.created.0,
        policy.updated.0,
    ])?;
    if added == 0 {
        return Err(StoreError::AlreadyExists(Thing::Policy));
    }
    let id = db.last_insert_rowid();
    write_tags(db, id, &policy.tags)?;
    insert_version(db, id, 1, document, policy.created)?;
    sign(db, id)
}

fn insert_version(
    db: &Connection,
    policy: i64,
    version: u32,
    document: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO managed_policy_version (policy, version, document, created) VALUES (?, ?, ?, ?)";
    db.prepare_cached(sql)?.execute(params![policy, version, document, now.0])?;
    Ok(())
}

fn count_versions(db: &Connection, policy: i64) -> Result<usize, StoreError> {
    let sql = "SELECT count(*) FROM managed_policy_version WHERE policy = ?";
    let count: i64 = db.prepare_cached(sql)?.query_row([policy], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or_default())
}

fn check_version(db: &Connection, policy: i64, version: u32) -> Result<(), StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM managed_policy_version WHERE policy = ? AND version = ?)";
    let exists: bool = db.prepare_cached(sql)?.query_row(params![policy, version], |row| row.get(0))?;
    if exists { Ok(()) } else { Err(StoreError::NotFound(Thing::Version)) }
}

fn set_default(db: &Connection, policy: i64, version: u32, now: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE managed_policy SET default_version = ?, updated = ? WHERE id = ?";
    db.prepare_cached(sql)?.execute(params![version, now.0, policy])?;
    Ok(())
}

fn add_version(
    db: &Connection,
    policy: i64,
    document: &str,
    now: Timestamp,
    default: bool,
    max_versions: usize,
) -> Result<u32, StoreError> {
    if count_versions(db, policy)? >= max_versions {
        return Err(StoreError::LimitExceeded(max_versions));
    }
    let sql = "UPDATE managed_policy SET last_version = last_version + 1, updated = ? WHERE id = ?
        RETURNING last_version";
    let version = db.prepare_cached(sql)?.query_row(params![now.0, policy], |row| row.get(0))?;
    insert_version(db, policy, version, document, now)?;
    if default {
        set_default(db, policy, version, now)?;
    }
    Ok(version)
}

fn delete(db: &Connection, account: &AccountId, name: &str) -> Result<(), StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM managed_policy WHERE account = ? AND name = ?");
    let found = db
        .prepare_cached(&sql)?
        .query_row(params![account.as_str(), name], |row| from_row(account, row))
        .optional()?;
    let (id, policy) = found.ok_or(NO_POLICY)?;
    if policy.attached > 0 || policy.bounds > 0 {
        return Err(Conflict::InUse.into());
    }
    if count_versions(db, id)? > 1 {
        return Err(Conflict::Versions.into());
    }
    db.prepare_cached("DELETE FROM managed_policy WHERE id = ?")?.execute([id])?;
    Ok(())
}

fn delete_version(db: &Connection, policy: i64, version: u32) -> Result<(), StoreError> {
    check_version(db, policy, version)?;
    let sql = "DELETE FROM managed_policy_version WHERE policy = ?1 AND version = ?2
        AND version <> (SELECT default_version FROM managed_policy WHERE id = ?1)";
    match db.prepare_cached(sql)?.execute(params![policy, version])? {
        0 => Err(Conflict::DefaultVersion.into()),
        _ => Ok(()),
    }
}

/// Whether an account's policy that is to be attached is there. Those of AWS are not kept.
pub(super) fn check_attachable(db: &Connection, account: &str, arn: &str) -> Result<(), StoreError> {
    let fields: Vec<&str> = arn.splitn(6, ':').collect();
    let ["arn", _, "iam", "", owner, resource] = *fields.as_slice() else { return Ok(()) };
    if owner == "aws" {
        return Ok(());
    }
    let name = resource.rsplit('/').next().unwrap_or_default();
    let sql = "SELECT 'arn:' || partition || ':iam::' || account || ':policy' || path || name = ?3
        FROM managed_policy WHERE account = ?1 AND name = ?2";
    let same = db.prepare_cached(sql)?.query_row(params![account, name, arn], |row| row.get(0)).optional()?;
    if same == Some(true) { Ok(()) } else { Err(NO_POLICY) }
}

/// The document that counts of a policy, if it is known.
pub(super) fn default_document(
    db: &Connection,
    account: &str,
    arn: &str,
) -> Result<Option<Arc<str>>, StoreError> {
    if let Some(policy) = aws_policy(arn) {
        return Ok(Some(policy.document_in(arn)));
    }
    let name = arn.rsplit('/').next().unwrap_or_default();
    let sql = concat!(
        "SELECT v.document, ",
        is_whole!(managed_policy),
        " FROM managed_policy JOIN managed_policy_version AS v ON v.policy = managed_policy.id AND v.version = default_version
        WHERE account = ?1 AND name = ?2 AND 'arn:' || partition || ':iam::' || account || ':policy' || path || name = ?3"
    );
    let read = |row: &Row<'_>| Ok((row.get::<_, String>(0)?, row.get(1)?));
    match db.prepare_cached(sql)?.query_row(params![account, name, arn], read).optional()? {
        Some((_, false)) => Err(changed(format_args!("policy {name}"))),
        Some((document, true)) => Ok(Some(Arc::from(document))),
        None => Ok(None),
    }
}

impl Sqlite {
    async fn write_policy<T: Send + 'static>(
        &self,
        account: &AccountId,
        name: &str,
        work: impl FnOnce(&Connection, i64) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (account, name) = (account.to_string(), name.to_owned());
        let work = move |db: &Connection| {
            let id = row_id(db, &account, &name)?;
            let done = work(db, id)?;
            sign(db, id)?;
            Ok(done)
        };
        self.write_identities(work).await
    }

    /// The same of what takes away: one that somebody else has changed stays one that is not believed.
    async fn remove_of_policy(
        &self,
        account: &AccountId,
        name: &str,
        work: impl FnOnce(&Connection, i64) -> Result<(), StoreError> + Send + 'static,
    ) -> Result<(), StoreError> {
        let (account, name) = (account.to_string(), name.to_owned());
        let work = move |db: &Connection| {
            let (id, is_whole) = any_row_id(db, &account, &name)?;
            work(db, id)?;
            if is_whole { sign(db, id) } else { Ok(()) }
        };
        self.write_identities(work).await
    }
}

#[async_trait]
impl PolicyStore for Sqlite {
    async fn create_policy(&self, policy: ManagedPolicy, document: String) -> Result<(), StoreError> {
        self.write_identities(move |db| insert(db, &policy, &document)).await
    }

    async fn policy(&self, account: &AccountId, name: &str) -> Result<Option<ManagedPolicy>, StoreError> {
        let (account, name) = (account.clone(), name.to_owned());
        let work = move |db: &Connection| {
            let sql = format!("SELECT {COLUMNS} FROM managed_policy WHERE account = ? AND name = ?");
            let found = db
                .prepare_cached(&sql)?
                .query_row(params![account.as_str(), name], |row| from_row(&account, row))
                .optional()?;
            let Some((_, policy)) = found else { return Ok(None) };
            let id = row_id(db, account.as_str(), &policy.name)?;
            Ok(Some(ManagedPolicy { tags: read_tags(db, id)?, ..policy }))
        };
        self.main.read(work).await
    }

    async fn list_policies(
        &self,
        account: &AccountId,
        filter: PolicyFilter,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<ManagedPolicy>, StoreError> {
        let account = account.clone();
        let after = after.unwrap_or_default().to_owned();
        let work = move |db: &Connection| {
            let used = match filter.used {
                None => "TRUE",
                Some(PolicyUse::Attached) => "attached > 0",
                Some(PolicyUse::Boundary) => "bounds > 0",
                Some(PolicyUse::Either) => "attached + bounds > 0",
            };
            let sql = format!(
                "SELECT * FROM (SELECT {COLUMNS} FROM managed_policy WHERE account = ?1 AND name > ?2
                    AND substr(path, 1, length(?3)) = ?3 AND {WHOLE}) WHERE {used} ORDER BY name LIMIT ?4"
            );
            let mut statement = db.prepare_cached(&sql)?;
            let values = params![account.as_str(), after, filter.path_prefix, one_more(limit)];
            let rows = statement.query_map(values, |row| from_row(&account, row))?;
            Ok(rows.map(|row| row.map(|(_, policy)| policy)).collect::<rusqlite::Result<Vec<_>>>()?)
        };
        Ok(Page::cut(self.main.read(work).await?, limit))
    }

    async fn delete_policy(&self, account: &AccountId, name: &str) -> Result<(), StoreError> {
        let (account, name) = (account.clone(), name.to_owned());
        self.write_identities(move |db| delete(db, &account, &name)).await
    }

    async fn create_policy_version(
        &self,
        account: &AccountId,
        name: &str,
        document: String,
        now: Timestamp,
        default: bool,
        max_versions: usize,
    ) -> Result<u32, StoreError> {
        let work = move |db: &Connection, id| add_version(db, id, &document, now, default, max_versions);
        self.write_policy(account, name, work).await
    }

    async fn policy_versions(
        &self,
        account: &AccountId,
        name: &str,
    ) -> Result<Vec<PolicyVersion>, StoreError> {
        let (account, name) = (account.to_string(), name.to_owned());
        let work = move |db: &Connection| {
            let id = row_id(db, &account, &name)?;
            let sql = "SELECT version, document, created FROM managed_policy_version WHERE policy = ?
                ORDER BY version DESC";
            let mut statement = db.prepare_cached(sql)?;
            let rows = statement.query_map([id], |row| {
                let created = Timestamp(row.get(2)?);
                Ok(PolicyVersion { version: row.get(0)?, document: row.get(1)?, created })
            })?;
            Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
        };
        self.main.read(work).await
    }

    async fn set_default_policy_version(
        &self,
        account: &AccountId,
        name: &str,
        version: u32,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let work = move |db: &Connection, id| {
            check_version(db, id, version)?;
            set_default(db, id, version, now)
        };
        self.write_policy(account, name, work).await
    }

    async fn delete_policy_version(
        &self,
        account: &AccountId,
        name: &str,
        version: u32,
    ) -> Result<(), StoreError> {
        self.remove_of_policy(account, name, move |db, id| delete_version(db, id, version)).await
    }

    async fn put_policy_tags(
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
        self.write_policy(account, name, work).await
    }

    async fn remove_policy_tags(
        &self,
        account: &AccountId,
        name: &str,
        keys: &[String],
    ) -> Result<(), StoreError> {
        let keys = keys.to_vec();
        let work = move |db: &Connection, id| {
            let sql = "DELETE FROM managed_policy_tag WHERE policy = ? AND key = ?";
            let mut statement = db.prepare_cached(sql)?;
            for key in &keys {
                statement.execute(params![id, key])?;
            }
            Ok(())
        };
        self.remove_of_policy(account, name, work).await
    }

    async fn policy_holders(
        &self,
        account: &AccountId,
        arn: &str,
        filter: HolderFilter,
        after: Option<(IdentityKind, &str)>,
        limit: usize,
    ) -> Result<Page<PolicyHolder>, StoreError> {
        let (account, arn) = (account.to_string(), arn.to_owned());
        let (after_kind, after) = after
            .map_or((String::new(), String::new()), |(kind, name)| (kind.word().to_owned(), name.to_owned()));
        let work = move |db: &Connection| {
            let attached =
                "EXISTS (SELECT 1 FROM identity_attached_policy WHERE identity = identity.id AND arn = ?1)";
            let used = match filter.used {
                PolicyUse::Attached => attached.to_owned(),
                PolicyUse::Boundary => "boundary = ?1".to_owned(),
                PolicyUse::Either => format!("({attached} OR boundary = ?1)"),
            };
            let sql = format!(
                "SELECT kind, name, unique_id FROM identity WHERE account = ?2 AND (kind, name) > (?3, ?4)
                    AND (?5 IS NULL OR kind = ?5) AND substr(path, 1, length(?6)) = ?6 AND {used} AND {WHOLE_IDENTITY}
                    ORDER BY kind, name LIMIT ?7"
            );
            let kind = filter.kind.map(IdentityKind::word);
            let mut statement = db.prepare_cached(&sql)?;
            let values = params![arn, account, after_kind, after, kind, filter.path_prefix, one_more(limit)];
            let mut rows = statement.query(values)?;
            let mut holders = Vec::new();
            while let Some(row) = rows.next()? {
                let kind = IdentityKind::of_word(row.get_ref(0)?.as_str().unwrap_or_default());
                let kind = kind.ok_or_else(|| StoreError::Corrupt("an identity's kind".to_owned()))?;
                holders.push(PolicyHolder { kind, name: row.get(1)?, id: row.get(2)? });
            }
            Ok(holders)
        };
        Ok(Page::cut(self.main.read(work).await?, limit))
    }

    async fn policy_uses(&self, account: &AccountId, arn: &str) -> Result<(u64, u64), StoreError> {
        let (account, arn) = (account.to_string(), arn.to_owned());
        let work = move |db: &Connection| {
            let sql = "SELECT (SELECT count(*) FROM identity_attached_policy AS a JOIN identity ON identity.id = a.identity
                    WHERE a.arn = ?1 AND account = ?2),
                (SELECT count(*) FROM identity WHERE boundary = ?1 AND account = ?2)";
            let row = db
                .prepare_cached(sql)?
                .query_row(params![arn, account], |row| Ok((unsigned(row.get(0)?), unsigned(row.get(1)?))))?;
            Ok(row)
        };
        self.main.read(work).await
    }

    async fn managed_document(&self, account: &AccountId, arn: &str) -> Result<Option<Arc<str>>, StoreError> {
        let (account, arn) = (account.to_string(), arn.to_owned());
        self.main.read(move |db| default_document(db, &account, &arn)).await
    }
}
