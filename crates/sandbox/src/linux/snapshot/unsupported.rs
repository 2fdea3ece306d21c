//! Where there is no engine: everything is refused, and callers start programs the ordinary way.

use std::io;
use std::os::fd::OwnedFd;

use rustix::process::Pid;

use super::Given;
use crate::driver::Process;
use crate::features::Privilege;

/// Nothing is one.
pub(crate) enum Restoring {}

impl Restoring {
    pub(crate) fn new(_image: OwnedFd, _process: &Process) -> io::Result<Self> {
        Err(io::ErrorKind::Unsupported.into())
    }

    pub(crate) fn executable(&self) -> &str {
        match *self {}
    }

    pub(crate) fn first_free_fd(&self) -> i32 {
        match *self {}
    }

    pub(crate) fn spend_numbers(&self) -> io::Result<()> {
        match *self {}
    }

    pub(crate) fn connect(&self) -> io::Result<()> {
        match *self {}
    }

    pub(crate) fn be_traced(&self) -> io::Result<()> {
        match *self {}
    }

    pub(crate) fn finish(self, _pid: Pid) -> io::Result<()> {
        match self {}
    }
}

pub(crate) fn fork_capture(_: Pid, _: Given, _: u64, _: Privilege) -> io::Result<OwnedFd> {
    Err(io::ErrorKind::Unsupported.into())
}
