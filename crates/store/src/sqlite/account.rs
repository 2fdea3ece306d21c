//! Instance profiles, providers of identities and aliases in SQLite.

use super::identity::{WHOLE as WHOLE_ROLE, any_row_id, role_by_id, row_id};
use super::signature::{changed, is_whole, sign_rows};
use super::{Sqlite, one_more, unsigned};
use crate::{
    AccountCounts, AccountStore, Conflict, IdentityName, IdentityProvider, InstanceProfile, Page,
    ProviderChange, StoreError, TagChange, Thing,
};
use async_trait::async_trait;
use domain::{AccountId, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const NO_PROFILE: StoreError = StoreError::NotFound(Thing::InstanceProfile);
const NO_PROVIDER: StoreError = StoreError::NotFound(Thing::IdentityProvider);
const PROFILE: &str = "id, partition, path, name, unique_id, created, tags, role";

fn to_json<T: Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|e| StoreError::Unavailable(e.to_string()))
}

fn from_json<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|e| StoreError::Corrupt(e.to_string()))
}

fn profile_from_row(
    db: &Connection,
    account: &AccountId,
    row: &Row<'_>,
) -> Result<InstanceProfile, StoreError> {
    let role: Option<i64> = row.get(7)?;
    Ok(InstanceProfile {
        account: account.clone(),
        partition: row.get(1)?,
        path: row.get(2)?,
        name: row.get(3)?,
        id: row.get(4)?,
        created: Timestamp(row.get(5)?),
        tags: from_json(&row.get::<_, String>(6)?)?,
        role: role.map(|id| role_by_id(db, account, id)).transpose()?,
    })
}

/// What a write has to know of a profile.
struct Found {
    id: i64,
    role: Option<i64>,
    tags: String,
    is_whole: bool,
}

/// Any profile of that name, or `NotFound`. For what takes away: that can be done to any.
fn any_profile(db: &Connection, account: &AccountId, name: &str) -> Result<Found, StoreError> {
    let sql = concat!(
        "SELECT id, role, tags, ",
        is_whole!(instance_profile),
        " FROM instance_profile WHERE account = ? AND name = ?"
    );
    let read = |row: &Row<'_>| {
        Ok(Found { id: row.get(0)?, role: row.get(1)?, tags: row.get(2)?, is_whole: row.get(3)? })
    };
    let found = db.prepare_cached(sql)?.query_row(params![account.as_str(), name], read).optional()?;
    found.ok_or(NO_PROFILE)
}

/// The same, and an error where somebody else has changed it.
fn profile(db: &Connection, account: &AccountId, name: &str) -> Result<Found, StoreError> {
    let found = any_profile(db, account, name)?;
    if found.is_whole { Ok(found) } else { Err(changed_profile(name)) }
}

fn changed_profile(name: &str) -> StoreError {
    changed(format_args!("instance profile {name}"))
}

/// Signs a profile as it is now: it was whole before, and is changed by this very transaction.
fn sign_profile(db: &Connection, id: i64) -> Result<(), StoreError> {
    db.prepare_cached(concat!(sign_rows!(instance_profile), "WHERE id = ?"))?.execute([id])?;
    Ok(())
}

fn set_role(db: &Connection, profile: &Found, role: Option<i64>) -> Result<(), StoreError> {
    db.prepare_cached("UPDATE instance_profile SET role = ? WHERE id = ?")?
        .execute(params![role, profile.id])?;
    if profile.is_whole { sign_profile(db, profile.id) } else { Ok(()) }
}

/// Those that are whole, with their roles.
fn profiles(
    db: &Connection,
    account: &AccountId,
    filter: &str,
    values: &[&dyn rusqlite::ToSql],
) -> Result<Vec<InstanceProfile>, StoreError> {
    let whole = is_whole!(instance_profile);
    let sql = format!(
        "SELECT {PROFILE} FROM instance_profile WHERE {whole}
            AND (role IS NULL OR (SELECT {WHOLE_ROLE} FROM identity WHERE identity.id = role)) AND {filter}"
    );
    let mut statement = db.prepare_cached(&sql)?;
    let mut rows = statement.query(values)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(profile_from_row(db, account, row)?);
    }
    Ok(found)
}

/// The `record` column of a provider.
#[derive(Serialize, Deserialize)]
struct Record {
    plain: bool,
    client_ids: Vec<String>,
    thumbprints: Vec<String>,
    tags: BTreeMap<String, String>,
}

