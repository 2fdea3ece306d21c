//! What a file of one's own may be made to carry: rights, attributes, another owner.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use crate::attempt::{Attempt, Outcome, code, errno};
use crate::facts::Facts;

pub(crate) const ATTEMPTS: &[Attempt] = &[
    code("set-user-id", "a program with the bit, made here and of the system", set_user_id, &["contained"]),
    code("file capabilities", "gives a file a capability", file_capability, &["EPERM", "ENOTSUP"]),
    code("trusted attributes", "attributes that only root reads", trusted_attribute, &["EPERM", "ENOTSUP"]),
    code("gives files away", "a file of ours for root and for the next sandbox's user", give_away, &["EPERM", "EINVAL"]),
    code("immutable files", "files that nobody can take away", immutable, &["EPERM"]),
];

fn set_user_id(_: &Facts) -> Outcome {
    let made = "/tmp/probe-suid";
    let copied = fs::copy("/usr/bin/id", made).and_then(|_| fs::set_permissions(made, fs::Permissions::from_mode(0o6755)));
    let says = |program: &str| {
        let done = std::process::Command::new(program).arg("-u").output();
        done.ok().map(|done| String::from_utf8_lossy(&done.stdout).trim().to_owned())
    };
    let own = says("/usr/bin/id");
    let other = copied.ok().and_then(|()| says(made));
    let _ = fs::remove_file(made);
    if other.is_some() && other != own {
        return Outcome::won(format!("{other:?}"));
    }
    let programs = ["/usr/bin/su", "/usr/bin/passwd", "/usr/bin/mount", "/usr/bin/sudo", "/usr/bin/newgrp"];
    for program in programs.map(|path| std::ffi::CString::new(path).unwrap_or_default()) {
        // SAFETY: a terminated path, and room for the answer, which is plain numbers.
        let (result, about) = unsafe {
            let mut about: libc::statvfs = std::mem::zeroed();
            (libc::statvfs(program.as_ptr(), &raw mut about), about)
        };
        if result == 0 && about.f_flag & libc::ST_NOSUID == 0 {
            return Outcome::won(program.to_string_lossy());
        }
    }
    Outcome::contained("the bit means nothing")
}

/// The file is one of this attempt's own: others run beside it, and take theirs away.
fn set_attribute(name: &std::ffi::CStr, value: &[u8]) -> Outcome {
    let path = format!("/tmp/probe-{}", name.to_string_lossy());
    if let Err(error) = fs::write(&path, "") {
        return Outcome { got: "no file".to_owned(), detail: error.to_string() };
    }
    let Ok(file) = std::ffi::CString::new(path.as_str()) else { return Outcome::errno(0) };
    // SAFETY: terminated strings, and the value with its length.
    let result = unsafe { libc::setxattr(file.as_ptr(), name.as_ptr(), value.as_ptr().cast(), value.len(), 0) };
    let number = errno();
    let _ = fs::remove_file(path);
    if result == 0 { Outcome::won(name.to_string_lossy()) } else { Outcome::errno(number) }
}

/// Version 2, effective, with `CAP_SYS_ADMIN`.
fn file_capability(_: &Facts) -> Outcome {
    let value: Vec<u8> = [0x0200_0001_u32, 1 << 21, 0, 0, 0].iter().flat_map(|word| word.to_le_bytes()).collect();
    set_attribute(c"security.capability", &value)
}

fn trusted_attribute(_: &Facts) -> Outcome {
    set_attribute(c"trusted.probe", b"x")
}

fn give_away(_: &Facts) -> Outcome {
    let path = "/tmp/probe-given";
    let _ = fs::write(path, "");
    let mut last = Outcome::errno(0);
    for user in [0, 994, 0x7000_07e1] {
        match std::os::unix::fs::chown(path, Some(user), None) {
            Ok(()) => last = Outcome::won(format!("to {user}")),
            Err(error) if last.got != "won" => last = Outcome::of_io(&error),
            Err(_) => {}
        }
    }
    let _ = fs::remove_file(path);
    last
}

fn immutable(_: &Facts) -> Outcome {
    let path = c"/tmp/probe-immutable";
    // SAFETY: a terminated path; the request reads one number. What it made immutable would end with the file system.
    let (result, number) = unsafe {
        let fd = libc::open(path.as_ptr(), libc::O_CREAT | libc::O_RDONLY, 0o600);
        let flags = 0x10_u64;
        let result = libc::ioctl(fd, 0x4008_6602_u64 as _, &raw const flags);
        let number = errno();
        libc::unlink(path.as_ptr());
        (result, number)
    };
    if result == 0 { Outcome::won("immutable") } else { Outcome::errno(number) }
}
