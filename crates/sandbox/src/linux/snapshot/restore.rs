//! The first process's part: starts who takes an image, and makes a process run one.

use std::fs::File;
use std::io::{self, Write as _};
use std::os::fd::{AsFd as _, AsRawFd as _, OwnedFd};
use std::os::unix::fs::FileExt as _;

use rustix::pipe::{PipeFlags, pipe_with};
use rustix::process::Pid;

use super::image::Header;
use super::interpreter::PAGE;
use super::{Given, REFUSED, capture, tracee};
use crate::driver::Process;
use crate::features::Privilege;
use crate::linux::confine;

/// An image that is to become a process.
pub(crate) struct Restoring {
    image: OwnedFd,
    header: Header,
    /// Where the process tells that it has become it; the reading end is ours.
    told: OwnedFd,
    tell: OwnedFd,
}

/// Where the kernel says that the vDSO is.
const AT_SYSINFO_EHDR: u64 = 33;
/// Numbers that are used up before one is high enough, at most.
const MOST_SPENT: u32 = 4096;

impl Restoring {
    pub(crate) fn new(image: OwnedFd, process: &Process) -> io::Result<Self> {
        let file = File::from(image);
        let header = Header::read(&file)?;
        if (header.records, header.late) != (process.records, process.late) {
            return Err(io::Error::from_raw_os_error(libc::EINVAL));
        }
        let (told, tell) = pipe_with(PipeFlags::CLOEXEC)?;
        let above = |fd: OwnedFd| rustix::io::fcntl_dupfd_cloexec(fd, header.tell_fd + 1);
        let (image, tell) = (above(file.into())?, above(tell)?);
        Ok(Self { image, told, tell, header })
    }

    /// The program that is executed, to stop at once.
    pub(crate) fn executable(&self) -> &str {
        &self.header.executable
    }

    /// The descriptors below this one will be the process's.
    pub(crate) fn first_free_fd(&self) -> i32 {
        self.header.tell_fd + 1
    }

    /// Uses up process numbers until the next is higher than any that the image has had.
    pub(crate) fn spend_numbers(&self) -> io::Result<()> {
        for _ in 0..MOST_SPENT {
            let number = spend_one()?;
            let _ = rustix::process::waitpid(Pid::from_raw(number), rustix::process::WaitOptions::empty());
            if number.cast_unsigned() >= self.header.highest_number {
                return Ok(());
            }
        }
        Err(io::Error::from_raw_os_error(libc::EAGAIN))
    }

    /// In the child, after its other descriptors are in place.
    pub(crate) fn connect(&self) -> io::Result<()> {
        for (fd, number) in [(&self.image, self.header.image_fd), (&self.tell, self.header.tell_fd)] {
            // SAFETY: what was there is a copy of what the first process has; both of ours have higher numbers.
            if unsafe { libc::dup2(fd.as_raw_fd(), number) } != number {
                return Err(io::Error::last_os_error());
            }
        }
        Ok(())
    }

    /// In the child, while it is still allowed to.
    #[expect(clippy::unused_self, reason = "the same on every architecture")]
    pub(crate) fn be_traced(&self) -> io::Result<()> {
        tracee::be_traced()
    }

