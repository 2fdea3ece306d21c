//! The keeper: the small privileged process beside the server.
//!
//! Forked before the server has any thread, it keeps the rights that the server can then give up. It takes three kinds of
//! request, create, furnish and destroy, from the server alone, and owns the cgroups and first processes of all sandboxes.
//! When the server is gone, however it went, the keeper destroys everything and ends.
//!
//! It never parses what came from outside, opens no socket, and waits for nobody but the kernel. Should the keeper
//! itself be killed, the kernel kills the sandboxes (their first processes asked for it), and the next keeper sweeps
//! the cgroups.

use std::collections::{HashMap, VecDeque};
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use rustix::event::{Timespec, epoll};
use rustix::fs::{Mode, OFlags};
use rustix::process::{Pid, WaitId, WaitIdOptions, waitid};

use crate::driver::{Furniture, SandboxSpec};
use crate::error::SandboxError;
use crate::features::Privilege;
use crate::linux::cgroup::discover::Own;
use crate::linux::cgroup::{Group, Limits};
use crate::linux::confine;
use crate::linux::descriptors;
use crate::linux::launch::{self, Ground, Launched, MAX_SANDBOXES};
use crate::linux::mounter::{Answered, Mounter, Tmp};
use crate::linux::probe;
use crate::linux::protocol::{self, FdRole, MAX_REQUEST, Reply, Request, SandboxNumber};
use crate::linux::scratch::{self, Scratch};
use crate::linux::seccomp::Filters;
use crate::linux::step::{Failure, Step as _};
use crate::linux::validate;

/// The server's end of the line to its keeper. If it is closed, the keeper destroys every sandbox and ends.
#[derive(Debug)]
pub struct Keeper {
    pub(crate) socket: OwnedFd,
}

impl Keeper {
    /// Forks the keeper. Call this first in `main`, before any thread or runtime exists: it fails with
    /// [`SandboxError::Refused`] if there is another thread, for only a single thread can be forked safely.
    ///
    /// In the child this does not return.
    pub fn fork_before_threads() -> Result<Self, SandboxError> {
        let threads = std::fs::read_dir("/proc/self/task").map(Iterator::count).unwrap_or(1);
        if threads != 1 {
            return Err(SandboxError::Refused(format!(
                "the keeper must be forked first, not beside {threads} threads"
            )));
        }
        descriptors::raise_limit();
        let (server_end, keeper_end) = protocol::socket_pair().step("make the keeper's socket")?;
        let server = rustix::process::getpid();
        // SAFETY: there is one thread, so the child may do all that the parent may.
        match unsafe { libc::fork() } {
            -1 => Err(SandboxError::system("fork the keeper", &io::Error::last_os_error())),
            0 => {
                drop(server_end);
                descriptors::make_room(keeper_end.as_fd());
                let lived =
                    std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| live(keeper_end, server)));
                // SAFETY: ends this process at once, without what the server registered for its own end.
                unsafe { libc::_exit(i32::from(lived.is_err())) }
            }
            _ => {
                descriptors::make_room(server_end.as_fd());
                Ok(Self { socket: server_end })
            }
        }
    }
}

/// Marks the server's socket among the events; sandboxes have their numbers, from 1 on.
const SERVER: u64 = 0;
/// Marks the socket of the helper that mounts.
const MOUNTER: u64 = u64::MAX;
/// What the dead leave is cleared away when nobody waits, and at least that often.
const BURY_EVERY: Duration = Duration::from_millis(20);
/// How often cgroups that are still busy are tried again.
const RETRY: Duration = Duration::from_millis(3);
/// How long the keeper tries to clear up after the server's end, and how much longer for each sandbox.
const LAST_PATIENCE: Duration = Duration::from_secs(10);
const PATIENCE_EACH: Duration = Duration::from_millis(10);

/// What waits to be built is at most this much, in bytes: thousands of sandboxes as they are, and no flood.
const MAX_WAITING_BYTES: usize = 64 << 20;
/// So many requests wait for one sandbox's end.
const MAX_ASKING: usize = 64;

