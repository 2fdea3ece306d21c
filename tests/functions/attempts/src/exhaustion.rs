//! Takes more than its share, of one thing at a time, for a moment. Every taking has an end of its own: where nothing
//! limits it, it stops before the machine is harmed.

mod beside;
mod memory;
mod outward;
mod timers;

use std::fs::File;
use std::io::Write as _;
use std::net::{TcpListener, TcpStream};
use std::os::fd::{AsRawFd as _, FromRawFd as _};
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::attempt::Outcome;

/// How long what was taken is held, at least.
const HELD: Duration = Duration::from_millis(900);
/// Nothing is taken for longer than this.
const TAKING: Duration = Duration::from_secs(3);
const MIB: usize = 1 << 20;

/// What was reached before it was stopped, and by what: an error's name, `killed`, or `enough` where the taker stopped
/// by itself.
struct Taken {
    reached: u64,
    by: String,
}

type Taker = fn() -> Taken;

/// Each with how much of it is more than anybody may have: reaching that is a win.
const TAKERS: &[(&str, u64, Taker)] = &[
    ("processes", 1025, processes),
    ("fork bomb", 1025, fork_bomb),
    ("threads", 1025, threads),
    ("memory", 512, memory::memory),
    ("shared memory", 65, memory::shared_memory),
    ("memory files", 512, memory::memory_files),
    ("System V memory", 512, memory::system_v_memory),
    ("page cache", 4096, memory::page_cache),
    ("disk", 560, disk),
    ("files", 140_000, files),
    ("deep directories", u64::MAX, deep_directories),
    ("descriptors", 1025, descriptors),
    ("connections", 1025, connections),
    ("descriptors in flight", 1_000_000, in_flight),
    ("pipes full of bytes", 1024, full_pipes),
    ("sockets full of bytes", 1024, full_sockets),
    ("file watchers", 1_100_000, watchers),
    ("timers", 1_000_000, timers),
    ("queued signals", 1_000_000, queued_signals),
    ("message queues", 100_000, queues),
    ("processor", u64::MAX, processor),
    ("system calls", u64::MAX, system_calls),
    ("log lines", u64::MAX, log_lines),
    ("random numbers", u64::MAX, random_numbers),
    ("memory maps", 70_000, memory::memory_maps),
    ("page tables", u64::MAX, memory::page_tables),
];

/// The same of what leaves the machine, for those that may connect to others. Of connections each sandbox has 256.
const OUTWARD: &[(&str, u64, Taker)] = &[
    ("connections outward", 257, outward::connections),
    ("exchanges outward", u64::MAX, outward::exchanges),
    ("datagrams outward", u64::MAX, outward::datagrams),
    ("beginnings outward", u64::MAX, outward::beginnings),
];

pub(crate) fn names_outward() -> Vec<&'static str> {
    OUTWARD.iter().map(|(name, _, _)| *name).collect()
}

pub(crate) fn names() -> Vec<&'static str> {
    TAKERS.iter().map(|(name, _, _)| *name).collect()
}

/// In a process of its own, which ends with all that it has started: what it took is given back, unless it is files.
pub(crate) fn run(what: &str, targets: &Value) -> Value {
    outward::tell(targets);
    match what {
        "work that goes on" => return beside::leave_work(),
        "what went on" => return beside::left_work(),
        "timers that go on" => return timers::leave(false),
        "timers that go on and continue" => return timers::leave(true),
        "what the timers did" => return timers::left(),
        "an alarm for oneself" => return timers::doom(),
        "a little of everything" => return json!(beside::a_little()),
        _ => {}
    }
    let Some((_, much, take)) = TAKERS.iter().chain(OUTWARD).find(|(name, _, _)| *name == what) else { return json!(null) };
    let mut ends = [0; 2];
    // SAFETY: as for an attempt.
    let child = unsafe {
        libc::pipe2(ends.as_mut_ptr(), libc::O_CLOEXEC);
        let child = libc::fork();
        if child == 0 {
            libc::setpgid(0, 0);
            libc::close(ends[0]);
            PROGRESS.store(ends[1] as u64, Ordering::Relaxed);
            let begun = Instant::now();
            let taken = take();
            tell(taken.reached, &taken.by);
            thread::sleep(HELD.saturating_sub(begun.elapsed()));
            libc::_exit(0);
        }
        libc::close(ends[1]);
        child
    };
    let mut status = 0;
    // SAFETY: numbers, and room for the status.
    unsafe {
        libc::waitpid(child, &raw mut status, 0);
        // Whatever forks meanwhile is in the same group.
        while libc::kill(-child, libc::SIGKILL) == 0 {
            while libc::waitpid(-1, std::ptr::null_mut(), libc::WNOHANG) > 0 {}
            thread::sleep(Duration::from_millis(1));
        }
    }
    // Only now: all of them have had the other end. What was told fits into a pipe.
    // SAFETY: our end of the pipe, and nobody else's.
    let told = std::io::read_to_string(unsafe { File::from_raw_fd(ends[0]) }).unwrap_or_default();
    clear_up();
    let last = told.lines().last().unwrap_or("0 nothing");
    let (reached, by) = last.split_once(' ').unwrap_or((last, ""));
    let by = if libc::WIFSIGNALED(status) { "killed".to_owned() } else { by.to_owned() };
    let reached: u64 = reached.parse().unwrap_or(0);
    json!({"what": what, "reached": reached, "by": by, "held": reached < *much})
}

