//! Queries of Logs Insights that run and that have run, in memory.
//!
//! Never here: the language (see [`crate::insights`]), a wait of a request for a query.

use crate::insights::{More, Query, Record, Row, Run, TooLarge};
use crate::token::write_pointer;
use domain::{AccountId, Scope, Timestamp};
use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use store::{FilterQuery, LogsStore, StoreError, StreamSelection};
use tokio::sync::oneshot;

/// Queries of an account that are not over, at most (quotas of CloudWatch Logs).
pub(crate) const CONCURRENT: usize = 30;
/// Queries that work at the same time, and those of one account: it never has all turns. Others are scheduled.
const WORKING: usize = 3;
const OF_ONE: usize = 2;
/// How long a query may take (quotas).
const LONGEST: Duration = Duration::from_secs(3_600);
/// Queries that are remembered, those that run included, and bytes of their results.
const REMEMBERED: usize = 1_000;
const MOST_BYTES: usize = 128 * 1024 * 1024;
/// What is read at once: events, and bytes of those that are given.
const PAGE_EVENTS: usize = 100_000;
const PAGE_BYTES: usize = 8 * 1024 * 1024;

/// How far a query has come, as `QueryStatus` spells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    Scheduled,
    Running,
    Complete,
    Failed,
    Cancelled,
    Timeout,
}

impl Status {
    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Scheduled => "Scheduled",
            Self::Running => "Running",
            Self::Complete => "Complete",
            Self::Failed => "Failed",
            Self::Cancelled => "Cancelled",
            Self::Timeout => "Timeout",
        }
    }

    pub(crate) fn is_over(self) -> bool {
        !matches!(self, Self::Scheduled | Self::Running)
    }
}

/// What a query has done.
#[derive(Clone, Debug)]
pub(crate) struct Progress {
    pub(crate) status: Status,
    pub(crate) rows: Arc<Vec<Row>>,
    pub(crate) matched: u64,
    pub(crate) scanned: u64,
    pub(crate) scanned_bytes: u64,
    pub(crate) took: Duration,
}

/// A query.
#[derive(Debug)]
pub(crate) struct Job {
    pub(crate) id: String,
    pub(crate) scope: Scope,
    pub(crate) text: String,
    pub(crate) groups: Vec<String>,
    pub(crate) created: Timestamp,
    pub(crate) user: String,
    stop: AtomicBool,
    progress: Mutex<Progress>,
}

/// What a query is made with.
pub(crate) struct Asked {
    pub(crate) id: String,
    pub(crate) scope: Scope,
    pub(crate) text: String,
    pub(crate) groups: Vec<String>,
    pub(crate) user: String,
    pub(crate) now: Timestamp,
    /// From one time on until another.
    pub(crate) window: (Timestamp, Timestamp),
    pub(crate) limit: Option<usize>,
}

impl Job {
    fn lock(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn progress(&self) -> Progress {
        self.lock().clone()
    }

    /// Stops it, and says whether it was not over.
    pub(crate) fn stop(&self) -> bool {
        let mut progress = self.lock();
        if progress.status.is_over() {
            return false;
        }
        progress.status = Status::Cancelled;
        self.stop.store(true, Ordering::Relaxed);
        true
    }

    fn bytes(&self) -> usize {
        let rows = Arc::clone(&self.lock().rows);
        rows.iter().flatten().map(|(name, value)| name.len() + value.len() + 48).sum()
    }

    /// Says what became of it, unless it was stopped.
    fn end(&self, status: Status, rows: Vec<Row>) {
        let mut progress = self.lock();
        if !progress.status.is_over() {
            (progress.status, progress.rows) = (status, Arc::new(rows));
        }
    }
}

/// All queries, the latest last.
#[derive(Debug, Default)]
pub(crate) struct Queries {
    jobs: Mutex<VecDeque<Arc<Job>>>,
    turns: Arc<Mutex<Turns>>,
}

/// Who works, and who waits for a turn, in the order of coming.
#[derive(Debug, Default)]
struct Turns {
    working: HashMap<AccountId, usize>,
    waiting: VecDeque<(AccountId, oneshot::Sender<Turn>)>,
}

/// A turn to work, given on when it is dropped.
#[derive(Debug)]
struct Turn {
    turns: Arc<Mutex<Turns>>,
    account: AccountId,
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut turns = lock(&self.turns);
        if let Some(count) = turns.working.get_mut(&self.account) {
            *count -= 1;
            if *count == 0 {
                turns.working.remove(&self.account);
            }
        }
        let given = turns.give(&self.turns);
        drop(turns);
        given.into_iter().for_each(Given::tell);
    }
}

