//! The log as the rest of the server sees it: calls go in, and nobody waits.
//!
//! Calls are put into a list that a thread empties: at once after a management event, else ten times a second, so that many
//! invocations wake it no oftener than few. A record is in the kernel's hands then (it survives `kill -9`), and on the disk
//! within a second.
//!
//! Of calls by nobody knows whom, some are recorded in full and the others are counted, a record a second: strangers cannot push
//! out what others did.
//!
//! Where records come faster than they can be written, or the disk is full, up to [`ROOM`] wait. Beyond that they are lost,
//! and how many were is written into the log as soon as it can be: never silently.

use crate::call::{Call, Kind};
use crate::segment::Retention;
use crate::writer::Writer;
use domain::{Clock, Timestamp};
use serde_json::json;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use vault::Signer;

/// Calls that wait to be written. Each takes about a KiB.
const ROOM: usize = 16_384;
/// Between two looks at the list, while there are calls.
const TICK: Duration = Duration::from_millis(100);
/// Between two times that the disk is waited for, and between two tries where it does not take anything.
const SAVE: Duration = Duration::from_secs(1);
/// Calls of strangers that are recorded at once, and a second.
const STRANGERS: f64 = 500.0;
const STRANGERS_PER_SECOND: f64 = 50.0;
/// Records of one write.
const BATCH: usize = 1_024;

/// Why the log cannot be written.
#[derive(Debug, thiserror::Error)]
#[error("cannot write the audit log in {path}: {source}")]
pub struct OpenError {
    path: PathBuf,
    source: io::Error,
}

/// The audit log of a server.
pub struct Trail {
    shared: Arc<Shared>,
    data_events: bool,
    thread: Mutex<Option<JoinHandle<()>>>,
}

struct Shared {
    list: Mutex<List>,
    /// For the thread.
    wake: Condvar,
    /// For those who wait for it.
    saved: Condvar,
}

#[derive(Default)]
struct List {
    calls: Vec<Call>,
    lost: u64,
    strangers: Strangers,
    /// The thread waits until somebody wakes it.
    asleep: bool,
    /// Somebody wants it to look at once.
    urgent: bool,
    /// How often it was asked to save, and how often it has.
    asked: u64,
    done: u64,
    stop: bool,
}

/// A bucket, and how many did not fit.
#[derive(Default)]
struct Strangers {
    used: f64,
    at: Option<Instant>,
    left_out: u64,
}

impl Strangers {
    fn admit(&mut self) -> bool {
        let now = Instant::now();
        let since = self.at.map_or(Duration::ZERO, |at| now.saturating_duration_since(at));
        self.used = (self.used - since.as_secs_f64() * STRANGERS_PER_SECOND).max(0.0);
        self.at = Some(now);
        let fits = self.used + 1.0 <= STRANGERS;
        if fits {
            self.used += 1.0;
        } else {
            self.left_out += 1;
        }
        fits
    }
}

/// What the thread has to do.
#[derive(Default)]
struct Work {
    calls: Vec<Call>,
    lost: u64,
    left_out: u64,
    asked: Option<u64>,
    stop: bool,
}

