//! A `/tmp` on disk: the server's part. One empty ext4 file system per size, made once by `mkfs.ext4` and kept in a
//! directory, from which the keeper copies (see `scratch`).
//!
//! A template gets its name when it is whole and on disk, so what is found under a name can be used; before, it has
//! none, so a crash leaves nothing. The images are sparse: some hundred kilobytes each, and so are their copies until
//! functions write.
//!
//! Never here: anything that needs a right. And no room is reserved, only looked for: see [`SandboxSpec::tmp_bytes`].
//!
//! [`SandboxSpec::tmp_bytes`]: crate::SandboxSpec::tmp_bytes

use std::fs::{DirBuilder, File};
use std::io;
use std::os::fd::{AsRawFd as _, OwnedFd};
use std::os::unix::fs::{DirBuilderExt as _, FileExt as _, MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};

use rustix::fs::{AtFlags, CWD, Mode, OFlags};
use tokio::sync::OnceCell;

use crate::error::SandboxError;
use crate::linux::client::lock;
use crate::linux::mount::EXT4_BLOCK;
use crate::linux::step::{Failure, Step as _};

/// Where distributions have it. Not `PATH`: this may run as root.
const PROGRAMS: [&str; 5] = [
    "/usr/sbin/mkfs.ext4",
    "/sbin/mkfs.ext4",
    "/usr/bin/mkfs.ext4",
    "/usr/local/sbin/mkfs.ext4",
    "/run/current-system/sw/bin/mkfs.ext4",
];
/// All that is wanted of ext4, whatever the machine's `mke2fs.conf` says. No journal: nobody mounts an image twice.
const FEATURES: &str = "none,dir_index,dir_nlink,ext_attr,extent,extra_isize,filetype,flex_bg,huge_file,large_file,\
                        metadata_csum,sparse_super";
/// Not discarding: a sparse file has nothing to discard. Inode tables are zero where nobody has written.
const EXTENDED: &str = "lazy_itable_init=1,nodiscard,root_owner=0:0";
/// Names end with it. Another form of templates gets another number.
const SUFFIX: &str = "-2.ext4";
/// Takes out what `mkfs.ext4` puts into every file system, for its checker: nobody will check this one. It belongs to the same
/// package, lies beside it, and gets one command.
const EDITOR: &str = "debugfs";
const TAKE_OUT: &str = "rmdir lost+found";
/// So many templates are kept, by name and open; functions seldom have more sizes.
const MAX_TEMPLATES: usize = 64;
/// What is left of the disk, in bytes, when no more sandboxes get their `/tmp` there: the server needs it too.
const LEFT_TO_OTHERS: u64 = 256 << 20;
/// How often an image that came out too small is made larger.
const ATTEMPTS: u64 = 8;

/// The size of a `/tmp`: bytes and number of files.
type Size = (u64, u64);

/// A template that is there, or being made.
type Cell = Arc<OnceCell<Arc<OwnedFd>>>;

/// All templates.
pub(crate) struct Templates {
    path: PathBuf,
    directory: Arc<OwnedFd>,
    program: PathBuf,
    /// The one used last is last.
    open: Mutex<Vec<(Size, Cell)>>,
}

/// Where `mkfs.ext4` is.
pub(crate) fn find_program() -> Option<PathBuf> {
    PROGRAMS.map(Path::new).into_iter().find(|path| path.is_file()).map(Path::to_owned)
}

impl Templates {
    /// Opens the directory, and makes it (for its owner only) if it is missing.
    pub(crate) fn open(path: PathBuf, program: PathBuf) -> io::Result<Self> {
        DirBuilder::new().recursive(true).mode(0o700).create(&path)?;
        let directory = rustix::fs::open(&path, OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())?;
        Ok(Self { path, directory: Arc::new(directory), program, open: Mutex::default() })
    }

    pub(crate) fn directory(&self) -> Arc<OwnedFd> {
        Arc::clone(&self.directory)
    }

    /// Whether the disk has room for all that a `/tmp` of this size can hold, and some for others. It is not kept free.
    pub(crate) fn disk_has_room_for(&self, bytes: u64) -> bool {
        let free = rustix::fs::fstatvfs(&self.directory)
            .map_or(0, |disk| disk.f_bavail.saturating_mul(disk.f_frsize));
        free >= bytes.saturating_add(LEFT_TO_OTHERS)
    }

    /// The template of this size. Made the first time, which takes some tens of milliseconds.
    pub(crate) async fn get(&self, size: Size) -> Result<Arc<OwnedFd>, SandboxError> {
        let cell = self.cell(size);
        let made = cell.get_or_try_init(|| async {
            let (directory, program) = (self.path.clone(), self.program.clone());
            let made = tokio::task::spawn_blocking(move || find_or_make(&directory, &program, size)).await;
            made.unwrap_or_else(|_| Err(Failure::new("make a template", &io::ErrorKind::Other.into())))
        });
        Ok(Arc::clone(made.await?))
    }