/// A turn on its way. Where nobody waits for it any more, telling drops it, which must not happen under the lock.
struct Given(oneshot::Sender<Turn>, Turn);

impl Given {
    fn tell(self) {
        let _ = self.0.send(self.1);
    }
}

impl Turns {
    /// Gives out what turns there are: to the account that has the fewest, and among those to who waits longest.
    fn give(&mut self, turns: &Arc<Mutex<Self>>) -> Vec<Given> {
        let mut given = Vec::new();
        while self.working.values().sum::<usize>() < WORKING {
            let has = |account: &AccountId| self.working.get(account).copied().unwrap_or(0);
            let waiting = self.waiting.iter().enumerate().map(|(at, (account, _))| (has(account), at));
            let next = waiting.filter(|(has, _)| *has < OF_ONE).min();
            let Some((account, who)) = next.and_then(|(_, at)| self.waiting.remove(at)) else { break };
            *self.working.entry(account.clone()).or_default() += 1;
            given.push(Given(who, Turn { turns: Arc::clone(turns), account }));
        }
        given
    }
}

fn lock(turns: &Mutex<Turns>) -> MutexGuard<'_, Turns> {
    turns.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Comes to its end with the turn of an account.
fn turn(turns: &Arc<Mutex<Turns>>, account: &AccountId) -> oneshot::Receiver<Turn> {
    let (sender, receiver) = oneshot::channel();
    let mut known = lock(turns);
    known.waiting.push_back((account.clone(), sender));
    let given = known.give(turns);
    drop(known);
    given.into_iter().for_each(Given::tell);
    receiver
}

impl Queries {
    fn lock(&self) -> MutexGuard<'_, VecDeque<Arc<Job>>> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Those of a scope, the latest first.
    pub(crate) fn of(&self, scope: &Scope) -> Vec<Arc<Job>> {
        self.lock().iter().rev().filter(|job| job.scope == *scope).cloned().collect()
    }

    pub(crate) fn find(&self, scope: &Scope, id: &str) -> Option<Arc<Job>> {
        self.lock().iter().find(|job| job.id == id && job.scope == *scope).cloned()
    }

    /// Begins a query; `None` where too many run already.
    pub(crate) fn begin(&self, store: &Arc<dyn LogsStore>, query: Query, asked: Asked) -> Option<()> {
        let Asked { id, scope, text, groups, user, now, window, limit } = asked;
        let progress = Progress {
            status: Status::Scheduled,
            rows: Arc::default(),
            matched: 0,
            scanned: 0,
            scanned_bytes: 0,
            took: Duration::ZERO,
        };
        let (stop, progress) = (AtomicBool::new(false), Mutex::new(progress));
        let job = Arc::new(Job { id, scope, text, groups, created: now, user, stop, progress });
        {
            let mut jobs = self.lock();
            let account = &job.scope.account;
            let others = jobs.iter().filter(|other| other.scope.account == *account);
            if others.filter(|other| !other.progress().status.is_over()).count() >= CONCURRENT {
                return None;
            }
            jobs.push_back(Arc::clone(&job));
            let mut bytes: usize = jobs.iter().map(|job| job.bytes()).sum();
            while jobs.len() > REMEMBERED || bytes > MOST_BYTES {
                let Some(at) = jobs.iter().position(|job| job.progress().status.is_over()) else { break };
                bytes -= jobs.remove(at).map_or(0, |gone| gone.bytes());
            }
        }
        let (turn, store) = (turn(&self.turns, &job.scope.account), Arc::clone(store));
        tokio::spawn(async move {
            // Whoever waits is given one, or ends with the process.
            let Ok(_turn) = turn.await else { return };
            let began = Instant::now();
            match work(&job, store.as_ref(), query, window, limit, began).await {
                Ok((status, rows)) => job.end(status, rows),
                Err(error) => {
                    tracing::warn!(%error, query = job.id, "a query of logs failed");
                    job.end(Status::Failed, Vec::new());
                }
            }
            job.lock().took = began.elapsed();
        });
        Some(())
    }
}

