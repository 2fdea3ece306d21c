//! A sandbox's cgroup as the server uses it: without the keeper. The file that freezes and thaws is held. The others are
//! opened when they are needed, for each descriptor that is held counts as often as there are idle environments; but the
//! one that tells the peak of memory, which is read after each invocation, is held until the next freezing.

use std::fs::{File, OpenOptions};
use std::io::{Read as _, Write as _};
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::error::SandboxError;
use crate::features::CgroupVersion;
use crate::linux::cgroup::{Dialect, dialect_of, parse_frozen, parse_oom_kills, read_handle, write_handle};
use crate::linux::client::lock;
use crate::linux::descriptors::{Descriptors, descriptor_for_connection};
use crate::linux::protocol::GroupFile;

/// How long freezing may take before it counts as failed. A process deep in the kernel delays it.
const FREEZE_PATIENCE: Duration = Duration::from_secs(2);

/// Mostly it takes some tens of microseconds: far less than the runtime's shortest sleep, but spinning could keep
/// those who are to stop from the very processor that they need for it. So the thread itself sleeps, this often and
/// this long.
const NAPS: u32 = 4;
const NAP: Duration = Duration::from_micros(20);

/// After so many milliseconds of waiting, begin anew.
const SLEEPS_BEFORE_THAW: u32 = 16;

/// The cgroup's files, as far as the machine has them.
pub(crate) struct Files {
    dialect: &'static dyn Dialect,
    freezer: Option<OwnedFd>,
    others: Vec<(GroupFile, PathBuf)>,
    peak: Mutex<Option<(OwnedFd, Descriptors)>>,
}

/// The longest that a file of a cgroup is, in bytes: a page.
const MOST: u64 = 4096;

impl Files {
    pub(crate) fn new(
        version: CgroupVersion,
        freezer: Option<OwnedFd>,
        others: Vec<(GroupFile, PathBuf)>,
    ) -> Self {
        Self { dialect: dialect_of(version), freezer, others, peak: Mutex::default() }
    }

    pub(crate) fn can_freeze(&self) -> bool {
        self.freezer.is_some()
    }

    fn path(&self, role: GroupFile) -> Option<&Path> {
        self.others.iter().find(|(has, _)| *has == role).map(|(_, path)| path.as_path())
    }

    pub(crate) fn read(&self, role: GroupFile) -> Option<String> {
        // At once: the kernel does not tell how long it is.
        let mut text = String::with_capacity(MOST as usize);
        File::open(self.path(role)?).ok()?.take(MOST).read_to_string(&mut text).ok()?;
        Some(text)
    }

    /// In bytes.
    pub(crate) fn memory_peak(&self) -> Option<u64> {
        let mut held = lock(&self.peak);
        let text = match &*held {
            Some((file, _)) => read_handle(file),
            None => {
                let file = OwnedFd::from(File::open(self.path(GroupFile::MemoryPeak)?).ok()?);
                let text = read_handle(&file);
                *held = descriptor_for_connection().map(|descriptor| (file, descriptor));
                text
            }
        };
        text.ok()?.trim().parse().ok()
    }

    pub(crate) fn oom_kills(&self) -> Option<u64> {
        parse_oom_kills(&self.read(GroupFile::OomKills)?)
    }

    /// Nothing, where there is no freezer.
    pub(crate) fn write_freezer(&self, frozen: bool) -> Result<(), SandboxError> {
        let Some(file) = &self.freezer else { return Ok(()) };
        let value = if frozen { self.dialect.frozen() } else { self.dialect.thawed() };
        write_handle(file, value).map_err(|error| SandboxError::system("write the freezer", &error))
    }

    /// Also says that it has started: from then on it counts as others do. Nothing, where there is no CPU controller.
    pub(crate) fn write_cpu(&self, millis: u32) -> Result<(), SandboxError> {
        self.write(GroupFile::CpuQuota, &self.dialect.cpu_quota(millis))?;
        self.write(GroupFile::CpuWeight, &self.dialect.cpu_weight())
    }

    fn write(&self, role: GroupFile, value: &str) -> Result<(), SandboxError> {
        let Some(path) = self.path(role) else { return Ok(()) };
        let opened = OpenOptions::new().write(true).open(path);
        opened
            .and_then(|mut file| file.write_all(value.as_bytes()))
            .map_err(|error| SandboxError::system("write the CPU share", &error))
    }

    /// Returns when every process has stopped: mostly at once.
    ///
    /// The freezer of version 1 can miss a process that is just starting another, and then waits for ever: asking again
    /// helps, thawing in between helps surely. (Its documentation once said so; container runtimes do the same.)
    pub(crate) async fn freeze(&self) -> Result<(), SandboxError> {
        let begun = Instant::now();
        let (mut naps, mut sleeps) = (0, 0_u32);
        loop {
            self.write_freezer(true)?;
            let state = self
                .read(GroupFile::FreezeState)
                .or_else(|| self.freezer.as_ref().and_then(|file| read_handle(file).ok()));
            if state.is_some_and(|state| parse_frozen(&state)) {
                *lock(&self.peak) = None;
                return Ok(());
            }
            if begun.elapsed() > FREEZE_PATIENCE {
                self.write_freezer(false)?;
                return Err(SandboxError::System { step: "freeze".to_owned(), errno: libc::ETIMEDOUT });
            }
            if naps < NAPS {
                naps += 1;
                std::thread::sleep(NAP);
                continue;
            }
            sleeps += 1;
            if sleeps.is_multiple_of(SLEEPS_BEFORE_THAW) {
                self.write_freezer(false)?;
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }
}
