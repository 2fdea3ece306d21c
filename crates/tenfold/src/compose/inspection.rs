//! What operators see: the server's numbers, and whether it can do its work.
//!
//! Never here: how a metric is spelt, who may read it.

use crate::failure::Failure;
use crate::inspection::InspectionConfig;
use async_trait::async_trait;
use bytes::Bytes;
use dispatch::Dispatcher;
use dispatch::events::EventTotals;
use domain::Clock;
use domain::integrity::failures;
use gateway::{Gateway, Inspection, Listening};
use metrics::server::{Kind, Registry};
use sandbox::linux::LinuxDriver;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock, Weak};
use store::{EventCounts, EventQueue, LogWriter, SegmentWriter, WriteProbe};
use telemetry::Exposed;
use telemetry::health::{Check, Health};
use tokio::net::TcpListener;

/// Bytes of the disk that must be free, where that is not more than a sixteenth of it: what the queue of events leaves.
const FREE: u64 = 256 << 20;
const FREE_SHARE: u64 = 16;

/// See the module's documentation.
pub(super) struct Inspector {
    exposed: Option<Arc<Exposed>>,
    health: Health,
}

impl Inspector {
    /// Metrics where they are wanted, and these checks.
    pub(super) fn new(exposed: Option<Arc<Exposed>>, checks: Vec<Arc<dyn Check>>) -> Self {
        Self { exposed, health: Health::new(checks) }
    }
}

#[async_trait]
impl Inspection for Inspector {
    async fn metrics(&self, accept: &str) -> Option<(&'static str, Bytes)> {
        let exposed = Arc::clone(self.exposed.as_ref()?);
        let format = telemetry::chosen(accept);
        let text = move || telemetry::text(&exposed.families(), format);
        let text = tokio::task::spawn_blocking(text).await.ok()?;
        Some((format.content_type(), text.into()))
    }

    async fn readiness(&self) -> (bool, Bytes) {
        let report = self.health.report().await;
        (report.is_ready(), report.document().to_string().into())
    }
}

/// The listener for operators alone, where one is wanted.
pub(super) async fn bind(listen: Option<SocketAddr>) -> Result<Option<TcpListener>, Failure> {
    let Some(listen) = listen else { return Ok(None) };
    let bound = TcpListener::bind(listen).await;
    bound.map(Some).map_err(|e| Failure::Machine(format!("cannot listen on {listen} for metrics: {e}")))
}

/// Serves it as long as the server lives, its end included.
pub(super) async fn serve(gateway: Arc<Gateway>, listener: TcpListener) {
    let listening = Listening {
        listener,
        label: "metrics".into(),
        tls: None,
        is_scarce: sandbox::linux::descriptors_are_scarce,
        inspects: true,
    };
    if let Err(error) = gateway::serve(gateway, listening, std::future::pending()).await {
        tracing::error!(%error, "metrics and health are not served on an address of their own");
    }
}

/// The gateway for what is made before it, which it owns.
#[derive(Clone, Default)]
pub(super) struct LaterGateway(Arc<OnceLock<Weak<Gateway>>>);

impl LaterGateway {
    /// Says which one it is. Only the first one counts.
    pub(super) fn is(&self, gateway: &Arc<Gateway>) {
        let _ = self.0.set(Arc::downgrade(gateway));
    }

    fn get(&self) -> Option<Arc<Gateway>> {
        self.0.get().and_then(Weak::upgrade)
    }
}

/// What readiness depends on.
pub(super) fn checks(
    config: &InspectionConfig,
    data_dir: &Path,
    stores: Vec<Arc<dyn WriteProbe>>,
    driver: Weak<LinuxDriver>,
    gateway: LaterGateway,
) -> Vec<Arc<dyn Check>> {
    let disk = Disk { directory: data_dir.to_owned(), min_free: config.min_free };
    vec![Arc::new(Stores(stores)), Arc::new(Keeper(driver)), Arc::new(disk), Arc::new(Listener(gateway))]
}

