//! What is sealed and signed, brought under the ring's newest key.
//!
//! Every step is one short transaction that finds what is left by itself: it may be broken off anywhere, and begun again.

use super::signature::{environment_context, signed_columns};
use super::{Sqlite, functions, key};
use crate::StoreError;
use rusqlite::{Connection, params};

/// Rows of one transaction.
const ROWS: i64 = 128;
/// Numbers of events that one transaction looks at; payloads have up to 1 MB.
const EVENTS: i64 = 64;

/// Tables with a sealed column besides those of functions and events: table, column, and what it is bound to.
const SEALED: &[(&str, &str, &str)] =
    &[("access_key", "secret", "'access key', id"), ("iam_item", "secret", "'access key', id")];

/// Signs the rows of a table anew that are signed under an older key.
macro_rules! sign_anew {
    ($table:ident) => {
        concat!(
            "UPDATE ",
            stringify!($table),
            " SET signature = row_signature(",
            signed_columns!($table),
            ") WHERE NOT is_newest_signature(signature, ",
            signed_columns!($table),
            ") AND is_row_signature(signature, ",
            signed_columns!($table),
            ")"
        )
    };
}

/// Of all tables but that of functions, whose rows are sealed as well.
const SIGNED: [&str; 11] = [
    sign_anew!(alias),
    sign_anew!(attachment),
    sign_anew!(layer_version),
    sign_anew!(event_source_mapping),
    sign_anew!(code_signing_config),
    sign_anew!(iam_item),
    sign_anew!(identity),
    sign_anew!(managed_policy),
    sign_anew!(identity_provider),
    sign_anew!(instance_profile),
    sign_anew!(account_alias),
];

impl Sqlite {
    /// Seals and signs everything under the ring's newest key. How many rows it had to. Rows that cannot be read, or are not
    /// as they were signed, stay as they are.
    pub async fn rekey(&self) -> Result<usize, StoreError> {
        let mut count = self.main.write(others).await?;
        for sql in SIGNED {
            count += self.main.write(move |db| Ok(db.prepare_cached(sql)?.execute([])?)).await?;
        }
        let mut after = (String::new(), String::new(), String::new(), 0);
        loop {
            let from = after.clone();
            let (next, done) = self.main.write(move |db| some_functions(db, &from)).await?;
            count += done;
            let Some(next) = next else { break };
            after = next;
        }
        let mut from = 0;
        while let Some(first) = self.events.read(move |db| first_event(db, from)).await? {
            count += self.events.write(move |db| some_events(db, first)).await?;
            from = first + EVENTS;
        }
        Ok(count)
    }
}

fn others(db: &Connection) -> Result<usize, StoreError> {
    let mut count = 0;
    for (table, column, context) in SEALED {
        let sql = format!(
            "UPDATE {table} SET {column} = reseal({column}, {context}) WHERE NOT is_sealed_anew({column})"
        );
        count += db.execute(&sql, [])?;
    }
    Ok(count)
}

type Place = (String, String, String, i64);

/// The next rows of functions: where they end, if there are more, and how many were under an older key.
fn some_functions(db: &Connection, after: &Place) -> Result<(Option<Place>, usize), StoreError> {
    let sql = concat!(
        "SELECT account, region, name, version,
            is_newest_signature(signature, ",
        signed_columns!(function),
        ") AND is_sealed_anew(environment),
            is_row_signature(signature, ",
        signed_columns!(function),
        ") FROM function WHERE (account, region, name, version) > (?, ?, ?, ?)
        ORDER BY account, region, name, version LIMIT ?"
    );
    let (account, region, name, version) = after;
    // Versions begin at 0, which is found after -1.
    let version = if name.is_empty() { -1 } else { *version };
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map(params![account, region, name, version, ROWS], |row| {
        let place: Place = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        Ok((place, row.get::<_, bool>(4)?, row.get::<_, bool>(5)?))
    })?;
    let rows = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    let sql = concat!(
        "UPDATE function SET environment = reseal(environment, ",
        environment_context!(),
        ") WHERE account = ? AND region = ? AND name = ? AND version = ?"
    );
    let mut count = 0;
    for ((account, region, name, version), is_newest, is_good) in &rows {
        if *is_newest || !is_good {
            continue;
        }
        db.prepare_cached(sql)?.execute(params![account, region, name, version])?;
        let key = key::Key { account: account.clone(), region: region.clone(), name: name.clone() };
        functions::sign(db, &key, *version)?;
        count += 1;
    }
    let last = rows.into_iter().next_back().map(|(place, ..)| place);
    Ok((last, count))
}

fn first_event(db: &Connection, from: i64) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT min(number) FROM event WHERE number >= ?";
    Ok(db.prepare_cached(sql)?.query_row([from], |row| row.get(0))?)
}

/// Events of the numbers from one on. Those that were queued before payloads were sealed are now, too.
fn some_events(db: &Connection, first: i64) -> Result<usize, StoreError> {
    let context = "'event', request_id, account, region, name";
    let sql = format!(
        "UPDATE event SET sealed = 1,
            payload = CASE sealed WHEN 0 THEN seal(payload, {context}) ELSE reseal(payload, {context}) END
        WHERE number >= ? AND number < ? AND (sealed = 0 OR NOT is_sealed_anew(payload))"
    );
    Ok(db.prepare_cached(&sql)?.execute([first, first + EVENTS])?)
}
