//! The master key and the ring of data keys under it: where they come from, and how one master key takes another's place.
//!
//! The ring's file is written before anything is encrypted under a new data key, and an old master key is thrown away after
//! that: at every moment in between, a start finds a key that opens the ring.
//!
//! Never here: a key in a log line, in an error, in an argument.

use crate::config::absolute;
use crate::data_dir::write_private;
use crate::failure::Failure;
use domain::hex;
use std::ffi::{CStr, OsStr};
use std::io::Read as _;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::{ChildStdout, Command, Stdio};
use std::ptr::NonNull;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};
use vault::{Key, KeyId, Keyring, OpenError, RingError};

const VARIABLE: &CStr = c"TENFOLD_MASTER_KEY";
/// The ring's file, and the two of the master key that is made where none is given.
const RING: &str = "keyring";
pub(crate) const MASTER: &str = "master.key";
pub(crate) const OLD_MASTER: &str = "master.key.old";
/// Bytes of a ring's file at most.
const MAX_RING: u64 = 1 << 20;
/// Bytes of the page that a key is kept in: more than any spelling of one.
const PAGE: usize = 4 << 10;
/// The time that a command has.
const COMMAND_TIME: Duration = Duration::from_secs(30);
/// Session tokens live that long at most: keys that they are under are kept so long after everything else is under others.
const TOKENS_MS: i64 = 37 * 3_600_000;
/// What session tokens are sealed for.
const TOKENS: &str = "session tokens";

/// What a variable or a command gave, at the start.
static GIVEN: OnceLock<Given> = OnceLock::new();

/// A key's text in a page of its own, which is all zero in processes that are forked from this one, and in no dump.
struct Given {
    page: NonNull<u8>,
    length: usize,
}

// SAFETY: the page is written to before it is shared, never after, and never unmapped.
unsafe impl Send for Given {}
// SAFETY: as above.
unsafe impl Sync for Given {}

impl Given {
    /// Has the text written into the page; how long it is comes back.
    fn fill(write: impl FnOnce(&mut [u8]) -> Result<usize, Failure>) -> Result<Self, Failure> {
        let failed = |what: &str| Failure::Machine(format!("no memory for the master key: {what}"));
        let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS;
        // SAFETY: new memory at a place that the kernel chooses.
        let page = unsafe {
            libc::mmap(std::ptr::null_mut(), PAGE, libc::PROT_READ | libc::PROT_WRITE, flags, -1, 0)
        };
        let page = if page == libc::MAP_FAILED { None } else { NonNull::new(page.cast::<u8>()) };
        let page = page.ok_or_else(|| failed("it cannot be mapped"))?;
        for advice in [libc::MADV_WIPEONFORK, libc::MADV_DONTDUMP] {
            // SAFETY: the page was just mapped, and is as long as that.
            if unsafe { libc::madvise(page.as_ptr().cast(), PAGE, advice) } != 0 {
                return Err(failed("it cannot be kept from other processes"));
            }
        }
        // SAFETY: the page is this function's alone, is as long as that, and is all zero.
        let bytes = unsafe { std::slice::from_raw_parts_mut(page.as_ptr(), PAGE) };
        let length = write(bytes)?.min(PAGE);
        Ok(Self { page, length })
    }

    fn bytes(&self) -> &[u8] {
        // SAFETY: so many bytes are in the page, which stays as it is.
        unsafe { std::slice::from_raw_parts(self.page.as_ptr(), self.length) }
    }
}

/// Takes the master key out of the environment, so that neither what this process starts nor who looks at it finds it
/// there. To be called first of all, by the only thread.
pub(crate) fn take_variable() -> Result<(), Failure> {
    // SAFETY: this is the only thread, so nobody changes the environment meanwhile; the name ends with a NUL.
    let value = unsafe { libc::getenv(VARIABLE.as_ptr()) };
    if value.is_null() {
        return Ok(());
    }
    // SAFETY: `getenv` gives a text that ends with a NUL, which nobody else uses.
    let text = unsafe { CStr::from_ptr(value) }.to_bytes();
    let (length, given) = (text.len(), Given::fill(|page| Ok(copy(text, page)))?);
    // SAFETY: the value has so many bytes before its NUL, is this process's own to write, and is not looked at any more.
    unsafe { std::ptr::write_bytes(value, 0, length) };
    // SAFETY: as above, there is no other thread.
    unsafe { std::env::remove_var(OsStr::from_bytes(VARIABLE.to_bytes())) };
    GIVEN.get_or_init(|| given);
    Ok(())
}

