//! Single steps through another process: how many instructions it takes in user space, or how many system calls.

use crate::Result;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc;
use tokio::sync::oneshot;

/// Threads whose work is not an invocation's: they write what has gathered, by the clock.
const NOT_COUNTED: [&str; 2] = ["store-writer", "audit-writer"];

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Instructions in user space.
    Instructions,
    /// System calls.
    Calls,
}

/// The cores that this thread may run on, and the one that was chosen.
pub(crate) struct Cores {
    all: libc::cpu_set_t,
    one: libc::cpu_set_t,
}

/// Keeps this thread, and the children that it starts, on one core.
pub(crate) fn pin_to_one_core() -> Result<Cores> {
    // SAFETY: a `cpu_set_t` is a plain array of bits, for which zeroes are a value.
    let (mut all, mut one): (libc::cpu_set_t, libc::cpu_set_t) = unsafe { std::mem::zeroed() };
    // SAFETY: the kernel writes at most the size that it is given.
    if unsafe { libc::sched_getaffinity(0, size_of::<libc::cpu_set_t>(), &raw mut all) } != 0 {
        return Err(format!("the cores: {}", std::io::Error::last_os_error()));
    }
    // SAFETY: the indices are below the size of the set.
    unsafe {
        // The last one: the first has the machine's interrupts, mostly.
        let last = (0..libc::CPU_SETSIZE as usize).rev().find(|n| libc::CPU_ISSET(*n, &all));
        libc::CPU_SET(last.unwrap_or(0), &mut one);
    }
    set(&one)?;
    Ok(Cores { all, one })
}

/// Lets it run everywhere again.
pub(crate) fn unpin(cores: &Cores) -> Result<()> {
    set(&cores.all)
}

fn set(cores: &libc::cpu_set_t) -> Result<()> {
    // SAFETY: it reads a set of the size that it is told.
    match unsafe { libc::sched_setaffinity(0, size_of::<libc::cpu_set_t>(), cores) } {
        0 => Ok(()),
        _ => Err(format!("the cores: {}", std::io::Error::last_os_error())),
    }
}

/// A process whose steps are counted by a thread of its own, for only the thread that attached may let it go on.
pub(crate) struct Stepper {
    mode: Mode,
    count: Arc<AtomicU64>,
    stop: Arc<AtomicBool>,
    ended: oneshot::Receiver<()>,
}

impl Stepper {
    /// Attaches to every thread of it that counts. The error says why this machine does not allow it.
    pub(crate) fn attach(pid: u32, mode: Mode, cores: &Cores) -> Result<Self> {
        if !cfg!(target_arch = "x86_64") {
            return Err("for single steps are counted on x86-64 only".to_owned());
        }
        let (count, stop) = (Arc::<AtomicU64>::default(), Arc::<AtomicBool>::default());
        let (sender, ended) = oneshot::channel();
        let (attached, told) = mpsc::channel();
        let (counting, stopping, one) = (Arc::clone(&count), Arc::clone(&stop), cores.one);
        std::thread::spawn(move || {
            // On the same core, a step costs a fraction of what it costs across two.
            let _ = set(&one);
            let threads = threads(pid).and_then(|threads| attach_all(&threads).map(|()| threads));
            let _ = attached.send(threads.as_ref().map(drop).map_err(Clone::clone));
            if let Ok(threads) = threads {
                follow(threads, mode, &counting, &stopping);
            }
            let _ = sender.send(());
        });
        told.recv().map_err(|e| e.to_string())??;
        Ok(Self { mode, count, stop, ended })
    }

    /// Counted so far.
    pub(crate) fn count(&self) -> u64 {
        let count = self.count.load(Ordering::SeqCst);
        // A system call stops twice: before and after.
        if self.mode == Mode::Calls { count / 2 } else { count }
    }

    /// Lets the process go, with the next step that it takes; the future is there when it has.
    pub(crate) fn detach(self) -> impl Future<Output = Result<()>> {
        self.stop.store(true, Ordering::SeqCst);
        async { self.ended.await.map_err(|e| e.to_string()) }
    }
}

fn threads(pid: u32) -> Result<Vec<i32>> {
    let listed = std::fs::read_dir(format!("/proc/{pid}/task")).map_err(|e| format!("its threads: {e}"))?;
    let counts = |tid: &i32| {
        let name = std::fs::read_to_string(format!("/proc/{pid}/task/{tid}/comm"));
        name.is_ok_and(|name| !NOT_COUNTED.contains(&name.trim()))
    };
    let ids = listed.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
    Ok(ids.filter(counts).collect())
}

fn attach_all(threads: &[i32]) -> Result<()> {
    for tid in threads {
        request(libc::PTRACE_SEIZE, *tid, libc::PTRACE_O_TRACESYSGOOD as usize)?;
        request(libc::PTRACE_INTERRUPT, *tid, 0)?;
    }
    Ok(())
}

fn request(request: libc::c_uint, tid: i32, data: usize) -> Result<()> {
    // SAFETY: none of the requests made here reads or writes memory of this process; `data` is a number to all of them.
    match unsafe { libc::ptrace(request, tid, 0_usize, data) } {
        -1 => Err(format!(
            "for this machine does not let a process be traced: {}",
            std::io::Error::last_os_error()
        )),
        _ => Ok(()),
    }
}

/// Lets every thread go on, step by step, until it is to stop or the process is gone.
fn follow(mut threads: Vec<i32>, mode: Mode, count: &AtomicU64, stop: &AtomicBool) {
    let onward = match mode {
        Mode::Instructions => libc::PTRACE_SINGLESTEP,
        Mode::Calls => libc::PTRACE_SYSCALL,
    };
    let mut letting_go = false;
    while !threads.is_empty() {
        let mut status = 0;
        // SAFETY: `status` is written to. Only what this thread traces is waited for.
        let tid = unsafe { libc::waitpid(-1, &raw mut status, libc::__WALL | libc::__WNOTHREAD) };
        if tid < 0 {
            return;
        }
        if !libc::WIFSTOPPED(status) {
            threads.retain(|known| *known != tid);
            continue;
        }
        let (signal, event) = (libc::WSTOPSIG(status), status >> 16);
        let step = event == 0 && (signal & !0x80) == libc::SIGTRAP;
        if step && (mode == Mode::Instructions || signal & 0x80 != 0) {
            count.fetch_add(1, Ordering::SeqCst);
        }
        let pass_on = if step || event != 0 { 0 } else { usize::try_from(signal).unwrap_or(0) };
        if stop.load(Ordering::SeqCst) {
            if !std::mem::replace(&mut letting_go, true) {
                for other in threads.iter().filter(|other| **other != tid) {
                    let _ = request(libc::PTRACE_INTERRUPT, *other, 0);
                }
            }
            let _ = request(libc::PTRACE_DETACH, tid, pass_on);
            threads.retain(|known| *known != tid);
        } else {
            // Fails where it is being killed: then its end comes next.
            let _ = request(onward, tid, pass_on);
        }
    }
}