/// Not less than what a sandbox's request takes while it waits, in bytes, its two descriptors included.
fn weight(spec: &SandboxSpec) -> usize {
    const OF_A_REQUEST: usize = 4096;
    const OF_A_PATH: usize = 128;
    let binds = spec.binds.iter().flat_map(|bind| [&bind.source, &bind.target]);
    let links = spec.symlinks.iter().flat_map(|link| [&link.link, &link.target]);
    let paths = binds.chain(links).chain(&spec.mount_points);
    paths.map(|path| path.as_os_str().len() + OF_A_PATH).sum::<usize>() + OF_A_REQUEST
}

/// The keeper's life, from its fork to its end.
fn live(socket: OwnedFd, server: Pid) {
    let started = settle(server).and_then(|ground| {
        let events = epoll::create(epoll::CreateFlags::CLOEXEC).step("make the event queue")?;
        let readable = epoll::EventFlags::IN;
        epoll::add(&events, &socket, epoll::EventData::new_u64(SERVER), readable).step("watch the server")?;
        Ok((ground, events))
    });
    match started {
        Ok((ground, events)) => {
            let features = probe::features(ground.privilege, ground.tree.as_ref());
            let mounter = Mounter::start(ground.privilege == Privilege::Root);
            let mut house = House {
                socket,
                events,
                ground,
                mounter,
                commissions: VecDeque::new(),
                waiting_bytes: 0,
                held: HashMap::new(),
                slots: Vec::new(),
                next: 1,
                buried: Instant::now(),
            };
            if house.watch_mounter().is_ok() {
                house.reply(&Reply::Hello(features), &[]);
                house.run();
            }
            house.clear();
        }
        Err(failure) => {
            if let Ok(packet) = protocol::encode(&Reply::Failed { request: 0, failure }) {
                let _ = protocol::send(&socket, &packet, &[]);
            }
        }
    }
}

/// Makes this process a keeper: signals for the server's terminal do not concern it.
fn settle(server: Pid) -> Result<Ground, Failure> {
    for signal in [libc::SIGHUP, libc::SIGINT, libc::SIGQUIT, libc::SIGTERM, libc::SIGPIPE] {
        // SAFETY: ignoring a signal runs no code of ours. The server's end ends the keeper, nothing softer does.
        unsafe { libc::signal(signal, libc::SIG_IGN) };
    }
    rustix::process::setsid().step("start a session")?;
    rustix::thread::set_name(c"tenfold-keeper").step("set the name")?;
    // Whoever reads what the server prints must not wait for the keeper's end too. Errors may still be told.
    let null = rustix::fs::open("/dev/null", OFlags::RDWR | OFlags::CLOEXEC, Mode::empty())
        .step("open /dev/null")?;
    rustix::stdio::dup2_stdin(&null).step("close standard input")?;
    rustix::stdio::dup2_stdout(&null).step("close standard output")?;
    let privilege = probe::privilege();
    let keeper = rustix::process::getpid();
    let ours = [server, keeper].map(|pid| pid.as_raw_nonzero().get().unsigned_abs());
    let own = Own::find(&ours).filter(Own::writable);
    if privilege == Privilege::Rootless {
        probe::enter_user_namespace().step("make a user namespace")?;
    }
    let name = probe::process_name(ours[1]).unwrap_or_else(|| format!("{}-0", ours[1]));
    let tree = own.and_then(|own| own.prepare(&name, &ours));
    if let Some(tree) = &tree {
        tree.sweep(probe::is_alive);
    }
    if privilege == Privilege::Root {
        confine::keep_keepers_capabilities().step("drop capabilities")?;
    }
    let filters = Filters::compile().step("compile the seccomp filter")?;
    Ok(Ground { privilege, tree, filters, landlock: crate::linux::landlock::abi() })
}

/// A sandbox in the keeper's hands.
struct Held {
    id: String,
    process: OwnedFd,
    group: Group,
    limits: Limits,
    slot: usize,
    /// Until it is furnished.
    blank: Option<Blank>,
    /// Its first process is dead and reaped; only the cgroup is left.
    dead: bool,
    /// Requests to destroy it that wait for an answer.
    waiting: Vec<u64>,
}

