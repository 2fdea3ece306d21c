use super::key;
use crate::conformance::{function, home};
use crate::sqlite::Sqlite;
use crate::{
    AliasStore, Attachment, AttachmentKind, AttachmentStore, Expected, FunctionStore, LogStore, OpenError,
    StoreError, TagStore, Tagged,
};
use domain::{Alias, FunctionConfig, FunctionName, Timestamp, Version, integrity};
use rusqlite::{Connection, StatementStatus};
use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::sync::Arc;

#[tokio::test]
async fn one_server_per_directory() {
    let data = tempfile::tempdir().unwrap();
    let path = data.path().join("new/data");
    let first = Sqlite::open(&path, &key()).unwrap();
    let second = Sqlite::open(&path, &key()).err().unwrap();
    assert!(matches!(&second, OpenError::InUse(at) if *at == path), "{second}");
    assert!(second.to_string().contains("new/data"), "{second}");
    drop(first);
    drop(Sqlite::open(&path, &key()).unwrap());
    let mode = std::fs::metadata(&path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o700);
}

/// Whatever the directory lets others do, and also where an older release or a crash left them open.
#[tokio::test]
async fn nobody_else_reads_a_database() {
    let data = tempfile::tempdir().unwrap();
    let set = |path: &std::path::Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    set(data.path(), 0o755);
    let files = || {
        let mut files: Vec<_> =
            std::fs::read_dir(data.path()).unwrap().map(|file| file.unwrap().path()).collect();
        files.retain(|path| path.file_name().unwrap().to_str().unwrap().contains(".db"));
        files
    };
    let store = Sqlite::open(data.path(), &key()).unwrap();
    store.create_function(function(&home(), "f"), BTreeMap::new(), None).await.unwrap();
    assert_eq!(files().len(), 12, "four databases, each with its log and its index");
    let open = |path: &std::path::PathBuf| std::fs::metadata(path).unwrap().permissions().mode() & 0o077 != 0;
    assert!(!files().iter().any(open));

    // As after a crash: a copy of the files as they are, open to all.
    let left = files().iter().map(|path| (path.clone(), std::fs::read(path).unwrap())).collect::<Vec<_>>();
    drop(store);
    for (path, content) in &left {
        std::fs::write(path, content).unwrap();
        set(path, 0o644);
    }
    let store = Sqlite::open(data.path(), &key()).unwrap();
    assert!(store.function(&home(), &FunctionName::new("f").unwrap()).await.unwrap().is_some());
    assert_eq!(files().len(), 12);
    assert!(!files().iter().any(open));
}

#[tokio::test]
async fn what_is_kept_is_there_after_opening_again() {
    let data = tempfile::tempdir().unwrap();
    let config = function(&home(), "f");
    let store = Sqlite::open(data.path(), &key()).unwrap();
    store.create_function(config.clone(), [("k".to_owned(), "v".to_owned())].into(), None).await.unwrap();
    store.create_group(&home(), "g", config.last_modified).await.unwrap();
    drop(store);
    let store = Sqlite::open(data.path(), &key()).unwrap();
    assert_eq!(store.function(&home(), &config.name).await.unwrap(), Some(config.clone()));
    assert_eq!(store.tags(&home(), &Tagged::Function(config.name.clone())).await.unwrap().len(), 1);
    assert_eq!(
        store.describe_groups(&home(), &crate::GroupMatch::Any, None, 9).await.unwrap().items.len(),
        1
    );
}

