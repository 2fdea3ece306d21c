//! What a specification or a process may ask for. Checked in the server, before the keeper hears of it.

use std::ops::RangeInclusive;
use std::path::{Component, Path, PathBuf};

use crate::driver::{Bind, Furniture, Process, SandboxSpec};
use crate::error::SandboxError;

const MAX_BINDS: usize = 256;
const MAX_SYMLINKS: usize = 64;
const MAX_MOUNT_POINTS: usize = 8;
const MAX_PORTS: usize = 8;
const MAX_NAME: usize = 64;

/// Where the driver's own parts of the root are.
const RESERVED: [&str; 4] = ["/dev", "/proc", "/sys", "/tmp"];

/// Checks everything that can be known without the kernel.
pub(crate) fn spec(spec: &SandboxSpec) -> Result<(), SandboxError> {
    let id_ok = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    check(name_is(&spec.id, id_ok), || format!("id {:?}", spec.id))?;
    let host_ok = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    check(name_is(&spec.hostname, host_ok), || format!("hostname {:?}", spec.hostname))?;

    check(spec.binds.len() <= MAX_BINDS, || format!("more than {MAX_BINDS} binds"))?;
    spec.binds.iter().try_for_each(bind)?;
    check(spec.symlinks.len() <= MAX_SYMLINKS, || format!("more than {MAX_SYMLINKS} symbolic links"))?;
    for link in &spec.symlinks {
        check(is_clean(&link.link) && !is_reserved(&link.link), || format!("link {}", link.link.display()))?;
    }

    check(spec.mount_points.len() <= MAX_MOUNT_POINTS, || {
        format!("more than {MAX_MOUNT_POINTS} mount points")
    })?;
    for point in &spec.mount_points {
        check(is_target(point), || format!("mount point {}", point.display()))?;
    }

    memory_bytes(spec.memory_bytes)?;
    cpu_millis(spec.cpu_millis)?;
    range("pids_max", spec.pids_max.into(), 8..=65_536)?;
    range("tmp_bytes", spec.tmp_bytes, 64 << 10..=64 << 30)?;
    range("tmp_inodes", spec.tmp_inodes, 16..=10_000_000)?;
    range("nofile", spec.nofile.into(), 16..=65_536)?;

    if let Some(tunnel) = &spec.tunnel {
        range("mtu", tunnel.mtu.into(), 1_280..=65_535)?;
    }

    check(spec.listen_ports.len() <= MAX_PORTS, || format!("more than {MAX_PORTS} ports"))?;
    for (index, port) in spec.listen_ports.iter().enumerate() {
        let earlier = spec.listen_ports.get(..index).unwrap_or_default();
        check(*port != 0 && !earlier.contains(port), || format!("port {port}"))?;
    }
    Ok(())
}

/// Checks furniture for a sandbox with these mount points.
pub(crate) fn furniture(furniture: &Furniture, mount_points: &[PathBuf]) -> Result<(), SandboxError> {
    let Furniture { binds, memory_bytes: bytes, cpu_millis: millis } = furniture;
    check(binds.len() <= MAX_MOUNT_POINTS, || format!("more than {MAX_MOUNT_POINTS} binds"))?;
    for bound in binds {
        bind(bound)?;
        check(mount_points.contains(&bound.target), || format!("bind target {}", bound.target.display()))?;
    }
    memory_bytes(*bytes)?;
    cpu_millis(*millis)
}

fn memory_bytes(bytes: u64) -> Result<(), SandboxError> {
    range("memory_bytes", bytes, 4 << 20..=1 << 50)
}

/// The processor shares that make sense, in thousandths of one CPU.
pub(crate) fn cpu_millis(millis: u32) -> Result<(), SandboxError> {
    range("cpu_millis", millis.into(), 10..=1_000_000)
}

/// Checks what would otherwise fail less clearly inside.
pub(crate) fn process(process: &Process) -> Result<(), SandboxError> {
    let program = process.argv.first().map(Path::new);
    check(program.is_some_and(Path::is_absolute), || "the program's path is not absolute".to_owned())?;
    check(process.cwd.is_absolute(), || "the working directory is not absolute".to_owned())?;
    for (name, _) in &process.env {
        let good = !name.is_empty() && !name.contains('=');
        check(good, || format!("the environment variable name {name:?}"))?;
    }
    let texts = process.argv.iter().chain(process.env.iter().flat_map(|(name, value)| [name, value]));
    // No text is shown: environments hold secrets.
    check(texts.into_iter().all(|text| !text.contains('\0')), || "a text with a zero byte".to_owned())
}

fn bind(bind: &Bind) -> Result<(), SandboxError> {
    check(is_clean(&bind.source), || format!("bind source {}", bind.source.display()))?;
    check(is_target(&bind.target), || format!("bind target {}", bind.target.display()))
}

fn is_target(path: &Path) -> bool {
    is_clean(path) && path != Path::new("/") && !is_reserved(path)
}

/// Absolute, without `.`, `..` or doubled slashes. (Symbolic links are the keeper's to find, when it opens.)
fn is_clean(path: &Path) -> bool {
    let mut components = path.components();
    let absolute = components.next() == Some(Component::RootDir);
    let normal = components.all(|component| matches!(component, Component::Normal(_)));
    // `components` forgets what is superfluous; what is left must be all there was.
    let rebuilt: std::path::PathBuf = path.components().collect();
    absolute && normal && rebuilt.as_os_str() == path.as_os_str()
}

