//! What the virtual machine is made of: Debian's packages, which apt downloads and checks. They are unpacked into
//! `.deps/vm`, and nothing is installed on this machine.

use crate::command::quiet;
use crate::deps::installed;
use crate::workspace::Workspace;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the tests and the functions in the machine need; apt adds what these need.
const SYSTEM: &[&str] = &[
    "coreutils",
    "dash",
    "e2fsprogs",
    "grep",
    "hostname",
    "iproute2",
    "kmod",
    "libpython3.11-stdlib",
    "mount",
    "nftables",
    "nodejs",
    "python3-minimal",
    "sed",
    "util-linux",
];
const KERNEL: &str = "linux-image-cloud-amd64";
const EMULATOR: &str = "qemu-system-x86";
/// What Debian has as modules; ext4, overlay's lower file systems and the NVMe driver are in this kernel.
const MODULES: &[&str] = &["loop", "overlay", "tun", "veth"];
/// Directories that are one with those below `/usr`, as on every Debian machine.
const MERGED: &[&str] = &["bin", "lib", "lib64", "sbin"];
/// Where functions and tests write. Sparse: it takes what is written.
const DISK: &str = "8G";

/// What there is in `.deps/vm` afterwards.
pub(super) struct Parts {
    directory: PathBuf,
}

impl Parts {
    pub(super) fn kernel(&self) -> PathBuf {
        self.directory.join("kernel")
    }

    /// The root file system. Whoever boots it must not write to it.
    pub(super) fn root(&self) -> PathBuf {
        self.directory.join("root.ext4")
    }

    /// The emulator, with its libraries and firmware where it is our own.
    pub(super) fn emulator(&self) -> Command {
        let unpacked = self.directory.join("emulator");
        let program = unpacked.join("usr/bin/qemu-system-x86_64");
        if !program.is_file() {
            return Command::new("qemu-system-x86_64");
        }
        let mut command = Command::new(program);
        let libraries = ["usr/lib/x86_64-linux-gnu", "lib/x86_64-linux-gnu"];
        let libraries = libraries.map(|path| unpacked.join(path).display().to_string());
        command.env("LD_LIBRARY_PATH", libraries.join(":"));
        for firmware in ["usr/share/qemu", "usr/share/seabios"] {
            command.arg("-L").arg(unpacked.join(firmware));
        }
        command
    }
}

/// Downloads and unpacks, unless it is there already. The error says what cannot be had.
pub(super) fn fetch(workspace: &Workspace) -> Result<Parts, String> {
    let directory = workspace.path(".deps/vm");
    let init = workspace.path("tests/vm/init.sh");
    let script = std::fs::read_to_string(&init).map_err(|e| format!("{}: {e}", init.display()))?;
    let inputs = format!("{SYSTEM:?} {KERNEL} {EMULATOR} {MODULES:?} {DISK}\n{script}");
    installed(&directory, &inputs, || {
        emulator(&directory)?;
        system(&directory, &init)
    })?;
    Ok(Parts { directory })
}

fn emulator(directory: &Path) -> Result<(), String> {
    if crate::deps::is_there("qemu-system-x86_64") {
        return Ok(());
    }
    let archives = download(&directory.join("emulator.debs"), &[EMULATOR], None)?;
    for package in packages(&archives)? {
        unpack(&package, &directory.join("emulator"))?;
    }
    remove(&archives)
}

/// The kernel, and a root file system with all of Debian's that it takes.
fn system(directory: &Path, init: &Path) -> Result<(), String> {
    // To apt, a machine on which nothing is installed yet.
    let nothing = directory.join("status");
    write(&nothing, "")?;
    let wanted: Vec<&str> = SYSTEM.iter().copied().chain([KERNEL]).collect();
    let archives = download(&directory.join("system.debs"), &wanted, Some(&nothing))?;
    let (root, kernel) = (directory.join("root"), directory.join("kernel-package"));
    for package in packages(&archives)? {
        let is_kernel = package.file_name().is_some_and(|name| name.to_string_lossy().starts_with("linux-"));
        unpack(&package, if is_kernel { &kernel } else { &root })?;
    }
    merge(&root)?;
    take_kernel(directory, &kernel, &root)?;
    furnish(&root, init)?;
    image(&root, &directory.join("root.ext4"), DISK)?;
    for done in [archives, root, kernel] {
        remove(&done)?;
    }
    Ok(())
}