#[test]
fn files_that_are_not_ours_are_refused_and_left_alone() {
    for name in ["tenfold.db", "logs.db", "events.db", "metrics.db"] {
        let data = tempfile::tempdir().unwrap();
        drop(Sqlite::open(data.path(), &key()).unwrap());
        let path = data.path().join(name);
        let db = Connection::open(&path).unwrap();
        db.pragma_update(None, "user_version", 99).unwrap();
        drop(db);
        let newer = Sqlite::open(data.path(), &key()).err().unwrap();
        assert!(matches!(newer, OpenError::NewerSchema { found: 99, .. }), "{newer}");
        assert!(newer.to_string().contains("use a newer release"), "{newer}");

        let db = Connection::open(&path).unwrap();
        db.pragma_update(None, "application_id", 1).unwrap();
        drop(db);
        assert!(matches!(Sqlite::open(data.path(), &key()), Err(OpenError::Foreign(_))));

        std::fs::remove_file(&path).unwrap();
        let text =
            b"this is some other file, and it is longer than a header of SQLite, which has 100 bytes: \
            so it is read, and seen to be something else"
                .as_slice();
        std::fs::write(&path, text).unwrap();
        assert!(matches!(Sqlite::open(data.path(), &key()), Err(OpenError::Foreign(_))));
        assert_eq!(std::fs::read(&path).unwrap(), text);
    }
}

#[tokio::test]
async fn a_record_that_cannot_be_read_is_an_error_that_says_so() {
    let data = tempfile::tempdir().unwrap();
    let store = Sqlite::open(data.path(), &key()).unwrap();
    store.create_function(function(&home(), "f"), BTreeMap::new(), None).await.unwrap();
    let db = Connection::open(data.path().join("tenfold.db")).unwrap();
    db.execute("UPDATE function SET config = '{'", []).unwrap();
    let got = store.function(&home(), &FunctionName::new("f").unwrap()).await;
    assert!(matches!(got, Err(StoreError::Corrupt(_))), "{got:?}");
}

/// Readers never see a revision older than one whose write was acknowledged before they began.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn reads_are_never_stale() {
    let data = tempfile::tempdir().unwrap();
    let store = Arc::new(Sqlite::open(data.path(), &key()).unwrap());
    let first = function(&home(), "f");
    store.create_function(first.clone(), BTreeMap::new(), None).await.unwrap();
    let acknowledged = Arc::new(std::sync::atomic::AtomicU32::new(first.timeout_s));
    let readers: Vec<_> = (0..3)
        .map(|_| {
            let (store, acknowledged, name) = (store.clone(), acknowledged.clone(), first.name.clone());
            tokio::spawn(async move {
                loop {
                    let least = acknowledged.load(std::sync::atomic::Ordering::SeqCst);
                    let seen = store.function(&home(), &name).await.unwrap().unwrap().timeout_s;
                    assert!(seen >= least, "{seen} after {least}");
                    if seen >= 200 {
                        break;
                    }
                }
            })
        })
        .collect();
    let mut last = first;
    while last.timeout_s < 200 {
        let revision_id = last.timeout_s.to_string();
        let next = FunctionConfig { timeout_s: last.timeout_s + 1, revision_id, ..last.clone() };
        store.replace_function(&last.revision_id, next.clone(), None).await.unwrap();
        acknowledged.store(next.timeout_s, std::sync::atomic::Ordering::SeqCst);
        last = next;
    }
    for reader in readers {
        reader.await.unwrap();
    }
}

/// Opening is a part of the server's start; a warm directory must not cost more than a few ms. The bound is wide,
/// for a machine that is busy with other tests.
#[test]
fn a_warm_directory_opens_quickly() {
    let data = tempfile::tempdir().unwrap();
    drop(Sqlite::open(data.path(), &key()).unwrap());
    let best = (0..10)
        .map(|_| {
            let began = std::time::Instant::now();
            let store = Sqlite::open(data.path(), &key()).unwrap();
            let took = began.elapsed();
            drop(store);
            took
        })
        .min();
    assert!(best.is_some_and(|took| took < std::time::Duration::from_millis(50)), "{best:?}");
    eprintln!("opened in {best:?}");
}

/// A store with one function, closed again; and its database.
async fn one_function(data: &std::path::Path) -> (FunctionConfig, std::path::PathBuf) {
    let store = Sqlite::open(data, &key()).unwrap();
    let config = function(&home(), "signed");
    store.create_function(config.clone(), BTreeMap::new(), None).await.unwrap();
    (config, data.join("tenfold.db"))
}

