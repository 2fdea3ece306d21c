//! The same, where the process is killed at any point of the sequence, with the store and the packages on disk.

use super::facts::Facts;
use super::step;
use crate::house::House;
use blobs::{BlobStore, DirectoryBlobs};
use domain::clock::SystemClock;
use domain::{Clock, Timestamp};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config as ProptestConfig, RngAlgorithm, TestRng, TestRunner};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use store::Sqlite;

const DIRECTORY: &str = "SEQUENCES_KILL_DIRECTORY";
const SEED: &str = "SEQUENCES_KILL_SEED";
const ROUNDS: u8 = 8;
/// Longer than a package may be kept without a function.
const LATER_MS: i64 = 2 * 3_600_000;

/// Killed with its parent's end of the test, whatever happens.
struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn open(directory: &Path) -> (House, Arc<DirectoryBlobs>) {
    let store = Arc::new(Sqlite::open(directory, &store::RowKey::new([0; 32])).unwrap());
    let blobs =
        Arc::new(DirectoryBlobs::open(directory, vault::Keyring::of(vault::Key::new(&[7; 32]))).unwrap());
    let config = service_lambda::Config { architecture: None, ..Default::default() };
    let house = House::keeping(store, Arc::clone(&blobs) as _, config);
    house.at(SystemClock.now());
    (house, blobs)
}

fn random(seed: u8) -> TestRunner {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    TestRunner::new_with_rng(ProptestConfig::default(), rng)
}

/// The child: carries out steps until it is killed, and says after each one that it did.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "started by killed_at_any_point"]
async fn child() {
    let Ok(directory) = std::env::var(DIRECTORY) else { return };
    let seed = std::env::var(SEED).unwrap().parse().unwrap();
    let (house, _blobs) = open(Path::new(&directory));
    house.service.recover().await.unwrap();
    let mut runner = random(seed);
    loop {
        let step = step::any().new_tree(&mut runner).unwrap().current();
        house.at(SystemClock.now());
        step.carry_out(&house).await;
        let _ = std::io::stdout().lock().write_all(b"\nstep\n");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_at_any_point() {
    let data = tempfile::tempdir().unwrap();
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", "sequences::kill::child", "--ignored", "--nocapture", "--test-threads=1"])
        .env(DIRECTORY, data.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut before = Facts::default();
    for round in 1..=ROUNDS {
        let mut child = Killed(command.env(SEED, round.to_string()).spawn().unwrap());
        let lines = BufReader::new(child.0.stdout.take().unwrap()).lines();
        // A different point each time; the signal arrives somewhere in the next steps.
        let steps = lines.map_while(Result::ok).filter(|line| line == "step").take(17 * usize::from(round));
        assert_eq!(steps.count(), 17 * usize::from(round), "the child ended");
        child.0.kill().unwrap();
        child.0.wait().unwrap();

        let (house, blobs) = open(data.path());
        let now = Facts::of(&house).await;
        now.check(&before);
        house.service.recover().await.unwrap();
        house.settle_all().await;
        let settled = Facts::of(&house).await;
        settled.check(&now);
        let kept = || async { blobs.list().await.unwrap().into_iter().map(|blob| blob.sha256).collect() };
        assert!(settled.owned().is_subset(&kept().await), "a version without its package, round {round}");
        house.at(Timestamp(SystemClock.now().0 + LATER_MS));
        house.service.sweep().await.unwrap();
        settled.check_blobs(&kept().await);
        before.follow(settled);
    }
}