fn provider_from_row(account: &AccountId, row: &Row<'_>) -> Result<IdentityProvider, StoreError> {
    let Record { plain, client_ids, thumbprints, tags } = from_json(&row.get::<_, String>(3)?)?;
    Ok(IdentityProvider {
        account: account.clone(),
        issuer: row.get(0)?,
        partition: row.get(1)?,
        plain,
        created: Timestamp(row.get(2)?),
        client_ids,
        thumbprints,
        tags,
    })
}

fn providers(
    db: &Connection,
    account: &AccountId,
    issuer: Option<&str>,
) -> Result<Vec<IdentityProvider>, StoreError> {
    let sql = concat!(
        "SELECT issuer, partition, created, record, ",
        is_whole!(identity_provider),
        " FROM identity_provider WHERE account = ?1 AND (?2 IS NULL OR issuer = ?2) ORDER BY issuer"
    );
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query(params![account.as_str(), issuer])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        match (row.get(4)?, issuer) {
            (true, _) => found.push(provider_from_row(account, row)?),
            (false, Some(issuer)) => return Err(changed(format_args!("identity provider {issuer}"))),
            // A list leaves it out.
            (false, None) => {}
        }
    }
    Ok(found)
}

/// Signs a provider's row as it is now.
fn sign_provider(db: &Connection, account: &AccountId, issuer: &str) -> Result<(), StoreError> {
    let sql = concat!(sign_rows!(identity_provider), "WHERE account = ? AND issuer = ?");
    db.prepare_cached(sql)?.execute(params![account.as_str(), issuer])?;
    Ok(())
}

fn insert_provider(db: &Connection, provider: IdentityProvider, max: usize) -> Result<(), StoreError> {
    let IdentityProvider { account, partition, issuer, plain, created, client_ids, thumbprints, tags } =
        provider;
    let record = to_json(&Record { plain, client_ids, thumbprints, tags })?;
    let sql =
        "INSERT INTO identity_provider (account, issuer, partition, created, record) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING";
    let row = params![account.as_str(), issuer, partition, created.0, record];
    if db.prepare_cached(sql)?.execute(row)? == 0 {
        return Err(StoreError::AlreadyExists(Thing::IdentityProvider));
    }
    sign_provider(db, &account, &issuer)?;
    let sql = "SELECT count(*) FROM identity_provider WHERE account = ?";
    let count: i64 = db.prepare_cached(sql)?.query_row([account.as_str()], |row| row.get(0))?;
    if unsigned(count) > max as u64 { Err(StoreError::LimitExceeded(max)) } else { Ok(()) }
}

fn change_provider(
    db: &Connection,
    account: &AccountId,
    issuer: &str,
    change: ProviderChange,
) -> Result<(), StoreError> {
    let mut provider = providers(db, account, Some(issuer))?.pop().ok_or(NO_PROVIDER)?;
    match change {
        ProviderChange::Thumbprints(thumbprints) => provider.thumbprints = thumbprints,
        ProviderChange::AddClientId(id, max) => {
            if !provider.client_ids.contains(&id) {
                provider.client_ids.push(id);
            }
            if provider.client_ids.len() > max {
                return Err(StoreError::LimitExceeded(max));
            }
        }
        ProviderChange::RemoveClientId(id) => provider.client_ids.retain(|known| *known != id),
        ProviderChange::Tags(change) => change.apply(&mut provider.tags)?,
    }
    let IdentityProvider { plain, client_ids, thumbprints, tags, .. } = provider;
    let record = to_json(&Record { plain, client_ids, thumbprints, tags })?;
    let sql = "UPDATE identity_provider SET record = ? WHERE account = ? AND issuer = ?";
    db.prepare_cached(sql)?.execute(params![record, account.as_str(), issuer])?;
    sign_provider(db, account, issuer)
}

fn counts(db: &Connection, account: &str) -> Result<AccountCounts, StoreError> {
    let sql = "SELECT
        (SELECT count(*) FROM identity WHERE account = ?1 AND kind = 'user'),
        (SELECT count(*) FROM identity WHERE account = ?1 AND kind = 'group'),
        (SELECT count(*) FROM identity WHERE account = ?1 AND kind = 'role'),
        (SELECT count(*) FROM managed_policy WHERE account = ?1),
        (SELECT count(*) FROM managed_policy_version JOIN managed_policy AS p ON p.id = policy WHERE p.account = ?1),
        (SELECT count(*) FROM instance_profile WHERE account = ?1),
        (SELECT count(*) FROM identity_provider WHERE account = ?1)
            + (SELECT count(*) FROM iam_item WHERE account = ?1 AND kind = 'saml provider'),
        (SELECT count(*) FROM iam_item WHERE account = ?1 AND kind = 'mfa device'),
        (SELECT count(*) FROM iam_item WHERE account = ?1 AND kind = 'mfa device' AND owner IS NOT NULL),
        (SELECT count(*) FROM iam_item WHERE account = ?1 AND kind = 'server certificate')";
    let counted = db.prepare_cached(sql)?.query_row([account], |row| {
        let number = |at| row.get(at).map(unsigned);
        Ok(AccountCounts {
            users: number(0)?,
            groups: number(1)?,
            roles: number(2)?,
            policies: number(3)?,
            policy_versions: number(4)?,
            instance_profiles: number(5)?,
            providers: number(6)?,
            mfa_devices: number(7)?,
            mfa_devices_in_use: number(8)?,
            server_certificates: number(9)?,
        })
    })?;
    Ok(counted)
}

