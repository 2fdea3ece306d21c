//! A `/tmp` on disk: the keeper's part. A file without a name becomes a loop device, a template that the server has made is
//! copied into that, and the device becomes a detached mount for the sandbox.
//!
//! In this order: when a device gets its file, the kernel writes to disk what was written to the file before, and waits for
//! it. What is written to the device afterwards is in memory when the mount looks for it, and may never come to the disk.
//!
//! Nothing of it can be left behind: the file has no name and goes with its last holder, the loop device; that was
//! asked to go with its last holder, the mount; and the mount goes with the sandbox's mount namespace. So there is
//! nothing to undo and nothing to sweep, whoever is killed when.
//!
//! The keeper mounts only what nobody but its own user can have written: a file system made by a stranger is a way
//! into the kernel. It runs no program: see `template` for who makes file systems.

use std::io;
use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::fs::{AtFlags, FileType, Gid, Mode, OFlags, SeekFrom, Uid, fstat, openat};

use crate::linux::mount;
use crate::linux::step::{Failure, Step as _};

/// What the server sends along with a request: where scratch files may be, and what a fresh one holds.
#[derive(Debug)]
pub(crate) struct Scratch {
    pub(crate) directory: OwnedFd,
    pub(crate) template: OwnedFd,
}

impl Scratch {
    /// In the order in which the server sends them. `None` if they are not all there.
    pub(crate) fn of(fds: Vec<OwnedFd>) -> Option<Self> {
        let [directory, template] = fds.try_into().ok()?;
        Some(Self { directory, template })
    }
}

/// A template that is larger than this is none of ours, in bytes.
const MAX_TEMPLATE: i64 = 256 << 30;
/// What is copied in one go, in bytes.
const COPY_BYTES: usize = 128 << 10;
/// Somebody else may take the device that was free a moment ago: so often it is tried, with a pause in between.
const ATTEMPTS: u32 = 50;
const PAUSE: Duration = Duration::from_millis(1);
/// The directory that `mkfs.ext4` always makes, for its checker. Most templates have it no more.
const LOST_AND_FOUND: &str = "lost+found";

/// A fresh file system for one sandbox, detached, and its root: still the keeper's, see [`hand_over`].
pub(crate) fn mount(scratch: &Scratch) -> Result<(OwnedFd, OwnedFd), Failure> {
    check(scratch).step("check the template of /tmp")?;
    let (image, size) = file(scratch).step("make a file for /tmp")?;
    // Held until something else holds the device: the mount.
    let (device, path) = attach(&image).step("attach a loop device")?;
    copy(&scratch.template, &device, size).step("copy the template of /tmp")?;
    let mount = mount::ext4(&path).step_with(|| format!("mount {} for /tmp", path.display()))?;
    drop(device);
    let root = prepare(&mount).step("prepare /tmp")?;
    Ok((mount, root))
}

fn check(scratch: &Scratch) -> io::Result<()> {
    let me = rustix::process::geteuid().as_raw();
    let expected = [(&scratch.directory, FileType::Directory), (&scratch.template, FileType::RegularFile)];
    for (file, kind) in expected {
        let found = fstat(file)?;
        let mode = Mode::from_raw_mode(found.st_mode);
        let closed = !mode.intersects(Mode::WGRP | Mode::WOTH);
        if FileType::from_raw_mode(found.st_mode) != kind || found.st_uid != me || !closed {
            return Err(io::Error::from_raw_os_error(libc::EPERM));
        }
    }
    Ok(())
}

/// An empty file as large as the template, and its size.
fn file(scratch: &Scratch) -> io::Result<(OwnedFd, u64)> {
    let flags = OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC;
    let image = openat(&scratch.directory, ".", flags, Mode::RUSR | Mode::WUSR)?;
    let size = fstat(&scratch.template)?.st_size;
    let size = u64::try_from(size).ok().filter(|_| (1..=MAX_TEMPLATE).contains(&size));
    let size = size.ok_or_else(|| io::Error::from_raw_os_error(libc::EFBIG))?;
    rustix::fs::ftruncate(&image, size)?;
    Ok((image, size))
}

