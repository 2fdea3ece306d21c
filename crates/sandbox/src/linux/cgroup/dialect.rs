//! What the two versions of the cgroup interface call things.
//!
//! Sources: the kernel's `Documentation/admin-guide/cgroup-v1/` and `cgroup-v2.rst`.

use std::io;
use std::path::Path;

use crate::features::CgroupVersion;
use crate::linux::cgroup::{Limits, write_existing};
use crate::linux::protocol::GroupFile;

/// The controllers in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Controller {
    Memory,
    Cpu,
    Pids,
    Freezer,
}

/// One value to write when a group is made.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Setting {
    pub(crate) controller: Controller,
    pub(crate) file: &'static str,
    pub(crate) value: String,
    /// The file may be absent (a kernel without swap accounting).
    pub(crate) optional: bool,
}

/// The period that CPU shares are counted over, in microseconds. Shorter ones cost more switches, longer ones make a
/// function with a small share stand still for longer. Measurements from inside AWS Lambda show 20 ms.
const CPU_PERIOD_US: u64 = 20_000;
/// The kernel's smallest quota, in microseconds.
const MIN_CPU_QUOTA_US: u64 = 1_000;

/// What a group weighs against others, of each version's 100 %, until what it is for has started: who has started comes
/// first where processors are short.
const STARTING_PERCENT: u64 = 20;
const SHARES: u64 = 1_024;
const WEIGHT: u64 = 100;

/// One version of the interface.
pub(crate) trait Dialect: Sync {
    /// Which version this is.
    fn version(&self) -> CgroupVersion;
    /// The values to write, in this order.
    fn settings(&self, limits: &Limits) -> Vec<Setting>;
    /// What the server writes into [`GroupFile::CpuQuota`] for a share, in thousandths of one CPU.
    fn cpu_quota(&self, millis: u32) -> String;
    /// What the server writes into [`GroupFile::CpuWeight`] when what the group is for has started.
    fn cpu_weight(&self) -> String;
    /// Where the server reads and writes, besides the file that freezes.
    fn files(&self) -> &'static [(GroupFile, Controller, &'static str)];
    /// The file into which a thread writes itself to get into a group, if that is the way.
    fn entry_file(&self) -> Option<&'static str>;
    /// The file that kills all processes of a group at once, if there is one. Kernels before 5.14 lack it.
    fn kill_file(&self) -> Option<&'static str>;
    /// The file that freezes.
    fn freeze_file(&self) -> &'static str;
    /// What to write there to freeze.
    fn frozen(&self) -> &'static str;
    /// What to write there to thaw.
    fn thawed(&self) -> &'static str;
    /// Makes `controller` available to the groups below `directory`.
    fn delegate(&self, directory: &Path, controller: Controller) -> io::Result<()>;
}

/// The dialect of a version. Without cgroups there is nothing to say in either.
pub(crate) fn dialect_of(version: CgroupVersion) -> &'static dyn Dialect {
    match version {
        CgroupVersion::V1 => &V1,
        CgroupVersion::V2 | CgroupVersion::None => &V2,
    }
}

/// Version 1: a hierarchy for each controller.
pub(crate) struct V1;
/// Version 2: one hierarchy.
pub(crate) struct V2;

fn setting(controller: Controller, file: &'static str, value: impl ToString) -> Setting {
    Setting { controller, file, value: value.to_string(), optional: false }
}

fn quota_us(millis: u32) -> u64 {
    (u64::from(millis) * CPU_PERIOD_US / 1000).max(MIN_CPU_QUOTA_US)
}

impl Dialect for V1 {
    fn version(&self) -> CgroupVersion {
        CgroupVersion::V1
    }

    fn settings(&self, limits: &Limits) -> Vec<Setting> {
        vec![
            // Memory first: the kernel refuses a sum of memory and swap below the memory limit. Both the same: no swap.
            setting(Controller::Memory, "memory.limit_in_bytes", limits.memory_bytes),
            Setting {
                optional: true,
                ..setting(Controller::Memory, "memory.memsw.limit_in_bytes", limits.memory_bytes)
            },
            setting(Controller::Cpu, "cpu.cfs_period_us", CPU_PERIOD_US),
            setting(Controller::Cpu, "cpu.cfs_quota_us", self.cpu_quota(limits.cpu_millis)),
            setting(Controller::Cpu, "cpu.shares", SHARES * STARTING_PERCENT / 100),
            setting(Controller::Pids, "pids.max", limits.pids_max),
        ]
    }