struct Stores(Vec<Arc<dyn WriteProbe>>);

#[async_trait]
impl Check for Stores {
    fn name(&self) -> &'static str {
        "store"
    }

    async fn check(&self) -> Result<(), String> {
        for store in &self.0 {
            store.probe_write().await.map_err(|error| error.to_string())?;
        }
        Ok(())
    }
}

/// It does not keep the keeper alive.
struct Keeper(Weak<LinuxDriver>);

#[async_trait]
impl Check for Keeper {
    fn name(&self) -> &'static str {
        "keeper"
    }

    async fn check(&self) -> Result<(), String> {
        let driver = self.0.upgrade().ok_or("the keeper has ended")?;
        driver.keeper_answers().await.map_err(|error| error.to_string())
    }
}

struct Disk {
    directory: PathBuf,
    min_free: Option<u64>,
}

#[async_trait]
impl Check for Disk {
    fn name(&self) -> &'static str {
        "disk"
    }

    async fn check(&self) -> Result<(), String> {
        let directory = self.directory.clone();
        let room = tokio::task::spawn_blocking(move || room_of(&directory)).await;
        let room = room.map_err(|error| error.to_string())??;
        let limit = self.min_free.unwrap_or(FREE.min(room.bytes / FREE_SHARE));
        if room.free < limit {
            return Err(format!("{} bytes are free, and {limit} have to be", room.free));
        }
        if room.is_out_of_files {
            return Err("the file system has no room for one more file".to_owned());
        }
        Ok(())
    }
}

struct Listener(LaterGateway);

#[async_trait]
impl Check for Listener {
    fn name(&self) -> &'static str {
        "listener"
    }

    async fn check(&self) -> Result<(), String> {
        let gateway = self.0.get().ok_or("the server has not started yet, or is ending")?;
        gateway.takes_none().map_or(Ok(()), |why| Err(why.to_owned()))
    }
}

struct RoomOnDisk {
    bytes: u64,
    free: u64,
    is_out_of_files: bool,
}

fn room_of(directory: &Path) -> Result<RoomOnDisk, String> {
    let found = rustix::fs::statvfs(directory).map_err(|error| error.to_string())?;
    let bytes = |blocks: u64| blocks.saturating_mul(found.f_frsize);
    // Some file systems do not count files: theirs are 0 of 0.
    let is_out_of_files = found.f_files > 0 && found.f_favail == 0;
    Ok(RoomOnDisk { bytes: bytes(found.f_blocks), free: bytes(found.f_bavail), is_out_of_files })
}

/// What others count already.
pub(super) struct Counted {
    pub(super) logs: Arc<LogWriter>,
    pub(super) segments: Arc<SegmentWriter>,
    pub(super) dispatcher: Arc<Dispatcher>,
    pub(super) gateway: LaterGateway,
    pub(super) data_dir: PathBuf,
}

/// Has the registry ask for it whenever it is read.
pub(super) fn count(registry: &Registry, counted: Counted) {
    let Counted { logs, segments, dispatcher, gateway, data_dir } = counted;
    let help = "Version of the server, as a label.";
    let version = || vec![(vec![env!("CARGO_PKG_VERSION").to_owned()], 1)];
    registry.read_all_from("tenfold_build_info", help, Kind::Gauge, &["version"], version);
    let help = "Log events that were dropped: more came than could be written.";
    registry.read_from("tenfold_log_events_dropped_total", help, Kind::Counter, move || logs.lost());
    let help = "Segments of traces that were dropped: more came than could be written.";
    registry.read_from("tenfold_trace_segments_dropped_total", help, Kind::Counter, move || segments.lost());
    let help = "Things on disk that were found changed.";
    registry.read_all_from("tenfold_integrity_failures_total", help, Kind::Counter, &["kept"], || {
        failures().into_iter().map(|(kept, count)| (vec![kept.word().to_owned()], count)).collect()
    });
    let help = "Requests that were answered, by service and class of status.";
    registry.read_all_from(
        "tenfold_http_requests_total",
        help,
        Kind::Counter,
        &["service", "code"],
        move || gateway.get().map(|gateway| gateway.answered()).unwrap_or_default(),
    );
    of_worker(registry, &dispatcher);
    for (name, help, of) in [
        (
            "tenfold_disk_size_bytes",
            "Size of the data directory's disk.",
            (|r| r.bytes) as fn(RoomOnDisk) -> u64,
        ),
        ("tenfold_disk_free_bytes", "What is free of it.", |r| r.free),
    ] {
        let directory = data_dir.clone();
        registry.read_from(name, help, Kind::Gauge, move || room_of(&directory).map_or(0, of));
    }
}

