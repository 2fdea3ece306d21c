//! Dashboards and alarms.

use crate::metric::{Alarm, AlarmEvent, Dashboard};
use crate::sqlite::one_more;
use crate::{AlarmStore, Page, Sqlite, StoreError};
use async_trait::async_trait;
use domain::{AccountId, Region, Scope, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// Events of an account and region that are read at once, the newest.
const EVENTS: usize = 10_000;

#[async_trait]
impl AlarmStore for Sqlite {
    async fn put_dashboard(&self, account: &AccountId, dashboard: Dashboard) -> Result<(), StoreError> {
        let account = account.clone();
        let put = self.metrics.write(move |db| {
            let sql = "INSERT INTO dashboard (account, name, body, modified) VALUES (?, ?, ?, ?)
                ON CONFLICT (account, name) DO UPDATE SET body = excluded.body, modified = excluded.modified";
            let Dashboard { name, body, modified } = dashboard;
            db.prepare_cached(sql)?.execute(params![account.as_str(), name, body, modified.0])?;
            Ok(())
        });
        put.await
    }

    async fn dashboard(&self, account: &AccountId, name: &str) -> Result<Option<Dashboard>, StoreError> {
        let (account, name) = (account.clone(), name.to_owned());
        let found = self.metrics.read(move |db| {
            let sql = "SELECT name, body, modified FROM dashboard WHERE account = ? AND name = ?";
            Ok(db.prepare_cached(sql)?.query_row([account.as_str(), &name], dashboard).optional()?)
        });
        found.await
    }

    async fn dashboards(
        &self,
        account: &AccountId,
        prefix: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<Dashboard>, StoreError> {
        let (account, prefix) = (account.clone(), prefix.to_owned());
        let after = after.unwrap_or_default().to_owned();
        let found = self.metrics.read(move |db| {
            let sql = "SELECT name, body, modified FROM dashboard WHERE account = ?1 AND name > ?2
                AND substr(name, 1, length(?3)) = ?3 ORDER BY name LIMIT ?4";
            let mut statement = db.prepare_cached(sql)?;
            let rows =
                statement.query_map(params![account.as_str(), after, prefix, one_more(limit)], dashboard)?;
            Ok(Page::cut(rows.collect::<Result<_, _>>()?, limit))
        });
        found.await
    }

    async fn delete_dashboards(
        &self,
        account: &AccountId,
        names: Vec<String>,
    ) -> Result<Result<(), Vec<String>>, StoreError> {
        let account = account.clone();
        let deleted = self.metrics.write(move |db| {
            let there = "SELECT 1 FROM dashboard WHERE account = ? AND name = ?";
            let mut missing = Vec::new();
            for name in &names {
                if !db.prepare_cached(there)?.exists([account.as_str(), name])? {
                    missing.push(name.clone());
                }
            }
            if !missing.is_empty() {
                return Ok(Err(missing));
            }
            let delete = "DELETE FROM dashboard WHERE account = ? AND name = ?";
            for name in &names {
                db.prepare_cached(delete)?.execute([account.as_str(), name])?;
            }
            Ok(Ok(()))
        });
        deleted.await
    }

    async fn put_alarm(&self, alarm: Alarm, events: Vec<AlarmEvent>) -> Result<(), StoreError> {
        let put = self.metrics.write(move |db| {
            let Alarm { scope, name, configuration, state } = alarm;
            let sql = "INSERT INTO alarm (account, region, name, configuration, state) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (account, region, name) DO UPDATE SET configuration = excluded.configuration,
                state = excluded.state";
            let (account, region) = (scope.account.as_str(), scope.region.as_str());
            db.prepare_cached(sql)?.execute(params![account, region, name, configuration, state])?;
            note(db, &scope, &events)
        });
        put.await
    }

    async fn alarm(&self, scope: &Scope, name: &str) -> Result<Option<Alarm>, StoreError> {
        let (scope, name) = (scope.clone(), name.to_owned());
        let found = self.metrics.read(move |db| {
            let sql = "SELECT account, region, name, configuration, state FROM alarm
                WHERE account = ? AND region = ? AND name = ?";
            let key = [scope.account.as_str(), scope.region.as_str(), &name];
            db.prepare_cached(sql)?.query_row(key, |row| Ok(alarm(row))).optional()?.transpose()
        });
        found.await
    }

    async fn alarms(&self, scope: &Scope) -> Result<Vec<Alarm>, StoreError> {
        let scope = scope.clone();
        let found = self.metrics.read(move |db| {
            let sql = "SELECT account, region, name, configuration, state FROM alarm
                WHERE account = ? AND region = ? ORDER BY name";
            let mut statement = db.prepare_cached(sql)?;
            let rows =
                statement.query_map([scope.account.as_str(), scope.region.as_str()], |row| Ok(alarm(row)))?;
            rows.map(|row| row?).collect()
        });
        found.await
    }

    async fn all_alarms(&self) -> Result<Vec<Alarm>, StoreError> {
        let found = self.metrics.read(move |db| {
            let sql = "SELECT account, region, name, configuration, state FROM alarm";
            let mut statement = db.prepare_cached(sql)?;
            let rows = statement.query_map([], |row| Ok(alarm(row)))?;
            rows.map(|row| row?).collect()
        });
        found.await
    }

    async fn delete_alarms(
        &self,
        scope: &Scope,
        names: Vec<String>,
        events: Vec<AlarmEvent>,
    ) -> Result<(), StoreError> {
        let scope = scope.clone();
        let deleted = self.metrics.write(move |db| {
            let sql = "DELETE FROM alarm WHERE account = ? AND region = ? AND name = ?";
            for name in &names {
                db.prepare_cached(sql)?.execute([scope.account.as_str(), scope.region.as_str(), name])?;
            }
            note(db, &scope, &events)
        });
        deleted.await
    }

    async fn alarm_events(
        &self,
        scope: &Scope,
        alarm: Option<&str>,
        since: Timestamp,
        until: Timestamp,
    ) -> Result<Vec<AlarmEvent>, StoreError> {
        let (scope, alarm) = (scope.clone(), alarm.map(ToOwned::to_owned));
        let found = self.metrics.read(move |db| {
            let sql = "SELECT alarm, alarm_type, at, kind, summary, data FROM alarm_event
                WHERE account = ?1 AND region = ?2 AND (?3 IS NULL OR alarm = ?3) AND at BETWEEN ?4 AND ?5
                ORDER BY at DESC, id DESC LIMIT ?6";
            let mut statement = db.prepare_cached(sql)?;
            let (account, region) = (scope.account.as_str(), scope.region.as_str());
            let key = params![account, region, alarm, since.0, until.0, one_more(EVENTS)];
            let rows = statement.query_map(key, |row| {
                Ok(AlarmEvent {
                    alarm: row.get(0)?,
                    alarm_type: row.get(1)?,
                    at: Timestamp(row.get(2)?),
                    kind: row.get(3)?,
                    summary: row.get(4)?,
                    data: row.get(5)?,
                })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        });
        found.await
    }

    async fn note_alarm_events(&self, scope: &Scope, events: Vec<AlarmEvent>) -> Result<(), StoreError> {
        let scope = scope.clone();
        self.metrics.write(move |db| note(db, &scope, &events)).await
    }

    async fn expire_alarm_events(&self, before: Timestamp) -> Result<(), StoreError> {
        let expired = self.metrics.write(move |db| {
            db.prepare_cached("DELETE FROM alarm_event WHERE at < ?")?.execute([before.0])?;
            Ok(())
        });
        expired.await
    }
}

fn dashboard(row: &Row<'_>) -> rusqlite::Result<Dashboard> {
    Ok(Dashboard { name: row.get(0)?, body: row.get(1)?, modified: Timestamp(row.get(2)?) })
}

fn alarm(row: &Row<'_>) -> Result<Alarm, StoreError> {
    let corrupt = |error: &dyn std::fmt::Display| StoreError::Corrupt(format!("an alarm: {error}"));
    let (account, region): (String, String) = (row.get(0)?, row.get(1)?);
    let account = AccountId::new(&account).map_err(|e| corrupt(&e))?;
    let region = Region::new(&region).map_err(|e| corrupt(&e))?;
    let scope = Scope::new(account, region);
    Ok(Alarm { scope, name: row.get(2)?, configuration: row.get(3)?, state: row.get(4)? })
}

fn note(db: &Connection, scope: &Scope, events: &[AlarmEvent]) -> Result<(), StoreError> {
    let sql = "INSERT INTO alarm_event (account, region, alarm, alarm_type, at, kind, summary, data)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    let (account, region) = (scope.account.as_str(), scope.region.as_str());
    for AlarmEvent { alarm, alarm_type, at, kind, summary, data } in events {
        db.prepare_cached(sql)?
            .execute(params![account, region, alarm, alarm_type, at.0, kind, summary, data])?;
    }
    Ok(())
}
