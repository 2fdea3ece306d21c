//! One database file: a writer thread that gathers waiting writes into one transaction, and a few connections
//! that read meanwhile.

use super::schema::Schema;
use super::signature::RowKey;
use crate::{OpenError, StoreError};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fs::{File, Permissions};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{JoinHandle, Thread};
use std::time::{Duration, Instant};
use tokio::sync::{Semaphore, mpsc, oneshot};

/// What an acknowledged write survives. In the order of what it costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Durability {
    /// The end of the process.
    Crash,
    /// The end of power.
    PowerCut,
}

impl Durability {
    /// SQLite's word for it.
    fn synchronous(self) -> &'static str {
        match self {
            Self::Crash => "NORMAL",
            Self::PowerCut => "FULL",
        }
    }
}

/// Writes that may wait; then callers wait for room.
const QUEUE: usize = 1_024;
/// Writes that share one transaction: a bound on how long the first of them waits.
const BATCH: usize = 256;
/// Connections for reading. Each is opened when it is first needed.
const READERS: usize = 4;
/// Page cache of the writer, KiB.
const WRITER_CACHE_KIB: i64 = 2_048;
/// Page cache of each reader, KiB.
const READER_CACHE_KIB: i64 = 512;
/// After so long without a write the log is begun anew, if so many rows were written: opening it after a crash means
/// reading all of it.
const QUIET: Duration = Duration::from_millis(200);
const MANY: u64 = 64;
/// Nobody else writes to the file while we hold the directory's lock; this is for a person's `sqlite3` shell.
const BUSY: Duration = Duration::from_secs(5);

/// Tells a caller what became of its write, once the transaction is committed or has failed. Returns what is to be written next.
pub(super) type Tell = Box<dyn FnOnce(Result<(), StoreError>) -> Option<Work> + Send>;
/// The connection, inside a transaction, or why there is none.
pub(super) type Transaction<'a> = Result<&'a Connection, StoreError>;

