//! Whoever owns the server's process: speaks on the keeper's socket as the server never would, and tries what its user may do.

use std::cell::RefCell;
use std::fs;
use std::io::{self, IoSlice, IoSliceMut};
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::net::{
    RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, SendAncillaryBuffer, SendAncillaryMessage,
    SendFlags, SocketType,
};
use sandbox::linux::{Keeper, renounce_privileges, wall_in};
use sandbox::{Furniture, SandboxSpec, Symlink};
use serde::{Deserialize, Serialize};

use crate::harness::{Mode, NOBODY};
use crate::world::{bind, cgroups_named, host_mounts, keeper_pid, spec, unique, wait_until};

/// What the keeper understands, as its bytes are.
#[derive(Serialize)]
enum Asked {
    Create { request: u64, spec: SandboxSpec },
    Furnish { request: u64, sandbox: u64, furniture: Furniture },
    Destroy { request: u64, sandbox: u64 },
    TryScratch { request: u64 },
    Ping { request: u64 },
}

/// What it answers. Of what is not looked at, only where it begins.
#[derive(Debug, Deserialize)]
enum Told {
    Hello(()),
    Created { request: u64, sandbox: u64, first: u32 },
    Furnishing { request: u64 },
    Destroyed { request: u64 },
    ScratchWorks { request: u64 },
    Pong { request: u64 },
    Failed { request: u64, failure: Failed },
}

#[derive(Debug, Deserialize)]
struct Failed {
    step: String,
    errno: i32,
}

/// The keeper's socket in the attacker's hands.
struct Line {
    socket: OwnedFd,
    keeper: u32,
    /// What came along with answers: a sandbox whose line is closed ends.
    held: RefCell<Vec<OwnedFd>>,
    _keeper: Keeper,
}

/// Longer than the longest packet.
const TOO_LONG: usize = 129 * 1024;

impl Line {
    /// Found as an attacker finds it: among the descriptors of the process, by its kind.
    fn steal() -> Self {
        let before = packet_sockets();
        let keeper = Keeper::fork_before_threads().unwrap();
        let socket = packet_sockets().into_iter().find(|fd| !before.contains(fd)).unwrap();
        // SAFETY: borrowed for a moment: the keeper's handle holds it.
        let socket = unsafe { BorrowedFd::borrow_raw(socket) }.try_clone_to_owned().unwrap();
        let mut line = Self { socket, keeper: 0, held: RefCell::default(), _keeper: keeper };
        assert!(matches!(line.hear(), Some(Told::Hello(()))));
        line.keeper = keeper_pid();
        line
    }

    fn send(&self, packet: &[u8], fds: &[BorrowedFd<'_>], flags: SendFlags) -> rustix::io::Result<()> {
        let mut space = vec![MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(64))];
        let mut ancillary = SendAncillaryBuffer::new(&mut space);
        assert!(fds.is_empty() || ancillary.push(SendAncillaryMessage::ScmRights(fds)));
        let flags = flags | SendFlags::NOSIGNAL;
        rustix::net::sendmsg(&self.socket, &[IoSlice::new(packet)], &mut ancillary, flags).map(|_| ())
    }

    /// `None` if the keeper is gone.
    fn hear(&self) -> Option<Told> {
        let mut buffer = vec![0; 64 * 1024];
        let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(16))];
        let mut ancillary = RecvAncillaryBuffer::new(&mut space);
        let slices = &mut [IoSliceMut::new(&mut buffer)];
        let received = rustix::net::recvmsg(&self.socket, slices, &mut ancillary, RecvFlags::CMSG_CLOEXEC);
        for message in ancillary.drain() {
            if let RecvAncillaryMessage::ScmRights(fds) = message {
                self.held.borrow_mut().extend(fds);
            }
        }
        let bytes = received.ok().map(|received| received.bytes).filter(|bytes| *bytes > 0)?;
        Some(postcard::from_bytes(&buffer[..bytes]).unwrap())
    }

    fn ask(&self, asked: &Asked, fds: &[BorrowedFd<'_>]) -> Told {
        self.send(&postcard::to_stdvec(asked).unwrap(), fds, SendFlags::empty()).unwrap();
        self.hear().expect("the keeper lives")
    }

    fn create(&self, spec: SandboxSpec, fds: &[BorrowedFd<'_>]) -> Result<u64, Failed> {
        match self.ask(&Asked::Create { request: 1, spec }, fds) {
            Told::Created { request: 1, sandbox, first } if first > 0 => Ok(sandbox),
            Told::Failed { request: 1, failure } => Err(failure),
            other => panic!("{other:?}"),
        }
    }

    fn furnish(&self, sandbox: u64, furniture: Furniture) -> Result<(), i32> {
        match self.ask(&Asked::Furnish { request: 2, sandbox, furniture }, &[]) {
            Told::Furnishing { request: 2 } => Ok(()),
            Told::Failed { request: 2, failure } => Err(failure.errno),
            other => panic!("{other:?}"),
        }
    }

    fn destroy(&self, sandbox: u64) {
        let told = self.ask(&Asked::Destroy { request: 3, sandbox }, &[]);
        assert!(matches!(told, Told::Destroyed { request: 3 }), "{told:?}");
    }

    fn descriptors_of_the_keeper(&self) -> usize {
        // It answers before it lets go of what it has sent: what comes next finds it without.
        assert!(matches!(self.ask(&Asked::Ping { request: 4 }, &[]), Told::Pong { request: 4 }));
        fs::read_dir(format!("/proc/{}/fd", self.keeper)).unwrap().count()
    }

    fn memory_of_the_keeper(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.keeper)).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() << 10
    }
}