    /// When the program has been executed: returns when the process is what the image says.
    pub(crate) fn finish(self, pid: Pid) -> io::Result<()> {
        let Self { header, told, tell, image } = self;
        drop(tell);
        let pid = pid.as_raw_nonzero().get();
        tracee::wait_for_stop(pid)?;
        let vdso = find_vdso(pid, tracee::registers(pid)?.rsp)?;
        let protection = libc::PROT_READ | libc::PROT_WRITE | libc::PROT_EXEC;
        let flags = libc::MAP_PRIVATE | libc::MAP_FIXED_NOREPLACE;
        let arguments = [
            header.region,
            header.region_length,
            protection as u64,
            flags as u64,
            header.image_fd as u64,
            PAGE,
        ];
        let mapped = tracee::call(pid, vdso + header.call_in_vdso, libc::SYS_mmap, &arguments)?;
        if mapped.cast_unsigned() != header.region {
            return Err(io::Error::from_raw_os_error(-mapped as i32));
        }
        let mut registers = tracee::registers(pid)?;
        (registers.rip, registers.rdi, registers.rsi) = (header.region, header.first_step, vdso);
        (registers.rdx, registers.rcx) = (header.stack_top, header.tell_fd as u64);
        (registers.orig_rax, registers.rax) = (u64::MAX, 0);
        tracee::set_registers(pid, &registers)?;
        tracee::let_go(pid)?;
        // One word: it is there. Two: what failed. None: it was killed.
        let mut answer = [0; 16];
        match rustix::io::retry_on_intr(|| rustix::io::read(told.as_fd(), &mut answer))? {
            8 => Ok(()),
            16 => {
                let [at, result] = words(&answer);
                let mut step = [0; 16];
                let offset = PAGE + at.saturating_sub(header.region);
                File::from(image).read_exact_at(&mut step, offset)?;
                let [kind, call] = words(&step);
                let errno = result.cast_signed().wrapping_neg();
                Err(io::Error::other(format!("kind {kind}, system call {call}: error {errno}")))
            }
            _ => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }
}

/// Starts a process that ends at once. It has no memory of its own: making one, and the faults of both that follow, would
/// take ten times as long.
fn spend_one() -> io::Result<i32> {
    /// Aligned as a stack is.
    #[repr(align(16))]
    struct Stack([u8; 4096]);
    extern "C" fn end(_: *mut libc::c_void) -> libc::c_int {
        0
    }
    let mut stack = Stack([0; 4096]);
    let flags = libc::CLONE_VM | libc::CLONE_VFORK | libc::SIGCHLD;
    // SAFETY: the child runs `end` on a stack of its own, touches nothing else, and ends by `_exit` with what that returns;
    // this process, which has one thread, stands still until then.
    // JUSTIFICATION: what std starts is a program.
    match unsafe { libc::clone(end, stack.0.as_mut_ptr_range().end.cast(), flags, std::ptr::null_mut()) } {
        -1 => Err(io::Error::last_os_error()),
        number => Ok(number),
    }
}

fn words(bytes: &[u8; 16]) -> [u64; 2] {
    let (one, other) = bytes.split_at(8);
    [one, other].map(|bytes| bytes.try_into().map_or(0, u64::from_ne_bytes))
}

/// What the kernel tells a new program is on its stack: arguments, environment, each with a zero after it, then pairs.
fn find_vdso(pid: i32, stack: u64) -> io::Result<u64> {
    let mut at = stack + 8;
    for _ in 0..2 {
        while tracee::peek(pid, at)? != 0 {
            at += 8;
        }
        at += 8;
    }
    loop {
        match tracee::peek(pid, at)? {
            AT_SYSINFO_EHDR => return tracee::peek(pid, at + 8),
            0 => return Err(io::ErrorKind::NotFound.into()),
            _ => at += 16,
        }
    }
}

/// Starts the helper that takes an image of a child. What it writes comes out of the descriptor that is returned.
pub(crate) fn fork_capture(
    pid: Pid,
    given: Given,
    most_bytes: u64,
    privilege: Privilege,
) -> io::Result<OwnedFd> {
    let (read, write) = pipe_with(PipeFlags::CLOEXEC)?;
    let pid = pid.as_raw_nonzero().get();
    // SAFETY: this process has one thread, so the child may do all that the parent may.
    // JUSTIFICATION: it is to be the function's user and no program.
    match unsafe { libc::fork() } {
        -1 => Err(io::Error::last_os_error()),
        0 => {
            drop(read);
            let mut out = File::from(write);
            let done = confine::become_function(privilege)
                .and_then(|()| capture::capture(pid, &given, most_bytes, &mut out));
            if let Err(error) = done {
                // If it was under way, what comes now is not its end.
                let _ = out.write_all(&[&[REFUSED], error.to_string().as_bytes()].concat());
            }
            // SAFETY: ends this process without running what the parent has registered for its own end.
            unsafe { libc::_exit(0) }
        }
        _ => Ok(read),
    }
}
