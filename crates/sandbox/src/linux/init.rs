//! The first process of a sandbox: builds it from inside, then starts, signals and reaps the function's processes on
//! the server's orders. It is our own code, forked from the keeper, and never runs another program.
//!
//! It is single-threaded and waits for two things: an order, or the end of a child. If the server is gone it ends, and
//! the kernel takes every other process of the sandbox along, for it is process 1 of their namespace.
//!
//! The function cannot reach it: another user (as root), no tracing, and process 1 gets no signal from inside.

use std::collections::HashMap;
use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, FromRawFd, OwnedFd};

use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Pid, Signal as KernelSignal, WaitOptions, WaitStatus, kill_process, wait};
use rustix::thread::{UnshareFlags, unshare_unsafe};

use crate::driver::{ChildId, Process, SandboxSpec, Signal};
use crate::features::Privilege;
use crate::linux::cgroup::enter;
use crate::linux::confine;
use crate::linux::furnish::fork_furnisher;
use crate::linux::network;
use crate::linux::protocol::{self, Broadcast, End, MAX_REQUEST, Order, Report};
use crate::linux::ready::{self, Ready};
use crate::linux::root::{self, HostMount};
use crate::linux::seccomp::Filters;
use crate::linux::snapshot::{Given, Restoring, fork_capture};
use crate::linux::spawn::{self, Limits, Spawned};
use crate::linux::step::{Failure, Step as _};

/// All that the keeper hands over by forking.
pub(crate) struct Birth {
    pub(crate) control: OwnedFd,
    /// For its furnisher.
    pub(crate) errands: OwnedFd,
    /// The files that move it into its cgroup, if it was not born there.
    pub(crate) entry: Vec<OwnedFd>,
    pub(crate) spec: SandboxSpec,
    pub(crate) mounts: Vec<HostMount>,
    pub(crate) filters: Filters,
    pub(crate) landlock: Option<u32>,
    pub(crate) privilege: Privilege,
}

/// The life of the first process. Returns when the sandbox is to end.
pub(crate) fn run(birth: Birth) {
    let Birth { control, errands, entry, spec, mounts, filters, landlock, privilege } = birth;
    let mut buffer = vec![0; MAX_REQUEST];
    let begun = enter(&entry).step("enter the cgroup").and_then(|()| {
        let mounts = mounts.iter().map(|host| host.mount.as_fd());
        close_all_but(mounts.chain([control.as_fd(), errands.as_fd()]))
            .step("close the keeper's descriptors")?;
        // Closed with the rest.
        std::mem::forget(entry);
        match protocol::receive::<Order>(&control, &mut buffer).step("wait for the keeper")? {
            Some((Order::Begin, _)) => Ok(()),
            _ => Err(Failure::new("wait for the keeper", &io::ErrorKind::UnexpectedEof.into())),
        }
    });
    let built = begun.and_then(|()| build(&spec, mounts, (&control, errands), (landlock, privilege)));
    let children = match built {
        Ok((listeners, children)) => {
            let fds: Vec<BorrowedFd<'_>> = listeners.iter().map(AsFd::as_fd).collect();
            report(&control, &Report::Ready, &fds);
            children
        }
        Err(failure) => return report(&control, &Report::Broken(failure), &[]),
    };
    let limits = Limits { nofile: spec.nofile, pids_max: spec.pids_max, privilege };
    // After the listeners are the server's alone. Without it, the first process starts as all others do.
    let ready = spec.process_ahead.then(|| Ready::fork(&limits, &filters).ok()).flatten();
    if ready.is_some() {
        ready::rehearse(&mut buffer);
    }
    let watched = Vec::new();
    Init { control, children, limits, filters, running: HashMap::new(), ready, watched }.serve(&mut buffer);
}

/// Builds the sandbox; returns the listeners for the server and its end of the interface, and the descriptor that tells of
/// children's ends.
fn build(
    spec: &SandboxSpec,
    mounts: Vec<HostMount>,
    (control, errands): (&OwnedFd, OwnedFd),
    (landlock, privilege): (Option<u32>, Privilege),
) -> Result<(Vec<OwnedFd>, OwnedFd), Failure> {
    // As the keeper's user still (of files, `confine::as_owner`), who may open the device; the interface is our own network's.
    let tunnel = spec.tunnel.map(|_| network::open_tunnel()).transpose().step("open the network device")?;
    confine::become_builder(privilege)?;
    let children = spawn::child_events().step("watch children")?;
    rustix::process::umask(rustix::fs::Mode::from_bits_retain(0o022));
    // Only now, in our cgroup: it is the root of what the function sees.
    // SAFETY: a cgroup namespace changes no descriptor table, and there is one thread.
    unsafe { unshare_unsafe(UnshareFlags::NEWCGROUP) }.step("make the cgroup namespace")?;
    rustix::system::sethostname(spec.hostname.as_bytes()).step("set the host name")?;
    network::loopback_up().step("bring up the loopback")?;
    if let Some(tunnel) = &spec.tunnel {
        network::tunnel_up(tunnel).step("bring up the interface")?;
    }
    root::build(spec, mounts)?;
    // The order of rights. The root is complete and read-only by now. Of all that it takes to change it, one right is
    // left to the furnisher, for what the keeper will send, and none to this process: from `keep_little` on, it and whatever
    // it starts have what they will ever have, whether the function is known by then or not. So a process that is started
    // ahead of the furniture has exactly the walls of one that is started after it, and both are in one Landlock domain,
    // where they may signal each other. Before the listeners, which are not the furnisher's.
    fork_furnisher(&errands, control)?;
    drop(errands);
    let listeners = spec.listen_ports.iter().map(|port| network::listener(*port)).collect::<io::Result<_>>();
    let mut listeners: Vec<OwnedFd> = listeners.step("listen on the loopback")?;
    listeners.extend(tunnel);
    confine::keep_little(privilege, landlock)?;
    Ok((listeners, children))
}