fn is_reserved(path: &Path) -> bool {
    RESERVED.iter().any(|reserved| path.starts_with(reserved))
}

fn name_is(name: &str, allowed: impl Fn(char) -> bool) -> bool {
    (1..=MAX_NAME).contains(&name.len())
        && name.starts_with(|c: char| c.is_ascii_alphanumeric())
        && name.chars().all(allowed)
}

fn range(what: &str, value: u64, allowed: RangeInclusive<u64>) -> Result<(), SandboxError> {
    check(allowed.contains(&value), || format!("{what} {value} is not in {allowed:?}"))
}

fn check(good: bool, what: impl FnOnce() -> String) -> Result<(), SandboxError> {
    if good { Ok(()) } else { Err(SandboxError::Refused(what())) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::driver::Symlink;

    fn good() -> SandboxSpec {
        SandboxSpec {
            id: "one".to_owned(),
            hostname: "sandbox".to_owned(),
            binds: vec![Bind { source: "/usr".into(), target: "/usr".into() }],
            symlinks: vec![Symlink { link: "/bin".into(), target: "usr/bin".into() }],
            mount_points: vec!["/var/task".into()],
            memory_bytes: 128 << 20,
            cpu_millis: 1000,
            pids_max: 1024,
            tmp_bytes: 512 << 20,
            tmp_inodes: 1000,
            nofile: 1024,
            listen_ports: vec![9001],
            tunnel: None,
            process_ahead: false,
        }
    }

    #[test]
    fn what_is_not_acceptable_is_refused() {
        assert_eq!(spec(&good()), Ok(()));
        type Spoil = fn(&mut SandboxSpec);
        let bad: [(&str, Spoil); 19] = [
            ("no id", |s| s.id.clear()),
            ("id is a path", |s| s.id = "a/b".to_owned()),
            ("id is a parent", |s| s.id = "..".to_owned()),
            ("hostname", |s| s.hostname = "a b".to_owned()),
            ("relative source", |s| s.binds[0].source = "usr".into()),
            ("source with parent", |s| s.binds[0].source = "/usr/../etc".into()),
            ("source with dot", |s| s.binds[0].source = "/usr/./x".into()),
            ("source with slash", |s| s.binds[0].source = "/usr//x".into()),
            ("relative target", |s| s.binds[0].target = "usr".into()),
            ("root as target", |s| s.binds[0].target = "/".into()),
            ("target in proc", |s| s.binds[0].target = "/proc/1".into()),
            ("target in tmp", |s| s.binds[0].target = "/tmp".into()),
            ("root as mount point", |s| s.mount_points[0] = "/".into()),
            ("mount point in tmp", |s| s.mount_points[0] = "/tmp/x".into()),
            ("link in dev", |s| s.symlinks[0].link = "/dev/x".into()),
            ("little memory", |s| s.memory_bytes = 1),
            ("no cpu", |s| s.cpu_millis = 0),
            ("port twice", |s| s.listen_ports = vec![1, 1]),
            ("port 0", |s| s.listen_ports = vec![0]),
        ];
        for (why, spoil) in bad {
            let mut spoilt = good();
            spoil(&mut spoilt);
            assert!(matches!(spec(&spoilt), Err(SandboxError::Refused(_))), "{why}");
        }
    }

    #[test]
    fn furniture_goes_where_there_is_a_place_for_it() {
        let points = ["/var/task".into(), "/opt".into()];
        let good = Furniture {
            binds: vec![Bind { source: "/srv/code".into(), target: "/var/task".into() }],
            memory_bytes: 128 << 20,
            cpu_millis: 1000,
        };
        assert_eq!(furniture(&good, &points), Ok(()));
        type Spoil = fn(&mut Furniture);
        let bad: [(&str, Spoil); 5] = [
            ("no mount point", |f| f.binds[0].target = "/usr".into()),
            ("below a mount point", |f| f.binds[0].target = "/var/task/x".into()),
            ("relative source", |f| f.binds[0].source = "code".into()),
            ("little memory", |f| f.memory_bytes = 1),
            ("no cpu", |f| f.cpu_millis = 0),
        ];
        for (why, spoil) in bad {
            let mut spoilt = good.clone();
            spoil(&mut spoilt);
            assert!(matches!(furniture(&spoilt, &points), Err(SandboxError::Refused(_))), "{why}");
        }
    }

    #[test]
    fn processes_are_checked_without_showing_secrets() {
        let process = |argv: &str, name: &str, value: &str| Process {
            argv: vec![argv.to_owned()],
            env: vec![(name.to_owned(), value.to_owned())],
            cwd: "/".into(),
            records: false,
            late: false,
        };
        assert_eq!(super::process(&process("/bin/sh", "A", "b=c")), Ok(()));
        for (argv, name) in [("sh", "A"), ("/bin/sh", ""), ("/bin/sh", "A=B")] {
            assert!(super::process(&process(argv, name, "b")).is_err());
        }
        let error = super::process(&process("/bin/sh", "KEY", "secret\0")).unwrap_err();
        assert!(!error.to_string().contains("secret"));
    }
}
