//! What is secret in a row is sealed, and rows that say what is run carry a signature: whoever has the file and no key
//! reads nothing secret in it, and is noticed where he writes.
//!
//! SQL functions of our connections:
//!
//! - `row_signature(...)`: a signature of its arguments, each with its type and length. A row that is written gets it.
//! - `row_is_whole(signature, ...)`: whether it is one, under any key of the ring; one that is not is noted and told.
//!   `is_row_signature` is the same without a word; `is_newest_signature`: under the key in use. An older row with its own signature is as good as the newest: rows that are put back are not noticed.
//! - `seal(value, ...)`: a text or blob as it is kept, bound to the texts and numbers that follow: what it is, and where it
//!   stands. `unseal(sealed, ...)` gives the value back, or 0 where it cannot. `NULL` stays `NULL` both ways.
//! - `reseal(sealed, ...)`: the same value under the key in use; `is_sealed_anew(sealed)`: whether it is.

use crate::StoreError;
use domain::integrity::{self, Kept};
use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, Error};
use std::sync::Arc;
use vault::{Failed, Key, Keyring, Sealer, Signer, Unopened};

/// What the ring's keys are derived for.
const SIGNATURES: &str = "rows of the database";
const VALUES: &str = "values of the database";

/// The keys of what is signed and sealed. They are not in the database.
#[derive(Clone, Debug)]
pub struct RowKey {
    signer: Signer,
    sealer: Arc<Sealer>,
}

impl RowKey {
    /// From the keys of a ring.
    pub fn of(ring: &Arc<Keyring>) -> Self {
        Self { signer: ring.signer(SIGNATURES), sealer: Arc::new(ring.sealer(VALUES)) }
    }

    /// From 256 bits alone, for tests.
    pub fn new(key: [u8; 32]) -> Self {
        Self::of(&Keyring::of(Key::new(&key)))
    }

    /// Seals a value as the SQL function does: bound to texts that say what it is and where it stands.
    pub fn seal(&self, place: &[&str], value: &[u8]) -> Result<Vec<u8>, Failed> {
        self.sealer.seal(&context(place), value)
    }

    /// Opens one.
    pub fn open(&self, place: &[&str], sealed: &[u8]) -> Result<Vec<u8>, Unopened> {
        self.sealer.open(&context(place), sealed)
    }

    /// Gives a connection the functions.
    pub(super) fn join(&self, db: &Connection) -> rusqlite::Result<()> {
        // Not callable by what is in the file: by no view, no trigger, no index.
        let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DIRECTONLY;
        let key = self.clone();
        db.create_scalar_function("row_signature", -1, flags, move |values| {
            Ok(key.signer.sign(&[&spelt(values, 0)]).to_vec())
        })?;
        let key = self.clone();
        db.create_scalar_function("is_row_signature", -1, flags, move |values| {
            let good = |signature| key.signer.is_signed(&[&spelt(values, 1)], signature);
            Ok(bytes(values).is_some_and(good))
        })?;
        let key = self.clone();
        db.create_scalar_function("row_is_whole", -1, flags, move |values| Ok(key.check(values)))?;
        let key = self.clone();
        db.create_scalar_function("is_newest_signature", -1, flags, move |values| {
            let good = |signature| key.signer.is_current(&[&spelt(values, 1)], signature);
            Ok(bytes(values).is_some_and(good))
        })?;
        let key = self.clone();
        db.create_scalar_function("seal", -1, flags, move |values| {
            bytes(values).map(|value| key.seal_value(values, value)).transpose()
        })?;
        let key = self.clone();
        db.create_scalar_function("unseal", -1, flags, move |values| {
            Ok(match bytes(values).map(|sealed| key.sealer.open(&spelt(values, 1), sealed)) {
                None => Value::Null,
                Some(Ok(value)) => Value::Blob(value),
                Some(Err(_)) => Value::Integer(0),
            })
        })?;
        let key = self.clone();
        db.create_scalar_function("reseal", -1, flags, move |values| {
            let Some(sealed) = bytes(values) else { return Ok(None) };
            match key.sealer.open(&spelt(values, 1), sealed) {
                Ok(value) => key.seal_value(values, &value).map(Some),
                // What cannot be read stays as it is.
                Err(_) => Ok(Some(sealed.to_vec())),
            }
        })?;
        let key = self.clone();
        db.create_scalar_function("is_sealed_anew", 1, flags, move |values| {
            Ok(bytes(values).is_none_or(|sealed| key.sealer.is_current(sealed)))
        })
    }

    /// Whether the first value is the signature of the others, which begin with the table's name and the row's key.
    fn check(&self, values: &Context<'_>) -> bool {
        if bytes(values).is_some_and(|found| self.signer.is_signed(&[&spelt(values, 1)], found)) {
            return true;
        }
        let failures = integrity::note(Kept::Row);
        let text = |index: usize| match index < values.len() {
            true => values.get_raw(index).as_str().unwrap_or_default().to_owned(),
            false => String::new(),
        };
        tracing::error!(
            table = text(1),
            account = text(2),
            region = text(3),
            name = text(4),
            failures,
            "a row of the database was changed outside of this server; it is not used"
        );
        false
    }

    fn seal_value(&self, values: &Context<'_>, value: &[u8]) -> rusqlite::Result<Vec<u8>> {
        self.sealer.seal(&spelt(values, 1), value).map_err(|e| Error::UserFunctionError(Box::new(e)))
    }
}

/// The first argument, if it is a text or a blob.
fn bytes<'a>(values: &'a Context<'_>) -> Option<&'a [u8]> {
    if values.is_empty() {
        return None;
    }
    match values.get_raw(0) {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Some(bytes),
        _ => None,
    }
}