/// A running sandbox, from inside.
struct Init {
    control: OwnedFd,
    children: OwnedFd,
    limits: Limits,
    filters: Filters,
    running: HashMap<Pid, (ChildId, Given)>,
    /// Until the first process is asked for.
    ready: Option<Ready>,
    /// Listeners that nobody has connected to, by port: until then, they cost the server nothing.
    watched: Vec<(u16, OwnedFd)>,
}

impl Init {
    /// Until the server is gone, or sends what it never sends.
    fn serve(mut self, buffer: &mut [u8]) {
        loop {
            let listeners = self.watched.iter().map(|(_, listener)| listener);
            let mut ready: Vec<PollFd<'_>> = [&self.control, &self.children]
                .into_iter()
                .chain(listeners)
                .map(|fd| PollFd::new(fd, PollFlags::IN))
                .collect();
            match poll(&mut ready, None) {
                Err(error) if error != rustix::io::Errno::INTR => return,
                _ => {}
            }
            let is_ready: Vec<bool> = ready.iter().map(|fd| !fd.revents().is_empty()).collect();
            let [ordered, ended, called @ ..] = &is_ready[..] else { return };
            let (ordered, ended) = (*ordered, *ended);
            self.hand_over(called);
            if ended {
                spawn::clear_child_events(&self.children);
                self.reap(WaitOptions::NOHANG);
            }
            if ordered {
                match protocol::receive::<Order>(&self.control, buffer) {
                    Ok(Some((order, fds))) => self.obey(order, fds),
                    Ok(None) | Err(_) => return,
                }
            }
        }
    }

    fn obey(&mut self, order: Order, fds: Vec<OwnedFd>) {
        match order {
            Order::Begin => {}
            Order::Spawn { child, process } => self.start(child, &process, None),
            Order::Restore { child, process } => match fds.into_iter().next() {
                Some(image) => self.start(child, &process, Some(image)),
                None => {
                    let failure = Failure::new("find the image", &io::ErrorKind::NotFound.into());
                    report(&self.control, &Report::SpawnFailed { child, failure }, &[]);
                }
            },
            Order::Capture { request, child, most_bytes } => match self.capture(child, most_bytes) {
                Ok(stream) => report(&self.control, &Report::Capturing { request }, &[stream.as_fd()]),
                Err(error) => {
                    let failure = Failure::new("take an image", &error);
                    report(&self.control, &Report::CaptureFailed { request, failure }, &[]);
                }
            },
            Order::Signal { child, signal } => {
                let signal = match signal {
                    Signal::Term => KernelSignal::TERM,
                    Signal::Kill => KernelSignal::KILL,
                };
                // Only we reap, so the number cannot be another process's by now.
                if let Some((pid, _)) = self.find(child) {
                    let _ = kill_process(pid, signal);
                }
            }
            Order::Socket { request, kind } => match network::socket(kind) {
                Ok(socket) => report(&self.control, &Report::Socket { request }, &[socket.as_fd()]),
                Err(error) => {
                    let failure = Failure::new("make a socket", &error);
                    report(&self.control, &Report::SocketFailed { request, failure }, &[]);
                }
            },
            Order::Watch { port } => {
                self.watched.extend(fds.into_iter().next().map(|listener| (port, listener)))
            }
            Order::All { request, broadcast } => {
                spawn::signal_all(match broadcast {
                    Broadcast::Kill => libc::SIGKILL,
                    Broadcast::Stop => libc::SIGSTOP,
                    Broadcast::Continue => libc::SIGCONT,
                });
                if broadcast == Broadcast::Kill {
                    // Every process is our child or becomes it when its parent dies: none left means none left.
                    self.reap(WaitOptions::empty());
                }
                report(&self.control, &Report::Done { request }, &[]);
            }
        }
    }

    /// Gives the server the listeners that somebody has connected to.
    fn hand_over(&mut self, called: &[bool]) {
        let mut called = called.iter();
        let (now, later): (Vec<_>, Vec<_>) =
            self.watched.drain(..).partition(|_| called.next().is_some_and(|called| *called));
        self.watched = later;
        for (port, listener) in now {
            report(&self.control, &Report::Called { port }, &[listener.as_fd()]);
        }
    }