/// Where progress is told: whoever is killed has told how far it came.
static PROGRESS: AtomicU64 = AtomicU64::new(0);

fn tell(reached: u64, by: &str) {
    let line = format!("{reached} {by}\n");
    let fd = i32::try_from(PROGRESS.load(Ordering::Relaxed)).unwrap_or(-1);
    // SAFETY: a buffer with its length.
    unsafe { libc::write(fd, line.as_ptr().cast(), line.len()) };
}

fn clear_up() {
    for path in ["/tmp/taken", "/dev/shm/taken"] {
        let _ = std::fs::remove_dir_all(path);
        let _ = std::fs::remove_file(path);
    }
    // SAFETY: numbers only; segments that are not ours stay.
    unsafe {
        for id in 0..4096 {
            libc::shmctl(id, libc::IPC_RMID, std::ptr::null_mut());
        }
    }
}

/// Calls `one` until it fails, or `most` times, or for as long as taking may last.
fn repeat(most: u64, mut one: impl FnMut() -> Result<(), Outcome>) -> Taken {
    let begun = Instant::now();
    for reached in 0..most {
        if let Err(outcome) = one() {
            return Taken { reached, by: outcome.got };
        }
        if begun.elapsed() > TAKING {
            return Taken { reached, by: "enough".to_owned() };
        }
    }
    Taken { reached: most, by: "enough".to_owned() }
}

/// What a call answers, or its error.
fn checked(result: i64) -> Result<i64, Outcome> {
    if result < 0 { Err(Outcome::last()) } else { Ok(result) }
}

fn io(error: &std::io::Error) -> Outcome {
    Outcome::of_io(error)
}

fn processes() -> Taken {
    // SAFETY: the child only waits to be killed with its group.
    repeat(5000, || unsafe {
        let child = libc::fork();
        if child == 0 {
            loop {
                libc::pause();
            }
        }
        checked(child.into()).map(drop)
    })
}

/// Every process makes two, and so do these.
fn fork_bomb() -> Taken {
    let begun = Instant::now();
    // SAFETY: shared memory of one page, written by atomic operations only; numbers otherwise.
    unsafe {
        let flags = libc::MAP_SHARED | libc::MAP_ANONYMOUS;
        let page = libc::mmap(std::ptr::null_mut(), 4096, libc::PROT_READ | libc::PROT_WRITE, flags, -1, 0);
        let alive = &*page.cast::<AtomicU64>();
        if libc::fork() == 0 {
            while begun.elapsed() < Duration::from_millis(1500) {
                let child = libc::fork();
                if child == 0 {
                    alive.fetch_add(1, Ordering::Relaxed);
                } else if child < 0 {
                    libc::usleep(1000);
                }
            }
            loop {
                libc::pause();
            }
        }
        thread::sleep(Duration::from_millis(1600));
        Taken { reached: alive.load(Ordering::Relaxed), by: "EAGAIN".to_owned() }
    }
}

fn threads() -> Taken {
    repeat(5000, || {
        let made = thread::Builder::new().stack_size(64 << 10).spawn(|| thread::sleep(Duration::from_secs(60)));
        made.map(drop).map_err(|error| io(&error))
    })
}

