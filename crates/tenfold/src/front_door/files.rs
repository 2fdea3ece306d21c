//! A certificate that somebody else renews: read at the start, when its files change, and on SIGHUP.

use crate::failure::Failure;
use gateway::Tls;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};
use tokio::time::{MissedTickBehavior, interval};

/// Between two looks at the files.
const LOOK: Duration = Duration::from_secs(2);

/// Where it is.
#[derive(Clone, Debug)]
pub(crate) struct Files {
    pub(crate) certificate: PathBuf,
    pub(crate) key: PathBuf,
}

/// By which a change is seen: a file that was replaced has another inode, one that was written another time.
type Stamp = [Option<(u64, i64, i64, u64)>; 2];

impl Files {
    /// Reads them for the first time.
    pub(crate) fn load(&self) -> Result<Tls, Failure> {
        let (chain, key) = self.read()?;
        Tls::new(&chain, &key).map_err(|e| Failure::file("cannot serve with", &self.certificate, e))
    }

    fn read(&self) -> Result<(Vec<u8>, Vec<u8>), Failure> {
        let read = |path: &PathBuf| std::fs::read(path).map_err(|e| Failure::file("cannot read", path, e));
        Ok((read(&self.certificate)?, read(&self.key)?))
    }

    fn stamp(&self) -> Stamp {
        [&self.certificate, &self.key].map(|path| {
            let metadata = std::fs::metadata(path).ok()?;
            Some((metadata.ino(), metadata.mtime(), metadata.mtime_nsec(), metadata.size()))
        })
    }

    /// Exchanges the certificate when it is renewed. What cannot be used is said once, and the old one stays: with the
    /// second of two files the new one comes.
    pub(crate) async fn keep_current(self, tls: Tls) {
        let mut ticks = interval(LOOK);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut asked = signal(SignalKind::hangup())
            .inspect_err(|error| tracing::warn!(%error, "SIGHUP cannot be handled"))
            .ok();
        let mut seen = None;
        loop {
            let force = tokio::select! {
                _ = ticks.tick() => false,
                Some(()) = hung_up(&mut asked) => true,
            };
            let files = self.clone();
            let looked = tokio::task::spawn_blocking(move || {
                let stamp = files.stamp();
                // The first look may be long after they were read.
                (force || seen != Some(stamp)).then(|| (stamp, files.read()))
            });
            let Ok(Some((stamp, read))) = looked.await else { continue };
            seen = Some(stamp);
            let exchanged = read
                .map_err(|e| e.to_string())
                .and_then(|(chain, key)| tls.exchange(&chain, &key).map_err(|e| e.to_string()));
            match exchanged {
                Ok(()) => tracing::info!(file = %self.certificate.display(), "the certificate was read"),
                Err(error) => tracing::warn!(%error, "the certificate stays as it was"),
            }
        }
    }
}

async fn hung_up(asked: &mut Option<tokio::signal::unix::Signal>) -> Option<()> {
    match asked {
        Some(asked) => asked.recv().await,
        None => std::future::pending().await,
    }
}