fn of_worker(registry: &Registry, dispatcher: &Arc<Dispatcher>) {
    let help = "Environments of functions, by what they do.";
    let asked = Arc::clone(dispatcher);
    registry.read_all_from("tenfold_environments", help, Kind::Gauge, &["state"], move || {
        let pools = asked.worker().status().pools;
        let sum = |of: fn(&worker::PoolStatus) -> usize| pools.iter().map(of).sum::<usize>() as u64;
        vec![
            (vec!["busy".to_owned()], sum(|pool| pool.busy)),
            (vec!["idle".to_owned()], sum(|pool| pool.idle)),
        ]
    });
    let asked = Arc::clone(dispatcher);
    let help = "Environments that were built, since the start.";
    let cold = move || asked.worker().status().cold_starts;
    registry.read_from("tenfold_cold_starts_total", help, Kind::Counter, cold);
    for (name, help, of) in [
        (
            "tenfold_environment_memory_bytes",
            "Memory that environments may have together, as they are.",
            (|status| status.memory_mb) as fn(worker::WorkerStatus) -> u64,
        ),
        ("tenfold_environment_memory_limit_bytes", "What they may have together at most.", |status| {
            status.memory_limit_mb
        }),
    ] {
        let asked = Arc::clone(dispatcher);
        registry.read_from(name, help, Kind::Gauge, move || of(asked.worker().status()) << 20);
    }
}

/// How many asynchronous invocations are queued, with what is to be delivered of them. Whoever reads the registry may block.
pub(super) fn count_queue(registry: &Registry, queue: Arc<dyn EventQueue>, clock: Arc<dyn Clock>) {
    let runtime = tokio::runtime::Handle::current();
    let help = "Asynchronous invocations that are queued, and what is to be sent of them, by state.";
    registry.read_all_from("tenfold_async_queue_events", help, Kind::Gauge, &["state"], move || {
        // A queue that cannot be read has no depth; that it cannot, readiness tells.
        let Ok(counts) = runtime.block_on(queue.event_counts(clock.now())) else { return Vec::new() };
        let EventCounts { ready, delayed, claimed } = counts;
        let counted = [("ready", ready), ("delayed", delayed), ("running", claimed)];
        counted.map(|(state, count)| (vec![state.to_owned()], count)).to_vec()
    });
}

/// What became of asynchronous invocations.
pub(super) fn count_events(registry: &Registry, totals: impl Fn() -> EventTotals + Send + Sync + 'static) {
    let help = "Asynchronous invocations that ended, and what was sent of them, by outcome.";
    registry.read_all_from("tenfold_async_events_total", help, Kind::Counter, &["outcome"], move || {
        let EventTotals {
            succeeded,
            failed,
            discarded,
            recursive,
            delivered,
            destination_failures,
            dead_letter_errors,
        } = totals();
        [
            ("succeeded", succeeded),
            ("failed", failed),
            ("discarded", discarded),
            ("recursive", recursive),
            ("delivered", delivered),
            ("destination_failed", destination_failures),
            ("dead_letter_failed", dead_letter_errors),
        ]
        .map(|(outcome, count)| (vec![outcome.to_owned()], count))
        .to_vec()
    });
}