#[tokio::test]
async fn a_row_that_somebody_else_changed_is_not_believed() {
    for change in [
        "UPDATE function SET code = zeroblob(32)",
        "UPDATE function SET config = replace(config, '\"handler\":\"', '\"handler\":\"x')",
        "UPDATE function SET config = replace(config, 'role', 'r0le')",
        "UPDATE function SET name = 'another'",
        "UPDATE function SET version = 5",
        "UPDATE function SET code_size = code_size + 1",
        "UPDATE function SET signature = NULL",
        "UPDATE function SET signature = zeroblob(32)",
    ] {
        let data = tempfile::tempdir().unwrap();
        let (config, file) = one_function(data.path()).await;
        let changed = Connection::open(&file).unwrap().execute(change, []).unwrap();
        assert_eq!(changed, 1, "{change}");
        let store = Sqlite::open(data.path(), &key()).unwrap();
        // By its own name and number, or by those that somebody gave it.
        let names =
            [(config.name.clone(), config.version), (FunctionName::new("another").unwrap(), config.version)];
        let numbered = [(config.name.clone(), Version::Number(5))];
        let failures = integrity::failures()[0].1;
        let mut refused = 0;
        for (name, version) in names.into_iter().chain(numbered) {
            match store.version(&config.scope, &name, version).await {
                Err(StoreError::Corrupt(why)) => refused += usize::from(why.contains("changed outside")),
                found => assert!(matches!(found, Ok(None)), "{change}: {found:?}"),
            }
        }
        assert_eq!(refused, 1, "{change}");
        assert!(integrity::failures()[0].1 > failures, "{change}: nobody is told");
        let listed = store.list_all_versions(&config.scope, None, 10).await.unwrap();
        assert!(listed.items.is_empty(), "{change}: {listed:?}");
    }
}

/// What is whole is listed to its end, also where the first of a page is not.
#[tokio::test]
async fn lists_leave_out_what_somebody_else_changed() {
    let data = tempfile::tempdir().unwrap();
    let store = Sqlite::open(data.path(), &key()).unwrap();
    for name in ["a", "b", "c", "d"] {
        store.create_function(function(&home(), name), BTreeMap::new(), None).await.unwrap();
    }
    let db = Connection::open(data.path().join("tenfold.db")).unwrap();
    db.execute("UPDATE function SET code_size = 1 WHERE name IN ('a', 'c')", []).unwrap();
    let first = store.list_functions(&home(), None, 1).await.unwrap();
    assert_eq!(first.items.iter().map(|f| f.name.as_str()).collect::<Vec<_>>(), ["b"]);
    assert!(first.more, "there is another one behind it");
    let rest = store.list_functions(&home(), Some(&first.items[0].name), 1).await.unwrap();
    assert_eq!(rest.items.iter().map(|f| f.name.as_str()).collect::<Vec<_>>(), ["d"]);
    assert!(!rest.more);
    // It can be taken away, and made anew.
    let name = FunctionName::new("a").unwrap();
    store.delete_function(&home(), &name).await.unwrap();
    store.create_function(function(&home(), "a"), BTreeMap::new(), None).await.unwrap();
    assert!(store.version(&home(), &name, Version::Latest).await.unwrap().is_some());
}