/// What a write does, inside a savepoint of its own.
pub(super) struct Work(Box<dyn FnOnce(Transaction<'_>) -> Tell + Send>);

impl Work {
    pub(super) fn new(work: impl FnOnce(Transaction<'_>) -> Tell + Send + 'static) -> Self {
        Self(Box::new(work))
    }
}

/// A write that waits.
struct Write {
    durability: Durability,
    work: Work,
}

/// A database and its threads.
pub(super) struct Database {
    durability: Durability,
    queue: Option<mpsc::Sender<Write>>,
    writer: Option<JoinHandle<()>>,
    /// Absent in memory, where the writer's connection is the only one.
    readers: Option<Arc<Readers>>,
}

struct Readers {
    path: PathBuf,
    key: RowKey,
    permits: Semaphore,
    idle: Mutex<Vec<Connection>>,
}

/// A log without its database is somebody's mistake with files, and SQLite would throw it away.
fn no_orphan(path: &Path) -> Result<(), OpenError> {
    let log = log_of(path);
    let written = std::fs::metadata(&log).is_ok_and(|file| file.len() > 0);
    if written && !path.exists() {
        let reason = format!("it is missing, and its last writes are in {}", log.display());
        return Err(OpenError::Io { path: path.to_owned(), reason });
    }
    Ok(())
}

fn log_of(path: &Path) -> PathBuf {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    log.into()
}

/// Functions' environment variables are in it. SQLite makes the files beside it with the mode of this one; those that
/// an end without a clean-up left may have another.
fn private_file(path: &Path) -> std::io::Result<()> {
    tighten(&File::options().create(true).append(true).mode(0o600).open(path)?)?;
    for suffix in ["-wal", "-shm"] {
        let mut beside = path.as_os_str().to_owned();
        beside.push(suffix);
        match File::open(&beside) {
            Ok(file) => tighten(&file)?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

fn tighten(file: &File) -> std::io::Result<()> {
    if file.metadata()?.permissions().mode() & 0o077 != 0 {
        file.set_permissions(Permissions::from_mode(0o600))?;
    }
    Ok(())
}

impl Database {
    /// Opens a file and brings its tables up to date.
    pub(super) fn open(
        path: &Path,
        schema: &Schema,
        durability: Durability,
        key: &RowKey,
    ) -> Result<Self, OpenError> {
        let failed = |e: rusqlite::Error| OpenError::Io { path: path.to_owned(), reason: e.to_string() };
        no_orphan(path)?;
        private_file(path).map_err(|e| OpenError::Io { path: path.to_owned(), reason: e.to_string() })?;
        let mut db = Connection::open(path).map_err(failed)?;
        configure(&db, WRITER_CACHE_KIB, key).map_err(|error| match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::NotADatabase) => OpenError::Foreign(path.to_owned()),
            _ => failed(error),
        })?;
        db.pragma_update(None, "synchronous", durability.synchronous()).map_err(failed)?;
        schema.apply(&mut db, path)?;
        let readers = Arc::new(Readers {
            path: path.to_owned(),
            key: key.clone(),
            permits: Semaphore::new(READERS),
            idle: Mutex::default(),
        });
        Self::start(db, durability, Some(readers))
            .map_err(|e| OpenError::Io { path: path.to_owned(), reason: e.to_string() })
    }

    /// A database without a file.
    pub(super) fn in_memory(schema: &Schema, key: &RowKey) -> Result<Self, OpenError> {
        let path = Path::new(":memory:");
        let failed = |reason: String| OpenError::Io { path: path.to_owned(), reason };
        let mut db = Connection::open_in_memory().map_err(|e| failed(e.to_string()))?;
        configure(&db, WRITER_CACHE_KIB, key).map_err(|e| failed(e.to_string()))?;
        schema.apply(&mut db, path)?;
        Self::start(db, Durability::Crash, None).map_err(|e| failed(e.to_string()))
    }

    fn start(db: Connection, durability: Durability, readers: Option<Arc<Readers>>) -> std::io::Result<Self> {
        let (queue, writes) = mpsc::channel(QUEUE);
        let has_log = readers.is_some();
        let writer = std::thread::Builder::new()
            .name("store-writer".to_owned())
            .stack_size(512 * 1024)
            .spawn(move || write_all(&db, durability, Writes::new(writes), has_log))?;
        Ok(Self { durability, queue: Some(queue), writer: Some(writer), readers })
    }

    /// Runs a write. Where it fails, nothing of it is kept; where it succeeds it is committed.
    pub(super) async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.write_to_survive(self.durability, work).await
    }

    /// The same, where less than usual will do: a write that only has to survive the process waits for no disk, unless
    /// it shares its transaction with others. Writes survive in their order: none without all before it.
    pub(super) async fn write_to_survive<T: Send + 'static>(
        &self,
        durability: Durability,
        work: impl FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.queue(durability, None, work).await
    }

    /// A write that is counted once it is committed, before its caller hears of it.
    pub(super) async fn write_counted<T: Send + 'static>(
        &self,
        counter: &Arc<AtomicU64>,
        work: impl FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.queue(self.durability, Some(Arc::clone(counter)), work).await
    }

    async fn queue<T: Send + 'static>(
        &self,
        durability: Durability,
        counter: Option<Arc<AtomicU64>>,
        work: impl FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (told, answer) = oneshot::channel();
        let durability = durability.min(self.durability);
        let work = Work::new(move |db: Transaction<'_>| -> Tell {
            let outcome = db.and_then(|db| in_savepoint(db, work));
            Box::new(move |commit| {
                let outcome = commit.and(outcome);
                if let (Ok(_), Some(counter)) = (&outcome, counter) {
                    counter.fetch_add(1, Ordering::Release);
                }
                // A caller that went away no longer wants to know.
                let _ = told.send(outcome);
                None
            })
        });
        let queue = self.queue.as_ref().ok_or_else(stopped)?;
        queue.send(Write { durability, work }).await.map_err(|_| stopped())?;
        answer.await.map_err(|_| stopped())?
    }

    /// A write of many callers, who are told by what it returns. `join` takes part in it once there is room for a write, and
    /// returns the write where there is none yet that waits.
    pub(super) async fn gather(&self, join: impl FnOnce() -> Option<Work>) -> Result<(), StoreError> {
        let queue = self.queue.as_ref().ok_or_else(stopped)?;
        let place = queue.reserve().await.map_err(|_| stopped())?;
        if let Some(work) = join() {
            place.send(Write { durability: self.durability, work });
        }
        // A place may outlive the writer, and what is sent to it then is neither taken nor dropped.
        if queue.is_closed() {
            return Err(stopped());
        }
        Ok(())
    }

    /// Runs a read on a snapshot of what is committed.
    pub(super) async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let Some(readers) = self.readers.clone() else {
            return self.write(work).await;
        };
        let reading = Arc::clone(&readers);
        let _permit = readers.permits.acquire().await.map_err(|_| stopped())?;
        tokio::task::spawn_blocking(move || reading.run(work)).await.map_err(|_| stopped())?
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.queue = None;
        if let Some(writer) = self.writer.take() {
            // It panicked or it ended: there is nothing left to do in either case.
            let _ = writer.join();
        }
    }
}

