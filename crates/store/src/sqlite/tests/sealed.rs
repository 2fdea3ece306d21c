//! What is secret cannot be read in the files, whatever key it is under; and a change of keys loses nothing.

use super::event_files::{claim_all, queued};
use crate::{EventQueue, FunctionStore, RowKey, Sqlite, StoreError};
use domain::{AccountId, FunctionConfig, Region, Scope};
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::path::Path;
use vault::{Key, Keyring, RingError};

const WORD: &str = "a-word-that-nobody-may-read";

fn function(name: &str) -> FunctionConfig {
    let scope = Scope::new(AccountId::new("123456789012").unwrap(), Region::new("us-east-1").unwrap());
    crate::conformance::function(&scope, name)
}

/// One function with a variable, and one event.
async fn keep(store: &Sqlite) -> FunctionConfig {
    let variables = BTreeMap::from([("A".to_owned(), WORD.to_owned())]);
    let config = FunctionConfig { environment: Some(variables), ..function("f") };
    store.create_function(config.clone(), BTreeMap::new(), None).await.unwrap();
    store.admit(vec![queued("r", WORD)]).await.unwrap();
    config
}

fn holds(directory: &Path, word: &str) -> Vec<String> {
    let files = std::fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path());
    let holding = |path: &std::path::PathBuf| {
        let content = std::fs::read(path).unwrap();
        content.windows(word.len()).any(|window| window == word.as_bytes())
    };
    files.filter(holding).map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect()
}

async fn environment(store: &Sqlite, config: &FunctionConfig) -> Result<Option<String>, StoreError> {
    let found = store.version(&config.scope, &config.name, config.version).await?;
    Ok(found.unwrap().environment.and_then(|map| map.get("A").cloned()))
}

async fn payload(store: &Sqlite) -> String {
    let claimed = claim_all(store).await;
    let event = store.event(claimed[0].1.number).await.unwrap().unwrap();
    String::from_utf8(event.payload.to_vec()).unwrap()
}

#[tokio::test]
async fn nothing_secret_is_in_the_files() {
    let data = tempfile::tempdir().unwrap();
    let store = Sqlite::open(data.path(), &super::key()).unwrap();
    let config = keep(&store).await;
    assert!(holds(data.path(), WORD).is_empty());
    assert_eq!(environment(&store, &config).await.unwrap().as_deref(), Some(WORD));
    assert_eq!(payload(&store).await, WORD);
    drop(store);
    assert!(holds(data.path(), WORD).is_empty());
}

#[tokio::test]
async fn everything_comes_under_the_newest_key() {
    let data = tempfile::tempdir().unwrap();
    let ring = Keyring::of(Key::new(&[1; 32]));
    let store = Sqlite::open(data.path(), &RowKey::of(&ring)).unwrap();
    let config = keep(&store).await;
    assert_eq!(store.rekey().await.unwrap(), 0);
    ring.renew(|_| Ok::<_, RingError>(())).unwrap();
    assert_eq!(environment(&store, &config).await.unwrap().as_deref(), Some(WORD), "both are good meanwhile");
    let newer =
        FunctionConfig { environment: Some([("A".to_owned(), WORD.to_owned())].into()), ..function("g") };
    store.create_function(newer.clone(), BTreeMap::new(), None).await.unwrap();
    assert_eq!(store.rekey().await.unwrap(), 2, "the older function and the event");
    assert_eq!(store.rekey().await.unwrap(), 0);
    ring.settle(&[], 0);
    for config in [&config, &newer] {
        assert_eq!(environment(&store, config).await.unwrap().as_deref(), Some(WORD));
    }
    assert_eq!(payload(&store).await, WORD);
}

#[tokio::test]
async fn a_row_that_was_changed_does_not_become_good_by_a_change_of_keys() {
    let data = tempfile::tempdir().unwrap();
    let ring = Keyring::of(Key::new(&[1; 32]));
    let store = Sqlite::open(data.path(), &RowKey::of(&ring)).unwrap();
    let config = keep(&store).await;
    let db = Connection::open(data.path().join("tenfold.db")).unwrap();
    db.execute("UPDATE function SET revision = 'other'", []).unwrap();
    ring.renew(|_| Ok::<_, RingError>(())).unwrap();
    assert_eq!(store.rekey().await.unwrap(), 1, "the event alone");
    assert!(matches!(environment(&store, &config).await, Err(StoreError::Corrupt(_))));
}

#[tokio::test]
async fn a_value_of_another_row_is_not_taken() {
    let data = tempfile::tempdir().unwrap();
    let store = Sqlite::open(data.path(), &super::key()).unwrap();
    let config = keep(&store).await;
    let other =
        FunctionConfig { environment: Some([("A".to_owned(), "own".to_owned())].into()), ..function("g") };
    store.create_function(other.clone(), BTreeMap::new(), None).await.unwrap();
    let db = Connection::open(data.path().join("tenfold.db")).unwrap();
    let swap = "UPDATE function SET environment = (SELECT environment FROM function WHERE name = 'f') WHERE name = 'g'";
    assert_eq!(db.execute(swap, []).unwrap(), 1);
    assert!(matches!(environment(&store, &other).await, Err(StoreError::Corrupt(_))));
    assert!(environment(&store, &config).await.is_ok());
}
