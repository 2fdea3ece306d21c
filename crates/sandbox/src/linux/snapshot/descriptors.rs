//! What a process has open, and how another one gets the like.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::io;
use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _};

use crate::driver::{LATE_FD, RECORDS_FD};

use super::interpreter::{BECOME, COMPARE, LOAD_HALF, ON_IT, Program, STORE_HALF};
use super::{Given, refuse};

/// One open descriptor.
struct Open {
    fd: i32,
    target: String,
    info: String,
}

impl Open {
    fn number(&self, name: &str, radix: u32) -> io::Result<u64> {
        let text = self.info.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        text.and_then(|text| u64::from_str_radix(text, radix).ok())
            .ok_or_else(|| io::Error::other(format!("descriptor {} is not told of", self.fd)))
    }

    /// `open`'s flags.
    fn flags(&self) -> io::Result<u64> {
        self.number("flags:", 8)
    }

    /// The inode in names such as `pipe:[7]`.
    fn inode(&self, kind: &str) -> Option<u64> {
        self.target.strip_prefix(kind)?.strip_prefix(":[")?.strip_suffix(']')?.parse().ok()
    }
}

/// Asks a socket of the process for one of its options, as a word of which the lower half counts.
pub(super) type Ask<'a> = &'a dyn Fn(i32, i32) -> io::Result<u64>;

fn list(pid: i32) -> io::Result<Vec<Open>> {
    let mut all = Vec::new();
    for entry in fs::read_dir(format!("/proc/{pid}/fd"))? {
        let entry = entry?;
        let fd = entry.file_name().to_string_lossy().parse().map_err(io::Error::other)?;
        let target = fs::read_link(entry.path())?.to_string_lossy().into_owned();
        let info = fs::read_to_string(format!("/proc/{pid}/fdinfo/{fd}"))?;
        all.push(Open { fd, target, info });
    }
    all.sort_by_key(|open| open.fd);
    Ok(all)
}

/// Two descriptors that are free in the process, above all that it has open, for the time of its restoring.
pub(super) fn for_restoring(pid: i32) -> io::Result<(i32, i32)> {
    let highest = list(pid)?.last().map_or(0, |open| open.fd);
    // Above those that every process is given, too.
    let first = highest.max(LATE_FD) + 1;
    Ok((first, first + 1))
}

/// Whether it has not closed its late input yet.
pub(super) fn has_late_input(pid: i32, given: &Given) -> io::Result<bool> {
    Ok(list(pid)?.iter().any(|open| open.fd == LATE_FD && open.inode("pipe") == given.late))
}

const CLOEXEC: u64 = libc::O_CLOEXEC as u64;

/// Opens a file, which must be the one that it was. Its descriptor is the last result.
pub(super) fn open_checked(path: &str, was: &Metadata, flags: u64, program: &mut Program) {
    // `struct stat`: its length, and where in it device, inode, length and the time of the last writing are.
    const LENGTH: usize = 144;
    let path = program.keep_text(path.as_bytes());
    let room = program.keep(&[0; LENGTH + 16]);
    program.call(libc::SYS_open, &[path, flags]);
    program.step(STORE_HALF, 0, &[room + LENGTH as u64]);
    // The result is needed again after this, and this has one of its own.
    program.step(ON_IT, libc::SYS_fstat, &[0, room]);
    program.step(COMPARE, 0, &[room, was.dev()]);
    program.step(COMPARE, 0, &[room + 8, was.ino()]);
    if was.is_file() {
        program.step(COMPARE, 0, &[room + 48, was.len()]);
        program.step(COMPARE, 0, &[room + 88, was.mtime().cast_unsigned()]);
        program.step(COMPARE, 0, &[room + 96, was.mtime_nsec().cast_unsigned()]);
    }
    program.step(LOAD_HALF, 0, &[room + LENGTH as u64]);
}

