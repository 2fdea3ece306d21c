//! What others have left: in this process's memory, in its environment, in the machine's shared places.

use std::fs;
use std::os::unix::fs::FileExt as _;

use crate::attempt::{Attempt, Outcome, code};
use crate::facts::Facts;

const CONTAINED: &[&str] = &["contained"];

pub(crate) const ATTEMPTS: &[Attempt] = &[
    code("secrets in memory", "searches all of its own memory for words of another function", in_memory, CONTAINED),
    code("secrets in fresh memory", "looks whether new pages are empty", in_fresh_memory, CONTAINED),
    code("secrets in the environment", "searches what the process was started with", in_environment, CONTAINED),
    code("secrets in files", "searches /tmp and /dev/shm, deleted files too", in_files, CONTAINED),
    code("secrets in pipes", "reads descriptors above the three streams", in_pipes, CONTAINED),
    code("the server's variables", "looks for variables of whoever started the server", server_variables, CONTAINED),
    code("host name", "looks for the host's", host_name, CONTAINED),
    code("shared memory of others", "lists System V segments, queues and semaphores", system_v, CONTAINED),
    code("message queues of others", "lists POSIX queues", message_queues, CONTAINED),
    code("hardware", "looks for serial numbers, boards and disks", hardware, CONTAINED),
    code("arguments of others", "looks for other command lines", command_lines, CONTAINED),
    code("memory of the stack's past", "reads below the stack", below_the_stack, CONTAINED),
];

/// Regions of up to this size are searched: whole interpreters are smaller.
const MOST: u64 = 256 << 20;
const PIECE: usize = 1 << 20;

/// The words, as others have them.
fn plain(facts: &Facts) -> Vec<Vec<u8>> {
    facts.secrets.iter().map(|word| word.iter().map(|byte| byte & 0x7f).collect()).collect()
}

/// Whether this holds a word, given with the highest bits set. So the search makes no copy of it.
fn holds(memory: &[u8], masked: &[u8]) -> bool {
    let Some(first) = masked.first() else { return false };
    memory.windows(masked.len()).any(|window| {
        window.first().is_some_and(|byte| byte | 0x80 == *first && byte < &0x80)
            && window.iter().zip(masked).all(|(byte, wanted)| byte < &0x80 && byte | 0x80 == *wanted)
    })
}

fn in_memory(facts: &Facts) -> Outcome {
    let (Ok(maps), Ok(memory)) = (fs::read_to_string("/proc/self/maps"), fs::File::open("/proc/self/mem")) else {
        return Outcome::contained("the own memory does not open");
    };
    let mut searched = 0_u64;
    let mut piece = vec![0; PIECE];
    let own = piece.as_ptr() as u64;
    for line in maps.lines() {
        let Some((range, rest)) = line.split_once(' ') else { continue };
        let Some((from, to)) = range.split_once('-') else { continue };
        let (Ok(from), Ok(to)) = (u64::from_str_radix(from, 16), u64::from_str_radix(to, 16)) else { continue };
        // Files and what the kernel shows are nobody's memory; the piece itself is what was read before.
        if !rest.starts_with("rw") || to - from > MOST || (from..to).contains(&own) && to - from <= 2 * PIECE as u64 {
            continue;
        }
        let mut at = from;
        while at < to {
            let length = usize::try_from((to - at).min(PIECE as u64)).unwrap_or(PIECE);
            let Some(room) = piece.get_mut(..length) else { break };
            let Ok(read) = memory.read_at(room, at) else { break };
            searched += read as u64;
            let found = facts.secrets.iter().position(|word| holds(room.get(..read).unwrap_or_default(), word));
            if let Some(number) = found {
                return Outcome::won(format!("word {number} near {at:x}: {line}"));
            }
            // A word across two pieces is found as well.
            at += (read.max(1) as u64).saturating_sub(if read == PIECE { 64 } else { 0 });
        }
    }
    Outcome::contained(format!("not in {} MiB", searched >> 20))
}

fn in_fresh_memory(_: &Facts) -> Outcome {
    const BYTES: usize = 32 << 20;
    // SAFETY: new memory of this size, read within it.
    unsafe {
        let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS;
        let memory = libc::mmap(std::ptr::null_mut(), BYTES, libc::PROT_READ | libc::PROT_WRITE, flags, -1, 0);
        if memory == libc::MAP_FAILED {
            return Outcome::last();
        }
        let words = std::slice::from_raw_parts(memory.cast::<u64>(), BYTES / 8);
        match words.iter().find(|word| **word != 0) {
            Some(word) => Outcome::won(format!("{word:x}")),
            None => Outcome::contained("all zero"),
        }
    }
}

fn search(found: &mut Option<String>, what: &str, bytes: &[u8], words: &[Vec<u8>]) {
    if words.iter().any(|word| bytes.windows(word.len()).any(|window| window == word.as_slice())) {
        *found = Some(what.to_owned());
    }
}

fn told(found: Option<String>) -> Outcome {
    found.map_or_else(|| Outcome::contained("none"), Outcome::won)
}

fn in_environment(facts: &Facts) -> Outcome {
    let (words, mut found) = (plain(facts), None);
    for path in ["/proc/self/environ", "/proc/self/cmdline", "/proc/thread-self/environ"] {
        search(&mut found, path, &fs::read(path).unwrap_or_default(), &words);
    }
    told(found)
}

