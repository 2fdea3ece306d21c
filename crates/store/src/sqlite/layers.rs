//! Versions of layers in SQLite, and which functions have them.

use super::record::version_column;
use super::signature::{changed, is_whole, sign_rows};
use super::{Sqlite, one_more, signed, unsigned};
use crate::{LayerFilter, LayerPolicy, LayerStore, Page, StoreError, Thing};
use async_trait::async_trait;
use domain::layer::{LayerArn, LayerName, LayerVersion, LayerVersionArn};
use domain::{AccountId, CodeRef, FunctionConfig, Region, Scope, Sha256, Timestamp};
use rusqlite::{Connection, OptionalExtension, Params, Row, params};
use serde::{Deserialize, Serialize};

const COLUMNS: &str = "account, region, name, version, code, code_size, config";
const WHOLE: &str = is_whole!(layer_version);
/// With the runtime as `?1` and the architecture as `?2`.
const FITS: &str = "(?1 IS NULL OR EXISTS (SELECT 1 FROM json_each(config, '$.runtimes') WHERE value = ?1))
    AND (?2 IS NULL OR EXISTS (SELECT 1 FROM json_each(config, '$.architectures') WHERE value = ?2))";

/// The `config` column. A field that is added later gets `#[serde(default)]`.
#[derive(Serialize, Deserialize)]
struct Record {
    description: String,
    created_ms: i64,
    unpacked_bytes: u64,
    runtimes: Option<Vec<String>>,
    architectures: Option<Vec<String>>,
    license: Option<String>,
}

/// A layer, owned, so that it may travel to the thread that works.
struct Key {
    account: String,
    region: String,
    name: String,
}

impl Key {
    fn new(layer: &LayerArn) -> Self {
        let LayerArn { scope: Scope { account, region }, name } = layer;
        Self { account: account.to_string(), region: region.to_string(), name: name.to_string() }
    }

    /// The layer's next number, which is never given again.
    fn next_number(&self, db: &Connection) -> Result<u64, StoreError> {
        let sql = "INSERT INTO layer (account, region, name, last_version) VALUES (?, ?, ?, 1)
            ON CONFLICT DO UPDATE SET last_version = last_version + 1 RETURNING last_version";
        let row = params![self.account, self.region, self.name];
        Ok(unsigned(db.prepare_cached(sql)?.query_row(row, |row| row.get(0))?))
    }

    fn one(&self, db: &Connection, number: u64) -> Result<Option<LayerVersion>, StoreError> {
        let rest = "WHERE account = ? AND region = ? AND name = ? AND version = ?";
        Ok(select(db, rest, params![self.account, self.region, self.name, signed(number)])?.pop())
    }

    /// Signs a row as it is now.
    fn sign(&self, db: &Connection, number: u64) -> Result<(), StoreError> {
        let sql = concat!(
            sign_rows!(layer_version),
            "WHERE account = ? AND region = ? AND name = ? AND version = ?"
        );
        db.prepare_cached(sql)?.execute(params![self.account, self.region, self.name, signed(number)])?;
        Ok(())
    }

    fn policy(&self, db: &Connection, number: u64) -> Result<Option<LayerPolicy>, StoreError> {
        self.one(db, number)?.ok_or(StoreError::NotFound(Thing::LayerVersion))?;
        let sql = "SELECT policy, policy_revision FROM layer_version
            WHERE account = ? AND region = ? AND name = ? AND version = ?";
        let row = params![self.account, self.region, self.name, signed(number)];
        let found = db.prepare_cached(sql)?.query_row(row, |row| {
            let policy: Option<String> = row.get(0)?;
            policy.map(|document| Ok(LayerPolicy { document, revision: row.get(1)? })).transpose()
        });
        found.optional()?.ok_or(StoreError::NotFound(Thing::LayerVersion))
    }
}

fn select(db: &Connection, rest: &str, values: impl Params) -> Result<Vec<LayerVersion>, StoreError> {
    let mut statement = db.prepare_cached(&format!("SELECT {COLUMNS}, {WHOLE} FROM layer_version {rest}"))?;
    let mut rows = statement.query(values)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(from_row(row)?);
    }
    Ok(found)
}

fn from_row(row: &Row<'_>) -> Result<LayerVersion, StoreError> {
    let text = |column: usize| -> Result<&str, StoreError> {
        row.get_ref(column)?.as_str().map_err(|e| StoreError::Corrupt(e.to_string()))
    };
    let corrupt = |e: &dyn std::fmt::Display| StoreError::Corrupt(format!("a layer's record: {e}"));
    if !row.get::<_, bool>(7)? {
        return Err(changed(format_args!("layer {}", text(2)?)));
    }
    let account = AccountId::new(text(0)?).map_err(|e| corrupt(&e))?;
    let region = Region::new(text(1)?).map_err(|e| corrupt(&e))?;
    let name = LayerName::new(text(2)?).map_err(|e| corrupt(&e))?;
    let record: Record = serde_json::from_str(text(6)?).map_err(|e| corrupt(&e))?;
    let layer = LayerArn { scope: Scope::new(account, region), name };
    Ok(LayerVersion {
        arn: layer.version(unsigned(row.get(3)?)),
        code: CodeRef { sha256: Sha256(row.get(4)?), size: unsigned(row.get(5)?) },
        unpacked_bytes: record.unpacked_bytes,
        description: record.description,
        created: Timestamp(record.created_ms),
        compatible_runtimes: record.runtimes,
        compatible_architectures: record.architectures,
        license: record.license,
    })
}