/// What it takes to furnish a sandbox.
struct Blank {
    /// The socket to its furnisher.
    errands: OwnedFd,
    mount_points: Vec<PathBuf>,
}

type ForServer = Vec<(FdRole, OwnedFd)>;

/// A sandbox that is to be built.
struct Commission {
    request: u64,
    spec: SandboxSpec,
    tmp: Option<Tmp>,
}

/// Everything that the keeper keeps.
struct House {
    socket: OwnedFd,
    events: OwnedFd,
    ground: Ground,
    /// For what waits for its `/tmp`: the request's number and what is to be built.
    mounter: Mounter<(u64, SandboxSpec)>,
    /// What can be built, when nothing else is to be done that somebody waits for.
    commissions: VecDeque<Commission>,
    /// The weight of these and of what waits for its `/tmp`.
    waiting_bytes: usize,
    held: HashMap<u64, Held>,
    /// Which ranges of host ids are in use.
    slots: Vec<bool>,
    next: u64,
    buried: Instant,
}

impl House {
    /// Until the server is gone.
    fn run(&mut self) {
        let mut buffer = vec![0; MAX_REQUEST];
        loop {
            let mut space = [const { std::mem::MaybeUninit::uninit() }; 64];
            let timeout = self
                .patience()
                .map(|patience| Timespec { tv_sec: 0, tv_nsec: patience.subsec_nanos().into() });
            let events: Vec<u64> = match epoll::wait(&self.events, &mut space, timeout.as_ref()) {
                Ok((ready, _)) => ready.iter().map(|event| event.data.u64()).collect(),
                Err(rustix::io::Errno::INTR) => continue,
                Err(_) => return,
            };
            let idle = events.is_empty();
            for event in events {
                match event {
                    SERVER => match protocol::receive::<Request>(&self.socket, &mut buffer) {
                        Ok(Some((request, fds))) => self.serve(request, fds),
                        Ok(None) | Err(_) => return,
                    },
                    MOUNTER => {
                        let answered = self.mounter.answer();
                        self.mounted(answered);
                    }
                    sandbox => self.ended(sandbox),
                }
            }
            // What takes long comes when nobody waits for what does not.
            match self.commissions.pop_front_if(|_| idle) {
                Some(commission) => self.build(commission),
                None if idle || self.buried.elapsed() >= BURY_EVERY => self.bury(),
                None => {}
            }
        }
    }

    /// How long to wait for something to happen.
    fn patience(&self) -> Option<Duration> {
        match self.commissions.is_empty() {
            false => Some(Duration::ZERO),
            true => self.held.values().any(|held| held.dead).then_some(RETRY),
        }
    }

    fn watch_mounter(&self) -> rustix::io::Result<()> {
        let event = epoll::EventData::new_u64(MOUNTER);
        self.mounter
            .socket()
            .map_or(Ok(()), |socket| epoll::add(&self.events, socket, event, epoll::EventFlags::IN))
    }

    fn mounted(&mut self, answered: Answered<(u64, SandboxSpec)>) {
        for ((request, spec), tmp) in answered {
            match tmp {
                Ok(tmp) => self.commissions.push_back(Commission { request, spec, tmp: Some(tmp) }),
                Err(failure) => {
                    self.waiting_bytes -= weight(&spec);
                    self.reply(&Reply::Failed { request, failure }, &[]);
                }
            }
        }
    }

    fn build(&mut self, Commission { request, spec, tmp }: Commission) {
        match self.create(spec, tmp) {
            Ok((sandbox, first, fds)) => {
                let (roles, fds): (Vec<_>, Vec<OwnedFd>) = fds.into_iter().unzip();
                let fds: Vec<BorrowedFd<'_>> = fds.iter().map(AsFd::as_fd).collect();
                let files = self.held.get(&sandbox.0).map_or_else(Vec::new, |held| held.group.files());
                self.reply(&Reply::Created { request, sandbox, first, fds: roles, files }, &fds);
            }
            Err(failure) => self.reply(&Reply::Failed { request, failure }, &[]),
        }
    }