fn in_files(facts: &Facts) -> Outcome {
    let (words, mut found) = (plain(facts), None);
    for directory in ["/tmp", "/dev/shm", "/var/task", "/mnt"] {
        for entry in fs::read_dir(directory).into_iter().flatten().flatten() {
            search(&mut found, &entry.path().display().to_string(), &fs::read(entry.path()).unwrap_or_default(), &words);
        }
    }
    // What a disk had before must not shine through a file that was never written.
    let hole = "/tmp/probe-hole";
    if let Ok(file) = fs::File::create(hole) {
        // SAFETY: an open file, and numbers.
        unsafe { libc::fallocate(std::os::fd::AsRawFd::as_raw_fd(&file), 0, 0, 16 << 20) };
    }
    if fs::read(hole).unwrap_or_default().iter().any(|byte| *byte != 0) {
        found = Some("what the disk had before".to_owned());
    }
    let _ = fs::remove_file(hole);
    told(found)
}

fn in_pipes(facts: &Facts) -> Outcome {
    let (words, mut found) = (plain(facts), None);
    for fd in 3..64 {
        let mut buffer = vec![0; 1 << 16];
        // SAFETY: room for what is read; a descriptor that is not there answers with an error. Nothing is waited for.
        let length = unsafe {
            let mut poll = libc::pollfd { fd, events: libc::POLLIN, revents: 0 };
            if libc::poll(&raw mut poll, 1, 0) != 1 || poll.revents & libc::POLLIN == 0 || !is_pipe(fd) {
                continue;
            }
            libc::read(fd, buffer.as_mut_ptr().cast(), buffer.len())
        };
        let length = usize::try_from(length).unwrap_or(0);
        search(&mut found, &format!("descriptor {fd}"), buffer.get(..length).unwrap_or_default(), &words);
    }
    told(found)
}

fn is_pipe(fd: i32) -> bool {
    fs::read_link(format!("/proc/self/fd/{fd}")).is_ok_and(|target| target.to_string_lossy().starts_with("pipe:"))
}

fn server_variables(_: &Facts) -> Outcome {
    let own = fs::read("/proc/self/environ").unwrap_or_default();
    let text = String::from_utf8_lossy(&own).into_owned();
    let names = std::env::vars().map(|(name, _)| name).chain(text.split('\0').map(|v| v.split('=').next().unwrap_or("").to_owned()));
    let bad: Vec<String> = names
        .filter(|name| ["TENFOLD", "_TENFOLD", "CARGO", "SUDO", "SSH_", "INVOCATION_ID", "PYTEST"].iter().any(|p| name.starts_with(p)))
        .collect();
    if bad.is_empty() { Outcome::contained("none") } else { Outcome::won(bad.join(" ")) }
}

fn host_name(facts: &Facts) -> Outcome {
    let mut seen = String::new();
    for path in ["/proc/sys/kernel/hostname", "/etc/hostname", "/etc/hosts", "/proc/sys/kernel/domainname", "/proc/self/environ"] {
        seen += &String::from_utf8_lossy(&fs::read(path).unwrap_or_default());
    }
    let words: Vec<&str> = seen.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').collect();
    if words.contains(&facts.host_name.as_str()) { Outcome::won(facts.host_name.clone()) } else { Outcome::contained("not there") }
}

fn system_v(_: &Facts) -> Outcome {
    let mut lines = 0;
    for path in ["/proc/sysvipc/shm", "/proc/sysvipc/msg", "/proc/sysvipc/sem"] {
        lines += fs::read_to_string(path).unwrap_or_default().lines().skip(1).count();
    }
    if lines == 0 { Outcome::contained("none") } else { Outcome::won(format!("{lines}")) }
}

/// Their file system is not mounted; names that others would choose do not open.
fn message_queues(_: &Facts) -> Outcome {
    // SAFETY: a terminated name.
    let queue = unsafe { libc::mq_open(c"/tenfold-e2e".as_ptr(), libc::O_RDONLY) };
    if queue < 0 { Outcome::contained("none") } else { Outcome::won("opened") }
}

fn hardware(_: &Facts) -> Outcome {
    let places = ["/sys/class/dmi/id/product_serial", "/sys/class/net", "/proc/device-tree", "/proc/scsi/scsi", "/proc/bus/pci", "/proc/bus/input/devices", "/proc/acpi/wakeup", "/proc/asound/cards"];
    let told: Vec<&str> = places.into_iter().filter(|path| fs::read(path).is_ok_and(|bytes| !bytes.is_empty())).collect();
    if told.is_empty() { Outcome::contained("none") } else { Outcome::won(told.join(" ")) }
}

fn command_lines(_: &Facts) -> Outcome {
    for process in 1..400 {
        let text = fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
        let text = String::from_utf8_lossy(&text).into_owned();
        if text.contains("tenfold") || text.contains("pytest") {
            return Outcome::won(text);
        }
    }
    Outcome::contained("none")
}

/// What earlier programs of this process had on the stack is not below it: the page is new.
fn below_the_stack(_: &Facts) -> Outcome {
    let maps = fs::read_to_string("/proc/self/maps").unwrap_or_default();
    let stack = maps.lines().find(|line| line.ends_with("[stack]")).and_then(|line| line.split('-').next());
    let Some(bottom) = stack.and_then(|from| u64::from_str_radix(from, 16).ok()) else { return Outcome::contained("no stack") };
    let Ok(memory) = fs::File::open("/proc/self/mem") else { return Outcome::contained("does not open") };
    let mut page = [0; 4096];
    match memory.read_at(&mut page, bottom - 4096) {
        Ok(_) if page.iter().any(|byte| *byte != 0) => Outcome::won("something"),
        _ => Outcome::contained("nothing"),
    }
}