/// What does not fit is no key.
fn copy(text: &[u8], page: &mut [u8]) -> usize {
    page.iter_mut().zip(text).for_each(|(to, from)| *to = *from);
    text.len()
}

/// Where the master key comes from, as typed.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct KeyArgs {
    /// File with the master key: 32 bytes, as they are, in hexadecimal or in base64; read again when it changes
    /// [default: $TENFOLD_MASTER_KEY, else master.key in the data directory, which is made]
    #[arg(long, value_name = "FILE", env = "TENFOLD_MASTER_KEY_FILE", conflicts_with = "master_key_command")]
    master_key_file: Option<PathBuf>,
    /// Command of a shell that prints the master key
    #[arg(long, value_name = "COMMAND", env = "TENFOLD_MASTER_KEY_COMMAND", hide_env_values = true)]
    master_key_command: Option<String>,
    /// File with the master key that the data is still under, where another one takes its place
    #[arg(long, value_name = "FILE")]
    old_master_key_file: Option<PathBuf>,
}

/// Where the master key comes from.
#[derive(Clone, Debug)]
pub(crate) struct Sources {
    master: Source,
    old: Option<PathBuf>,
}

#[derive(Clone, Debug)]
enum Source {
    /// `master.key`, made where it is missing.
    DataDir,
    File(PathBuf),
    Variable,
    Command(String),
}

impl KeyArgs {
    /// Decides what is meant.
    pub(crate) fn validate(&self) -> Result<Sources, Failure> {
        let is_given = GIVEN.get().is_some();
        let master = match (&self.master_key_file, &self.master_key_command) {
            (Some(file), _) => Source::File(absolute(file)?),
            (None, Some(command)) => Source::Command(command.clone()),
            (None, None) if is_given => Source::Variable,
            (None, None) => Source::DataDir,
        };
        let old = self.old_master_key_file.as_deref().map(absolute).transpose()?;
        Ok(Sources { master, old })
    }
}

impl Sources {
    /// The master key. Blocks.
    fn master(&self, data_dir: &Path) -> Result<Key, Failure> {
        match &self.master {
            Source::DataDir => vault::read(&data_dir.join(MASTER)).map_err(said),
            Source::File(file) => vault::read(file).map_err(said),
            Source::Variable => parse(given(), "the value of $TENFOLD_MASTER_KEY"),
            Source::Command(_) => parse(given(), "what --master-key-command printed"),
        }
    }

    /// The file that a new master key may come to.
    fn watched(&self, data_dir: &Path) -> Option<PathBuf> {
        match &self.master {
            Source::DataDir => Some(data_dir.join(MASTER)),
            Source::File(file) => Some(file.clone()),
            Source::Variable | Source::Command(_) => None,
        }
    }
}

fn given() -> &'static [u8] {
    GIVEN.get().map(Given::bytes).unwrap_or_default()
}

fn said(error: OpenError) -> Failure {
    Failure::Machine(error.to_string())
}

fn parse(text: &[u8], what: &str) -> Result<Key, Failure> {
    vault::parse(text).ok_or_else(|| said(OpenError::NotAKey(what.to_owned())))
}

/// Runs the command that gives the master key, if there is one. To be called by the only thread, before the process is
/// walled in: the command may have to ask somebody.
pub(crate) fn run_command(sources: &Sources) -> Result<(), Failure> {
    if let Source::Command(command) = &sources.master {
        let given = Given::fill(|page| output(command, page))?;
        GIVEN.get_or_init(|| given);
    }
    Ok(())
}

/// Has a command print into the page; how much it was. Its own words on standard error are the operator's to see.
fn output(command: &str, page: &mut [u8]) -> Result<usize, Failure> {
    let failed =
        |why: &dyn std::fmt::Display| Failure::Machine(format!("--master-key-command gave no key: {why}"));
    let mut child = Command::new("/bin/sh")
        .args(["-c", command])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|e| failed(&e))?;
    let until = Instant::now() + COMMAND_TIME;
    let printed = child.stdout.take().map_or(Ok(0), |pipe| read_until(pipe, page, until));
    let ended = printed.and_then(|printed| {
        loop {
            match child.try_wait()? {
                Some(status) => return Ok((printed, status)),
                None if Instant::now() < until => std::thread::sleep(Duration::from_millis(5)),
                None => return Err(late()),
            }
        }
    });
    if ended.is_err() {
        // It may have ended just now.
        let _ = child.kill();
        let _ = child.wait();
    }
    let (printed, status) = ended.map_err(|e| failed(&e))?;
    if status.success() { Ok(printed) } else { Err(failed(&status)) }
}