fn write_on(file: &mut File, most: u64) -> Taken {
    let block = vec![1_u8; MIB];
    let mut reached = 0;
    repeat(most, || {
        file.write_all(&block).map_err(|error| io(&error))?;
        reached += 1;
        tell(reached, "so far");
        Ok(())
    })
}

fn disk() -> Taken {
    match File::create("/tmp/taken") {
        Ok(mut file) => write_on(&mut file, 1024),
        Err(error) => Taken { reached: 0, by: io(&error).got },
    }
}

fn files() -> Taken {
    let _ = std::fs::create_dir("/tmp/taken");
    let mut number = 0_u64;
    repeat(200_000, || {
        number += 1;
        File::create(format!("/tmp/taken/{number}")).map(drop).map_err(|error| io(&error))
    })
}

fn deep_directories() -> Taken {
    let _ = std::fs::create_dir("/tmp/taken");
    let _ = std::env::set_current_dir("/tmp/taken");
    repeat(2000, || {
        std::fs::create_dir("d").and_then(|()| std::env::set_current_dir("d")).map_err(|error| io(&error))
    })
}

fn descriptors() -> Taken {
    repeat(100_000, || File::open("/dev/null").map(std::mem::forget).map_err(|error| io(&error)))
}

fn connections() -> Taken {
    let Ok(listener) = TcpListener::bind("127.0.0.1:0") else { return Taken { reached: 0, by: "no listener".to_owned() } };
    let Ok(address) = listener.local_addr() else { return Taken { reached: 0, by: "no address".to_owned() } };
    repeat(100_000, || {
        let patience = Duration::from_millis(200);
        let full = |_| Outcome::errno(libc::ETIMEDOUT);
        let stream = TcpStream::connect_timeout(&address, patience).map_err(full)?;
        std::mem::forget(stream);
        Ok(())
    })
}

/// Descriptors that lie in sockets count for nobody but the user.
fn in_flight() -> Taken {
    repeat(200_000, || {
        let (one, other) = UnixStream::pair().map_err(|error| io(&error))?;
        let sent = send_descriptor(&one, &other);
        std::mem::forget((one, other));
        sent
    })
}

fn send_descriptor(by: &UnixStream, what: &UnixStream) -> Result<(), Outcome> {
    let mut byte = [0_u8];
    let mut part = libc::iovec { iov_base: byte.as_mut_ptr().cast(), iov_len: 1 };
    let mut control = [0_u64; 4];
    // SAFETY: a message of one byte with one descriptor, in buffers of ours that are large enough.
    unsafe {
        let mut message: libc::msghdr = std::mem::zeroed();
        message.msg_iov = &raw mut part;
        message.msg_iovlen = 1;
        message.msg_control = control.as_mut_ptr().cast();
        message.msg_controllen = libc::CMSG_SPACE(4) as _;
        let header = libc::CMSG_FIRSTHDR(&raw const message);
        (*header).cmsg_level = libc::SOL_SOCKET;
        (*header).cmsg_type = libc::SCM_RIGHTS;
        (*header).cmsg_len = libc::CMSG_LEN(4) as _;
        libc::CMSG_DATA(header).cast::<i32>().write_unaligned(what.as_raw_fd());
        checked(libc::sendmsg(by.as_raw_fd(), &raw const message, libc::MSG_DONTWAIT) as i64).map(drop)
    }
}

/// In MiB that lie in the kernel.
fn full_pipes() -> Taken {
    let mut bytes = 0_u64;
    let block = vec![1_u8; MIB];
    let stopped = repeat(1000, || {
        let mut ends = [0; 2];
        // SAFETY: room for two descriptors; a block with its length.
        unsafe {
            checked(libc::pipe2(ends.as_mut_ptr(), libc::O_NONBLOCK).into())?;
            libc::fcntl(ends[1], libc::F_SETPIPE_SZ, MIB as libc::c_int);
            bytes += libc::write(ends[1], block.as_ptr().cast(), block.len()).max(0) as u64;
        }
        tell(bytes >> 20, "so far");
        Ok(())
    });
    Taken { reached: bytes >> 20, by: stopped.by }
}