impl Readers {
    fn run<T>(&self, work: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let db = self.take()?;
        // One snapshot for all statements of the read.
        let outcome =
            db.unchecked_transaction().map_err(StoreError::from).and_then(|transaction| work(&transaction));
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < READERS {
            idle.push(db);
        }
        outcome
    }

    fn take(&self) -> Result<Connection, StoreError> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        if let Some(db) = idle {
            return Ok(db);
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let db = Connection::open_with_flags(&self.path, flags)?;
        configure(&db, READER_CACHE_KIB, &self.key)?;
        db.pragma_update(None, "query_only", true)?;
        Ok(db)
    }
}

pub(super) fn stopped() -> StoreError {
    StoreError::Unavailable("the store's threads have stopped".to_owned())
}

fn configure(db: &Connection, cache_kib: i64, key: &RowKey) -> rusqlite::Result<()> {
    key.join(db)?;
    db.busy_timeout(BUSY)?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    // Or the plan of a statement with a parameter in `LIMIT`, or one that is compared in a statement with an order or a join,
    // is made for its values, and made anew each time that it comes out of the cache. The price: what a partial index asks for
    // is to be a literal in the statement, since a parameter has no value when it is planned.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    db.pragma_update(None, "cache_size", -cache_kib)?;
    db.pragma_update(None, "foreign_keys", true)?;
    db.pragma_update(None, "journal_size_limit", 16 * 1024 * 1024)?;
    db.pragma_update(None, "trusted_schema", false)?;
    // The server writes in its data directory only, where nothing belongs that is not kept.
    db.pragma_update(None, "temp_store", "MEMORY")?;
    db.set_prepared_statement_cache_capacity(128);
    Ok(())
}

pub(super) fn in_savepoint<T>(
    db: &Connection,
    work: impl FnOnce(&Connection) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    run(db, "SAVEPOINT one")?;
    let outcome = work(db);
    if outcome.is_err() {
        run(db, "ROLLBACK TO one")?;
    }
    run(db, "RELEASE one")?;
    outcome
}

/// The writer: waits for a write, takes all that wait with it, commits once, tells all.
fn write_all(db: &Connection, most: Durability, mut writes: Writes, has_log: bool) {
    let mut durability = most;
    let mut batch = Vec::with_capacity(BATCH);
    let mut in_database = db.total_changes();
    loop {
        let is_long = has_log && db.total_changes() - in_database >= MANY;
        match writes.receive(&mut batch, is_long.then_some(QUIET)) {
            Some(0) => return,
            Some(_) => {}
            None => {
                if begin_log_anew(db) {
                    in_database = db.total_changes();
                }
                continue;
            }
        }
        let able = ensure(db, &mut durability, &batch);
        let (committed, tells) = write_batch(db, able, &mut batch);
        if let Err(error) = &committed {
            tracing::error!(%error, writes = tells.len(), "a transaction failed");
            // On a full disk the log can be written again from its start, once the database has what is in it.
            let _ = db.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
        }
        for tell in tells {
            // They are in the same place as their callers were: none waits longer than one batch for them.
            let next = tell(committed.clone());
            batch.extend(next.map(|work| Write { durability: most, work }));
        }
    }
}