fn late() -> std::io::Error {
    std::io::Error::other(format!("it did not end within {} s", COMMAND_TIME.as_secs()))
}

/// Reads to the end, or as much as there is room for.
fn read_until(mut pipe: ChildStdout, page: &mut [u8], until: Instant) -> std::io::Result<usize> {
    let mut filled = 0;
    loop {
        let left = until.saturating_duration_since(Instant::now());
        let mut waiting = [rustix::event::PollFd::new(&pipe, rustix::event::PollFlags::IN)];
        let timeout = rustix::event::Timespec { tv_sec: left.as_secs().try_into().unwrap_or(0), tv_nsec: 0 };
        if left.is_zero() || rustix::event::poll(&mut waiting, Some(&timeout))? == 0 && left.as_secs() > 0 {
            return Err(late());
        }
        match pipe.read(page.get_mut(filled..).unwrap_or_default())? {
            0 => return Ok(filled),
            read => filled += read,
        }
    }
}

/// The keys of a server.
pub(crate) struct Keys {
    ring: Arc<Keyring>,
    /// Where the ring is kept, and under which key.
    path: PathBuf,
    master: Key,
    /// The file that another master key may come to, and what it looked like.
    watched: Option<PathBuf>,
    seen: Option<Stamp>,
    /// A master key of ours that is of no use once the ring is under another.
    old: PathBuf,
}

type Stamp = (u64, i64, i64, u64);

fn stamp(path: &Path) -> Option<Stamp> {
    let metadata = std::fs::metadata(path).ok()?;
    Some((metadata.ino(), metadata.mtime(), metadata.mtime_nsec(), metadata.size()))
}

impl Keys {
    /// Opens the ring of a data directory, or makes one. Blocks. Where it is under an older master key that is known, it comes
    /// under the newer one, with a new data key.
    pub(crate) fn open(data_dir: &Path, sources: &Sources) -> Result<Self, Failure> {
        let (path, own, old) = (data_dir.join(RING), data_dir.join(MASTER), data_dir.join(OLD_MASTER));
        let text = read_ring(&path)?;
        let is_used = data_dir.join("tenfold.db").exists();
        let was_there = own.exists();
        if matches!(sources.master, Source::DataDir) && !was_there && text.is_none() && !is_used {
            vault::create(&own).map_err(said)?;
        }
        let watched = sources.watched(data_dir);
        let seen = watched.as_deref().and_then(stamp);
        let master = sources.master(data_dir)?;
        let mut others = Vec::new();
        for file in [sources.old.as_deref(), Some(&old), Some(&own)].into_iter().flatten() {
            if file.exists() {
                others.push(vault::read(file).map_err(said)?);
            }
        }
        let refused = |e: RingError| Failure::file("cannot read the keys in", &path, e);
        let is_new = text.is_none();
        let (ring, under) = match text {
            Some(text) => {
                let masters: Vec<&Key> = std::iter::once(&master).chain(&others).collect();
                let (ring, at) = Keyring::from_text(&text, &masters).map_err(refused)?;
                (ring, masters.get(at).map_or(master.id(), |key| key.id()))
            }
            // Of an earlier version, which had no other data key than its master key.
            None if is_used && was_there => {
                let key = vault::read(&own).map_err(said)?;
                let id = key.id();
                (Keyring::of(key), id)
            }
            None if is_used => return Err(said(OpenError::KeyMissing(path))),
            None => (Keyring::random().map_err(|e| refused_randomness(&e))?, master.id()),
        };
        let keys = Self { ring, path, master, watched, seen, old };
        if under != keys.master.id() {
            keys.renew()?;
        } else if is_new {
            keys.save(&keys.ring)?;
        }
        keys.forget_old();
        Ok(keys)
    }

    /// For whoever seals and signs.
    pub(crate) fn ring(&self) -> &Arc<Keyring> {
        &self.ring
    }