/// Copies data, not holes: some hundred kilobytes.
fn copy(template: &OwnedFd, into: &OwnedFd, size: u64) -> io::Result<()> {
    let mut buffer = vec![0; COPY_BYTES];
    let mut done = 0;
    while done < size {
        let mut at = match rustix::fs::seek(template, SeekFrom::Data(done)) {
            // Nothing but a hole is left.
            Err(rustix::io::Errno::NXIO) => break,
            other => other?,
        };
        let until = rustix::fs::seek(template, SeekFrom::Hole(at))?;
        while at < until {
            let wanted = usize::try_from(until - at).unwrap_or(usize::MAX).min(COPY_BYTES);
            let piece = buffer.get_mut(..wanted).unwrap_or_default();
            let read = rustix::io::pread(template, &mut *piece, at)?;
            let piece = piece.get(..read).filter(|piece| !piece.is_empty());
            let written = rustix::io::pwrite(into, piece.ok_or(io::ErrorKind::UnexpectedEof)?, at)?;
            if written == 0 {
                return Err(io::ErrorKind::WriteZero.into());
            }
            at += written as u64;
        }
        done = until;
    }
    Ok(())
}

/// Makes a loop device of the file, which goes when nobody uses it any more. Returns it open, and its path.
fn attach(image: &OwnedFd) -> io::Result<(OwnedFd, PathBuf)> {
    let control = open_device(Path::new(CONTROL))?;
    let mut last = io::Error::from_raw_os_error(libc::EBUSY);
    for attempt in 0..ATTEMPTS {
        if attempt > 0 {
            std::thread::sleep(PAUSE);
        }
        // SAFETY: passes no memory; the kernel finds a free device, or makes one.
        let number = unsafe { libc::ioctl(control.as_raw_fd(), LOOP_CTL_GET_FREE as _) };
        if number < 0 {
            return Err(io::Error::last_os_error());
        }
        let path = PathBuf::from(format!("/dev/loop{number}"));
        match open_device(&path).and_then(|device| configure(&device, image).map(|()| device)) {
            Ok(device) => return Ok((device, path)),
            // Taken, or going, or not yet come.
            Err(error) if matches!(error.raw_os_error(), Some(libc::EBUSY | libc::ENXIO | libc::ENOENT)) => {
                last = error;
            }
            Err(error) => return Err(error),
        }
    }
    Err(last)
}

/// Where loop devices are asked for.
pub(crate) const CONTROL: &str = "/dev/loop-control";

pub(crate) fn open_device(path: &Path) -> io::Result<OwnedFd> {
    Ok(rustix::fs::open(path, OFlags::RDWR | OFlags::CLOEXEC, Mode::empty())?)
}

/// The constants and structures are those of `include/uapi/linux/loop.h`; `LOOP_CONFIGURE` is of Linux 5.8.
const LOOP_CTL_GET_FREE: u32 = 0x4C82;
const LOOP_CONFIGURE: u32 = 0x4C0A;
const LO_FLAGS_AUTOCLEAR: u32 = 4;

#[repr(C)]
struct LoopInfo64 {
    device: u64,
    inode: u64,
    rdevice: u64,
    offset: u64,
    size_limit: u64,
    number: u32,
    encrypt_type: u32,
    encrypt_key_size: u32,
    flags: u32,
    file_name: [u8; 64],
    crypt_name: [u8; 64],
    encrypt_key: [u8; 32],
    init: [u64; 2],
}

#[repr(C)]
struct LoopConfig {
    fd: u32,
    block_size: u32,
    info: LoopInfo64,
    reserved: [u64; 8],
}