/// The writes that wait, for a thread that is no task.
struct Writes {
    writes: mpsc::Receiver<Write>,
    waker: Waker,
}

impl Writes {
    /// For this thread.
    fn new(writes: mpsc::Receiver<Write>) -> Self {
        Self { writes, waker: Arc::new(Unpark(std::thread::current())).into() }
    }

    /// Adds writes to those that are there, and waits for the first one, at most for so long: `None` where none came; 0 where
    /// none will come any more.
    fn receive(&mut self, batch: &mut Vec<Write>, at_most: Option<Duration>) -> Option<usize> {
        let deadline = at_most.map(|at_most| Instant::now() + at_most);
        loop {
            let mut context = Context::from_waker(&self.waker);
            match self.writes.poll_recv_many(&mut context, batch, BATCH) {
                Poll::Ready(_) => return Some(batch.len()),
                Poll::Pending if !batch.is_empty() => return Some(batch.len()),
                Poll::Pending => {}
            }
            match deadline.map(|deadline| deadline.saturating_duration_since(Instant::now())) {
                None => std::thread::park(),
                Some(Duration::ZERO) => return None,
                Some(left) => std::thread::park_timeout(left),
            }
        }
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Brings the log into the database and begins it anew: what is behind its new beginning is not read any more. It stays as
/// long as it is, since a log that grows has the disk write where it ends with each commit. Where somebody reads, nothing is done.
/// Whether it was.
fn begin_log_anew(db: &Connection) -> bool {
    let restarted = db.busy_timeout(Duration::ZERO).and_then(|()| {
        db.query_row("PRAGMA wal_checkpoint(RESTART)", [], |row| row.get::<_, i64>(0).map(|busy| busy == 0))
    });
    let is_anew = matches!(restarted, Ok(true));
    // The next write begins it: this one.
    if is_anew {
        let version = db.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0));
        let _ = version.and_then(|version| db.pragma_update(None, "user_version", version));
    }
    let _ = db.busy_timeout(BUSY);
    is_anew
}

/// Has the next transaction survive what the most demanding of these writes is to survive; `durability` is what the one
/// before did.
fn ensure(db: &Connection, durability: &mut Durability, batch: &[Write]) -> Result<(), StoreError> {
    let needed = batch.iter().map(|write| write.durability).max().unwrap_or(*durability);
    if needed != *durability {
        match db.pragma_update(None, "synchronous", needed.synchronous()) {
            Ok(()) => *durability = needed,
            // More than is needed does no harm.
            Err(_) if *durability > needed => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

fn write_batch(
    db: &Connection,
    able: Result<(), StoreError>,
    batch: &mut Vec<Write>,
) -> (Result<(), StoreError>, Vec<Tell>) {
    let mut state = able.and_then(|()| run(db, "BEGIN IMMEDIATE").map_err(StoreError::from));
    let mut tells = Vec::with_capacity(batch.len());
    for write in batch.drain(..) {
        tells.push((write.work.0)(state.clone().map(|()| db)));
        if state.is_ok() && db.is_autocommit() {
            // A full disk, say, makes SQLite roll all of it back; a later write must not run outside.
            state = Err(StoreError::Unavailable("the transaction was rolled back".to_owned()));
        }
    }
    let committed = state.and_then(|()| run(db, "COMMIT").map_err(StoreError::from));
    if committed.is_err() && !db.is_autocommit() {
        // Where even this fails, the next BEGIN does too, and its callers hear of it.
        let _ = run(db, "ROLLBACK");
    }
    (committed, tells)
}

fn run(db: &Connection, statement: &str) -> rusqlite::Result<()> {
    db.prepare_cached(statement)?.execute([]).map(|_| ())
}