/// What a value is bound to, as the functions have it of texts.
fn context(texts: &[&str]) -> Vec<u8> {
    let mut spelt = Vec::new();
    for text in texts {
        spell(&mut spelt, 3, text.as_bytes());
    }
    spelt
}

fn spell(spelt: &mut Vec<u8>, kind: u8, bytes: &[u8]) {
    spelt.push(kind);
    spelt.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
    spelt.extend_from_slice(bytes);
}

/// Arguments from one on, so that no two lists of them are spelt alike.
fn spelt(values: &Context<'_>, from: usize) -> Vec<u8> {
    let mut spelt = Vec::new();
    let mut add = |kind: u8, bytes: &[u8]| spell(&mut spelt, kind, bytes);
    for index in from..values.len() {
        match values.get_raw(index) {
            ValueRef::Null => add(0, &[]),
            ValueRef::Integer(number) => add(1, &number.to_le_bytes()),
            ValueRef::Real(number) => add(2, &number.to_le_bytes()),
            ValueRef::Text(text) => add(3, text),
            ValueRef::Blob(blob) => add(4, blob),
        }
    }
    spelt
}

/// What a function's environment variables are bound to, as SQL.
macro_rules! environment_context {
    () => {
        "'environment', account, region, name, version"
    };
}
pub(super) use environment_context;

/// What is signed of a row of each table, as arguments in SQL: its name, and all that its columns say.
macro_rules! signed_columns {
    (function) => {
        "'function', account, region, name, version, revision, code, code_size, config, published_description, environment"
    };
    // Before its environment variables had a column of their own.
    (first_function) => {
        "'function', account, region, name, version, revision, code, code_size, config, published_description"
    };
    (alias) => {
        "'alias', account, region, name, alias, version, second_version, second_weight, description, revision"
    };
    (attachment) => {
        "'attachment', account, region, name, kind, qualifier, value, revision, modified, amount, reference"
    };
    (layer_version) => {
        "'layer_version', account, region, name, version, code, code_size, config, policy, policy_revision"
    };
    (event_source_mapping) => {
        "'event_source_mapping', account, region, uuid, function_name, qualifier, source, reads, state, enabled, settings,
         change, modified"
    };
    // What is secret is sealed, and bound to the id.
    (iam_item) => {
        "'iam_item', account, kind, id, owner, created, record, revision"
    };
    (code_signing_config) => {
        "'code_signing_config', account, region, id, description, publishers, enforce, modified"
    };
    // With all that belongs to it: its tags, policies, access keys and groups. The secrets of keys are sealed, each for its key alone.
    (identity) => {
        "'identity', identity.account, identity.kind, identity.name, identity.id, identity.path, identity.partition, identity.unique_id,
         identity.created, identity.boundary, identity.trust, identity.description, identity.max_session_s,
         (SELECT json_group_array(json_array(t.key, t.value) ORDER BY t.key) FROM identity_tag AS t WHERE t.identity = identity.id),
         (SELECT json_group_array(a.arn ORDER BY a.arn) FROM identity_attached_policy AS a WHERE a.identity = identity.id),
         (SELECT json_group_array(json_array(p.name, p.document) ORDER BY p.name) FROM identity_inline_policy AS p
            WHERE p.identity = identity.id),
         (SELECT json_group_array(json_array(k.id, k.active, k.created) ORDER BY k.id) FROM access_key AS k WHERE k.owner = identity.id),
         (SELECT json_group_array(g.in_group ORDER BY g.in_group) FROM group_member AS g WHERE g.member = identity.id)"
    };
    // With its versions and tags.
    (managed_policy) => {
        concat!(
            $crate::sqlite::signature::signed_columns!(first_managed_policy),
            ", (SELECT json_group_array(json_array(t.key, t.value) ORDER BY t.key) FROM managed_policy_tag AS t
                WHERE t.policy = managed_policy.id)"
        )
    };
    // Before its tags were.
    (first_managed_policy) => {
        "'managed_policy', managed_policy.account, '', managed_policy.name, managed_policy.id, managed_policy.path, managed_policy.partition,
         managed_policy.policy_id, managed_policy.description, managed_policy.default_version, managed_policy.last_version,
         managed_policy.created, managed_policy.updated,
         (SELECT json_group_array(json_array(w.version, w.document, w.created) ORDER BY w.version) FROM managed_policy_version AS w
            WHERE w.policy = managed_policy.id)"
    };
    (identity_provider) => {
        "'identity_provider', account, '', issuer, partition, created, record"
    };
    (instance_profile) => {
        "'instance_profile', instance_profile.account, '', instance_profile.name, instance_profile.id, instance_profile.path,
         instance_profile.partition, instance_profile.unique_id, instance_profile.created, instance_profile.tags, instance_profile.role"
    };
    (account_alias) => {
        "'account_alias', account, '', alias"
    };
}
pub(super) use signed_columns;

/// The statement that signs rows of a table as they are now; a condition may follow.
macro_rules! sign_rows {
    ($table:ident) => {
        concat!(
            "UPDATE ",
            stringify!($table),
            " SET signature = row_signature(",
            $crate::sqlite::signature::signed_columns!($table),
            ") "
        )
    };
}
pub(super) use sign_rows;

/// Whether a row of the table is as it was written, as an expression in SQL. One that is not is noted, and told to the operator.
/// A list leaves it out: it may say anything, and the others are whole.
macro_rules! is_whole {
    ($table:ident) => {
        concat!("row_is_whole(signature, ", $crate::sqlite::signature::signed_columns!($table), ")")
    };
}
pub(super) use is_whole;

/// The error of a row that is not as it was written.
pub(super) fn changed(what: impl std::fmt::Display) -> StoreError {
    StoreError::Corrupt(format!("the row of {what} was changed outside of this server"))
}
