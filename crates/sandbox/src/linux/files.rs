//! A sandbox's cgroup as the server uses it: files that the keeper has opened, so that freezing and reading need
//! neither rights nor the keeper.

use std::collections::HashMap;
use std::os::fd::OwnedFd;
use std::time::{Duration, Instant};

use crate::error::SandboxError;
use crate::features::CgroupVersion;
use crate::linux::cgroup::{Dialect, dialect_of, parse_frozen, parse_oom_kills, read_handle, write_handle};
use crate::linux::protocol::FdRole;

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
    open: HashMap<FdRole, OwnedFd>,
}

impl Files {
    pub(crate) fn new(version: CgroupVersion, open: HashMap<FdRole, OwnedFd>) -> Self {
        Self { dialect: dialect_of(version), open }
    }

    pub(crate) fn get(&self, role: FdRole) -> Option<&OwnedFd> {
        self.open.get(&role)
    }

    pub(crate) fn read(&self, role: FdRole) -> Option<String> {
        read_handle(self.get(role)?).ok()
    }

    pub(crate) fn number(&self, role: FdRole) -> Option<u64> {
        self.read(role)?.trim().parse().ok()
    }

    pub(crate) fn oom_kills(&self) -> Option<u64> {
        parse_oom_kills(&self.read(FdRole::OomKills)?)
    }

    /// Nothing, where there is no freezer.
    pub(crate) fn write_freezer(&self, frozen: bool) -> Result<(), SandboxError> {
        let Some(file) = self.get(FdRole::Freeze) else { return Ok(()) };
        let value = if frozen { self.dialect.frozen() } else { self.dialect.thawed() };
        write_handle(file, value).map_err(|error| SandboxError::system("write the freezer", &error))
    }

    /// Nothing, where there is no CPU controller.
    pub(crate) fn write_cpu(&self, millis: u32) -> Result<(), SandboxError> {
        let Some(file) = self.get(FdRole::CpuQuota) else { return Ok(()) };
        write_handle(file, &self.dialect.cpu_quota(millis))
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
            let state = self.read(FdRole::FreezeState).or_else(|| self.read(FdRole::Freeze));
            if state.is_some_and(|state| parse_frozen(&state)) {
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
