//! Filters, tags, saved queries, policies: as rows of `log_setting`, whose values are their owner's.

use super::groups::GroupKey;
use crate::sqlite::{Sqlite, unsigned};
use crate::{LogSetting, LogSettingKind, LogSettings, StoreError};
use async_trait::async_trait;
use domain::{AccountId, Region, Scope, Timestamp};
use rusqlite::{Connection, Row, params};

fn put(db: &Connection, key: &GroupKey, setting: &LogSetting, most: usize) -> Result<(), StoreError> {
    if !setting.group.is_empty() {
        key.id(db)?;
    }
    let (account, region) = key.scope();
    let kind = setting.kind as i64;
    let sql = "SELECT count(*) FROM log_setting
        WHERE account = ? AND region = ? AND kind = ? AND log_group = ? AND name <> ?";
    let others: i64 = db
        .prepare_cached(sql)?
        .query_row(params![account, region, kind, setting.group, setting.name], |row| row.get(0))?;
    if unsigned(others) >= most as u64 {
        return Err(StoreError::LimitExceeded(most));
    }
    let sql = "INSERT INTO log_setting (account, region, kind, log_group, name, created, value)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET value = excluded.value";
    db.prepare_cached(sql)?.execute(params![
        account,
        region,
        kind,
        setting.group,
        setting.name,
        setting.created.0,
        setting.value
    ])?;
    Ok(())
}

/// Removes all that belongs to a group.
pub(super) fn delete_all(db: &Connection, key: &GroupKey) -> Result<(), StoreError> {
    let (account, region) = key.scope();
    for table in ["log_setting", "log_outbox"] {
        let sql = format!("DELETE FROM {table} WHERE account = ? AND region = ? AND log_group = ?");
        db.prepare_cached(&sql)?.execute(params![account, region, key.name()])?;
    }
    Ok(())
}

fn from_row(kind: LogSettingKind, row: &Row<'_>) -> rusqlite::Result<LogSetting> {
    Ok(LogSetting {
        kind,
        group: row.get(0)?,
        name: row.get(1)?,
        created: Timestamp(row.get(2)?),
        value: row.get(3)?,
    })
}

/// A scope in two columns, the first of which is at `column`.
pub(super) fn scope(row: &Row<'_>, column: usize) -> Result<Scope, StoreError> {
    let (account, region): (String, String) = (row.get(column)?, row.get(column + 1)?);
    let corrupt = || StoreError::Corrupt(format!("a scope of logs: {account} {region}"));
    let account_id = AccountId::new(&account).map_err(|_| corrupt())?;
    Ok(Scope::new(account_id, Region::new(&region).map_err(|_| corrupt())?))
}

#[async_trait]
impl LogSettings for Sqlite {
    async fn put_setting(&self, scope: &Scope, setting: LogSetting, most: usize) -> Result<(), StoreError> {
        let key = GroupKey::new(scope, &setting.group);
        self.logs.write(move |db| put(db, &key, &setting, most)).await
    }

    async fn delete_setting(
        &self,
        scope: &Scope,
        kind: LogSettingKind,
        group: &str,
        name: &str,
    ) -> Result<bool, StoreError> {
        let (key, name) = (GroupKey::new(scope, group), name.to_owned());
        let work = move |db: &Connection| {
            let (account, region) = key.scope();
            let sql = "DELETE FROM log_setting
                WHERE account = ? AND region = ? AND kind = ? AND log_group = ? AND name = ?";
            let values = params![account, region, kind as i64, key.name(), name];
            Ok(db.prepare_cached(sql)?.execute(values)? > 0)
        };
        self.logs.write(work).await
    }

    async fn settings(
        &self,
        scope: &Scope,
        kind: LogSettingKind,
        group: Option<&str>,
    ) -> Result<Vec<LogSetting>, StoreError> {
        let (key, all) = (GroupKey::new(scope, group.unwrap_or_default()), group.is_none());
        let work = move |db: &Connection| {
            let (account, region) = key.scope();
            let sql = "SELECT log_group, name, created, value FROM log_setting
                WHERE account = ? AND region = ? AND kind = ? AND (? OR log_group = ?)
                ORDER BY log_group, name";
            let mut statement = db.prepare_cached(sql)?;
            let values = params![account, region, kind as i64, all, key.name()];
            let found = statement.query_map(values, |row| from_row(kind, row))?;
            Ok(found.collect::<rusqlite::Result<_>>()?)
        };
        self.logs.read(work).await
    }

    async fn all_settings(&self, kind: LogSettingKind) -> Result<Vec<(Scope, LogSetting)>, StoreError> {
        let work = move |db: &Connection| {
            let sql = "SELECT log_group, name, created, value, account, region FROM log_setting
                WHERE kind = ? ORDER BY account, region, log_group, name";
            let mut statement = db.prepare_cached(sql)?;
            let mut rows = statement.query([kind as i64])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                found.push((scope(row, 4)?, from_row(kind, row)?));
            }
            Ok(found)
        };
        self.logs.read(work).await
    }
}