fn packet_sockets() -> Vec<i32> {
    let all = fs::read_dir("/proc/self/fd").unwrap().flatten();
    let numbers = all.filter_map(|entry| entry.file_name().to_str()?.parse::<i32>().ok());
    let is_one = |fd: &i32| {
        // SAFETY: borrowed for one question; a number that is closed by now answers with an error.
        let kind = rustix::net::sockopt::socket_type(unsafe { BorrowedFd::borrow_raw(*fd) });
        kind == Ok(SocketType::SEQPACKET)
    };
    numbers.filter(is_one).collect()
}

fn furniture(source: impl AsRef<Path>, target: &str) -> Furniture {
    Furniture { binds: vec![bind(source, target)], memory_bytes: 96 << 20, cpu_millis: 1000 }
}

/// Sizes, names, paths: the keeper checks what the server has checked before it was somebody else's.
pub(crate) fn its_requests_are_checked(mode: Mode) {
    let place = tempfile::tempdir().unwrap();
    let at = |name: &str| place.path().join(name);
    fs::create_dir(at("real")).unwrap();
    symlink(at("real"), at("link")).unwrap();
    fs::create_dir(at("real/below")).unwrap();
    rustix::fs::mknodat(rustix::fs::CWD, at("fifo"), rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
    let _listener = std::os::unix::net::UnixListener::bind(at("socket")).unwrap();
    // Another user's, closed to everybody else. The keeper has the right to pass over that, and does not use it.
    let others = match mode {
        Mode::Root => {
            fs::create_dir(at("others")).unwrap();
            fs::create_dir(at("others/secret")).unwrap();
            fs::set_permissions(at("others"), fs::Permissions::from_mode(0o700)).unwrap();
            std::os::unix::fs::chown(at("others"), Some(NOBODY), Some(NOBODY)).unwrap();
            at("others/secret")
        }
        Mode::Rootless => PathBuf::from("/root/secret"),
    };
    let mounts = host_mounts();
    let line = Line::steal();
    let held = unique();
    let sandbox = line.create(spec(&held), &[]).unwrap();
    let descriptors = line.descriptors_of_the_keeper_if(mode);

    type Spoil<'a> = Box<dyn Fn(&mut SandboxSpec) + 'a>;
    let from = |source: PathBuf| -> Spoil<'_> { Box::new(move |s| s.binds = vec![bind(&source, "/usr")]) };
    let bad: Vec<(&str, i32, Spoil<'_>)> = vec![
        ("a name that is a path", libc::EINVAL, Box::new(|s| s.id = "../../tenfold".to_owned())),
        ("a name that is long", libc::EINVAL, Box::new(|s| s.id = "x".repeat(65))),
        ("the name of another", libc::EEXIST, Box::new(|s| s.id.clone_from(&held))),
        ("lines in the host name", libc::EINVAL, Box::new(|s| s.hostname = "a\n127.0.0.1 b".to_owned())),
        ("2^51 bytes of memory", libc::EINVAL, Box::new(|s| s.memory_bytes = 1 << 51)),
        ("a processor a thousandfold", libc::EINVAL, Box::new(|s| s.cpu_millis = u32::MAX)),
        ("processes without end", libc::EINVAL, Box::new(|s| s.pids_max = u32::MAX)),
        ("descriptors without end", libc::EINVAL, Box::new(|s| s.nofile = u32::MAX)),
        ("a /tmp of 2^63 bytes", libc::EINVAL, Box::new(|s| s.tmp_bytes = 1 << 63)),
        ("files without end", libc::EINVAL, Box::new(|s| s.tmp_inodes = u64::MAX)),
        ("a port twice", libc::EINVAL, Box::new(|s| s.listen_ports = vec![80, 80])),
        ("257 binds", libc::EINVAL, Box::new(|s| s.binds = vec![bind("/usr", "/usr"); 257])),
        ("nine mount points", libc::EINVAL, Box::new(|s| s.mount_points = vec!["/opt".into(); 9])),
        ("the parent of a source", libc::EINVAL, from("/usr/../root".into())),
        ("a source without a root", libc::EINVAL, from("usr".into())),
        ("into /proc", libc::EINVAL, Box::new(|s| s.binds = vec![bind("/usr", "/proc/sys")])),
        ("over the root", libc::EINVAL, Box::new(|s| s.binds = vec![bind("/usr", "/")])),
        (
            "a link into /dev",
            libc::EINVAL,
            Box::new(|s| {
                s.symlinks = vec![Symlink { link: "/dev/null".into(), target: "/tmp".into() }];
            }),
        ),
        ("a link as a source", libc::ELOOP, from(at("link"))),
        ("a link on the way", libc::ELOOP, from(at("link/below"))),
        ("the keeper's own root", libc::ELOOP, from("/proc/self/root/etc".into())),
        ("the keeper's descriptors", libc::ELOOP, from(format!("/proc/{}/fd/0", line.keeper).into())),
        ("what is not there", libc::ENOENT, from(at("nothing"))),
        ("a device", libc::EINVAL, from("/dev/null".into())),
        ("a pipe", libc::EINVAL, from(at("fifo"))),
        ("a socket", libc::EINVAL, from(at("socket"))),
        ("another user's files", libc::EACCES, from(others.clone())),
    ];
    for (why, errno, spoil) in bad {
        let mut spoilt = spec(&unique());
        let id = spoilt.id.clone();
        spoil(&mut spoilt);
        let failed = line.create(spoilt, &[]).expect_err(why);
        assert_eq!(failed.errno, errno, "{why}: {failed:?}");
        assert!(!failed.step.is_empty() && cgroups_named(&id).is_empty(), "{why}");
    }

    // Sandboxes that are none, or are another's already: there is one server, and it names what it was told.
    for unknown in [0, sandbox + 1, u64::MAX] {
        assert_eq!(line.furnish(unknown, furniture("/usr", "/opt")), Err(libc::ESRCH));
        line.destroy(unknown);
    }
    let bad: [(&str, i32, Furniture); 6] = [
        ("where there is no place", libc::EINVAL, furniture("/usr", "/etc")),
        ("below a place", libc::EINVAL, furniture("/usr", "/opt/below")),
        ("from a link", libc::ELOOP, furniture(at("link"), "/opt")),
        ("another user's", libc::EACCES, furniture(others, "/opt")),
        ("a file", libc::ENOTDIR, furniture("/etc/passwd", "/opt")),
        (
            "all memory",
            libc::EINVAL,
            Furniture { binds: Vec::new(), memory_bytes: u64::MAX, cpu_millis: 1000 },
        ),
    ];
    for (why, errno, furniture) in bad {
        let sandbox = line.create(spec(&unique()), &[]).unwrap();
        assert_eq!(line.furnish(sandbox, furniture.clone()), Err(errno), "{why}");
        // One try is all there is.
        assert_eq!(line.furnish(sandbox, furniture), Err(libc::ESRCH), "{why}");
        line.destroy(sandbox);
    }
    wait_until("what was refused has left nothing", Duration::from_secs(5), || {
        line.descriptors_of_the_keeper_if(mode) == descriptors
    });
    // The keeper serves on.
    assert_eq!(line.furnish(sandbox, furniture("/usr", "/opt")), Ok(()));
    line.destroy(sandbox);
    assert!(cgroups_named(&held).is_empty());
    assert_eq!(host_mounts(), mounts);
}

impl Line {
    /// Only root looks into the keeper.
    fn descriptors_of_the_keeper_if(&self, mode: Mode) -> Option<usize> {
        (mode == Mode::Root).then(|| self.descriptors_of_the_keeper())
    }
}

/// What comes along is looked at: a file system is mounted of the keeper's own user's files only, and of whole ones.
pub(crate) fn its_descriptors_are_checked(_: Mode) {
    const MODE: u32 = 0o600;
    let place = tempfile::tempdir().unwrap();
    let at = |name: &str| place.path().join(name);
    let file = |name: &str, mode: u32, bytes: u64| -> OwnedFd {
        let file =
            fs::File::options().read(true).write(true).create_new(true).mode(mode).open(at(name)).unwrap();
        file.set_permissions(fs::Permissions::from_mode(mode)).unwrap();
        file.set_len(bytes).unwrap();
        file.into()
    };
    let directory: OwnedFd = fs::File::open(place.path()).unwrap().into();
    let proc: OwnedFd = fs::File::open("/proc/self").unwrap().into();
    let open: OwnedFd = fs::File::open("/tmp").unwrap().into();
    let (pipe, _end) = rustix::pipe::pipe().unwrap();
    let null: OwnedFd = fs::File::open("/dev/null").unwrap().into();
    let endless: OwnedFd = fs::File::open("/proc/self/mountinfo").unwrap().into();
    let [empty, open_to_all, of_another] =
        [("empty", MODE), ("open", 0o622), ("another's", MODE)].map(|(name, mode)| file(name, mode, 1 << 20));
    std::os::unix::fs::chown(at("another's"), Some(NOBODY), Some(NOBODY)).unwrap();
    let (none, huge) = (file("none", MODE, 0), file("huge", MODE, 257 << 30));
    let noise = file("noise", MODE, 1 << 20);
    rustix::io::pwrite(&noise, &[0xA5; 1 << 16], 0).unwrap();
    let line = Line::steal();
    let descriptors = line.descriptors_of_the_keeper();
    let loops = fs::read_dir("/sys/block").map(Iterator::count).unwrap_or(0);
    for (why, directory, template) in [
        ("the other way round", &empty, &directory),
        ("a pipe", &directory, &pipe),
        ("a device", &directory, &null),
        ("the keeper's own line", &directory, &line.socket),
        ("a directory that everybody writes to", &open, &empty),
        ("no directory of files", &proc, &empty),
        ("a template that everybody writes to", &directory, &open_to_all),
        ("another user's template", &directory, &of_another),
        ("a template of nothing", &directory, &none),
        ("a template without an end", &directory, &endless),
        ("257 GiB", &directory, &huge),
        ("no file system", &directory, &empty),
        ("noise", &directory, &noise),
    ] {
        let fds = [directory.as_fd(), template.as_fd()];
        let created = line.create(spec(&unique()), &fds).expect_err(why);
        assert_ne!(created.errno, 0, "{why}: {created:?}");
        let tried = line.ask(&Asked::TryScratch { request: 4 }, &fds);
        assert!(
            matches!(&tried, Told::Failed { request: 4, failure } if failure.errno != 0),
            "{why}: {tried:?}"
        );
        assert!(!matches!(tried, Told::ScratchWorks { request: 4 }));
    }
    // Too few and too many are none: `/tmp` is in memory then.
    for count in [1, 3, 16, 17, 60] {
        let sandbox = line.create(spec(&unique()), &vec![empty.as_fd(); count]).unwrap();
        line.destroy(sandbox);
    }
    wait_until("what was sent is closed", Duration::from_secs(5), || {
        line.descriptors_of_the_keeper() == descriptors
    });
    assert!(fs::read_dir("/sys/block").map(Iterator::count).unwrap_or(0) <= loops + 1);
}

/// It ends, and everything with it: what it cannot understand, it does not guess.
pub(crate) fn what_is_no_message_ends_the_keeper(_: Mode) {
    let create = |spec| postcard::to_stdvec(&Asked::Create { request: 1, spec }).unwrap();
    let whole = create(spec(&unique()));
    let mut not_text = whole.clone();
    not_text[3] = 0xFF;
    let bad: Vec<(&str, Vec<u8>)> = vec![
        ("a kind that there is not", vec![9, 1]),
        ("a packet that ends early", whole[..whole.len() - 1].to_vec()),
        ("one byte", vec![0]),
        ("a name of 2^60 bytes", [&[0, 1][..], &postcard::to_stdvec(&(1_u64 << 60)).unwrap()].concat()),
        ("a number of eleven bytes", [&[2_u8][..], &[0xFF; 11]].concat()),
        ("text that is none", not_text),
        ("a packet that is too long", vec![2; TOO_LONG]),
        ("nothing", Vec::new()),
    ];
    let mounts = host_mounts();
    for (why, packet) in bad {
        let line = Line::steal();
        let id = unique();
        line.create(spec(&id), &[]).unwrap();
        line.send(&packet, &[], SendFlags::empty()).unwrap();
        // Nothing but what the sandbox would have said comes any more.
        assert!(line.hear().is_none(), "{why}");
        let keeper = i32::try_from(line.keeper).ok().and_then(rustix::process::Pid::from_raw).unwrap();
        let (_, status) =
            rustix::process::waitpid(Some(keeper), rustix::process::WaitOptions::empty()).unwrap().unwrap();
        assert_eq!(status.exit_status(), Some(0), "{why}: it has cleared up");
        assert!(cgroups_named(&id).is_empty(), "{why}");
        assert_eq!(host_mounts(), mounts, "{why}");
    }
}

/// Whoever asks for more than can be done is told so, where it is not done as fast as it is asked for; the keeper does not grow by it.
pub(crate) fn its_floods_are_bounded(mode: Mode) {
    const REQUESTS: usize = 3_000;
    let line = Line::steal();
    let before = if mode == Mode::Root { line.memory_of_the_keeper() } else { 0 };
    // As long as a packet may be, and never built: the sources are not there.
    let mut large = spec("large");
    let long = format!("/{}", "x".repeat(240));
    large.binds = (0..256).map(|_| bind(&long, format!("/a{long}"))).collect();
    large.symlinks.clear();
    let large = postcard::to_stdvec(&Asked::Create { request: 1, spec: large }).unwrap();
    let small = postcard::to_stdvec(&Asked::Destroy { request: 2, sandbox: 77 }).unwrap();
    assert!(large.len() > 100 * 1024 && large.len() < TOO_LONG);
    let (mut answers, mut grown) = (0, 0);
    let hear = || match line.hear().expect("the keeper lives") {
        Told::Failed { .. } | Told::Destroyed { request: 2 } => {}
        other => panic!("{other:?}"),
    };
    for number in 0..REQUESTS {
        let packet = if number % 3 == 0 { &small } else { &large };
        while let Err(error) = line.send(packet, &[], SendFlags::DONTWAIT) {
            assert_eq!(error, rustix::io::Errno::AGAIN);
            // It answers before it takes more in; whoever does not listen waits for himself.
            let mut polled = [rustix::event::PollFd::new(
                &line.socket,
                rustix::event::PollFlags::IN | rustix::event::PollFlags::OUT,
            )];
            rustix::event::poll(&mut polled, None).unwrap();
            if polled[0].revents().contains(rustix::event::PollFlags::IN) {
                hear();
                answers += 1;
            }
        }
        if mode == Mode::Root && number % 100 == 0 {
            grown = grown.max(line.memory_of_the_keeper().saturating_sub(before));
        }
    }
    while answers < REQUESTS {
        hear();
        answers += 1;
    }
    assert!(grown < 160 << 20, "{} MiB", grown >> 20);
    let sandbox = line.create(spec(&unique()), &[]).unwrap();
    line.destroy(sandbox);
}

/// Root's files, devices, processes and sockets are not the server's, though root's they are; an ordinary user's as little.
pub(crate) fn it_has_its_own_files_only(mode: Mode) {
    let (own, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let other = outside.path().join("other");
    fs::write(&other, "before").unwrap();
    fs::create_dir(outside.path().join("empty")).unwrap();
    symlink(&other, own.path().join("link")).unwrap();
    let daemon = outside.path().join("socket");
    let _daemon = std::os::unix::net::UnixListener::bind(&daemon).unwrap();
    let line = Line::steal();
    let landlock = landlock_version();
    renounce_privileges().unwrap();
    wall_in(&[own.path()], None).unwrap();

    let errno = |result: io::Result<()>| result.err().and_then(|error| error.raw_os_error()).unwrap_or(0);
    let write = |path: &Path| errno(fs::File::options().write(true).open(path).map(drop));
    let call = |number: i64, arguments: [usize; 4]| {
        let [a, b, c, d] = arguments;
        // SAFETY: numbers, null, or terminated strings that outlive the call.
        let result = unsafe { libc::syscall(number, a, b, c, d) };
        if result < 0 { errno(Err(io::Error::last_os_error())) } else { 0 }
    };
    if landlock >= 2 {
        for path in ["/proc/sys/kernel/core_pattern", "/proc/sys/kernel/panic", "/etc/passwd"] {
            assert_eq!(write(Path::new(path)), libc::EACCES, "{path}");
        }
        for path in ["/etc/cron.d/tenfold", "/etc/tenfold", "/usr/bin/tenfold-test", "/root/tenfold"] {
            let made = errno(fs::File::create_new(path).map(drop));
            assert!([libc::EACCES, libc::ENOENT].contains(&made), "{path}: {made}");
        }
        assert_eq!(write(&other), libc::EACCES);
        assert_eq!(write(&own.path().join("link")), libc::EACCES);
        assert_eq!(errno(fs::remove_file(&other)), libc::EACCES);
        assert_eq!(errno(fs::remove_dir(outside.path().join("empty"))), libc::EACCES);
        for taken in
            [fs::rename(&other, own.path().join("taken")), fs::hard_link(&other, own.path().join("taken"))]
        {
            assert!([libc::EACCES, libc::EXDEV].contains(&errno(taken)));
        }
        assert_eq!(errno(fs::create_dir(outside.path().join("made"))), libc::EACCES);
        let disks = fs::read_dir("/sys/block").into_iter().flatten().flatten();
        for disk in disks.map(|entry| Path::new("/dev").join(entry.file_name())).filter(|path| path.exists())
        {
            assert_eq!(errno(fs::File::open(&disk).map(drop)), libc::EACCES, "{}", disk.display());
        }
    }
    if landlock >= 3 {
        let path = std::ffi::CString::new(other.to_str().unwrap()).unwrap();
        assert_eq!(call(libc::SYS_truncate, [path.as_ptr() as usize, 0, 0, 0]), libc::EACCES);
    }
    if landlock >= 6 {
        // The keeper is root's too; signals to it would be root's right.
        assert_eq!(call(libc::SYS_kill, [line.keeper as usize, 0, 0, 0]), libc::EPERM);
    }
    let path = std::ffi::CString::new(own.path().to_str().unwrap()).unwrap();
    for (why, number, arguments, expected) in [
        ("a socket to call daemons with", libc::SYS_socket, [libc::AF_UNIX as usize, 1, 0, 0], libc::EPERM),
        ("a namespace of its own", libc::SYS_unshare, [libc::CLONE_NEWUSER as usize, 0, 0, 0], libc::EPERM),
        (
            "a child in one",
            libc::SYS_clone,
            [(libc::CLONE_NEWUSER | libc::SIGCHLD) as usize, 0, 0, 0],
            libc::EPERM,
        ),
        ("the same by the newer call", libc::SYS_clone3, [0, 0, 0, 0], libc::ENOSYS),
        ("traces the keeper", libc::SYS_ptrace, [16, line.keeper as usize, 0, 0], libc::EPERM),
        ("takes the keeper's descriptors", libc::SYS_pidfd_getfd, [0, 0, 0, 0], libc::EPERM),
        ("mounts", libc::SYS_mount, [0, 0, 0, 0], libc::EPERM),
        ("programs in the kernel", libc::SYS_bpf, [0, 0, 0, 0], libc::EPERM),
        ("calls that filters do not see", libc::SYS_io_uring_setup, [1, 0, 0, 0], libc::ENOSYS),
        (
            "set-user-id",
            libc::SYS_fchmodat,
            [libc::AT_FDCWD as usize, path.as_ptr() as usize, 0o4755, 0],
            libc::EPERM,
        ),
    ] {
        assert_eq!(call(number, arguments), expected, "{why}");
    }
    assert!(std::os::unix::net::UnixStream::connect(&daemon).is_err());
    assert_eq!(fs::read_to_string(&other).unwrap(), "before");

    // What a server does all day still works.
    fs::create_dir(own.path().join("a")).unwrap();
    fs::write(own.path().join("a/file"), "x").unwrap();
    fs::rename(own.path().join("a/file"), own.path().join("file")).unwrap();
    fs::remove_dir(own.path().join("a")).unwrap();
    std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    assert!(std::process::Command::new("/bin/true").status().unwrap().success());
    let sandbox = line.create(spec(&unique()), &[]).unwrap();
    line.destroy(sandbox);
    assert_eq!(mode == Mode::Root, rustix::process::geteuid().is_root());
}

/// 0 if there is none.
fn landlock_version() -> i64 {
    // SAFETY: with this flag the kernel reads no memory and makes nothing.
    unsafe { libc::syscall(libc::SYS_landlock_create_ruleset, 0_usize, 0_usize, 1) }.max(0)
}
