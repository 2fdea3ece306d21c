//! A little of everything, as a neighbour wants it meanwhile; and work that goes on after an answer.

use std::os::fd::{FromRawFd as _, OwnedFd};
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use super::{checked, io, outward, send_descriptor};
use crate::attempt::Outcome;

/// What every function may expect to get while another one takes too much.
pub(super) fn a_little() -> Vec<String> {
    let mut refused = Vec::new();
    let mut check = |what: &str, result: Result<(), Outcome>| {
        if let Err(outcome) = result {
            refused.push(format!("{what}: {}", outcome.got));
        }
    };
    // SAFETY: numbers and rooms of ours; what is made is closed or ends here.
    unsafe {
        check("inotify", checked(libc::inotify_init1(0).into()).map(|fd| drop(OwnedFd::from_raw_fd(fd as i32))));
        let mut timer: libc::timer_t = std::ptr::null_mut();
        let made = checked(libc::timer_create(libc::CLOCK_MONOTONIC, std::ptr::null_mut(), &raw mut timer).into());
        check("timer", made.map(|_| { libc::timer_delete(timer); }));
        let queue = checked(libc::msgget(libc::IPC_PRIVATE, 0o600).into());
        check("queue", queue.map(|id| { libc::msgctl(id as i32, libc::IPC_RMID, std::ptr::null_mut()); }));
        let mut ends = [0; 2];
        let made = checked(libc::pipe2(ends.as_mut_ptr(), libc::O_CLOEXEC).into());
        check("pipe", made.map(|_| ends.iter().for_each(|fd| drop(OwnedFd::from_raw_fd(*fd)))));
        let child = libc::fork();
        if child == 0 {
            libc::_exit(0);
        }
        check("process", checked(child.into()).map(|_| { libc::waitpid(child, std::ptr::null_mut(), 0); }));
    }
    check("descriptor in flight", UnixStream::pair().map_err(|e| io(&e)).and_then(|(one, two)| send_descriptor(&one, &two)));
    check("connection outward", outward::a_little());
    check("thread", thread::Builder::new().spawn(|| ()).map_err(|e| io(&e)).map(|thread| drop(thread.join())));
    check("file", std::fs::write("/tmp/little", "x").map_err(|e| io(&e)));
    check("shared memory", std::fs::write("/dev/shm/little", "x").map_err(|e| io(&e)));
    let _ = (std::fs::remove_file("/tmp/little"), std::fs::remove_file("/dev/shm/little"));
    refused
}

static TICKS: AtomicU64 = AtomicU64::new(0);

/// A thread that ticks 20 times a second and a process that spins, both left to go on after the answer.
pub(super) fn leave_work() -> Value {
    TICKS.store(0, Ordering::Relaxed);
    thread::spawn(|| loop {
        thread::sleep(Duration::from_millis(50));
        TICKS.fetch_add(1, Ordering::Relaxed);
    });
    // SAFETY: the child spins until the sandbox ends.
    let child = unsafe {
        let child = libc::fork();
        if child == 0 {
            loop {
                std::hint::spin_loop();
            }
        }
        child
    };
    json!({"child": child})
}

pub(super) fn left_work() -> Value {
    json!({"ticks": TICKS.load(Ordering::Relaxed)})
}
