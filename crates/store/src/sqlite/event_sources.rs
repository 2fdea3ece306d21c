//! Event source mappings in SQLite.

use super::signature::{changed, is_whole, sign_rows};
use super::tags::Owner;
use super::{Sqlite, one_more, signed, unsigned};
use crate::event_source::{EventSourceMappingStore, MappingFilter, Placed};
use crate::tag::Tagged;
use crate::{Page, StoreError, Thing};
use async_trait::async_trait;
use domain::{
    AccountId, EventSourceMapping, FunctionName, MappingState, Qualifier, Region, Scope, Timestamp,
};
use rusqlite::{Connection, OptionalExtension, Params, Row, params};
use std::collections::BTreeMap;

const THING: Thing = Thing::EventSourceMapping;

const COLUMNS: &str = concat!(
    "account, region, uuid, function_name, qualifier, source, reads, state, enabled, settings, change, modified, ",
    is_whole!(event_source_mapping)
);

/// No qualifier is the empty text.
fn qualifier_column(qualifier: Option<&Qualifier>) -> String {
    qualifier.map(ToString::to_string).unwrap_or_default()
}

fn from_row(row: &Row<'_>) -> Result<EventSourceMapping, StoreError> {
    let corrupt =
        |e: &dyn std::fmt::Display| StoreError::Corrupt(format!("an event source mapping's record: {e}"));
    let text = |column: usize| -> Result<&str, StoreError> {
        row.get_ref(column)?.as_str().map_err(|e| corrupt(&e))
    };
    if !row.get::<_, bool>(12)? {
        return Err(changed(format_args!("event source mapping {}", text(2)?)));
    }
    let account = AccountId::new(text(0)?).map_err(|e| corrupt(&e))?;
    let region = Region::new(text(1)?).map_err(|e| corrupt(&e))?;
    let qualifier = match text(4)? {
        "" => None,
        given => Some(Qualifier::new(given).map_err(|e| corrupt(&e))?),
    };
    Ok(EventSourceMapping {
        scope: Scope::new(account, region),
        uuid: text(2)?.to_owned(),
        function: FunctionName::new(text(3)?).map_err(|e| corrupt(&e))?,
        qualifier,
        source: text(5)?.to_owned(),
        reads: serde_json::from_str(text(6)?).map_err(|e| corrupt(&e))?,
        state: MappingState::named(text(7)?).ok_or_else(|| corrupt(&"its state"))?,
        enabled: row.get(8)?,
        settings: text(9)?.to_owned(),
        change: unsigned(row.get(10)?),
        modified: Timestamp(row.get(11)?),
    })
}

fn select(db: &Connection, rest: &str, values: impl Params) -> Result<Vec<EventSourceMapping>, StoreError> {
    let mut statement = db.prepare_cached(&format!("SELECT {COLUMNS} FROM event_source_mapping {rest}"))?;
    let mut rows = statement.query(values)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(from_row(row)?);
    }
    Ok(found)
}

fn reads_json(mapping: &EventSourceMapping) -> Result<String, StoreError> {
    serde_json::to_string(&mapping.reads).map_err(|e| StoreError::Unavailable(e.to_string()))
}

/// Another mapping of the same function that reads a part of the same.
fn rival(db: &Connection, mapping: &EventSourceMapping) -> Result<Option<String>, StoreError> {
    let EventSourceMapping { scope, uuid, function, .. } = mapping;
    let (account, region) = (scope.account.as_str(), scope.region.as_str());
    let qualifier = qualifier_column(mapping.qualifier.as_ref());
    let sql = "SELECT uuid FROM event_source_reading
        WHERE account = ? AND region = ? AND function_name = ? AND qualifier = ? AND part = ? AND uuid <> ?";
    let mut statement = db.prepare_cached(sql)?;
    for part in &mapping.reads {
        let row = params![account, region, function.as_str(), qualifier, part, uuid];
        if let Some(uuid) = statement.query_row(row, |row| row.get(0)).optional()? {
            return Ok(Some(uuid));
        }
    }
    Ok(None)
}

fn add_readings(db: &Connection, mapping: &EventSourceMapping) -> Result<(), StoreError> {
    let EventSourceMapping { scope, uuid, function, .. } = mapping;
    let (account, region) = (scope.account.as_str(), scope.region.as_str());
    let qualifier = qualifier_column(mapping.qualifier.as_ref());
    let sql = "INSERT INTO event_source_reading (account, region, function_name, qualifier, part, uuid)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING";
    let mut statement = db.prepare_cached(sql)?;
    for part in &mapping.reads {
        statement.execute(params![account, region, function.as_str(), qualifier, part, uuid])?;
    }
    Ok(())
}

fn drop_readings(db: &Connection, scope: &Scope, uuid: &str) -> Result<(), StoreError> {
    let sql = "DELETE FROM event_source_reading WHERE account = ? AND region = ? AND uuid = ?";
    db.prepare_cached(sql)?.execute(params![scope.account.as_str(), scope.region.as_str(), uuid])?;
    Ok(())
}

fn insert(db: &Connection, mapping: &EventSourceMapping) -> Result<(), StoreError> {
    let sql = "INSERT INTO event_source_mapping
        (account, region, uuid, function_name, qualifier, source, reads, state, enabled, settings, change,
         modified, unfinished)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING";
    let added = db.prepare_cached(sql)?.execute(params![
        mapping.scope.account.as_str(),
        mapping.scope.region.as_str(),
        mapping.uuid,
        mapping.function.as_str(),
        qualifier_column(mapping.qualifier.as_ref()),
        mapping.source,
        reads_json(mapping)?,
        mapping.state.as_str(),
        mapping.enabled,
        mapping.settings,
        signed(mapping.change),
        mapping.modified.0,
        mapping.state.is_passing(),
    ])?;
    if added == 0 {
        return Err(StoreError::AlreadyExists(THING));
    }
    let sql = concat!(sign_rows!(event_source_mapping), "WHERE account = ? AND region = ? AND uuid = ?");
    let row = params![mapping.scope.account.as_str(), mapping.scope.region.as_str(), mapping.uuid];
    db.prepare_cached(sql)?.execute(row)?;
    Ok(())
}