/// Gives the new process what the old one had. Refuses what cannot be had again.
pub(super) fn restore(
    pid: i32,
    given: &Given,
    base: i32,
    ask: Ask<'_>,
    program: &mut Program,
) -> io::Result<()> {
    let all = list(pid)?;
    let base = (base + 1) as u64;
    let slots = slots(given);
    // Those that the new process gets in any case, and this one has closed, or put something else there.
    let mut closed: Vec<i32> = vec![0];
    closed.extend(slots.iter().map(|(fd, _)| *fd));
    let mut pipes: BTreeMap<u64, Vec<&Open>> = BTreeMap::new();
    let mut epolls = Vec::new();
    for open in &all {
        let flags = open.flags()?;
        let fd = open.fd as u64;
        if open.fd == 0 && open.target == "/dev/null" {
            closed.retain(|fd| *fd != 0);
        } else if let Some(inode) = open.inode("pipe") {
            if slots.contains(&(open.fd, inode)) {
                closed.retain(|fd| *fd != open.fd);
                let close = if flags & CLOEXEC != 0 { libc::FD_CLOEXEC as u64 } else { 0 };
                program.call(libc::SYS_fcntl, &[fd, libc::F_SETFD as u64, close]);
                status_flags(open, program)?;
            } else if let Some((first, _)) = slots.iter().find(|(_, given)| *given == inode) {
                // A copy of one that it was given; the number may be one that is still to be closed or copied.
                if *first > open.fd
                    || !all.iter().any(|other| other.fd == *first && other.inode("pipe") == Some(inode))
                {
                    return refuse(format!("descriptor {fd} is a copy of one that is not there"));
                }
                program.call(libc::SYS_dup3, &[*first as u64, fd, flags & CLOEXEC]);
            } else {
                pipes.entry(inode).or_default().push(open);
            }
        } else if open.inode("socket").is_some() {
            socket(open, flags, ask, program)?;
        } else if let Some(own) = open.target.strip_prefix(&format!("/proc/{pid}/")) {
            // Of the new process then.
            let path = program.keep_text(format!("/proc/self/{own}").as_bytes());
            program.call(libc::SYS_open, &[path, flags]);
            program.step(BECOME, 0, &[fd, flags & CLOEXEC]);
        } else if open.target.starts_with('/') {
            file(pid, open, flags, program)?;
        } else if open.target == "anon_inode:[eventfd]" {
            let semaphore = open.number("eventfd-semaphore:", 10).unwrap_or(0);
            let made = flags & (CLOEXEC | libc::O_NONBLOCK as u64) | semaphore;
            program.call(libc::SYS_eventfd2, &[open.number("eventfd-count:", 16)?, made]);
            program.step(BECOME, 0, &[fd, flags & CLOEXEC]);
        } else if open.target == "anon_inode:[eventpoll]" {
            program.call(libc::SYS_epoll_create1, &[flags & CLOEXEC]);
            program.step(BECOME, 0, &[fd, flags & CLOEXEC]);
            epolls.push(open);
        } else {
            return refuse(format!("descriptor {fd} is {}", open.target));
        }
        closed.retain(|closed| *closed != open.fd);
    }
    for ends in pipes.values() {
        pipe(pid, ends, base, program)?;
    }
    for open in epolls {
        watch(open, program)?;
    }
    for fd in closed {
        program.call(libc::SYS_close, &[fd as u64]);
    }
    Ok(())
}

fn slots(given: &Given) -> Vec<(i32, u64)> {
    let mut slots = vec![(1, given.stdout), (2, given.stderr)];
    slots.extend(given.records.map(|inode| (RECORDS_FD, inode)));
    slots.extend(given.late.map(|inode| (LATE_FD, inode)));
    slots
}

/// Whether it blocks, and the like: what belongs to the open file and can be set.
fn status_flags(open: &Open, program: &mut Program) -> io::Result<()> {
    const SETTABLE: u64 = (libc::O_NONBLOCK | libc::O_APPEND | libc::O_ASYNC | libc::O_NOATIME) as u64;
    let flags = open.flags()? & SETTABLE;
    program.call(libc::SYS_fcntl, &[open.fd as u64, libc::F_SETFL as u64, flags]);
    Ok(())
}

/// By its path, at the same place.
fn file(pid: i32, open: &Open, flags: u64, program: &mut Program) -> io::Result<()> {
    let fd = open.fd as u64;
    let Ok(at_path) = fs::metadata(&open.target) else {
        return refuse(format!("descriptor {fd} is a file that is gone"));
    };
    let own = fs::metadata(format!("/proc/{pid}/fd/{fd}"))?;
    if (at_path.dev(), at_path.ino()) != (own.dev(), own.ino()) {
        return refuse(format!("descriptor {fd} is a file that was replaced"));
    }
    let kind = own.file_type();
    if !(kind.is_file() || kind.is_dir() || kind.is_char_device()) || open.target.starts_with("/proc/") {
        return refuse(format!("descriptor {fd} is {}", open.target));
    }
    // It exists, and is as long as it shall be.
    let flags = flags & !(libc::O_CREAT | libc::O_EXCL | libc::O_TRUNC) as u64;
    if kind.is_file() && !open.target.starts_with("/tmp/") {
        open_checked(&open.target, &own, flags, program);
    } else {
        let path = program.keep_text(open.target.as_bytes());
        program.call(libc::SYS_open, &[path, flags]);
    }
    program.step(BECOME, 0, &[fd, flags & CLOEXEC]);
    let position = open.number("pos:", 10)?;
    if kind.is_file() && position != 0 {
        program.call(libc::SYS_lseek, &[fd, position, libc::SEEK_SET as u64]);
    }
    Ok(())
}