    fn cell(&self, size: Size) -> Cell {
        let mut open = lock(&self.open);
        let cell = match open.iter().position(|(known, _)| *known == size) {
            Some(index) => open.remove(index).1,
            None => Arc::default(),
        };
        open.push((size, Arc::clone(&cell)));
        if open.len() > MAX_TEMPLATES {
            open.remove(0);
        }
        cell
    }
}

fn find_or_make(directory: &Path, program: &Path, size: Size) -> Result<Arc<OwnedFd>, Failure> {
    let path = directory.join(format!("tmp-{}-{}{SUFFIX}", size.0, size.1));
    let found = open_read_only(&path).is_ok_and(|file| has_room(&file, wanted_blocks(size.0)));
    if !found {
        make(directory, program, &path, size)?;
        limit_number(directory, &path);
    }
    // Opened anew: whoever gets it can only read.
    let file = open_read_only(&path).step_with(|| format!("open {}", path.display()))?;
    Ok(Arc::new(file.into()))
}

fn open_read_only(path: &Path) -> io::Result<File> {
    File::options().read(true).custom_flags(libc::O_NOFOLLOW).open(path)
}

/// Makes a file system in a file without a name, then names it.
fn make(directory: &Path, program: &Path, path: &Path, (bytes, files): Size) -> Result<(), Failure> {
    let wanted = wanted_blocks(bytes);
    let inodes = inodes(bytes, files);
    let mut blocks = first_guess(wanted, inodes);
    for attempt in 1..=ATTEMPTS {
        let image =
            File::options().read(true).write(true).mode(0o600).custom_flags(libc::O_TMPFILE).open(directory);
        let image = image.step("make a template of /tmp")?;
        image.set_len(blocks * u64::from(EXT4_BLOCK)).step("size a template of /tmp")?;
        make_file_system(program, &image, inodes)?;
        empty(program, &image);
        let room = Room::of(&image).step("read a template of /tmp")?;
        if room.usable() < wanted {
            // At the end, mkfs leaves out what is too small for a group of blocks: then a little more changes nothing.
            blocks += (wanted - room.usable()) * attempt;
            continue;
        }
        image.sync_all().step("store a template of /tmp")?;
        // A name that does not keep its promise gives way.
        let _ = std::fs::remove_file(path);
        let unnamed = format!("/proc/self/fd/{}", image.as_raw_fd());
        return rustix::fs::linkat(CWD, unnamed, CWD, path, AtFlags::SYMLINK_FOLLOW)
            .step("name a template of /tmp");
    }
    Err(Failure::new("find the size of a template of /tmp", &io::Error::from_raw_os_error(libc::ENOSPC)))
}

/// The program gets the file as its standard input: it has no other name, and nothing else is passed on.
fn make_file_system(program: &Path, image: &File, inodes: u64) -> Result<(), Failure> {
    let block_size = EXT4_BLOCK.to_string();
    let said = Command::new(program)
        .args(["-q", "-F", "-b", &block_size, "-I", "256", "-m", "0", "-N", &inodes.to_string()])
        .args(["-O", FEATURES, "-E", EXTENDED, "/proc/self/fd/0"])
        .env_clear()
        .current_dir("/")
        .stdin(Stdio::from(image.try_clone().step("run mkfs.ext4")?))
        .stdout(Stdio::null())
        .output()
        .step_with(|| format!("run {}", program.display()))?;
    if said.status.success() {
        return Ok(());
    }
    let reason = String::from_utf8_lossy(&said.stderr);
    let reason = reason.lines().find(|line| !line.trim().is_empty()).unwrap_or("no reason given").trim();
    let step = format!("{}: {}: {reason}", program.display(), said.status);
    Err(Failure::new(step, &io::Error::from_raw_os_error(libc::EIO)))
}

/// Leaves the root directory empty, if it can be done: otherwise whoever mounts it does it, each time.
fn empty(program: &Path, image: &File) {
    let Ok(stdin) = image.try_clone() else { return };
    let _ = Command::new(program.with_file_name(EDITOR))
        .args(["-w", "-R", TAKE_OUT, "/proc/self/fd/0"])
        .env_clear()
        .current_dir("/")
        .stdin(Stdio::from(stdin))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
}

/// What a function can write, and the blocks that tell where it is: 1 in 512 for that, and some for directories.
fn wanted_blocks(bytes: u64) -> u64 {
    let data = bytes.div_ceil(EXT4_BLOCK.into());
    data + data / 512 + 16
}

/// More files than blocks are not of use; ext4 keeps 11 inodes for itself.
fn inodes(bytes: u64, files: u64) -> u64 {
    files.min(bytes.div_ceil(EXT4_BLOCK.into()).max(16)) + 11
}

/// With inode tables, block maps, and what the kernel holds back. The first look at the result corrects it.
fn first_guess(wanted: u64, inodes: u64) -> u64 {
    let with_tables = wanted + inodes.div_ceil(16) + 64;
    let groups = with_tables.div_ceil(32_768);
    let with_maps = with_tables + 4 * groups;
    with_maps + held_back(with_maps + with_maps / 49)
}