    /// Takes up another master key if its file has one; whether it did. Blocks.
    pub(crate) fn look(&mut self) -> Result<bool, Failure> {
        let Some(watched) = &self.watched else { return Ok(false) };
        let stamp = stamp(watched);
        if stamp.is_none() || stamp == self.seen {
            return Ok(false);
        }
        self.seen = stamp;
        let found = vault::read(watched).map_err(said)?;
        if found.id() == self.master.id() {
            return Ok(false);
        }
        let before = std::mem::replace(&mut self.master, found);
        if let Err(error) = self.renew() {
            self.master = before;
            self.seen = None;
            return Err(error);
        }
        self.forget_old();
        Ok(true)
    }

    /// Forgets the older data keys: nothing is under them any more. Blocks.
    pub(crate) fn settle(&self, now_ms: i64) -> Result<(), Failure> {
        self.ring.settle(&[(audit::PURPOSE, 0), (TOKENS, now_ms.saturating_add(TOKENS_MS))], now_ms);
        self.save(&self.ring)
    }

    fn renew(&self) -> Result<(), Failure> {
        self.ring.renew(|renewed| self.save(renewed))
    }

    fn save(&self, ring: &Keyring) -> Result<(), Failure> {
        let text = ring.to_text(&self.master).map_err(|e| refused_randomness(&e))?;
        write_private(&self.path, text.as_bytes()).map_err(|e| Failure::file("cannot write", &self.path, e))
    }

    /// The ring is under another one now.
    fn forget_old(&self) {
        if let Err(error) = std::fs::remove_file(&self.old)
            && error.kind() != std::io::ErrorKind::NotFound
        {
            tracing::warn!(%error, file = %self.old.display(), "an old master key could not be removed");
        }
    }
}

impl From<RingError> for Failure {
    fn from(error: RingError) -> Self {
        Self::Machine(format!("the keys cannot be changed: {error}"))
    }
}

fn refused_randomness(error: &vault::Failed) -> Failure {
    Failure::Machine(format!("no keys can be made: {error}"))
}

fn read_ring(path: &Path) -> Result<Option<String>, Failure> {
    let mut text = String::new();
    match std::fs::File::open(path).and_then(|file| file.take(MAX_RING).read_to_string(&mut text)) {
        Ok(_) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::file("cannot read", path, error)),
    }
}

/// What a data directory says of its keys to whoever may look into it: the master key that the ring is under, and how
/// many data keys there are.
pub(crate) fn status(data_dir: &Path) -> Result<Option<(String, usize)>, Failure> {
    let path = data_dir.join(RING);
    let Some(text) = read_ring(&path)? else { return Ok(None) };
    let heads = Keyring::heads(&text).map(|(id, count)| (id.to_owned(), count));
    heads.map(Some).ok_or_else(|| Failure::file("cannot read the keys in", &path, RingError::Changed))
}

/// The ring as a command reads it that changes nothing.
pub(crate) fn ring_of(data_dir: &Path, sources: &Sources) -> Result<Arc<Keyring>, Failure> {
    let path = data_dir.join(RING);
    let text = read_ring(&path)?.ok_or_else(|| said(OpenError::KeyMissing(path.clone())))?;
    let master = sources.master(data_dir)?;
    let ring = Keyring::from_text(&text, &[&master]);
    ring.map(|(ring, _)| ring).map_err(|e| Failure::file("cannot read the keys in", &path, e))
}

/// Puts a new master key in the place of `master.key`, for a server to take up; the old one stays beside it until then.
/// `None` where the ring is not under that one: its master key comes from elsewhere.
pub(crate) fn replace_own(data_dir: &Path) -> Result<Option<KeyId>, Failure> {
    let (own, old) = (data_dir.join(MASTER), data_dir.join(OLD_MASTER));
    let Some((under, _)) = status(data_dir)? else { return Ok(None) };
    if !own.exists() {
        return Ok(None);
    }
    let key = vault::read(&own).map_err(said)?;
    if hex::hex(&key.id()) != under {
        // Begun before, and not taken up yet.
        return Ok(old.exists().then(|| key.id()));
    }
    let bytes = std::fs::read(&own).map_err(|e| Failure::file("cannot read", &own, e))?;
    write_private(&old, &bytes).map_err(|e| Failure::file("cannot write", &old, e))?;
    Ok(Some(vault::create(&own).map_err(said)?.id()))
}
