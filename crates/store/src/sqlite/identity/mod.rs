//! Users, groups and roles in SQLite.

mod principal;
mod rows;

pub(super) use rows::{
    COLUMNS, WHOLE, any_row_id, changed_identity, identity_from_row, role_by_id, row_id, sign,
};

use super::managed_policies::check_attachable;
use super::{Sqlite, unsigned};
use crate::{
    Conflict, Identity, IdentityKind, IdentityName, IdentityStore, Page, PrincipalPolicies, Role, RoleChange,
    StoreError, Thing,
};
use async_trait::async_trait;
use domain::AccountId;
use rows::{OfRole, exists, find, insert, list, read_tags, role_from_row, texts, write_tags};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::{BTreeMap, BTreeSet};

fn with_tags<T>(
    db: &Connection,
    rows: Vec<(i64, T)>,
    put: impl Fn(&mut T, BTreeMap<String, String>),
) -> Result<Vec<T>, StoreError> {
    let each = rows.into_iter().map(|(id, mut item)| {
        put(&mut item, read_tags(db, id)?);
        Ok(item)
    });
    each.collect()
}

/// What keeps an identity from being deleted, in the order in which IAM asks.
const TIES: &[(&str, Conflict)] = &[
    ("SELECT 1 FROM identity_attached_policy WHERE identity = ?", Conflict::AttachedPolicies),
    ("SELECT 1 FROM identity_inline_policy WHERE identity = ?", Conflict::InlinePolicies),
    ("SELECT 1 FROM access_key WHERE owner = ?", Conflict::AccessKeys),
    ("SELECT 1 FROM group_member WHERE in_group = ?1 OR member = ?1", Conflict::Members),
    ("SELECT 1 FROM instance_profile WHERE role = ?", Conflict::InstanceProfile),
    ("SELECT 1 FROM iam_item WHERE owner = ? AND kind = 'login profile'", Conflict::LoginProfile),
    ("SELECT 1 FROM iam_item WHERE owner = ? AND kind = 'mfa device'", Conflict::MfaDevice),
    (
        "SELECT 1 FROM iam_item WHERE owner = ? AND kind = 'signing certificate'",
        Conflict::SigningCertificates,
    ),
    ("SELECT 1 FROM iam_item WHERE owner = ?", Conflict::Referenced),
];

fn rename(
    db: &Connection,
    who: &IdentityName,
    name: Option<&str>,
    path: Option<&str>,
) -> Result<(), StoreError> {
    let id = row_id(db, who)?;
    let (name, taken) = (
        name.unwrap_or(&who.name),
        "SELECT 1 FROM identity WHERE account = ?1 AND kind = ?2
        AND (name = ?3 OR folded_name = ?4) AND id <> ?5",
    );
    let folded = name.to_lowercase();
    if exists(db, taken, &[&who.account.as_str(), &who.kind.word(), &name, &folded, &id])? {
        return Err(StoreError::AlreadyExists(who.kind.thing()));
    }
    let sql = "UPDATE identity SET name = ?, folded_name = ?, path = ifnull(?, path) WHERE id = ?";
    db.prepare_cached(sql)?.execute(params![name, folded, path, id])?;
    sign(db, id)
}

/// Characters of all inline policies of an identity, white space not counted.
fn inline_characters(db: &Connection, id: i64) -> Result<usize, StoreError> {
    let mut statement =
        db.prepare_cached("SELECT document FROM identity_inline_policy WHERE identity = ?")?;
    let mut rows = statement.query([id])?;
    let mut sum = 0;
    while let Some(row) = rows.next()? {
        let document = row.get_ref(0)?.as_str().map_err(|e| StoreError::Corrupt(e.to_string()))?;
        sum += document.chars().filter(|c| !c.is_whitespace()).count();
    }
    Ok(sum)
}

#[async_trait]
impl IdentityStore for Sqlite {
    fn identity_revision(&self) -> u64 {
        self.identities.load(std::sync::atomic::Ordering::Acquire)
    }

    async fn principal_policies(&self, who: &IdentityName) -> Result<Option<PrincipalPolicies>, StoreError> {
        let (who, revision) = (who.clone(), self.identity_revision());
        self.main.read(move |db| principal::read(db, &who, revision)).await
    }

    async fn create_identity(&self, identity: Identity) -> Result<(), StoreError> {
        self.write_identities(move |db| insert(db, &identity, None)).await
    }