#[derive(Debug, thiserror::Error)]
enum Broken {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    TooLarge(#[from] TooLarge),
    #[error("the threads that run queries have stopped")]
    Stopped,
}

async fn work(
    job: &Job,
    store: &dyn LogsStore,
    query: Query,
    (start, end): (Timestamp, Timestamp),
    limit: Option<usize>,
    began: Instant,
) -> Result<(Status, Vec<Row>), Broken> {
    {
        let mut progress = job.lock();
        if progress.status.is_over() {
            return Ok((Status::Cancelled, Vec::new()));
        }
        progress.status = Status::Running;
    }
    let terms = query.required();
    let mut run = Run::new(query, limit, job.groups.len() > 1);
    'groups: for group in &job.groups {
        let log: Arc<str> = format!("{}:{group}", job.scope.account).into();
        let mut after = None;
        loop {
            if job.stop.load(Ordering::Relaxed) {
                return Ok((Status::Cancelled, Vec::new()));
            }
            if began.elapsed() > LONGEST {
                return Ok((Status::Timeout, Vec::new()));
            }
            let query = FilterQuery {
                streams: StreamSelection::All,
                start: Some(start),
                end: Some(end),
                terms: terms.clone(),
                descending: true,
                after,
                limit: PAGE_EVENTS,
                max_bytes: PAGE_BYTES,
                max_scanned: PAGE_EVENTS,
            };
            let page = match store.filter_events(&job.scope, group, query).await {
                // It was deleted meanwhile.
                Err(StoreError::NotFound(_)) => continue 'groups,
                page => page?,
            };
            let (events, log) = (page.events, Arc::clone(&log));
            let taken = tokio::task::spawn_blocking(move || {
                let mut more = More::Wanted;
                for found in events {
                    more = run.take(Record::new(found, &log, write_pointer))?;
                    if more == More::Enough {
                        break;
                    }
                }
                Ok::<_, TooLarge>((run, more))
            });
            let more;
            (run, more) = taken.await.map_err(|_| Broken::Stopped)??;
            let mut progress = job.lock();
            progress.scanned += page.scanned as u64;
            progress.scanned_bytes += page.scanned_bytes;
            progress.matched = run.matched();
            progress.took = began.elapsed();
            if more == More::Enough {
                break 'groups;
            }
            match page.next {
                Some(next) => after = Some(next),
                None => break,
            }
        }
    }
    let rows = tokio::task::spawn_blocking(move || run.finish()).await.map_err(|_| Broken::Stopped)??;
    Ok((Status::Complete, rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever one account asks for, another one's query waits for no more than one of its own.
    #[tokio::test]
    async fn no_account_has_all_turns() {
        let account = |name: &str| AccountId::new(name).unwrap();
        let (one, two, three) = (account("000000000001"), account("000000000002"), account("000000000003"));
        let turns = Arc::default();
        let mut of_one: VecDeque<_> = (0..4).map(|_| turn(&turns, &one)).collect();
        let first = of_one.pop_front().unwrap().await.unwrap();
        let second = of_one.pop_front().unwrap().await.unwrap();
        assert!(of_one[0].try_recv().is_err(), "two at a time");
        let other = turn(&turns, &two).await.unwrap();
        let mut third = turn(&turns, &three);
        assert!(third.try_recv().is_err(), "three of all");
        drop(first);
        let third = third.await.unwrap();
        assert!(of_one[0].try_recv().is_err(), "who has the fewest is next");
        drop(of_one.pop_back());
        drop((second, other));
        let _last = of_one.pop_front().unwrap().await.unwrap();
        drop(third);
        assert_eq!(lock(&turns).working.values().sum::<usize>(), 1);
        // One that nobody waits for any more is given on.
        drop(turn(&turns, &one));
        let _again = turn(&turns, &two).await.unwrap();
        assert_eq!(lock(&turns).working, HashMap::from([(one, 1), (two, 1)]));
    }
}