/// Has apt download packages and all that they need, as seen from this machine or from one with another status file.
fn download(archives: &Path, packages: &[&str], status: Option<&Path>) -> Result<PathBuf, String> {
    make(&archives.join("partial"))?;
    let get = || {
        let mut apt = Command::new("apt-get");
        // Nothing is installed, so there is no lock to take. Into a directory of root's, the unprivileged download user
        // cannot write.
        apt.args(["-qy", "-o", "Debug::NoLocking=1", "-o", "APT::Sandbox::User=root"]);
        apt.arg("-o").arg(format!("Dir::Cache::archives={}", archives.display()));
        if let Some(status) = status {
            apt.arg("-o").arg(format!("Dir::State::status={}", status.display()));
        }
        quiet(apt.args(["--no-install-recommends", "--download-only", "install"]).args(packages))
    };
    // A new machine has no package lists yet.
    let lists = || quiet(Command::new("apt-get").args(["-q", "-o", "DPkg::Lock::Timeout=120", "update"]));
    get().or_else(|_| lists().and_then(|()| get()))?;
    Ok(archives.to_owned())
}

fn packages(archives: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(archives).map_err(|e| format!("{}: {e}", archives.display()))?;
    let paths = entries.filter_map(Result::ok).map(|entry| entry.path());
    Ok(paths.filter(|path| path.extension().is_some_and(|extension| extension == "deb")).collect())
}

fn unpack(package: &Path, to: &Path) -> Result<(), String> {
    make(to)?;
    quiet(Command::new("dpkg-deb").arg("-x").arg(package).arg(to))
}

/// Packages still have their files in `/bin` and `/usr/bin`; on a machine these are one.
fn merge(root: &Path) -> Result<(), String> {
    for name in MERGED {
        let (old, new) = (root.join(name), root.join("usr").join(name));
        make(&new)?;
        if old.is_dir() {
            quiet(Command::new("cp").arg("-a").arg(old.join(".")).arg(&new))?;
            remove(&old)?;
        }
        let target = Path::new("usr").join(name);
        std::os::unix::fs::symlink(target, &old).map_err(|e| format!("{}: {e}", old.display()))?;
    }
    Ok(())
}

fn take_kernel(directory: &Path, package: &Path, root: &Path) -> Result<(), String> {
    let mut find = Command::new("find");
    find.arg(package.join("boot")).args(["-name", "vmlinuz-*", "-exec", "cp", "{}"]);
    quiet(find.arg(directory.join("kernel")).arg(";"))?;
    let modules = root.join("usr/lib/modules");
    make(&modules)?;
    for module in MODULES {
        let mut find = Command::new("find");
        find.arg(package.join("lib/modules")).arg("-name").arg(format!("{module}.ko"));
        quiet(find.args(["-exec", "cp", "{}"]).arg(&modules).arg(";"))?;
    }
    Ok(())
}

/// Users, empty directories, and our own first process.
fn furnish(root: &Path, init: &Path) -> Result<(), String> {
    for path in ["dev", "home/tenfold", "mnt", "proc", "root", "run", "sys", "tmp", "var/tmp"] {
        make(&root.join(path))?;
    }
    for (path, mode) in [("tmp", "1777"), ("var/tmp", "1777"), ("root", "700")] {
        quiet(Command::new("chmod").arg(mode).arg(root.join(path)))?;
    }
    for unused in ["usr/share/doc", "usr/share/info", "usr/share/locale", "usr/share/man"] {
        remove(&root.join(unused))?;
    }
    let users = "root:x:0:0::/root:/bin/sh\ntenfold:x:1000:1000::/home/tenfold:/bin/sh\n\
                 nobody:x:65534:65534::/:/bin/sh\n";
    write(&root.join("etc/passwd"), users)?;
    write(&root.join("etc/group"), "root:x:0:\ntenfold:x:1000:\nnogroup:x:65534:\n")?;
    quiet(Command::new("install").args(["-m", "755"]).arg(init).arg(root.join("init")))
}

/// An ext4 image of a directory, which nobody needs rights for.
pub(super) fn image(directory: &Path, image: &Path, size: &str) -> Result<(), String> {
    let _ = std::fs::remove_file(image);
    let program = if Path::new("/usr/sbin/mke2fs").exists() { "/usr/sbin/mke2fs" } else { "mke2fs" };
    let mut mke2fs = Command::new(program);
    mke2fs.args(["-q", "-t", "ext4", "-E", "root_owner=0:0,lazy_itable_init=1", "-d"]);
    quiet(mke2fs.arg(directory).arg(image).arg(size))
}

fn make(directory: &Path) -> Result<(), String> {
    std::fs::create_dir_all(directory).map_err(|e| format!("{}: {e}", directory.display()))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|e| format!("{}: {e}", path.display()))
}

fn remove(directory: &Path) -> Result<(), String> {
    crate::deps::remove(directory)
}
