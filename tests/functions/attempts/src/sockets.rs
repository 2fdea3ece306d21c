//! Ways to those who build sandboxes: the server's and the keeper's Unix sockets, by name, by file and by descriptor.

use std::fs;
use std::os::fd::{AsRawFd as _, FromRawFd as _, OwnedFd};
use std::os::unix::fs::FileTypeExt as _;
use std::path::{Path, PathBuf};

use crate::attempt::{Attempt, Outcome, code};
use crate::facts::Facts;

const CONTAINED: &[&str] = &["contained"];

pub(crate) const ATTEMPTS: &[Attempt] = &[
    code("keeper's socket by name", "connects to names that it has or could have", by_name, CONTAINED),
    code("keeper's socket by file", "connects to every socket that is a file", by_file, CONTAINED),
    code("keeper's socket by descriptor", "looks for it among descriptors that were left open", by_descriptor, CONTAINED),
    code("messages to whoever listens", "sends on all descriptors that are sockets of packets", by_message, CONTAINED),
];

const KINDS: [libc::c_int; 3] = [libc::SOCK_STREAM, libc::SOCK_DGRAM, libc::SOCK_SEQPACKET];

/// Whether somebody answers there: a path, or a name after a NUL.
fn connects(name: &[u8]) -> bool {
    KINDS.iter().any(|kind| {
        // SAFETY: an address within its structure; a descriptor that is owned at once.
        unsafe {
            let fd = libc::socket(libc::AF_UNIX, *kind, 0);
            if fd < 0 {
                return false;
            }
            let socket = OwnedFd::from_raw_fd(fd);
            let mut place: libc::sockaddr_un = std::mem::zeroed();
            place.sun_family = libc::AF_UNIX as libc::sa_family_t;
            for (to, from) in place.sun_path.iter_mut().zip(name) {
                *to = *from as libc::c_char;
            }
            let length = 2 + name.len().min(place.sun_path.len());
            libc::connect(socket.as_raw_fd(), (&raw const place).cast(), length as libc::socklen_t) == 0
        }
    })
}

/// Those that the server's processes have at all, some that one would give, and those that the kernel gives who asks for any.
fn by_name(facts: &Facts) -> Outcome {
    let told = facts.socket_names.iter().map(|name| name.replacen('@', "\0", 1));
    let guessed = ["tenfold", "tenfold-keeper", "keeper", "tenfold/keeper", "tenfold.sock"].map(|name| format!("\0{name}"));
    let given = (0..512).map(|number| format!("\0{number:05x}"));
    let processes = facts.processes.iter().map(|process| format!("\0tenfold-{process}"));
    for name in told.chain(guessed).chain(given).chain(processes) {
        if connects(name.as_bytes()) {
            return Outcome::won(name.replace('\0', "@"));
        }
    }
    Outcome::contained(format!("nobody, {} told", facts.socket_names.len()))
}

fn by_file(_: &Facts) -> Outcome {
    let mut left = vec![PathBuf::from("/")];
    let mut looked = 0;
    while let Some(directory) = left.pop() {
        for entry in fs::read_dir(&directory).into_iter().flatten().flatten() {
            let Ok(kind) = entry.file_type() else { continue };
            looked += 1;
            let is_elsewhere = ["/proc", "/sys", "/usr"].iter().any(|known| entry.path() == Path::new(known));
            if kind.is_dir() && !is_elsewhere && looked < 200_000 {
                left.push(entry.path());
            }
            if kind.is_socket() && connects(entry.path().as_os_str().as_encoded_bytes()) {
                return Outcome::won(entry.path().display().to_string());
            }
        }
    }
    Outcome::contained("none connects")
}

/// All sockets among the descriptors of processes that can be seen, as the kernel numbers them on the whole machine.
fn by_descriptor(facts: &Facts) -> Outcome {
    let mut seen = 0;
    for process in fs::read_dir("/proc").into_iter().flatten().flatten() {
        for fd in fs::read_dir(process.path().join("fd")).into_iter().flatten().flatten() {
            let Ok(target) = fs::read_link(fd.path()) else { continue };
            let target = target.to_string_lossy().into_owned();
            let Some(number) = target.strip_prefix("socket:[").and_then(|rest| rest.strip_suffix(']')) else { continue };
            seen += 1;
            if number.parse().is_ok_and(|number: u64| facts.sockets.contains(&number)) {
                return Outcome::won(format!("{} is {target}", fd.path().display()));
            }
        }
    }
    Outcome::contained(format!("none of {} among {seen}", facts.sockets.len()))
}

/// An empty packet is no message, but would end a keeper that took it.
fn by_message(_: &Facts) -> Outcome {
    let mut seen = 0;
    for fd in 0..1024 {
        let (mut kind, mut family, mut size) = (0_i32, 0_i32, 4);
        // SAFETY: rooms of four bytes; a descriptor that is not there answers with an error; nothing is sent from nowhere.
        unsafe {
            let asked = libc::getsockopt(fd, libc::SOL_SOCKET, libc::SO_TYPE, (&raw mut kind).cast(), &raw mut size);
            libc::getsockopt(fd, libc::SOL_SOCKET, libc::SO_DOMAIN, (&raw mut family).cast(), &raw mut size);
            if asked != 0 || family != libc::AF_UNIX {
                continue;
            }
            seen += 1;
            if kind == libc::SOCK_SEQPACKET && libc::send(fd, std::ptr::null(), 0, libc::MSG_DONTWAIT | libc::MSG_NOSIGNAL) == 0 {
                return Outcome::won(format!("descriptor {fd}"));
            }
        }
    }
    Outcome::contained(format!("none of {seen}"))
}
