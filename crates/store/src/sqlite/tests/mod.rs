mod crash;
mod event_files;
mod files;
mod full_disk;
mod log_writer;
mod round_trip;

use super::Sqlite;
use crate::conformance;

/// Opens empty stores; the directories go at the end.
struct Directories(Vec<tempfile::TempDir>);

impl Directories {
    fn open(&mut self) -> Sqlite {
        let directory = tempfile::tempdir().unwrap();
        let store = Sqlite::open(directory.path()).unwrap();
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
