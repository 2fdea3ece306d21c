//! Whoever owns the server's process: speaks on the keeper's socket as the server never would, and tries what its user may do.

mod line;
mod walls;

use std::fs;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::net::SendFlags;
use sandbox::{Furniture, SandboxSpec, Symlink};

use crate::harness::{Mode, NOBODY};
use crate::world::{bind, cgroups_named, host_mounts, spec, unique, wait_until};
use line::{Asked, Line, TOO_LONG, Told};
pub(crate) use walls::it_has_its_own_files_only;

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

/// Whoever asks for more than can be done is told so, or waits until it is done; the keeper does not grow by it.
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