/// Whatever says which version runs, who may run it, by which URL, how many at a time, and of which layers.
#[tokio::test]
async fn other_rows_that_somebody_else_changed_are_not_believed() {
    let data = tempfile::tempdir().unwrap();
    let store = Sqlite::open(data.path(), &key()).unwrap();
    let config = function(&home(), "f");
    let (scope, name) = (home(), config.name.clone());
    store.create_function(config, BTreeMap::new(), None).await.unwrap();
    let alias = || Alias {
        scope: scope.clone(),
        function: name.clone(),
        name: "live".into(),
        version: Version::Latest,
        description: String::new(),
        routing: None,
        revision_id: "r".to_owned(),
    };
    store.create_alias(alias()).await.unwrap();
    let kinds = [
        AttachmentKind::Policy,
        AttachmentKind::Url,
        AttachmentKind::EventInvoke,
        AttachmentKind::ReservedConcurrency,
        AttachmentKind::ProvisionedConcurrency,
        AttachmentKind::CodeSigning,
    ];
    let attach = async |kind| {
        let attachment = Attachment {
            scope: scope.clone(),
            name: name.clone(),
            qualifier: None,
            kind,
            value: "{}".to_owned(),
            revision: "r".to_owned(),
            modified: Timestamp(0),
            amount: Some(7),
            reference: Some("reference".to_owned()),
        };
        store.attach(attachment, Expected::Anything).await.unwrap();
    };
    for kind in kinds {
        attach(kind).await;
    }
    let db = Connection::open(data.path().join("tenfold.db")).unwrap();
    assert!(store.alias(&scope, &name, "live").await.unwrap().is_some());
    for change in ["version = 1", "second_version = 1, second_weight = 0.5", "revision = 'x'"] {
        db.execute_batch(&format!("UPDATE alias SET {change}")).unwrap();
        let found = store.alias(&scope, &name, "live").await;
        assert!(matches!(found, Err(StoreError::Corrupt(_))), "{change}: {found:?}");
        assert!(store.list_aliases(&scope, &name, None, None, 9).await.unwrap().items.is_empty(), "{change}");
        store.delete_alias(&scope, &name, "live").await.unwrap();
        store.create_alias(alias()).await.unwrap();
    }
    for kind in kinds {
        for change in ["value = '[]'", "amount = 8", "reference = 'other'", "signature = NULL"] {
            assert!(store.attachment(&scope, &name, None, kind).await.unwrap().is_some());
            db.execute_batch(&format!("UPDATE attachment SET {change}")).unwrap();
            let found = store.attachment(&scope, &name, None, kind).await;
            assert!(matches!(found, Err(StoreError::Corrupt(_))), "{kind:?} {change}: {found:?}");
            for reference in ["reference", "other"] {
                let led = store.attached_by_reference(kind, reference, None, 9).await.unwrap();
                assert!(led.items.is_empty(), "{kind:?} {change}");
            }
            assert!(store.attachments_with_amounts(kind).await.unwrap().is_empty(), "{kind:?} {change}");
            store.delete_function(&scope, &name).await.unwrap();
            store.create_function(function(&scope, "f"), BTreeMap::new(), None).await.unwrap();
            for kind in kinds {
                attach(kind).await;
            }
        }
    }
}

#[tokio::test]
async fn a_database_of_another_key_is_not_believed() {
    let data = tempfile::tempdir().unwrap();
    let (config, _) = one_function(data.path()).await;
    let store = Sqlite::open(data.path(), &crate::RowKey::new([8; 32])).unwrap();
    let found = store.version(&config.scope, &config.name, config.version).await;
    assert!(matches!(found, Err(StoreError::Corrupt(_))), "{found:?}");
    drop(store);
    let store = Sqlite::open(data.path(), &key()).unwrap();
    assert!(store.version(&config.scope, &config.name, config.version).await.unwrap().is_some());
}

/// Their values may make another plan better, and no plan is worth making it each time.
#[tokio::test]
async fn a_statement_is_planned_once_whatever_its_values() {
    let data = tempfile::tempdir().unwrap();
    let store = Sqlite::open(data.path(), &key()).unwrap();
    let planned_anew = |db: &Connection| {
        let sql = "SELECT queued.number FROM queued LEFT JOIN event ON event.number = queued.number
            WHERE partition = ? AND claimed = 0 AND lane = ? AND due <= ? ORDER BY due, queued.number LIMIT ?";
        for number in 1..4 {
            assert!(!db.prepare_cached(sql)?.exists([number; 4])?);
        }
        Ok(db.prepare_cached(sql)?.get_status(StatementStatus::RePrepare))
    };
    assert_eq!(store.events.write(planned_anew).await.unwrap(), 0);
    assert_eq!(store.events.read(planned_anew).await.unwrap(), 0);
}
