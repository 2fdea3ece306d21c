//! From one master key to the next while the server serves: a new one is taken up when it comes, and everything that is
//! encrypted or signed is brought under the new data key that came with it.
//!
//! Everything under the older keys is readable meanwhile. A server that ends in the middle goes on at its next start.

use crate::failure::Failure;
use crate::keys::Keys;
use audit::Trail;
use blobs::{DirectoryBlobs, Seals};
use domain::Clock;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use store::Sqlite;
use tokio::task::spawn_blocking;
use tokio::time::{MissedTickBehavior, interval};

/// Between two looks for another master key.
const LOOK: Duration = Duration::from_secs(2);
/// Where in the data directory there are trees with seals.
const SEALED: [&str; 2] = ["packages", "bytecode"];

/// What is under keys.
pub(super) struct Rekeying {
    pub(super) keys: Keys,
    pub(super) data_dir: PathBuf,
    pub(super) store: Arc<Sqlite>,
    pub(super) blobs: Arc<DirectoryBlobs>,
    pub(super) seals: Arc<Seals>,
    pub(super) trail: Arc<Trail>,
    pub(super) clock: Arc<dyn Clock>,
}

impl Rekeying {
    /// Never ends by itself.
    pub(super) async fn keep(mut self) {
        let mut ticks = interval(LOOK);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            if !self.keys.ring().is_settled() {
                match self.bring_everything_under_the_newest().await {
                    Ok(count) => tracing::info!(count, "everything is under the newest key"),
                    Err(error) => tracing::warn!(%error, "not everything is under the newest key yet"),
                }
            }
            let looked = spawn_blocking(move || {
                let found = self.keys.look();
                (self, found)
            });
            let Ok((back, found)) = looked.await else { return };
            self = back;
            match found {
                Ok(false) => {}
                Ok(true) => tracing::info!("another master key was taken up"),
                Err(error) => tracing::warn!(%error, "the master key stays as it was"),
            }
        }
    }

    /// How many things it had to.
    async fn bring_everything_under_the_newest(&self) -> Result<usize, Failure> {
        let failed = |what: &'static str| {
            move |error: &dyn std::fmt::Display| Failure::Machine(format!("{what}: {error}"))
        };
        let mut count = self.store.rekey().await.map_err(|e| failed("the database")(&e))?;
        count += self.blobs.rewrap().await.map_err(|e| failed("the code")(&e))?;
        let (seals, data_dir) = (Arc::clone(&self.seals), self.data_dir.clone());
        let signed = spawn_blocking(move || {
            SEALED.iter().map(|name| seals.sign_anew(&data_dir.join(name))).sum::<std::io::Result<usize>>()
        });
        count += signed.await.map_err(|e| failed("the seals")(&e))?.map_err(|e| failed("the seals")(&e))?;
        crate::data_dir::seal_credentials(&self.data_dir, self.keys.ring())?;
        count += 1;
        // The end of the audit log is signed anew, too.
        let trail = Arc::clone(&self.trail);
        let _ = spawn_blocking(move || trail.save()).await;
        self.keys.settle(self.clock.now().0)?;
        Ok(count)
    }
}