fn insert(db: &Connection, key: &Key, version: &LayerVersion) -> Result<(), StoreError> {
    let record = Record {
        description: version.description.clone(),
        created_ms: version.created.0,
        unpacked_bytes: version.unpacked_bytes,
        runtimes: version.compatible_runtimes.clone(),
        architectures: version.compatible_architectures.clone(),
        license: version.license.clone(),
    };
    let record = serde_json::to_string(&record).map_err(|e| StoreError::Unavailable(e.to_string()))?;
    let sql = format!("INSERT INTO layer_version ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)");
    db.prepare_cached(&sql)?.execute(params![
        key.account,
        key.region,
        key.name,
        signed(version.arn.number),
        version.code.sha256.0,
        signed(version.code.size),
        record,
    ])?;
    key.sign(db, version.arn.number)
}

/// Notes which packages a version of a function has as layers. The notes go with the version.
pub(super) fn refer(db: &Connection, config: &FunctionConfig) -> Result<(), StoreError> {
    let (account, region) = (config.scope.account.as_str(), config.scope.region.as_str());
    let (name, version) = (config.name.as_str(), version_column(config.version));
    let sql = "DELETE FROM function_layer WHERE account = ? AND region = ? AND name = ? AND version = ?";
    db.prepare_cached(sql)?.execute(params![account, region, name, version])?;
    for layer in &config.layers {
        let sql = "INSERT OR IGNORE INTO function_layer (account, region, name, version, code)
            VALUES (?, ?, ?, ?, ?)";
        let row = params![account, region, name, version, layer.code.sha256.0];
        db.prepare_cached(sql)?.execute(row)?;
    }
    Ok(())
}

#[async_trait]
impl LayerStore for Sqlite {
    async fn publish_layer_version(&self, mut version: LayerVersion) -> Result<LayerVersion, StoreError> {
        let key = Key::new(&version.arn.layer);
        let work = move |db: &Connection| {
            version.arn.number = key.next_number(db)?;
            insert(db, &key, &version)?;
            Ok(version)
        };
        self.main.write(work).await
    }

    async fn layer_version(&self, arn: &LayerVersionArn) -> Result<Option<LayerVersion>, StoreError> {
        let (key, number) = (Key::new(&arn.layer), arn.number);
        self.main.read(move |db| key.one(db, number)).await
    }

    async fn list_layer_versions(
        &self,
        layer: &LayerArn,
        filter: &LayerFilter,
        before: Option<u64>,
        limit: usize,
    ) -> Result<Page<LayerVersion>, StoreError> {
        let (key, filter) = (Key::new(layer), filter.clone());
        let before = before.map_or(i64::MAX, signed);
        let work = move |db: &Connection| {
            let rest = format!(
                "WHERE {FITS} AND account = ?3 AND region = ?4 AND name = ?5 AND version < ?6 AND {WHOLE}
                ORDER BY version DESC LIMIT ?7"
            );
            let LayerFilter { runtime, architecture } = &filter;
            let Key { account, region, name } = &key;
            let values = params![runtime, architecture, account, region, name, before, one_more(limit)];
            select(db, &rest, values)
        };
        Ok(Page::cut(self.main.read(work).await?, limit))
    }

    async fn list_layers(
        &self,
        scope: &Scope,
        filter: &LayerFilter,
        after: Option<&LayerName>,
        limit: usize,
    ) -> Result<Page<LayerVersion>, StoreError> {
        let (account, region) = (scope.account.to_string(), scope.region.to_string());
        let (filter, after) = (filter.clone(), after.map(ToString::to_string).unwrap_or_default());
        let work = move |db: &Connection| {
            let rest = format!(
                "AS newest WHERE account = ?3 AND region = ?4 AND name > ?5 AND version = (
                    SELECT max(version) FROM layer_version AS own
                    WHERE own.account = newest.account AND own.region = newest.region
                        AND own.name = newest.name AND {FITS} AND {WHOLE})
                ORDER BY name LIMIT ?6"
            );
            let LayerFilter { runtime, architecture } = &filter;
            select(db, &rest, params![runtime, architecture, account, region, after, one_more(limit)])
        };
        Ok(Page::cut(self.main.read(work).await?, limit))
    }

    async fn delete_layer_version(&self, arn: &LayerVersionArn) -> Result<Option<LayerVersion>, StoreError> {
        let (key, number) = (Key::new(&arn.layer), arn.number);
        let work = move |db: &Connection| {
            let found = key.one(db, number)?;
            let sql = "DELETE FROM layer_version
                WHERE account = ? AND region = ? AND name = ? AND version = ?";
            let row = params![key.account, key.region, key.name, signed(number)];
            db.prepare_cached(sql)?.execute(row)?;
            Ok(found)
        };
        self.main.write(work).await
    }

    async fn layer_policy(&self, arn: &LayerVersionArn) -> Result<Option<LayerPolicy>, StoreError> {
        let (key, number) = (Key::new(&arn.layer), arn.number);
        self.main.read(move |db| key.policy(db, number)).await
    }

    async fn replace_layer_policy(
        &self,
        arn: &LayerVersionArn,
        expected: Option<&str>,
        policy: Option<LayerPolicy>,
    ) -> Result<(), StoreError> {
        let (key, number) = (Key::new(&arn.layer), arn.number);
        let expected = expected.map(str::to_owned);
        let work = move |db: &Connection| {
            if key.policy(db, number)?.map(|policy| policy.revision) != expected {
                return Err(StoreError::RevisionMismatch);
            }
            let (document, revision) = policy.map(|policy| (policy.document, policy.revision)).unzip();
            let sql = "UPDATE layer_version SET policy = ?, policy_revision = ?
                WHERE account = ? AND region = ? AND name = ? AND version = ?";
            let Key { account, region, name } = &key;
            let row = params![document, revision, account, region, name, signed(number)];
            db.prepare_cached(sql)?.execute(row)?;
            key.sign(db, number)
        };
        self.main.write(work).await
    }
}