#[async_trait]
impl AccountStore for Sqlite {
    async fn create_instance_profile(&self, profile: InstanceProfile) -> Result<(), StoreError> {
        let work = move |db: &Connection| {
            let sql = "INSERT INTO instance_profile (account, name, folded_name, path, partition, unique_id, created, tags)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
            let added = db.prepare_cached(sql)?.execute(params![
                profile.account.as_str(),
                profile.name,
                profile.name.to_lowercase(),
                profile.path,
                profile.partition,
                profile.id,
                profile.created.0,
                to_json(&profile.tags)?,
            ])?;
            match added {
                0 => Err(StoreError::AlreadyExists(Thing::InstanceProfile)),
                _ => sign_profile(db, db.last_insert_rowid()),
            }
        };
        self.main.write(work).await
    }

    async fn instance_profile(
        &self,
        account: &AccountId,
        name: &str,
    ) -> Result<Option<InstanceProfile>, StoreError> {
        let (account, name) = (account.clone(), name.to_owned());
        let work = move |db: &Connection| {
            let sql = format!(
                "SELECT {PROFILE}, {} FROM instance_profile WHERE account = ? AND name = ?",
                is_whole!(instance_profile)
            );
            let mut statement = db.prepare_cached(&sql)?;
            let mut rows = statement.query(params![account.as_str(), name])?;
            let Some(row) = rows.next()? else { return Ok(None) };
            if row.get(8)? {
                profile_from_row(db, &account, row).map(Some)
            } else {
                Err(changed_profile(&name))
            }
        };
        self.main.read(work).await
    }

