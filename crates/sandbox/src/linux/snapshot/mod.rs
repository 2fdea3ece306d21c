//! Images of running processes: taken of one, and brought back any number of times, in other sandboxes.
//!
//! **Taking** (`capture`). The first process of a sandbox forks a helper, which becomes the function's user, stops the
//! process to be copied as a debugger does, and reads it. What it writes is a *program* (`interpreter`) of system calls,
//! and the pages that the process had written to. The server keeps both in sealed memory.
//!
//! **Bringing back** (`restore`). A process is made as every other one: the same user, limits, filter, the same program
//! executed. But the first process traces it, so that it stops before its first instruction, maps the image's
//! program, has it run that instead, and lets it go. From then on the process makes itself what the image says, *with no right
//! that it would not have anyway*: an image, whatever is in it, can do no more than the function.
//!
//! **What comes back.** Memory, with the same addresses and kinds of mappings: files are mapped anew from the sandbox's own files,
//! which must be the same (inode, length, time of writing); what the process wrote is copied for each, or shared until it is
//! written to (`share`). Threads with their registers, masks, lists; handlers of signals; what `/proc` tells (arguments,
//! heap, program). Of descriptors: those that every process is given, files and directories by path (what is in `/tmp` comes
//! along), pipes that it has to itself, eventfd, epoll. Connections come back unconnected. Everything else, a second process
//! included, is refused, and the caller starts the program the ordinary way.
//!
//! **What does not.** Process and thread numbers are new, and never ones that an ancestor of the image had:
//! libraries that watch their process number (OpenSSL, `tempfile`) make their random numbers anew. A system call that was waiting
//! is made again. Clocks go on, for it is the same machine.
//!
//! All processes of one image share where their memory lies and what was drawn at random before it was taken.

#[cfg(target_arch = "x86_64")]
mod capture;
#[cfg(target_arch = "x86_64")]
mod descriptors;
#[cfg(target_arch = "x86_64")]
mod files;
#[cfg(target_arch = "x86_64")]
mod frames;
#[cfg(target_arch = "x86_64")]
mod image;
#[cfg(target_arch = "x86_64")]
mod interpreter;
#[cfg(target_arch = "x86_64")]
mod maps;
#[cfg(target_arch = "x86_64")]
mod memory;
mod receive;
#[cfg(target_arch = "x86_64")]
mod restore;
#[cfg(target_arch = "x86_64")]
mod share;
#[cfg(target_arch = "x86_64")]
mod threads;
#[cfg(target_arch = "x86_64")]
mod tracee;
#[cfg(not(target_arch = "x86_64"))]
mod unsupported;

pub(crate) use receive::receive;
#[cfg(target_arch = "x86_64")]
pub(crate) use restore::{Restoring, fork_capture};
#[cfg(not(target_arch = "x86_64"))]
pub(crate) use unsupported::{Restoring, fork_capture};

/// The pipes that a process was given, by their inodes: the next one's take their places.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Given {
    pub(crate) stdout: u64,
    pub(crate) stderr: u64,
    pub(crate) records: Option<u64>,
    pub(crate) late: Option<u64>,
}

/// Why there is no image yet, of a process that does not wait for its late input.
#[cfg(target_arch = "x86_64")]
const NOT_WAITING: &str = "it does not wait for its late input yet";
/// Before the image, the stream that brings it says whether it has come to be; else follows why not.
const MADE: u8 = 1;
const REFUSED: u8 = 0;
/// After the image: it is whole.
const WHOLE: &[u8; 8] = b"tenfold.";

/// Says why a process cannot be copied.
#[cfg(target_arch = "x86_64")]
fn refuse<T>(why: impl Into<String>) -> std::io::Result<T> {
    Err(std::io::Error::other(why.into()))
}