fn full_sockets() -> Taken {
    let mut bytes = 0_u64;
    let block = vec![1_u8; MIB];
    let stopped = repeat(1000, || {
        let (one, other) = UnixStream::pair().map_err(|error| io(&error))?;
        let _ = one.set_nonblocking(true);
        let mut writer = &one;
        while let Ok(written) = writer.write(&block) {
            bytes += written as u64;
        }
        std::mem::forget((one, other));
        tell(bytes >> 20, "so far");
        Ok(())
    });
    Taken { reached: bytes >> 20, by: stopped.by }
}

/// Instances, and after them watches.
fn watchers() -> Taken {
    let mut last = -1;
    // SAFETY: numbers and terminated paths.
    let instances = repeat(10_000, || unsafe {
        last = checked(libc::inotify_init1(0).into())? as i32;
        Ok(())
    });
    let _ = std::fs::create_dir("/tmp/taken");
    let mut number = 0;
    let watches = repeat(100_000, || {
        number += 1;
        let path = format!("/tmp/taken/{number}");
        let _ = File::create(&path);
        let path = std::ffi::CString::new(path).unwrap_or_default();
        // SAFETY: a terminated path.
        unsafe { checked(libc::inotify_add_watch(last, path.as_ptr(), libc::IN_MODIFY).into()) }.map(drop)
    });
    Taken { reached: instances.reached + watches.reached, by: format!("{} and {}", instances.by, watches.by) }
}

/// POSIX timers, each with a signal set aside.
fn timers() -> Taken {
    repeat(300_000, || {
        let mut timer: libc::timer_t = std::ptr::null_mut();
        // SAFETY: room for the timer; the default event.
        unsafe { checked(libc::timer_create(libc::CLOCK_MONOTONIC, std::ptr::null_mut(), &raw mut timer).into()) }.map(drop)
    })
}

fn queued_signals() -> Taken {
    // SAFETY: a set of ours; numbers.
    unsafe {
        let mut set: libc::sigset_t = std::mem::zeroed();
        libc::sigaddset(&raw mut set, 40);
        libc::sigprocmask(libc::SIG_BLOCK, &raw const set, std::ptr::null_mut());
    }
    repeat(300_000, || {
        let value = libc::sigval { sival_ptr: std::ptr::null_mut() };
        // SAFETY: to this process, which has blocked it.
        unsafe { checked(libc::sigqueue(libc::getpid(), 40, value).into()) }.map(drop)
    })
}

fn queues() -> Taken {
    // SAFETY: numbers only.
    let taken = repeat(50_000, || unsafe { checked(libc::msgget(libc::IPC_PRIVATE, 0o600).into()) }.map(drop));
    // SAFETY: as above. They would stay until the sandbox ends.
    unsafe {
        for id in 0..65_536 {
            libc::msgctl(id, libc::IPC_RMID, std::ptr::null_mut());
        }
    }
    taken
}

/// On every processor at once.
fn processor() -> Taken {
    let begun = Instant::now();
    let spin = move || while begun.elapsed() < Duration::from_secs(1) {};
    let threads: Vec<_> = (0..8).map(|_| thread::spawn(spin)).collect();
    threads.into_iter().for_each(|thread| drop(thread.join()));
    Taken { reached: 8, by: "enough".to_owned() }
}

fn system_calls() -> Taken {
    let begun = Instant::now();
    let call = move || {
        while begun.elapsed() < Duration::from_secs(1) {
            let _ = std::fs::metadata("/proc/self/status");
        }
    };
    let threads: Vec<_> = (0..8).map(|_| thread::spawn(call)).collect();
    threads.into_iter().for_each(|thread| drop(thread.join()));
    Taken { reached: 8, by: "enough".to_owned() }
}

fn log_lines() -> Taken {
    let line = [b"x".repeat(200), b"\n".to_vec()].concat();
    let mut out = std::io::stdout();
    let begun = Instant::now();
    let mut reached = 0;
    while begun.elapsed() < Duration::from_secs(1) && reached < 200_000 {
        if out.write_all(&line).is_err() {
            break;
        }
        reached += 1;
    }
    Taken { reached, by: "enough".to_owned() }
}

fn random_numbers() -> Taken {
    let mut buffer = vec![0_u8; MIB];
    let begun = Instant::now();
    let mut reached = 0;
    while begun.elapsed() < Duration::from_secs(1) {
        // SAFETY: a buffer with its length.
        unsafe { libc::getrandom(buffer.as_mut_ptr().cast(), buffer.len(), 0) };
        reached += 1;
    }
    Taken { reached, by: "enough".to_owned() }
}