    fn find(&self, child: ChildId) -> Option<(Pid, Given)> {
        let mut running = self.running.iter();
        running.find(|(_, (running, _))| *running == child).map(|(pid, (_, given))| (*pid, *given))
    }

    fn start(&mut self, child: ChildId, process: &Process, image: Option<OwnedFd>) {
        let spawned = match self.ready.take() {
            Some(ready) if image.is_none() && Ready::fits(process) && ready.tell(process).is_ok() => {
                ready.started(process)
            }
            ready => {
                // It never waits beside what is the function's.
                if let Some(ready) = ready {
                    ready.end();
                }
                self.spawn(process, image)
            }
        };
        match spawned {
            Ok(Spawned { pid, outlets }) => {
                let (records, late) = (outlets.records.is_some(), outlets.late.is_some());
                let outputs = [Some(&outlets.stdout), Some(&outlets.stderr)];
                let others = [outlets.records.as_ref(), outlets.late.as_ref()];
                let fds: Vec<BorrowedFd<'_>> =
                    outputs.into_iter().chain(others).flatten().map(AsFd::as_fd).collect();
                report(&self.control, &Report::Spawned { child, records, late }, &fds);
                self.running.insert(pid, (child, outlets.given));
            }
            Err(failure) => report(&self.control, &Report::SpawnFailed { child, failure }, &[]),
        }
    }

    fn spawn(&self, process: &Process, image: Option<OwnedFd>) -> Result<Spawned, Failure> {
        let restoring =
            image.map(|image| Restoring::new(image, process)).transpose().step("read the image")?;
        spawn::spawn(process, &self.limits, &self.filters, restoring)
    }

    /// A helper that is no child of the function: nobody is told of its end.
    fn capture(&self, child: ChildId, most_bytes: u64) -> io::Result<OwnedFd> {
        let (pid, given) = self.find(child).ok_or(io::ErrorKind::NotFound)?;
        fork_capture(pid, given, most_bytes, self.limits.privilege)
    }

    /// Collects ended children until there are none (or, with `NOHANG`, none that have ended).
    fn reap(&mut self, options: WaitOptions) {
        loop {
            match wait(options) {
                Ok(Some((pid, status))) => self.tell(pid, status),
                Err(error) if error == rustix::io::Errno::INTR => {}
                Ok(None) | Err(_) => return,
            }
        }
    }

    /// Orphans that were left to us end untold.
    fn tell(&mut self, pid: Pid, status: WaitStatus) {
        let end = match (status.exit_status(), status.terminating_signal()) {
            (Some(code), _) => End::Code(code),
            (None, Some(signal)) => End::Signal(signal),
            (None, None) => return,
        };
        // Out of memory, say: the next one starts as all others do.
        self.ready.take_if(|ready| ready.is(pid));
        if let Some((child, _)) = self.running.remove(&pid) {
            report(&self.control, &Report::Exited { child, end }, &[]);
        }
    }
}

/// If the server is gone, the next wait for an order tells.
fn report(control: &OwnedFd, report: &Report, fds: &[BorrowedFd<'_>]) {
    if let Ok(packet) = protocol::encode(report) {
        let _ = protocol::send(control, &packet, fds);
    }
}

/// Closes what belongs to the keeper, which is all but `kept`. Standard streams become `/dev/null`.
pub(super) fn close_all_but<'a>(kept: impl IntoIterator<Item = BorrowedFd<'a>>) -> io::Result<()> {
    let null = rustix::fs::open("/dev/null", rustix::fs::OFlags::RDWR, rustix::fs::Mode::empty())?;
    rustix::stdio::dup2_stdin(&null)?;
    rustix::stdio::dup2_stdout(&null)?;
    rustix::stdio::dup2_stderr(&null)?;
    let mut kept: Vec<i32> = kept.into_iter().map(|fd| fd.as_raw_fd()).collect();
    kept.push(2);
    kept.sort_unstable();
    for gap in kept.windows(2) {
        if let [before, after] = gap
            && before + 1 < *after
        {
            close_range(before + 1, after - 1)?;
        }
    }
    // `null` is in one of the gaps or after them, and closed by now.
    std::mem::forget(null);
    close_range(kept.last().map_or(3, |last| last + 1), i32::MAX)
}

fn close_range(first: i32, last: i32) -> io::Result<()> {
    // SAFETY: these descriptors belong to values of the keeper that this process, its copy, never touches or drops: it
    // ends by `_exit`.
    // JUSTIFICATION: rustix does not wrap close_range(2).
    let result = unsafe { libc::syscall(libc::SYS_close_range, first, last, 0) };
    if result == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

/// Takes ownership of a descriptor that a system call has just returned.
pub(super) fn owned(fd: i32) -> io::Result<OwnedFd> {
    if fd < 0 {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: not negative, so the kernel has just made it, and the caller hands over the only copy.
    Ok(unsafe { OwnedFd::from_raw_fd(fd) })
}