    fn serve(&mut self, request: Request, fds: Vec<OwnedFd>) {
        match request {
            Request::Create { request, spec } => match (self.take_in(&spec), Scratch::of(fds)) {
                (Err(failure), _) => self.reply(&Reply::Failed { request, failure }, &[]),
                (Ok(()), Some(scratch)) => {
                    let answered = self.mounter.ask((request, spec), scratch);
                    self.mounted(answered);
                }
                (Ok(()), None) => self.commissions.push_back(Commission { request, spec, tmp: None }),
            },
            Request::Furnish { request, sandbox, furniture } => match self.furnish(sandbox, &furniture) {
                Ok(()) => self.reply(&Reply::Furnishing { request }, &[]),
                Err(failure) => self.reply(&Reply::Failed { request, failure }, &[]),
            },
            Request::Destroy { request, sandbox } => match self.held.get_mut(&sandbox.0) {
                Some(held) if held.waiting.len() >= MAX_ASKING => {
                    let failure =
                        Failure::new("wait for its end", &io::Error::from_raw_os_error(libc::EAGAIN));
                    self.reply(&Reply::Failed { request, failure }, &[]);
                }
                Some(held) => {
                    held.waiting.push(request);
                    launch::kill(&held.process);
                    // Frozen processes of version 1 die only when they are thawed.
                    held.group.thaw();
                }
                None => self.reply(&Reply::Destroyed { request }, &[]),
            },
            Request::Ping { request } => self.reply(&Reply::Pong { request }, &[]),
            Request::TryScratch { request } => {
                let tried = match Scratch::of(fds) {
                    Some(scratch) => scratch::mount(&scratch).and_then(|(_, root)| {
                        scratch::hand_over(&root, launch::host_id(0)).step("hand over /tmp")
                    }),
                    None => Err(Failure::new("try", &io::Error::from_raw_os_error(libc::EINVAL))),
                };
                match tried {
                    Ok(_) => self.reply(&Reply::ScratchWorks { request }, &[]),
                    Err(failure) => self.reply(&Reply::Failed { request, failure }, &[]),
                }
            }
        }
    }

    /// Whether a sandbox can be one of those that wait to be built.
    fn take_in(&mut self, spec: &SandboxSpec) -> Result<(), Failure> {
        // The server has checked already; but it is the one whose mistakes we must survive.
        validate::spec(spec).map_err(|refused| {
            Failure::new(refused.to_string(), &io::Error::from_raw_os_error(libc::EINVAL))
        })?;
        let weight = weight(spec);
        if self.waiting_bytes + weight > MAX_WAITING_BYTES {
            return Err(Failure::new("wait to be built", &io::Error::from_raw_os_error(libc::EAGAIN)));
        }
        self.waiting_bytes += weight;
        Ok(())
    }

    /// The new sandbox's number, its first process, and what goes to the server.
    fn create(
        &mut self,
        spec: SandboxSpec,
        tmp: Option<Tmp>,
    ) -> Result<(SandboxNumber, u32, ForServer), Failure> {
        self.waiting_bytes -= weight(&spec);
        if self.held.values().any(|held| held.id == spec.id) {
            return Err(Failure::new("take the id", &io::Error::from_raw_os_error(libc::EEXIST)));
        }
        let id = spec.id.clone();
        let slot = self.slots.iter().position(|used| !used).unwrap_or(self.slots.len());
        if slot >= MAX_SANDBOXES {
            return Err(Failure::new("take host ids", &io::Error::from_raw_os_error(libc::EUSERS)));
        }
        let (limits, mount_points) = (launch::limits(&spec), spec.mount_points.clone());
        let Launched { first, process, group, errands, fds } = launch::launch(&self.ground, slot, spec, tmp)?;
        let blank = Some(Blank { errands, mount_points });
        let number = self.next;
        let watched =
            epoll::add(&self.events, &process, epoll::EventData::new_u64(number), epoll::EventFlags::IN);
        if let Err(error) = watched {
            launch::kill(&process);
            let _ = waitid(WaitId::PidFd(process.as_fd()), WaitIdOptions::EXITED);
            let _ = group.remove();
            return Err(Failure::new("watch the first process", &error.into()));
        }
        self.next += 1;
        match self.slots.get_mut(slot) {
            Some(used) => *used = true,
            None => self.slots.push(true),
        }
        let held = Held { id, process, group, limits, slot, blank, dead: false, waiting: Vec::new() };
        self.held.insert(number, held);
        Ok((SandboxNumber(number), first, fds))
    }