/// Connections do not survive. One that is not connected takes their place, so that using it fails as a connection does
/// that is gone.
fn socket(open: &Open, flags: u64, ask: Ask<'_>, program: &mut Program) -> io::Result<()> {
    let fd = open.fd as u64;
    let ask = |option: i32| ask(open.fd, option).map(|answer| answer as i32);
    let (family, kind) = (ask(libc::SO_DOMAIN)?, ask(libc::SO_TYPE)?);
    let is_known = [libc::AF_INET, libc::AF_INET6].contains(&family)
        && [libc::SOCK_STREAM, libc::SOCK_DGRAM].contains(&kind);
    if !is_known || ask(libc::SO_ACCEPTCONN)? != 0 {
        return refuse(format!("descriptor {fd} is a socket that cannot be had again"));
    }
    let made = kind as u64 | flags & (libc::O_NONBLOCK | libc::O_CLOEXEC) as u64;
    program.call(libc::SYS_socket, &[family as u64, made, ask(libc::SO_PROTOCOL)? as u64]);
    program.step(BECOME, 0, &[fd, flags & CLOEXEC]);
    Ok(())
}

/// A pipe that the process has to itself, and that is empty.
fn pipe(pid: i32, ends: &[&Open], base: u64, program: &mut Program) -> io::Result<()> {
    const ACCESS: u64 = libc::O_ACCMODE as u64;
    let mut is_there = [false; 2];
    for end in ends {
        let writes = end.flags()? & ACCESS == libc::O_WRONLY as u64;
        is_there[usize::from(writes)] = true;
    }
    let Some(reading) = ends.iter().find(|end| end.flags().is_ok_and(|f| f & ACCESS == 0)) else {
        return refuse("it has one end of a pipe");
    };
    if is_there != [true; 2] {
        return refuse("it has one end of a pipe");
    }
    // Opened anew by name, which makes another reader for a moment; the process is stopped.
    let look = fs::File::open(format!("/proc/{pid}/fd/{}", reading.fd))?;
    if rustix::io::ioctl_fionread(&look)? != 0 {
        return refuse("it has a pipe that holds something");
    }
    let made = program.keep(&[0; 16]);
    program.call(libc::SYS_pipe2, &[made, CLOEXEC]);
    // Out of the way of those that are still to be made.
    for end in [made, made + 4] {
        program.step(LOAD_HALF, 0, &[end]);
        program.step(ON_IT, libc::SYS_fcntl, &[0, libc::F_DUPFD_CLOEXEC as u64, base]);
        program.step(STORE_HALF, 0, &[end + 8]);
        program.step(LOAD_HALF, 0, &[end]);
        program.step(ON_IT, libc::SYS_close, &[0]);
    }
    for end in ends {
        let flags = end.flags()?;
        let from = made + 8 + if flags & ACCESS == libc::O_WRONLY as u64 { 4 } else { 0 };
        program.step(LOAD_HALF, 0, &[from]);
        // One more, which becomes the one that is wanted.
        program.step(ON_IT, libc::SYS_fcntl, &[0, libc::F_DUPFD_CLOEXEC as u64, base]);
        program.step(BECOME, 0, &[end.fd as u64, flags & CLOEXEC]);
        status_flags(end, program)?;
    }
    for end in [made + 8, made + 12] {
        program.step(LOAD_HALF, 0, &[end]);
        program.step(ON_IT, libc::SYS_close, &[0]);
    }
    Ok(())
}

/// What an epoll descriptor watches: all of it is restored by now.
fn watch(open: &Open, program: &mut Program) -> io::Result<()> {
    for line in open.info.lines().filter(|line| line.starts_with("tfd:")) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let word = |name: &str| words.iter().position(|word| *word == name).and_then(|at| words.get(at + 1));
        let hexadecimal = |name| word(name).and_then(|word| u64::from_str_radix(word, 16).ok());
        let fd = word("tfd:").and_then(|word| word.parse::<u64>().ok());
        let (Some(fd), Some(events), Some(data)) = (fd, hexadecimal("events:"), hexadecimal("data:")) else {
            return refuse("an epoll descriptor is not told of");
        };
        // `struct epoll_event` is packed here.
        let event = [&(events as u32).to_ne_bytes()[..], &data.to_ne_bytes()].concat();
        let event = program.keep(&event);
        program.call(libc::SYS_epoll_ctl, &[open.fd as u64, libc::EPOLL_CTL_ADD as u64, fd, event]);
    }
    Ok(())
}
