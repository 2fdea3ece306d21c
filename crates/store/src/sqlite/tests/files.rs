use crate::conformance::{function, home};
use crate::sqlite::Sqlite;
use crate::{FunctionStore, LogStore, OpenError, StoreError, TagStore, Tagged};
use domain::{FunctionConfig, FunctionName};
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::sync::Arc;

#[tokio::test]
async fn one_server_per_directory() {
    let data = tempfile::tempdir().unwrap();
    let path = data.path().join("new/data");
    let first = Sqlite::open(&path).unwrap();
    let second = Sqlite::open(&path).err().unwrap();
    assert!(matches!(&second, OpenError::InUse(at) if *at == path), "{second}");
    assert!(second.to_string().contains("new/data"), "{second}");
    drop(first);
    drop(Sqlite::open(&path).unwrap());
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
    let store = Sqlite::open(data.path()).unwrap();
    store.create_function(function(&home(), "f"), BTreeMap::new(), None).await.unwrap();
    assert_eq!(files().len(), 9, "three databases, each with its log and its index");
    let open = |path: &std::path::PathBuf| std::fs::metadata(path).unwrap().permissions().mode() & 0o077 != 0;
    assert!(!files().iter().any(open));

    // As after a crash: a copy of the files as they are, open to all.
    let left = files().iter().map(|path| (path.clone(), std::fs::read(path).unwrap())).collect::<Vec<_>>();
    drop(store);
    for (path, content) in &left {
        std::fs::write(path, content).unwrap();
        set(path, 0o644);
    }
    let store = Sqlite::open(data.path()).unwrap();
    assert!(store.function(&home(), &FunctionName::new("f").unwrap()).await.unwrap().is_some());
    assert_eq!(files().len(), 9);
    assert!(!files().iter().any(open));
}

#[tokio::test]
async fn what_is_kept_is_there_after_opening_again() {
    let data = tempfile::tempdir().unwrap();
    let config = function(&home(), "f");
    let store = Sqlite::open(data.path()).unwrap();
    store.create_function(config.clone(), [("k".to_owned(), "v".to_owned())].into(), None).await.unwrap();
    store.create_group(&home(), "g", config.last_modified).await.unwrap();
    drop(store);
    let store = Sqlite::open(data.path()).unwrap();
    assert_eq!(store.function(&home(), &config.name).await.unwrap(), Some(config.clone()));
    assert_eq!(store.tags(&home(), &Tagged::Function(config.name.clone())).await.unwrap().len(), 1);
    assert_eq!(
        store.describe_groups(&home(), &crate::GroupMatch::Any, None, 9).await.unwrap().items.len(),
        1
    );
}

#[test]
fn files_that_are_not_ours_are_refused_and_left_alone() {
    for name in ["tenfold.db", "logs.db", "events.db"] {
        let data = tempfile::tempdir().unwrap();
        drop(Sqlite::open(data.path()).unwrap());
        let path = data.path().join(name);
        let db = Connection::open(&path).unwrap();
        db.pragma_update(None, "user_version", 99).unwrap();
        drop(db);
        let newer = Sqlite::open(data.path()).err().unwrap();
        assert!(matches!(newer, OpenError::NewerSchema { found: 99, .. }), "{newer}");
        assert!(newer.to_string().contains("use a newer release"), "{newer}");

        let db = Connection::open(&path).unwrap();
        db.pragma_update(None, "application_id", 1).unwrap();
        drop(db);
        assert!(matches!(Sqlite::open(data.path()), Err(OpenError::Foreign(_))));

        std::fs::remove_file(&path).unwrap();
        let text =
            b"this is some other file, and it is longer than a header of SQLite, which has 100 bytes: \
            so it is read, and seen to be something else"
                .as_slice();
        std::fs::write(&path, text).unwrap();
        assert!(matches!(Sqlite::open(data.path()), Err(OpenError::Foreign(_))));
        assert_eq!(std::fs::read(&path).unwrap(), text);
    }
}

#[tokio::test]
async fn a_record_that_cannot_be_read_is_an_error_that_says_so() {
    let data = tempfile::tempdir().unwrap();
    let store = Sqlite::open(data.path()).unwrap();
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
    let store = Arc::new(Sqlite::open(data.path()).unwrap());
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
    drop(Sqlite::open(data.path()).unwrap());
    let best = (0..10)
        .map(|_| {
            let began = std::time::Instant::now();
            let store = Sqlite::open(data.path()).unwrap();
            let took = began.elapsed();
            drop(store);
            took
        })
        .min();
    assert!(best.is_some_and(|took| took < std::time::Duration::from_millis(50)), "{best:?}");
    eprintln!("opened in {best:?}");
}