    async fn identity(&self, who: &IdentityName) -> Result<Option<Identity>, StoreError> {
        let who = who.clone();
        let work = move |db: &Connection| {
            let found = find(db, &who, |row| identity_from_row(&who.account, who.kind, row))?;
            let tagged = with_tags(db, found.into_iter().collect(), |identity, tags| identity.tags = tags);
            Ok(tagged?.pop())
        };
        self.main.read(work).await
    }

    async fn list_identities(
        &self,
        account: &AccountId,
        kind: IdentityKind,
        path_prefix: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<Identity>, StoreError> {
        let (account, prefix) = (account.clone(), path_prefix.to_owned());
        let after = after.unwrap_or_default().to_owned();
        let work = move |db: &Connection| {
            let from_row = |row: &rusqlite::Row<'_>| identity_from_row(&account, kind, row);
            let rows = list(db, &account, kind, (&prefix, &after, limit), from_row)?;
            with_tags(db, rows, |identity, tags| identity.tags = tags)
        };
        Ok(Page::cut(self.main.read(work).await?, limit))
    }

    async fn rename_identity(
        &self,
        who: &IdentityName,
        name: Option<&str>,
        path: Option<&str>,
    ) -> Result<(), StoreError> {
        let (who, name, path) = (who.clone(), name.map(str::to_owned), path.map(str::to_owned));
        self.write_identities(move |db| rename(db, &who, name.as_deref(), path.as_deref())).await
    }

    async fn delete_identity(&self, who: &IdentityName) -> Result<(), StoreError> {
        let work = |db: &Connection, id: i64| {
            for (tie, conflict) in TIES {
                if exists(db, tie, &[&id])? {
                    return Err(conflict.clone().into());
                }
            }
            db.prepare_cached("DELETE FROM identity WHERE id = ?")?.execute([id])?;
            Ok(())
        };
        self.remove_of(who, work).await
    }

    async fn put_identity_tags(
        &self,
        who: &IdentityName,
        tags: BTreeMap<String, String>,
        max_tags: usize,
    ) -> Result<(), StoreError> {
        let work = move |db: &Connection, id| {
            let folded: BTreeSet<String> = tags.keys().map(|key| key.to_lowercase()).collect();
            let replaced = |key: &&String| folded.contains(&key.to_lowercase()) && !tags.contains_key(*key);
            let mut remove = db.prepare_cached("DELETE FROM identity_tag WHERE identity = ? AND key = ?")?;
            for key in read_tags(db, id)?.keys().filter(replaced) {
                remove.execute(params![id, key])?;
            }
            write_tags(db, id, &tags)?;
            let count = read_tags(db, id)?.len();
            if count > max_tags { Err(StoreError::LimitExceeded(max_tags)) } else { Ok(()) }
        };
        self.write_of(who, work).await
    }

    async fn remove_identity_tags(&self, who: &IdentityName, keys: &[String]) -> Result<(), StoreError> {
        let keys = keys.to_vec();
        let work = move |db: &Connection, id| {
            let mut statement =
                db.prepare_cached("DELETE FROM identity_tag WHERE identity = ? AND key = ?")?;
            for key in &keys {
                statement.execute(params![id, key])?;
            }
            Ok(())
        };
        self.remove_of(who, work).await
    }

    async fn set_boundary(&self, who: &IdentityName, policy_arn: Option<&str>) -> Result<(), StoreError> {
        let (arn, owner) = (policy_arn.map(str::to_owned), who.account.to_string());
        let work = move |db: &Connection, id: i64| {
            if let Some(arn) = &arn {
                check_attachable(db, &owner, arn)?;
            }
            db.prepare_cached("UPDATE identity SET boundary = ? WHERE id = ?")?.execute(params![arn, id])?;
            Ok(())
        };
        self.write_of(who, work).await
    }

    async fn create_role(&self, role: Role) -> Result<(), StoreError> {
        let work = move |db: &Connection| {
            let of_role = OfRole(&role.assume_role_document, role.description.as_deref(), role.max_session_s);
            let identity = Identity {
                account: role.account,
                kind: IdentityKind::Role,
                partition: role.partition,
                path: role.path,
                name: role.name,
                id: role.id,
                created: role.created,
                boundary: role.boundary,
                tags: role.tags,
            };
            insert(db, &identity, Some(&of_role))
        };
        self.write_identities(work).await
    }

    async fn role(&self, account: &AccountId, name: &str) -> Result<Option<Role>, StoreError> {
        let who = IdentityName::role(account, name);
        let work = move |db: &Connection| {
            let found = find(db, &who, |row| role_from_row(&who.account, row))?;
            Ok(with_tags(db, found.into_iter().collect(), |role, tags| role.tags = tags)?.pop())
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
            let from_row = |row: &rusqlite::Row<'_>| role_from_row(&account, row);
            let rows = list(db, &account, IdentityKind::Role, (&prefix, &after, limit), from_row)?;
            with_tags(db, rows, |role, tags| role.tags = tags)
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
            let sql = "UPDATE identity SET trust = ifnull(?, trust),
                description = ifnull(?, description), max_session_s = ifnull(?, max_session_s) WHERE id = ?";
            let RoleChange { assume_role_document, description, max_session_s } = change;
            db.prepare_cached(sql)?.execute(params![assume_role_document, description, max_session_s, id])?;
            Ok(())
        };
        self.write_of(&IdentityName::role(account, name), work).await
    }

    async fn attach_policy(
        &self,
        who: &IdentityName,
        policy_arn: &str,
        max_attached: usize,
    ) -> Result<(), StoreError> {
        let (arn, owner) = (policy_arn.to_owned(), who.account.to_string());
        let work = move |db: &Connection, id: i64| {
            check_attachable(db, &owner, &arn)?;
            let sql =
                "INSERT INTO identity_attached_policy (identity, arn) VALUES (?, ?) ON CONFLICT DO NOTHING";
            db.prepare_cached(sql)?.execute(params![id, arn])?;
            let sql = "SELECT count(*) FROM identity_attached_policy WHERE identity = ?";
            let count: i64 = db.prepare_cached(sql)?.query_row([id], |row| row.get(0))?;
            if unsigned(count) > max_attached as u64 {
                Err(StoreError::LimitExceeded(max_attached))
            } else {
                Ok(())
            }
        };
        self.write_of(who, work).await
    }

    async fn detach_policy(&self, who: &IdentityName, policy_arn: &str) -> Result<(), StoreError> {
        let arn = policy_arn.to_owned();
        let work = move |db: &Connection, id: i64| {
            let sql = "DELETE FROM identity_attached_policy WHERE identity = ? AND arn = ?";
            let removed = db.prepare_cached(sql)?.execute(params![id, arn])?;
            if removed == 0 { Err(StoreError::NotFound(Thing::Policy)) } else { Ok(()) }
        };
        self.remove_of(who, work).await
    }

    async fn attached_policies(
        &self,
        who: &IdentityName,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<String>, StoreError> {
        let after = after.unwrap_or_default().to_owned();
        let sql =
            "SELECT arn FROM identity_attached_policy WHERE identity = ? AND arn > ? ORDER BY arn LIMIT ?";
        self.read_of(who, move |db, id| texts(db, sql, id, &after, limit)).await
    }

    async fn put_inline_policy(
        &self,
        who: &IdentityName,
        policy: &str,
        document: &str,
        max_characters: usize,
    ) -> Result<(), StoreError> {
        let (policy, document) = (policy.to_owned(), document.to_owned());
        let work = move |db: &Connection, id: i64| {
            let sql = "INSERT INTO identity_inline_policy (identity, name, document) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET document = excluded.document";
            db.prepare_cached(sql)?.execute(params![id, policy, document])?;
            match inline_characters(db, id)? > max_characters {
                true => Err(StoreError::LimitExceeded(max_characters)),
                false => Ok(()),
            }
        };
        self.write_of(who, work).await
    }

    async fn inline_policy(&self, who: &IdentityName, policy: &str) -> Result<Option<String>, StoreError> {
        let policy = policy.to_owned();
        let work = move |db: &Connection, id: i64| {
            let sql = "SELECT document FROM identity_inline_policy WHERE identity = ? AND name = ?";
            Ok(db.prepare_cached(sql)?.query_row(params![id, policy], |row| row.get(0)).optional()?)
        };
        self.read_of(who, work).await
    }

    async fn delete_inline_policy(&self, who: &IdentityName, policy: &str) -> Result<(), StoreError> {
        let policy = policy.to_owned();
        let work = move |db: &Connection, id: i64| {
            let sql = "DELETE FROM identity_inline_policy WHERE identity = ? AND name = ?";
            let removed = db.prepare_cached(sql)?.execute(params![id, policy])?;
            if removed == 0 { Err(StoreError::NotFound(Thing::Policy)) } else { Ok(()) }
        };
        self.remove_of(who, work).await
    }

    async fn inline_policies(
        &self,
        who: &IdentityName,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<String>, StoreError> {
        let after = after.unwrap_or_default().to_owned();
        let sql =
            "SELECT name FROM identity_inline_policy WHERE identity = ? AND name > ? ORDER BY name LIMIT ?";
        self.read_of(who, move |db, id| texts(db, sql, id, &after, limit)).await
    }
}