    async fn list_instance_profiles(
        &self,
        account: &AccountId,
        path_prefix: &str,
        role: Option<&str>,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<InstanceProfile>, StoreError> {
        let (account, prefix) = (account.clone(), path_prefix.to_owned());
        let (role, after) = (role.map(str::to_owned), after.unwrap_or_default().to_owned());
        let work = move |db: &Connection| {
            let role = role.map(|name| row_id(db, &IdentityName::role(&account, &name))).transpose()?;
            let filter = "account = ?1 AND name > ?2 AND substr(path, 1, length(?3)) = ?3
                AND (?4 IS NULL OR role = ?4) ORDER BY name LIMIT ?5";
            let limit = one_more(limit);
            profiles(db, &account, filter, &[&account.as_str(), &after, &prefix, &role, &limit])
        };
        Ok(Page::cut(self.main.read(work).await?, limit))
    }

    async fn delete_instance_profile(&self, account: &AccountId, name: &str) -> Result<(), StoreError> {
        let (account, name) = (account.clone(), name.to_owned());
        let work = move |db: &Connection| match any_profile(db, &account, &name)? {
            Found { role: Some(_), .. } => Err(Conflict::InstanceProfile.into()),
            Found { id, role: None, .. } => {
                db.prepare_cached("DELETE FROM instance_profile WHERE id = ?")?.execute([id])?;
                Ok(())
            }
        };
        self.main.write(work).await
    }

    async fn add_role_to_profile(
        &self,
        account: &AccountId,
        name: &str,
        role: &str,
    ) -> Result<(), StoreError> {
        let (account, name, role) = (account.clone(), name.to_owned(), role.to_owned());
        let work = move |db: &Connection| {
            let profile = profile(db, &account, &name)?;
            let role = row_id(db, &IdentityName::role(&account, &role))?;
            if profile.role.is_some() {
                return Err(StoreError::LimitExceeded(1));
            }
            set_role(db, &profile, Some(role))
        };
        self.main.write(work).await
    }

    async fn remove_role_from_profile(
        &self,
        account: &AccountId,
        name: &str,
        role: &str,
    ) -> Result<(), StoreError> {
        let (account, name, role) = (account.clone(), name.to_owned(), role.to_owned());
        let work = move |db: &Connection| {
            let profile = any_profile(db, &account, &name)?;
            let (role, _) = any_row_id(db, &IdentityName::role(&account, &role))?;
            if profile.role != Some(role) {
                return Err(StoreError::NotFound(Thing::Role));
            }
            set_role(db, &profile, None)
        };
        self.main.write(work).await
    }

    async fn tag_instance_profile(
        &self,
        account: &AccountId,
        name: &str,
        change: TagChange,
    ) -> Result<(), StoreError> {
        let (account, name) = (account.clone(), name.to_owned());
        let work = move |db: &Connection| {
            let Found { id, tags, .. } = profile(db, &account, &name)?;
            let mut tags: BTreeMap<String, String> = from_json(&tags)?;
            change.apply(&mut tags)?;
            let sql = "UPDATE instance_profile SET tags = ? WHERE id = ?";
            db.prepare_cached(sql)?.execute(params![to_json(&tags)?, id])?;
            sign_profile(db, id)
        };
        self.main.write(work).await
    }

    async fn create_identity_provider(
        &self,
        provider: IdentityProvider,
        max_providers: usize,
    ) -> Result<(), StoreError> {
        self.main.write(move |db| insert_provider(db, provider, max_providers)).await
    }

    async fn identity_provider(
        &self,
        account: &AccountId,
        issuer: &str,
    ) -> Result<Option<IdentityProvider>, StoreError> {
        let (account, issuer) = (account.clone(), issuer.to_owned());
        self.main.read(move |db| Ok(providers(db, &account, Some(&issuer))?.pop())).await
    }

    async fn identity_providers(&self, account: &AccountId) -> Result<Vec<IdentityProvider>, StoreError> {
        let account = account.clone();
        self.main.read(move |db| providers(db, &account, None)).await
    }

    async fn change_identity_provider(
        &self,
        account: &AccountId,
        issuer: &str,
        change: ProviderChange,
    ) -> Result<(), StoreError> {
        let (account, issuer) = (account.clone(), issuer.to_owned());
        self.main.write(move |db| change_provider(db, &account, &issuer, change)).await
    }

    async fn delete_identity_provider(&self, account: &AccountId, issuer: &str) -> Result<(), StoreError> {
        let (account, issuer) = (account.clone(), issuer.to_owned());
        let work = move |db: &Connection| {
            let sql = "DELETE FROM identity_provider WHERE account = ? AND issuer = ?";
            db.prepare_cached(sql)?.execute(params![account.as_str(), issuer])?;
            Ok(())
        };
        self.main.write(work).await
    }

    async fn account_alias(&self, account: &AccountId) -> Result<Option<String>, StoreError> {
        let account = account.clone();
        let work = move |db: &Connection| {
            let sql =
                concat!("SELECT alias, ", is_whole!(account_alias), " FROM account_alias WHERE account = ?");
            let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
            let found = db.prepare_cached(sql)?.query_row([account.as_str()], read).optional()?;
            // One that somebody else wrote is none.
            Ok(found.and_then(|(alias, is_whole)| if is_whole { alias } else { None }))
        };
        self.main.read(work).await
    }

    async fn set_account_alias(&self, account: &AccountId, alias: &str) -> Result<(), StoreError> {
        let (account, alias) = (account.clone(), alias.to_owned());
        let work = move |db: &Connection| {
            let sql = "SELECT EXISTS (SELECT 1 FROM account_alias WHERE alias = ? AND account <> ?)";
            let taken =
                db.prepare_cached(sql)?.query_row(params![alias, account.as_str()], |row| row.get(0))?;
            if taken {
                return Err(StoreError::AlreadyExists(Thing::Alias));
            }
            let sql = "INSERT INTO account_alias (account, alias) VALUES (?, ?)
                ON CONFLICT (account) DO UPDATE SET alias = excluded.alias";
            db.prepare_cached(sql)?.execute(params![account.as_str(), alias])?;
            let sql = concat!(sign_rows!(account_alias), "WHERE account = ?");
            db.prepare_cached(sql)?.execute([account.as_str()])?;
            Ok(())
        };
        self.main.write(work).await
    }

    async fn remove_account_alias(&self, account: &AccountId, alias: &str) -> Result<(), StoreError> {
        let (account, alias) = (account.clone(), alias.to_owned());
        let work = move |db: &Connection| {
            let sql = "DELETE FROM account_alias WHERE account = ? AND alias = ?";
            match db.prepare_cached(sql)?.execute(params![account.as_str(), alias])? {
                0 => Err(StoreError::NotFound(Thing::Alias)),
                _ => Ok(()),
            }
        };
        self.main.write(work).await
    }

    async fn account_counts(&self, account: &AccountId) -> Result<AccountCounts, StoreError> {
        let account = account.clone();
        self.main.read(move |db| counts(db, account.as_str())).await
    }
}