    fn cpu_quota(&self, millis: u32) -> String {
        quota_us(millis).to_string()
    }

    fn cpu_weight(&self) -> String {
        SHARES.to_string()
    }

    fn files(&self) -> &'static [(GroupFile, Controller, &'static str)] {
        &[
            (GroupFile::CpuQuota, Controller::Cpu, "cpu.cfs_quota_us"),
            (GroupFile::CpuWeight, Controller::Cpu, "cpu.shares"),
            (GroupFile::MemoryPeak, Controller::Memory, "memory.max_usage_in_bytes"),
            (GroupFile::MemoryStat, Controller::Memory, "memory.stat"),
            (GroupFile::OomKills, Controller::Memory, "memory.oom_control"),
        ]
    }

    fn entry_file(&self) -> Option<&'static str> {
        Some("tasks")
    }

    fn kill_file(&self) -> Option<&'static str> {
        None
    }

    fn freeze_file(&self) -> &'static str {
        "freezer.state"
    }

    fn frozen(&self) -> &'static str {
        "FROZEN"
    }

    fn thawed(&self) -> &'static str {
        "THAWED"
    }

    /// Every controller is available everywhere in its own hierarchy.
    fn delegate(&self, _: &Path, _: Controller) -> io::Result<()> {
        Ok(())
    }
}

impl Dialect for V2 {
    fn version(&self) -> CgroupVersion {
        CgroupVersion::V2
    }

    fn settings(&self, limits: &Limits) -> Vec<Setting> {
        vec![
            setting(Controller::Memory, "memory.max", limits.memory_bytes),
            Setting { optional: true, ..setting(Controller::Memory, "memory.swap.max", 0) },
            setting(Controller::Cpu, "cpu.max", self.cpu_quota(limits.cpu_millis)),
            setting(Controller::Cpu, "cpu.weight", WEIGHT * STARTING_PERCENT / 100),
            setting(Controller::Pids, "pids.max", limits.pids_max),
        ]
    }

    fn cpu_quota(&self, millis: u32) -> String {
        format!("{} {CPU_PERIOD_US}", quota_us(millis))
    }

    fn cpu_weight(&self) -> String {
        WEIGHT.to_string()
    }

    fn files(&self) -> &'static [(GroupFile, Controller, &'static str)] {
        &[
            (GroupFile::FreezeState, Controller::Freezer, "cgroup.events"),
            (GroupFile::CpuQuota, Controller::Cpu, "cpu.max"),
            (GroupFile::CpuWeight, Controller::Cpu, "cpu.weight"),
            (GroupFile::MemoryPeak, Controller::Memory, "memory.peak"),
            (GroupFile::MemoryStat, Controller::Memory, "memory.stat"),
            (GroupFile::OomKills, Controller::Memory, "memory.events"),
        ]
    }

    fn entry_file(&self) -> Option<&'static str> {
        None
    }

    fn kill_file(&self) -> Option<&'static str> {
        Some("cgroup.kill")
    }

    fn freeze_file(&self) -> &'static str {
        "cgroup.freeze"
    }

    fn frozen(&self) -> &'static str {
        "1"
    }

    fn thawed(&self) -> &'static str {
        "0"
    }

    fn delegate(&self, directory: &Path, controller: Controller) -> io::Result<()> {
        Self::hand_on(directory, '+', controller)
    }
}

impl V2 {
    /// The undo of `delegate`. Fails with `EBUSY` while a group below uses the controller for groups of its own.
    pub(super) fn take_back(directory: &Path, controller: Controller) -> io::Result<()> {
        Self::hand_on(directory, '-', controller)
    }

    fn hand_on(directory: &Path, sign: char, controller: Controller) -> io::Result<()> {
        let name = match controller {
            Controller::Memory => "memory",
            Controller::Cpu => "cpu",
            Controller::Pids => "pids",
            // Part of every group of version 2.
            Controller::Freezer => return Ok(()),
        };
        write_existing(&directory.join("cgroup.subtree_control"), &format!("{sign}{name}"))
    }
}