    /// Once in a sandbox's life, whatever comes of it.
    fn furnish(&mut self, sandbox: SandboxNumber, furniture: &Furniture) -> Result<(), Failure> {
        let gone = || Failure::new("furnish", &io::Error::from_raw_os_error(libc::ESRCH));
        let held = self.held.get_mut(&sandbox.0).ok_or_else(gone)?;
        let Blank { errands, mount_points } = held.blank.take().ok_or_else(gone)?;
        validate::furniture(furniture, &mount_points).map_err(|refused| {
            Failure::new(refused.to_string(), &io::Error::from_raw_os_error(libc::EINVAL))
        })?;
        let Furniture { binds, memory_bytes, cpu_millis } = furniture;
        let (memory_bytes, cpu_millis) = (*memory_bytes, *cpu_millis);
        let limits = Limits { memory_bytes, cpu_millis, ..held.limits };
        // Before anything of the function can use what it may not.
        held.group.change(&held.limits, &limits)?;
        held.limits = limits;
        launch::furnish(&errands, binds)
    }

    /// A first process has ended. When it is reaped, every process of its namespace is gone.
    fn ended(&mut self, number: u64) {
        if let Some(held) = self.held.get_mut(&number) {
            let options = WaitIdOptions::EXITED | WaitIdOptions::NOHANG;
            if matches!(waitid(WaitId::PidFd(held.process.as_fd()), options), Ok(Some(_)) | Err(_)) {
                let _ = epoll::delete(&self.events, &held.process);
                held.dead = true;
            }
        }
    }

    /// Removes the cgroups of the dead, as far as the kernel lets go of them, and answers who waits.
    fn bury(&mut self) {
        self.buried = Instant::now();
        let gone: Vec<u64> = self
            .held
            .iter()
            .filter(|(_, held)| held.dead && held.group.remove().is_ok())
            .map(|(number, _)| *number)
            .collect();
        for number in gone {
            let Some(held) = self.held.remove(&number) else { continue };
            if let Some(used) = self.slots.get_mut(held.slot) {
                *used = false;
            }
            for request in held.waiting {
                self.reply(&Reply::Destroyed { request }, &[]);
            }
        }
    }

    /// After the server's end: everything goes.
    fn clear(&mut self) {
        for held in self.held.values() {
            launch::kill(&held.process);
            held.group.thaw();
        }
        let held = u32::try_from(self.held.len()).unwrap_or(u32::MAX);
        let deadline = Instant::now() + LAST_PATIENCE + PATIENCE_EACH * held;
        while !self.held.is_empty() && Instant::now() < deadline {
            let numbers: Vec<u64> =
                self.held.iter().filter(|(_, h)| !h.dead).map(|(number, _)| *number).collect();
            for number in numbers {
                self.ended(number);
            }
            self.bury();
            if !self.held.is_empty() {
                std::thread::sleep(RETRY);
            }
        }
        // It is in a group of the tree, which cannot go before it.
        self.mounter.dismiss();
        if let Some(tree) = &self.ground.tree {
            tree.remove();
        }
    }

    /// If the server is gone, the next wait tells.
    fn reply(&self, reply: &Reply, fds: &[BorrowedFd<'_>]) {
        if let Ok(packet) = protocol::encode(reply) {
            let _ = protocol::send(&self.socket, &packet, fds);
        }
    }
}