/// What ext4 keeps for writing out what was promised (`ext4_set_resv_clusters`), in blocks.
fn held_back(blocks: u64) -> u64 {
    (blocks / 50).min(4096)
}

/// What a file system says of its room, in blocks.
struct Room {
    all: u64,
    free: u64,
}

impl Room {
    /// From the superblock: see the kernel's `Documentation/filesystems/ext4/super.rst`.
    fn of(image: &File) -> io::Result<Self> {
        const START: u64 = 1024;
        const MAGIC: [u8; 2] = 0xEF53_u16.to_le_bytes();
        let word = |offset: u64| {
            let mut bytes = [0; 4];
            image.read_exact_at(&mut bytes, START + offset)?;
            Ok::<_, io::Error>(bytes)
        };
        if !word(0x38)?.starts_with(&MAGIC) {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let number = |bytes: [u8; 4]| u64::from(u32::from_le_bytes(bytes));
        Ok(Self { all: number(word(0x4)?), free: number(word(0xC)?) })
    }

    fn usable(&self) -> u64 {
        self.free.saturating_sub(held_back(self.all))
    }
}

fn has_room(image: &File, wanted: u64) -> bool {
    Room::of(image).is_ok_and(|room| room.usable() >= wanted)
}

/// Removes the oldest templates beyond the greatest number, also those of other versions. Who holds one open keeps it.
fn limit_number(directory: &Path, newest: &Path) {
    let entries = std::fs::read_dir(directory).into_iter().flatten().flatten();
    let is_template = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "ext4");
    let mut found: Vec<(i64, PathBuf)> = entries
        .map(|entry| entry.path())
        .filter(|path| is_template(path) && path != newest)
        .filter_map(|path| Some((path.symlink_metadata().ok()?.mtime(), path)))
        .collect();
    found.sort();
    let surplus = (found.len() + 1).saturating_sub(MAX_TEMPLATES);
    for (_, path) in found.into_iter().take(surplus) {
        let _ = std::fs::remove_file(path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_template_is_made_once_and_found_again() {
        let place = tempfile::tempdir().unwrap();
        let Some(program) = find_program() else { return };
        let path = place.path().join("scratch");
        let templates = Templates::open(path.clone(), program.clone()).unwrap();
        let size = (512 << 20, 131_072);
        let (one, other) = tokio::join!(templates.get(size), templates.get(size));
        assert!(Arc::ptr_eq(&one.unwrap(), &other.unwrap()));
        let names = || -> Vec<_> {
            std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().file_name()).collect()
        };
        assert_eq!(names(), ["tmp-536870912-131072-2.ext4"]);
        let inode = || std::fs::metadata(path.join(&names()[0])).unwrap();
        let before = inode();
        assert!(before.blocks() * 512 < 1 << 20, "{} blocks", before.blocks());
        let again = Templates::open(path.clone(), program.clone()).unwrap();
        again.get(size).await.unwrap();
        assert_eq!(inode().ino(), before.ino());

        // What is no file system is made anew.
        std::fs::write(path.join(&names()[0]), "spoilt").unwrap();
        Templates::open(path.clone(), program).unwrap().get(size).await.unwrap();
        assert!(has_room(&open_read_only(&path.join(&names()[0])).unwrap(), wanted_blocks(size.0)));
    }

    #[test]
    fn every_size_has_its_room_and_little_more() {
        let place = tempfile::tempdir().unwrap();
        let Some(program) = find_program() else { return };
        for (mib, files) in
            [(1, 16), (129, 500), (512, 131_072), (1030, 1), (10_240, 10_000_000), (65_536, 16)]
        {
            let size = (mib << 20, files);
            let file =
                File::from(Arc::into_inner(find_or_make(place.path(), &program, size).unwrap()).unwrap());
            let usable = Room::of(&file).unwrap().usable() * u64::from(EXT4_BLOCK);
            let most = (mib << 20) + (mib << 20) / 100 + (512 << 10);
            assert!((mib << 20..=most).contains(&usable), "{mib} MiB: {usable}");
        }
    }

    #[test]
    fn the_oldest_give_way() {
        let place = tempfile::tempdir().unwrap();
        let path = |number: usize| place.path().join(format!("tmp-{number}-2.ext4"));
        for number in 0..MAX_TEMPLATES + 2 {
            let file = File::create_new(path(number)).unwrap();
            let age = std::time::Duration::from_secs(1000 - number as u64);
            file.set_modified(std::time::SystemTime::now() - age).unwrap();
        }
        let other = place.path().join("other");
        std::fs::write(&other, "").unwrap();
        limit_number(place.path(), &path(0));
        let left = |number| path(number).exists();
        assert!(left(0) && !left(1) && !left(2) && left(3) && other.exists());
    }

    #[test]
    fn a_program_that_fails_is_quoted() {
        let image = tempfile::tempfile().unwrap();
        let failure = make_file_system(Path::new("/bin/false"), &image, 16).unwrap_err();
        assert!(failure.step.starts_with("/bin/false: exit status: 1"), "{}", failure.step);
    }
}
