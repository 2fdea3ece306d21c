//! What the process has written to `/tmp`, which comes back with it: the restored process writes it again by itself.

use std::fs::{self, File};
use std::io::{self, Read as _, Write};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use super::interpreter::{BECOME, EXPECT, Program};
use super::refuse;

/// Where files may be written.
pub(super) const DIRECTORY: &str = "/tmp";
/// The most files and directories.
const MOST: usize = 4096;
/// The most that one call copies.
const MOST_AT_ONCE: u64 = 1 << 30;

/// The contents of one file.
struct Content {
    path: PathBuf,
    length: u64,
    /// Where the program keeps the place in the image from which it copies.
    offset_at: u64,
}

/// All of them, in the order in which they are in the image.
#[derive(Default)]
pub(super) struct Files {
    contents: Vec<Content>,
    entries: usize,
    pub(super) bytes: u64,
}

impl Files {
    /// Adds all that is in `/tmp` to the program. `spare` is a descriptor that the process does not have.
    pub(super) fn of_tmp(spare: i32, image_fd: i32, program: &mut Program) -> io::Result<Self> {
        let mut files = Self::default();
        files.directory(Path::new(DIRECTORY), (spare, image_fd), program)?;
        Ok(files)
    }

    fn directory(&mut self, directory: &Path, fds: (i32, i32), program: &mut Program) -> io::Result<()> {
        for entry in fs::read_dir(directory)? {
            let path = entry?.path();
            self.entries += 1;
            if self.entries > MOST {
                return refuse("it has too many files in /tmp");
            }
            let told = fs::symlink_metadata(&path)?;
            let kind = told.file_type();
            let mode = u64::from(told.permissions().mode() & 0o7777);
            let name = program.keep_text(path.as_os_str().as_bytes());
            if kind.is_dir() {
                // Writable while it is filled.
                program.call(libc::SYS_mkdir, &[name, 0o700]);
                self.directory(&path, fds, program)?;
                program.call(libc::SYS_chmod, &[name, mode]);
            } else if kind.is_symlink() {
                let target = program.keep_text(fs::read_link(&path)?.as_os_str().as_bytes());
                program.call(libc::SYS_symlink, &[target, name]);
            } else if kind.is_file() && told.nlink() == 1 {
                self.file(path, name, mode, told.len(), fds, program);
            } else {
                return refuse(format!("{} cannot be had again", path.display()));
            }
        }
        Ok(())
    }

    fn file(
        &mut self,
        path: PathBuf,
        name: u64,
        mode: u64,
        length: u64,
        (spare, image_fd): (i32, i32),
        program: &mut Program,
    ) {
        let flags = libc::O_CREAT | libc::O_EXCL | libc::O_WRONLY | libc::O_CLOEXEC;
        let fd = spare as u64;
        program.call(libc::SYS_open, &[name, flags as u64, 0o600]);
        program.step(BECOME, 0, &[fd, libc::O_CLOEXEC as u64]);
        let offset_at = program.keep(&self.bytes.to_ne_bytes());
        let mut left = length;
        while left > 0 {
            let now = left.min(MOST_AT_ONCE);
            program.call(libc::SYS_sendfile, &[fd, image_fd as u64, offset_at, now]);
            program.step(EXPECT, 0, &[now]);
            left -= now;
        }
        program.call(libc::SYS_fchmod, &[fd, mode]);
        program.call(libc::SYS_close, &[fd]);
        self.bytes += length;
        self.contents.push(Content { path, length, offset_at });
    }

    /// The words of the program that count from where the first content begins in the image.
    pub(super) fn offsets(&self) -> impl Iterator<Item = u64> {
        self.contents.iter().map(|content| content.offset_at)
    }

    /// Writes the contents.
    pub(super) fn copy(&self, out: &mut impl Write) -> io::Result<()> {
        for content in &self.contents {
            let copied = io::copy(&mut File::open(&content.path)?.take(content.length), out)?;
            if copied != content.length {
                return refuse(format!("{} is shorter now", content.path.display()));
            }
        }
        Ok(())
    }
}