impl Shared {
    fn list(&self) -> MutexGuard<'_, List> {
        self.list.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Trail {
    /// Takes up the log in a directory, which is made where it is missing; `data_events`: whether invocations are recorded.
    /// Blocks for a look at the last file.
    pub fn open(
        directory: &Path,
        signer: Signer,
        retention: Retention,
        data_events: bool,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, OpenError> {
        let failed = |source| OpenError { path: directory.to_owned(), source };
        let writer = Writer::open(directory, signer, retention, clock.now()).map_err(failed)?;
        let shared = Arc::new(Shared { list: Mutex::default(), wake: Condvar::new(), saved: Condvar::new() });
        let scribe = Scribe { shared: Arc::clone(&shared), writer, clock, failing: None };
        let thread = std::thread::Builder::new()
            .name("audit-writer".to_owned())
            .stack_size(512 << 10)
            .spawn(move || scribe.run())
            .map_err(failed)?;
        Ok(Self { shared, data_events, thread: Mutex::new(Some(thread)) })
    }

    /// Whether calls of an operation are recorded.
    pub fn wants(&self, service: &str, operation: &str) -> bool {
        self.data_events || !crate::is_data(service, operation)
    }

    /// Records a call, if calls like it are recorded. Never waits.
    pub fn record(&self, call: Call) {
        let is_data = call.is_data();
        if is_data && !self.data_events {
            return;
        }
        let mut list = self.shared.list();
        if list.calls.len() >= ROOM {
            list.lost += 1;
            return;
        }
        if call.who.kind == Kind::Unknown && !list.strangers.admit() {
            return;
        }
        list.calls.push(call);
        let wake = list.asleep || !is_data && !list.urgent;
        list.urgent |= !is_data;
        list.asleep = false;
        drop(list);
        if wake {
            self.shared.wake.notify_one();
        }
    }

    /// Waits until all that was recorded is on disk, at most for some seconds. Blocks.
    pub fn save(&self) {
        let mut list = self.shared.list();
        list.asked += 1;
        let asked = list.asked;
        list.asleep = false;
        self.shared.wake.notify_one();
        let until = |list: &mut List| list.done < asked && !list.stop;
        drop(self.shared.saved.wait_timeout_while(list, Duration::from_secs(5), until));
    }

    /// Writes what is left, and that the log ends here. Blocks.
    pub fn stop(&self) {
        self.shared.list().stop = true;
        self.shared.wake.notify_one();
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread {
            // It panicked or it ended: there is nothing left to do in either case.
            let _ = thread.join();
        }
    }
}

impl Drop for Trail {
    fn drop(&mut self) {
        self.stop();
    }
}

/// The thread.
struct Scribe {
    shared: Arc<Shared>,
    writer: Writer,
    clock: Arc<dyn Clock>,
    /// Since when nothing can be written.
    failing: Option<Instant>,
}

impl Scribe {
    fn run(mut self) {
        let mut saved = Instant::now();
        let mut idle = false;
        loop {
            let Work { calls, lost, left_out, asked, stop } = self.next(idle);
            let something = !calls.is_empty() || lost > 0;
            let mut written = !something || self.write(calls, lost);
            if left_out > 0 {
                let now = self.clock.now();
                let about = json!({ "count": left_out });
                written &= self.attempt(|writer| writer.note(now, "OmitUnknownCallers", &about));
            }
            if asked.is_some() || stop || saved.elapsed() >= SAVE {
                if written && stop {
                    let now = self.clock.now();
                    self.attempt(|writer| writer.note(now, "StopAuditLog", &json!({})));
                }
                idle = self.attempt(Writer::save) && !something;
                saved = Instant::now();
                if let Some(asked) = asked {
                    self.shared.list().done = asked;
                    self.shared.saved.notify_all();
                }
            } else {
                idle = false;
            }
            if stop {
                return;
            }
        }
    }

    /// What there is to write, after a while; at once where somebody wants it. With everything on disk, waits as long as it takes.
    fn next(&self, idle: bool) -> Work {
        let quiet = |list: &mut List| !(list.urgent || list.stop || list.asked > list.done);
        let mut list = self.shared.list();
        if idle && list.calls.is_empty() && quiet(&mut list) {
            list.asleep = true;
            let asleep = |list: &mut List| list.asleep && quiet(list);
            list = self.shared.wake.wait_while(list, asleep).unwrap_or_else(PoisonError::into_inner);
        } else {
            let pause = if self.failing.is_some() { SAVE } else { TICK };
            let ready = |list: &mut List| self.failing.is_some() && !list.stop || quiet(list);
            let waited = self.shared.wake.wait_timeout_while(list, pause, ready);
            list = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        list.asleep = false;
        list.urgent = false;
        let count = list.calls.len().min(BATCH);
        let rest = list.calls.split_off(count);
        let calls = std::mem::replace(&mut list.calls, rest);
        // More than a batch is not waited with.
        list.urgent = !list.calls.is_empty();
        let asked = (list.calls.is_empty() && list.asked > list.done).then_some(list.asked);
        let stop = list.stop && list.calls.is_empty();
        let since = list.strangers.at.map_or(SAVE, |at| at.elapsed());
        // Once a second, as long as they come.
        let tell = stop || since >= TICK || list.strangers.left_out >= STRANGERS_PER_SECOND as u64 * 10;
        let left_out = if tell { std::mem::take(&mut list.strangers.left_out) } else { 0 };
        Work { calls, lost: std::mem::take(&mut list.lost), left_out, asked, stop }
    }

    /// Whether it could be written; otherwise it is put back.
    fn write(&mut self, calls: Vec<Call>, lost: u64) -> bool {
        let now = self.clock.now();
        let records: Vec<String> = calls.iter().map(Call::record).collect();
        let written = self.attempt(|writer| {
            if !records.is_empty() {
                writer.write(&records, now)?;
            }
            Ok(())
        });
        // In the order in which it was: they are lost behind the others.
        let told = written && (lost == 0 || self.tell_lost(now, lost));
        if !told {
            let mut list = self.shared.list();
            list.lost += lost;
            if !written {
                let later = std::mem::replace(&mut list.calls, calls);
                list.calls.extend(later);
                let beyond = list.calls.len().saturating_sub(ROOM + BATCH);
                list.calls.truncate(ROOM + BATCH);
                list.lost += beyond as u64;
            }
            if list.stop {
                tracing::error!(calls = list.calls.len(), lost = list.lost, "calls are not in the audit log");
                list.calls.clear();
            }
        }
        told
    }

    fn tell_lost(&mut self, now: Timestamp, lost: u64) -> bool {
        tracing::error!(
            lost,
            "calls were not recorded: they came faster than the audit log could be written"
        );
        self.attempt(|writer| writer.note(now, "LoseAuditRecords", &json!({ "count": lost })))
    }

    fn attempt(&mut self, work: impl FnOnce(&mut Writer) -> io::Result<()>) -> bool {
        match work(&mut self.writer) {
            Ok(()) => {
                if self.failing.take().is_some() {
                    tracing::warn!("the audit log can be written again");
                }
                true
            }
            Err(error) => {
                if self.failing.is_none() {
                    tracing::error!(%error, "the audit log cannot be written");
                }
                self.failing = Some(Instant::now());
                false
            }
        }
    }
}

#[cfg(test)]
#[path = "trail_tests.rs"]
mod tests;
