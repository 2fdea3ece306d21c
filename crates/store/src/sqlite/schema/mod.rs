//! Tables, and how an older file becomes a current one.

mod events;
mod logs;
mod main;
mod metrics;
mod traces;

pub(super) use events::EVENTS;
pub(super) use logs::LOGS;
pub(super) use main::MAIN;
pub(super) use metrics::METRICS;
pub(super) use traces::TRACES;

use crate::{OpenError, StoreError};
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;

/// One database's history: the file is at version *n* when the first *n* steps were applied. A step that was
/// released never changes; what changes the tables is a new step.
pub(super) struct Schema {
    /// `PRAGMA application_id`, by which the file is recognised.
    application: i32,
    steps: &'static [&'static str],
    /// What SQL cannot say, and after how many steps it is done.
    code: Option<(usize, Code)>,
}

type Code = fn(&Connection) -> Result<(), StoreError>;

impl Schema {
    /// As it was with its first steps.
    #[cfg(test)]
    pub(super) fn first(&self, steps: usize) -> Self {
        Self { application: self.application, steps: &self.steps[..steps], code: self.code }
    }

    fn newest(&self) -> u32 {
        u32::try_from(self.steps.len()).unwrap_or(u32::MAX)
    }

    /// Brings the file up to date, in one transaction; refuses what is newer or something else.
    pub(super) fn apply(&self, db: &mut Connection, path: &Path) -> Result<(), OpenError> {
        let failed = |e: rusqlite::Error| OpenError::Io { path: path.to_owned(), reason: e.to_string() };
        let application: i32 = pragma(db, "application_id").map_err(failed)?;
        let found: u32 = pragma(db, "user_version").map_err(failed)?;
        if application != self.application && (application, found) != (0, 0) {
            return Err(OpenError::Foreign(path.to_owned()));
        }
        if found > self.newest() {
            return Err(OpenError::NewerSchema { path: path.to_owned(), found, known: self.newest() });
        }
        if found == self.newest() {
            return Ok(());
        }
        self.migrate(db, found).map_err(|e| OpenError::Io { path: path.to_owned(), reason: e.to_string() })
    }

    fn migrate(&self, db: &mut Connection, found: u32) -> Result<(), StoreError> {
        let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for (done, step) in (1..).zip(self.steps).skip(found as usize) {
            transaction.execute_batch(step)?;
            if let Some((after, code)) = self.code
                && after == done
            {
                code(&transaction)?;
            }
        }
        transaction.pragma_update(None, "application_id", self.application)?;
        transaction.pragma_update(None, "user_version", self.newest())?;
        transaction.commit()?;
        // What a step has sealed is not to be read in the log of writes.
        db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }
}

fn pragma<T: rusqlite::types::FromSql>(db: &Connection, name: &str) -> rusqlite::Result<T> {
    db.pragma_query_value(None, name, |row| row.get(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As a file was left that kept the tags of functions in a table of their own.
    #[test]
    fn tags_of_functions_move_into_the_one_table() {
        let mut db = Connection::open_in_memory().unwrap();
        crate::sqlite::RowKey::new([0; 32]).join(&db).unwrap();
        let path = Path::new(":memory:");
        MAIN.first(2).apply(&mut db, path).unwrap();
        db.execute("INSERT INTO function_tag VALUES ('123456789012', 'us-east-1', 'f', 'k', 'v')", [])
            .unwrap();
        MAIN.apply(&mut db, path).unwrap();
        let row: [String; 4] = db
            .query_row("SELECT kind, id, key, value FROM tag", [], |row| {
                Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?])
            })
            .unwrap();
        assert_eq!(row, ["function", "f", "k", "v"]);
        assert_eq!(pragma::<u32>(&db, "user_version").unwrap(), MAIN.newest());
    }

    /// As a file was left whose rows have environment variables in their configuration.
    #[test]
    fn environment_variables_are_sealed_once_and_bad_rows_stay_bad() {
        let mut db = Connection::open_in_memory().unwrap();
        crate::sqlite::RowKey::new([0; 32]).join(&db).unwrap();
        let path = Path::new(":memory:");
        MAIN.first(5).apply(&mut db, path).unwrap();
        for (name, config) in [
            ("f", r#"{"environment":{"A":"geheim"},"role":"r"}"#),
            ("g", r#"{"environment":null}"#),
            ("h", "{}"),
        ] {
            let sql = "INSERT INTO function VALUES ('1', 'a', ?, 0, '', 0, x'', 1, ?, NULL)";
            db.execute(sql, (name, config)).unwrap();
        }
        MAIN.first(6).apply(&mut db, path).unwrap();
        db.execute("UPDATE function SET revision = 'changed' WHERE name = 'h'", []).unwrap();
        MAIN.apply(&mut db, path).unwrap();
        let sql = concat!(
            "SELECT name, CAST(unseal(environment, 'environment', account, region, name, version) AS TEXT), config,
                is_row_signature(signature, ",
            crate::sqlite::signature::signed_columns!(function),
            ") FROM function ORDER BY name"
        );
        let mut sql = db.prepare(sql).unwrap();
        let rows = sql.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))).unwrap();
        let rows: Vec<(String, Option<String>, String, bool)> = rows.map(Result::unwrap).collect();
        let (variables, left) = (r#"{"A":"geheim"}"#.to_owned(), r#"{"role":"r"}"#.to_owned());
        assert_eq!(rows[0], ("f".to_owned(), Some(variables), left, true));
        assert_eq!(rows[1], ("g".to_owned(), None, "{}".to_owned(), true));
        assert_eq!((&rows[2].1, rows[2].3), (&None, false));
    }

    /// Counted once, where nobody counted before; and from then on as it changes.
    #[test]
    fn what_an_older_file_has_is_counted() {
        let mut db = Connection::open_in_memory().unwrap();
        crate::sqlite::RowKey::new([0; 32]).join(&db).unwrap();
        let path = Path::new(":memory:");
        MAIN.first(4).apply(&mut db, path).unwrap();
        for (region, name, version, size) in
            [("a", "f", 0, 5), ("a", "f", 1, 7), ("a", "g", 0, 1), ("b", "f", 0, 3)]
        {
            let sql = "INSERT INTO function VALUES ('1', ?, ?, ?, '', 0, x'', ?, '', NULL)";
            db.execute(sql, (region, name, version, size)).unwrap();
        }
        db.execute("INSERT INTO layer_version VALUES ('1', 'b', 'l', 1, x'', 11, '', NULL, NULL)", [])
            .unwrap();
        MAIN.apply(&mut db, path).unwrap();
        let usage = |db: &Connection| {
            let mut sql =
                db.prepare("SELECT region, functions, code_bytes FROM usage ORDER BY region").unwrap();
            let rows = sql.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
            rows.collect::<rusqlite::Result<Vec<(String, i64, i64)>>>().unwrap()
        };
        let of = |a: (i64, i64), b: (i64, i64)| vec![("a".to_owned(), a.0, a.1), ("b".to_owned(), b.0, b.1)];
        assert_eq!(usage(&db), of((2, 13), (1, 14)));
        db.execute("UPDATE function SET code_size = 100 WHERE name = 'g'", []).unwrap();
        db.execute("DELETE FROM function WHERE name = 'f'", []).unwrap();
        assert_eq!(usage(&db), of((1, 100), (0, 11)));
        db.execute("DELETE FROM layer_version", []).unwrap();
        assert_eq!(usage(&db), of((1, 100), (0, 0)));
    }
}