/// Fails unless the mapping has just this many changes.
fn must_be(db: &Connection, scope: &Scope, uuid: &str, change: u64) -> Result<(), StoreError> {
    let sql = "SELECT change FROM event_source_mapping WHERE account = ? AND region = ? AND uuid = ?";
    let row = params![scope.account.as_str(), scope.region.as_str(), uuid];
    match db.prepare_cached(sql)?.query_row(row, |row| row.get::<_, i64>(0)).optional()? {
        None => Err(StoreError::NotFound(THING)),
        Some(current) if unsigned(current) != change => Err(StoreError::RevisionMismatch),
        Some(_) => Ok(()),
    }
}

fn delete(db: &Connection, scope: &Scope, uuid: &str) -> Result<(), StoreError> {
    drop_readings(db, scope, uuid)?;
    let sql = "DELETE FROM event_source_mapping WHERE account = ? AND region = ? AND uuid = ?";
    db.prepare_cached(sql)?.execute(params![scope.account.as_str(), scope.region.as_str(), uuid])?;
    Ok(())
}

#[async_trait]
impl EventSourceMappingStore for Sqlite {
    async fn create_mapping(
        &self,
        mapping: EventSourceMapping,
        tags: BTreeMap<String, String>,
    ) -> Result<Placed, StoreError> {
        let owner = Owner::new(&mapping.scope, &Tagged::EventSourceMapping(mapping.uuid.clone()));
        let work = move |db: &Connection| {
            if let Some(uuid) = rival(db, &mapping)? {
                return Ok(Placed::Taken { uuid });
            }
            insert(db, &mapping)?;
            add_readings(db, &mapping)?;
            owner.write(db, &tags)?;
            Ok(Placed::Yes)
        };
        self.main.write(work).await
    }

    async fn mapping(&self, scope: &Scope, uuid: &str) -> Result<Option<EventSourceMapping>, StoreError> {
        let (scope, uuid) = (scope.clone(), uuid.to_owned());
        let work = move |db: &Connection| {
            let rest = "WHERE account = ? AND region = ? AND uuid = ?";
            select(db, rest, params![scope.account.as_str(), scope.region.as_str(), uuid])
        };
        Ok(self.main.read(work).await?.pop())
    }

    async fn replace_mapping(
        &self,
        expected_change: u64,
        mapping: EventSourceMapping,
    ) -> Result<Placed, StoreError> {
        let work = move |db: &Connection| {
            must_be(db, &mapping.scope, &mapping.uuid, expected_change)?;
            if let Some(uuid) = rival(db, &mapping)? {
                return Ok(Placed::Taken { uuid });
            }
            delete(db, &mapping.scope, &mapping.uuid)?;
            insert(db, &mapping)?;
            add_readings(db, &mapping)?;
            Ok(Placed::Yes)
        };
        self.main.write(work).await
    }

    async fn delete_mapping(
        &self,
        scope: &Scope,
        uuid: &str,
        expected_change: u64,
    ) -> Result<(), StoreError> {
        let owner = Owner::new(scope, &Tagged::EventSourceMapping(uuid.to_owned()));
        let (scope, uuid) = (scope.clone(), uuid.to_owned());
        let work = move |db: &Connection| {
            must_be(db, &scope, &uuid, expected_change)?;
            delete(db, &scope, &uuid)?;
            owner.delete_all(db)
        };
        self.main.write(work).await
    }

    async fn list_mappings(
        &self,
        scope: &Scope,
        filter: &MappingFilter,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<EventSourceMapping>, StoreError> {
        let scope = scope.clone();
        let (after, limit_plus) = (after.unwrap_or_default().to_owned(), one_more(limit));
        let function = filter
            .function
            .as_ref()
            .map(|(name, qualifier)| (name.to_string(), qualifier_column(qualifier.as_ref())));
        let source = filter.source.clone();
        let work = move |db: &Connection| {
            let (account, region) = (scope.account.as_str(), scope.region.as_str());
            let end = "ORDER BY uuid LIMIT ?";
            let own = concat!(
                "WHERE account = ? AND region = ? AND uuid > ? AND ",
                is_whole!(event_source_mapping)
            );
            match (function, source) {
                (None, None) => {
                    select(db, &format!("{own} {end}"), params![account, region, after, limit_plus])
                }
                (None, Some(source)) => select(
                    db,
                    &format!("{own} AND source = ? {end}"),
                    params![account, region, after, source, limit_plus],
                ),
                (Some((name, qualifier)), None) => select(
                    db,
                    &format!("{own} AND function_name = ? AND qualifier = ? {end}"),
                    params![account, region, after, name, qualifier, limit_plus],
                ),
                (Some((name, qualifier)), Some(source)) => select(
                    db,
                    &format!("{own} AND function_name = ? AND qualifier = ? AND source = ? {end}"),
                    params![account, region, after, name, qualifier, source, limit_plus],
                ),
            }
        };
        Ok(Page::cut(self.main.read(work).await?, limit))
    }

    async fn unfinished_mappings(&self) -> Result<Vec<EventSourceMapping>, StoreError> {
        self.main
            .read(|db| select(db, concat!("WHERE unfinished = 1 AND ", is_whole!(event_source_mapping)), []))
            .await
    }
}
