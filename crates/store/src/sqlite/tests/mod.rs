mod crash;
pub(super) mod event_files;
mod files;
mod full_disk;
mod log_writer;
mod rights;
mod round_trip;
mod sealed;

use super::{RowKey, Sqlite, SqliteTraces};
use crate::conformance;

/// Of every store here.
fn key() -> RowKey {
    RowKey::new([7; 32])
}

/// Opens empty stores; the directories go at the end.
struct Directories(Vec<tempfile::TempDir>);

impl Directories {
    fn open(&mut self) -> Sqlite {
        let directory = tempfile::tempdir().unwrap();
        let store = Sqlite::open(directory.path(), &key()).unwrap();
        self.0.push(directory);
        store
    }
}

#[tokio::test]
async fn functions_conform() {
    let mut directories = Directories(Vec::new());
    conformance::function_store(|| directories.open()).await;
}

#[tokio::test]
async fn functions_in_memory_conform() {
    conformance::function_store(|| Sqlite::in_memory().unwrap()).await;
}

#[tokio::test]
async fn event_source_mappings_conform() {
    let mut directories = Directories(Vec::new());
    conformance::event_source_mapping_store(|| directories.open()).await;
}

#[tokio::test]
async fn event_source_mappings_in_memory_conform() {
    conformance::event_source_mapping_store(|| Sqlite::in_memory().unwrap()).await;
}

#[tokio::test]
async fn code_signing_configs_conform() {
    let mut directories = Directories(Vec::new());
    conformance::code_signing_store(|| directories.open()).await;
}

#[tokio::test]
async fn code_signing_configs_in_memory_conform() {
    conformance::code_signing_store(|| Sqlite::in_memory().unwrap()).await;
}

#[tokio::test]
async fn events_conform() {
    let mut directories = Directories(Vec::new());
    conformance::event_queue(|| directories.open()).await;
}

#[tokio::test]
async fn events_in_memory_conform() {
    conformance::event_queue(|| Sqlite::in_memory().unwrap()).await;
}

#[tokio::test]
async fn the_queue_of_simulations_conforms() {
    conformance::event_queue(|| conformance::MemoryEvents::new(3)).await;
}

#[tokio::test]
async fn roles_conform() {
    let mut directories = Directories(Vec::new());
    conformance::identity_store(|| directories.open()).await;
}

#[tokio::test]
async fn roles_in_memory_conform() {
    conformance::identity_store(|| Sqlite::in_memory().unwrap()).await;
}

#[tokio::test]
async fn layers_conform() {
    let mut directories = Directories(Vec::new());
    conformance::layer_store(|| directories.open()).await;
}

#[tokio::test]
async fn layers_in_memory_conform() {
    conformance::layer_store(|| Sqlite::in_memory().unwrap()).await;
}

#[tokio::test]
async fn logs_conform() {
    let mut directories = Directories(Vec::new());
    conformance::log_store(|| directories.open()).await;
}

#[tokio::test]
async fn logs_in_memory_conform() {
    conformance::log_store(|| Sqlite::in_memory().unwrap()).await;
}

#[tokio::test]
async fn metrics_conform() {
    let mut directories = Directories(Vec::new());
    conformance::metric_store(|| directories.open()).await;
}

#[tokio::test]
async fn metrics_in_memory_conform() {
    conformance::metric_store(|| Sqlite::in_memory().unwrap()).await;
}

#[tokio::test]
async fn traces_conform() {
    let directories = std::cell::RefCell::new(Vec::new());
    conformance::trace_store(|| {
        let directory = tempfile::tempdir().unwrap();
        let store = SqliteTraces::in_directory(directory.path(), &key());
        directories.borrow_mut().push(directory);
        store
    })
    .await;
}

#[tokio::test]
async fn traces_in_memory_conform() {
    conformance::trace_store(SqliteTraces::in_memory).await;
}

/// Nothing is made for who only asks.
#[tokio::test]
async fn traces_have_no_file_before_there_are_any() {
    use crate::{SettingKind, TraceStore};
    let directory = tempfile::tempdir().unwrap();
    let store = SqliteTraces::in_directory(directory.path(), &key());
    let scope = conformance::home();
    assert_eq!(store.settings(&scope, SettingKind::Group).await.unwrap(), []);
    assert_eq!(store.expire_traces(domain::Timestamp(1), 0, 10).await.unwrap(), 0);
    assert_eq!(std::fs::read_dir(directory.path()).unwrap().count(), 0);
}
