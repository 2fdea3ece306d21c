//! Timers that are set in one invocation and fire while the environment is frozen: signals of every kind that timers send, a
//! descriptor that counts, a child that its alarm ends, and the signal that continues what was stopped.

use std::sync::atomic::{AtomicI32, AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

/// What arrived, by kind: see [`KINDS`].
static FIRED: [AtomicU64; 5] = [const { AtomicU64::new(0) }; 5];
/// A timer of one's own with a signal in real time, the three interval timers, and one that sends `SIGCONT`.
const KINDS: [&str; 5] = ["own", "real", "virtual", "profile", "continue"];
static TICKS: AtomicU64 = AtomicU64::new(0);
static DESCRIPTOR: AtomicI32 = AtomicI32::new(-1);
static CHILD: AtomicI32 = AtomicI32::new(0);
/// How often each fires: as often as a kernel with a thousand ticks a second lets an ordinary timer.
const EVERY: Duration = Duration::from_millis(1);

extern "C" fn fired(signal: libc::c_int) {
    let kind = match signal {
        libc::SIGALRM => 1,
        libc::SIGVTALRM => 2,
        libc::SIGPROF => 3,
        libc::SIGCONT => 4,
        _ => 0,
    };
    FIRED[kind].fetch_add(1, Ordering::Relaxed);
}

/// Sets all of them, and a thread that ticks beside them; with `continuing`, one whose signal continues what was stopped.
pub(super) fn leave(continuing: bool) -> Value {
    let own = libc::SIGRTMIN() + 3;
    let period = libc::timespec { tv_sec: 0, tv_nsec: EVERY.as_nanos() as libc::c_long };
    let often = libc::itimerspec { it_interval: period, it_value: period };
    let mut refused = Vec::new();
    let mut check = |what: &'static str, result: i32| {
        if result < 0 {
            refused.push(what);
        }
        result
    };
    // SAFETY: structures of ours with their sizes; the handler does nothing but add.
    unsafe {
        for signal in [own, libc::SIGALRM, libc::SIGVTALRM, libc::SIGPROF, libc::SIGCONT] {
            let mut action: libc::sigaction = std::mem::zeroed();
            action.sa_sigaction = fired as extern "C" fn(libc::c_int) as usize;
            action.sa_flags = libc::SA_RESTART;
            check("handler", libc::sigaction(signal, &raw const action, std::ptr::null_mut()));
        }
        for signal in [own].into_iter().chain(continuing.then_some(libc::SIGCONT)) {
            let mut event: libc::sigevent = std::mem::zeroed();
            event.sigev_notify = libc::SIGEV_SIGNAL;
            event.sigev_signo = signal;
            let mut timer: libc::timer_t = std::ptr::null_mut();
            check("timer_create", libc::timer_create(libc::CLOCK_MONOTONIC, &raw mut event, &raw mut timer));
            check("timer_settime", libc::timer_settime(timer, 0, &raw const often, std::ptr::null_mut()));
        }
        let descriptor = libc::timerfd_create(libc::CLOCK_MONOTONIC, libc::TFD_NONBLOCK | libc::TFD_CLOEXEC);
        check("timerfd_create", descriptor);
        check("timerfd_settime", libc::timerfd_settime(descriptor, 0, &raw const often, std::ptr::null_mut()));
        DESCRIPTOR.store(descriptor, Ordering::Relaxed);
        let each = libc::timeval { tv_sec: 0, tv_usec: EVERY.as_micros() as libc::suseconds_t };
        let interval = libc::itimerval { it_interval: each, it_value: each };
        for kind in [libc::ITIMER_REAL, libc::ITIMER_VIRTUAL, libc::ITIMER_PROF] {
            check("setitimer", libc::setitimer(kind, &raw const interval, std::ptr::null_mut()));
        }
        let child = libc::fork();
        if child == 0 {
            // It ends by this, unless it stands still until somebody looks.
            libc::signal(libc::SIGALRM, libc::SIG_DFL);
            libc::alarm(1);
            loop {
                libc::pause();
            }
        }
        CHILD.store(check("fork", child), Ordering::Relaxed);
    }
    TICKS.store(0, Ordering::Relaxed);
    thread::spawn(|| loop {
        thread::sleep(Duration::from_millis(50));
        TICKS.fetch_add(1, Ordering::Relaxed);
    });
    json!({"refused": refused, "child": CHILD.load(Ordering::Relaxed)})
}

/// What came of them since they were asked about last; they go on.
pub(super) fn left() -> Value {
    let fired: Vec<u64> = FIRED.iter().map(|count| count.swap(0, Ordering::Relaxed)).collect();
    let fired: serde_json::Map<String, Value> = KINDS.iter().map(|kind| (*kind).to_owned()).zip(fired.into_iter().map(Value::from)).collect();
    let (mut expired, mut status) = (0_u64, 0);
    // SAFETY: room for a count and for a status.
    let ended = unsafe {
        libc::read(DESCRIPTOR.load(Ordering::Relaxed), (&raw mut expired).cast(), 8);
        let child = CHILD.load(Ordering::Relaxed);
        child > 0 && libc::waitpid(child, &raw mut status, libc::WNOHANG) == child
    };
    let child = if ended { format!("signal {}", libc::WTERMSIG(status)) } else { "waits".to_owned() };
    json!({"fired": fired, "expired": expired, "child": child, "ticks": TICKS.swap(0, Ordering::Relaxed)})
}

/// An alarm without a handler, in the very process that takes invocations.
pub(super) fn doom() -> Value {
    // SAFETY: numbers only.
    unsafe {
        libc::signal(libc::SIGALRM, libc::SIG_DFL);
        json!({"left": libc::alarm(1)})
    }
}