fn configure(device: &OwnedFd, image: &OwnedFd) -> io::Result<()> {
    // SAFETY: the structure is made of integers only, for which zero is valid, and means the default.
    let mut config: LoopConfig = unsafe { std::mem::zeroed() };
    config.fd = image.as_raw_fd().unsigned_abs();
    config.block_size = mount::EXT4_BLOCK;
    config.info.flags = LO_FLAGS_AUTOCLEAR;
    // SAFETY: the kernel reads one structure of this layout, which outlives the call; both descriptors are open.
    // JUSTIFICATION: nobody wraps this call, and its older form leaves a moment in which a device could stay behind.
    let result = unsafe { libc::ioctl(device.as_raw_fd(), LOOP_CONFIGURE as _, &raw const config) };
    if result == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

/// The root as a sandbox is to find it: empty, writable by all.
fn prepare(mount: &OwnedFd) -> io::Result<OwnedFd> {
    let root = openat(mount, ".", OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())?;
    match rustix::fs::unlinkat(root.as_fd(), LOST_AND_FOUND, AtFlags::REMOVEDIR) {
        Err(rustix::io::Errno::NOENT) => {}
        removed => removed?,
    }
    rustix::fs::fchmod(&root, Mode::from_raw_mode(0o1777))?;
    Ok(root)
}

/// Gives the root to `owner`, an id of the host. The last thing to be done: the keeper may change modes of its own directories
/// only.
pub(crate) fn hand_over(root: &OwnedFd, owner: u32) -> io::Result<()> {
    Ok(rustix::fs::fchown(root, Some(Uid::from_raw(owner)), Some(Gid::from_raw(owner)))?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read as _, Seek as _, Write as _};

    fn directory(path: &Path) -> OwnedFd {
        rustix::fs::open(path, OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty()).unwrap()
    }

    #[test]
    fn structures_are_as_long_as_the_kernels() {
        assert_eq!((size_of::<LoopInfo64>(), size_of::<LoopConfig>()), (232, 304));
    }

    #[test]
    fn data_is_copied_and_holes_stay_holes() {
        let place = tempfile::tempdir().unwrap();
        let mut template = std::fs::File::create_new(place.path().join("t")).unwrap();
        template.write_all(b"begin").unwrap();
        template.seek(io::SeekFrom::Start(64 << 20)).unwrap();
        template.write_all(b"end").unwrap();
        template.set_len(100 << 20).unwrap();
        let template = std::fs::File::open(place.path().join("t")).unwrap();
        let scratch = Scratch { directory: directory(place.path()), template: template.into() };
        check(&scratch).unwrap();
        let (image, size) = file(&scratch).unwrap();
        copy(&scratch.template, &image, size).unwrap();
        let found = fstat(&image).unwrap();
        assert_eq!((found.st_size, found.st_nlink), (100 << 20, 0));
        assert!(found.st_blocks < 2048, "{} blocks", found.st_blocks);
        let mut image = std::fs::File::from(image);
        let mut text = [0; 5];
        image.read_exact(&mut text).unwrap();
        assert_eq!(&text, b"begin");
        image.seek(io::SeekFrom::Start(64 << 20)).unwrap();
        image.read_exact(&mut text).unwrap();
        assert_eq!(&text, b"end\0\0");
    }

    #[test]
    fn what_others_can_write_is_refused() {
        use std::os::unix::fs::PermissionsExt as _;
        let place = tempfile::tempdir().unwrap();
        let template = std::fs::File::create_new(place.path().join("t")).unwrap();
        template.set_permissions(std::fs::Permissions::from_mode(0o622)).unwrap();
        let scratch = Scratch { directory: directory(place.path()), template: template.into() };
        assert_eq!(check(&scratch).unwrap_err().raw_os_error(), Some(libc::EPERM));
        // A pipe or a device is no template.
        let swapped = Scratch { directory: directory(place.path()), template: directory(place.path()) };
        assert!(check(&swapped).is_err());
    }
}
