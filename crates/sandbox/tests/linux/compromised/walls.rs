//! What the server's process may still do when somebody else owns it.

use std::fs;
use std::io;
use std::os::unix::fs::symlink;
use std::path::Path;

use sandbox::linux::{renounce_privileges, wall_in};

use super::line::Line;
use crate::harness::Mode;
use crate::world::{spec, unique};

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
