//! Whether a directory is still what it was when it was complete: a signed list of its files beside it.
//!
//! `<tree>.seal` is text: the version and an HMAC-SHA-256 of all that follows, a line of what the tree is made of, then
//! a line for each entry, sorted by path: type and mode, size, SHA-256 of the content (or of a link's target), path. The
//! key is derived from the master key, and the name of the tree is signed with the list: a list cannot be made, changed or
//! given to another tree without it.
//!
//! A check reads every file once in the life of a server. From then on it looks at what the kernel keeps of each file (inode,
//! size, mode, times): the time of the last change (`ctime`) cannot be set, so whoever writes through the kernel is seen.
//! Where anything there is different, every file is read again.
//!
//! What goes past the kernel of a running server (a write to the block device, a bit that falls over) is seen when
//! the server is started anew, or by [`Seals::check_fully`].

use domain::{Sha256, hex};
use sha2::Digest;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs::{self, File, Metadata};
use std::io::{self, BufRead, BufReader, Read};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use vault::{Keyring, Signer};

const VERSION: &str = "tenfold-seal-1";
/// What the key is derived for.
const PURPOSE: &str = "seals of trees";
/// Bytes of the longest list: one of 100,000 files with long names.
const MAX_LIST: u64 = 64 << 20;
/// Bytes of its first two lines.
const MAX_HEAD: u64 = 4 << 10;
/// A file is read in pieces of so many bytes.
const PIECE: usize = 128 << 10;

/// Makes seals, and checks them.
pub struct Seals {
    signer: Signer,
    /// Held for reading by who seals a tree: who has it for writing knows that all are under the newest key or on disk.
    sealing: RwLock<()>,
    /// Trees that were read and were whole, and how the kernel saw them then.
    seen: Mutex<HashMap<PathBuf, Look>>,
}

/// A digest over what the kernel keeps of a tree's files.
type Look = [u8; 32];

/// Why a tree is not to be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsealed {
    /// It has no seal, or one of an older version: it is not complete.
    #[error("it has no seal")]
    Missing,
    /// It has one that says something else. The text names what.
    #[error("{0}")]
    Changed(String),
}

impl Seals {
    pub(crate) fn new(ring: &Arc<Keyring>) -> Self {
        Self { signer: ring.signer(PURPOSE), sealing: RwLock::default(), seen: Mutex::default() }
    }

    /// Seals a tree that is complete, in place of an earlier seal. `about` is one line that is signed with it. Blocks.
    pub fn seal(&self, tree: &Path, about: &str) -> io::Result<()> {
        let _sealing = self.sealing.read().unwrap_or_else(PoisonError::into_inner);
        let body = format!("{about}\n{}", list(tree)?);
        let text = format!("{VERSION} {}\n{body}", hex::hex(&self.sign(tree, &body)));
        let (path, new) = (path(tree), beside(tree, ".seal.new"));
        self.forget(tree);
        fs::write(&new, text)?;
        fs::rename(new, path)?;
        let look = look(tree)?;
        self.seen().insert(tree.to_owned(), look);
        Ok(())
    }

    /// Whether a tree is whole, and made of what `about` says. Reads the files only where it has to. Blocks.
    pub fn check(&self, tree: &Path, about: &str) -> Result<(), Unsealed> {
        let before = self.seen().get(tree).copied();
        if before.is_some() && before == look(tree).ok() && path(tree).is_file() {
            return Ok(());
        }
        self.check_fully(tree, about)
    }

    /// The same, and reads every file.
    pub fn check_fully(&self, tree: &Path, about: &str) -> Result<(), Unsealed> {
        self.forget(tree);
        let unreadable = |error: io::Error| Unsealed::Changed(format!("it cannot be read: {error}"));
        let sealed = self.read(tree, about)?;
        // Before: what changes while it is read is different the next time.
        let before = look(tree).map_err(unreadable)?;
        let found = list(tree).map_err(unreadable)?;
        if found != sealed {
            return Err(Unsealed::Changed(difference(&sealed, &found)));
        }
        self.seen().insert(tree.to_owned(), before);
        Ok(())
    }

    /// Forgets what was seen of a tree, which goes or changes.
    pub fn forget(&self, tree: &Path) {
        self.seen().remove(tree);
    }

    /// The list of a tree, if it is signed.
    fn read(&self, tree: &Path, about: &str) -> Result<String, Unsealed> {
        let mut text = String::new();
        let file = File::open(path(tree)).map_err(|_| Unsealed::Missing)?;
        let read = file.take(MAX_LIST).read_to_string(&mut text);
        let changed = |what: &str| Unsealed::Changed(what.to_owned());
        read.map_err(|_| changed("its seal cannot be read"))?;
        let (head, body) = text.split_once('\n').ok_or(Unsealed::Missing)?;
        let (version, signature) = head.split_once(' ').ok_or(Unsealed::Missing)?;
        if version != VERSION {
            return Err(Unsealed::Missing);
        }
        let signature = Sha256::from_hex(signature).ok_or_else(|| changed("its seal was changed"))?;
        if !self.signer.is_signed(&parts(tree, body, &length(tree)), &signature.0) {
            return Err(changed("its seal was changed, or is of another master key"));
        }
        match body.split_once('\n') {
            Some((found, list)) if found == about => Ok(list.to_owned()),
            _ => Err(changed("its seal is of something else")),
        }
    }

    fn sign(&self, tree: &Path, body: &str) -> [u8; 32] {
        self.signer.sign(&parts(tree, body, &length(tree)))
    }

    /// Signs the seals of all trees of a directory, and of those below, under the key in use, where they are good and under
    /// an older one. How many. Blocks.
    pub fn sign_anew(&self, directory: &Path) -> io::Result<usize> {
        drop(self.sealing.write().unwrap_or_else(PoisonError::into_inner));
        let mut count = 0;
        let mut directories = vec![directory.to_owned()];
        while let Some(directory) = directories.pop() {
            let entries = match fs::read_dir(&directory) {
                Ok(entries) => entries,
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(error),
            };
            let mut trees = Vec::new();
            let mut others = Vec::new();
            for entry in entries {
                let entry = entry?;
                let path = entry.path();
                match path.as_os_str().as_bytes().strip_suffix(b".seal") {
                    Some(tree) => trees.push(PathBuf::from(std::ffi::OsStr::from_bytes(tree))),
                    None if entry.file_type()?.is_dir() => others.push(path),
                    None => {}
                }
            }
            for tree in &trees {
                count += usize::from(self.sign_one_anew(tree)?);
            }
            // What is sealed itself has no seals of ours in it.
            directories.extend(others.into_iter().filter(|path| !trees.contains(path)));
        }
        Ok(count)
    }

    fn sign_one_anew(&self, tree: &Path) -> io::Result<bool> {
        let (path, new) = (path(tree), beside(tree, ".seal.new"));
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            // It goes meanwhile, or is none of ours.
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::InvalidData) => {
                return Ok(false);
            }
            Err(error) => return Err(error),
        };
        let parsed = text.split_once('\n').and_then(|(head, body)| Some((head.split_once(' ')?, body)));
        let Some(((VERSION, signature), body)) = parsed else { return Ok(false) };
        let Some(signature) = Sha256::from_hex(signature) else { return Ok(false) };
        let (length, signature) = (length(tree), &signature.0);
        let parts = parts(tree, body, &length);
        if self.signer.is_current(&parts, signature) || !self.signer.is_signed(&parts, signature) {
            return Ok(false);
        }
        fs::write(&new, format!("{VERSION} {}\n{body}", hex::hex(&self.signer.sign(&parts))))?;
        // Who seals the same tree meanwhile does it under the newest key; the one who is last is right as well.
        match path.exists() && tree.exists() {
            true => fs::rename(&new, &path)?,
            false => fs::remove_file(&new)?,
        }
        Ok(true)
    }

    fn seen(&self) -> MutexGuard<'_, HashMap<PathBuf, Look>> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is signed: the length of the tree's name, its name, the rest of the seal.
fn parts<'a>(tree: &'a Path, body: &'a str, length: &'a [u8; 8]) -> [&'a [u8]; 3] {
    [length, tree.file_name().unwrap_or_default().as_bytes(), body.as_bytes()]
}

fn length(tree: &Path) -> [u8; 8] {
    (tree.file_name().unwrap_or_default().len() as u64).to_le_bytes()
}

/// The seal of a tree. Names of trees have dots, so this is no extension.
pub(crate) fn path(tree: &Path) -> PathBuf {
    beside(tree, ".seal")
}

fn beside(tree: &Path, suffix: &str) -> PathBuf {
    let mut name = tree.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// What a seal says that its tree is made of. Nothing is proved by it.
pub(crate) fn about(tree: &Path) -> Option<String> {
    let mut head = BufReader::new(File::open(path(tree)).ok()?.take(MAX_HEAD));
    let (mut first, mut about) = (String::new(), String::new());
    head.read_line(&mut first).ok()?;
    head.read_line(&mut about).ok()?;
    (first.split(' ').next() == Some(VERSION)).then(|| about.trim_end_matches('\n').to_owned())
}

/// The lines of a tree as it is.
fn list(tree: &Path) -> io::Result<String> {
    let mut lines = String::new();
    let mut piece = vec![0; PIECE];
    visit(tree, &mut |path, metadata| {
        let name = path.strip_prefix(tree).unwrap_or(path).as_os_str().as_bytes();
        let (size, digest) = if metadata.is_dir() {
            // A directory's size is the file system's own business.
            (0, String::from("-"))
        } else if metadata.is_symlink() {
            let target = fs::read_link(path)?;
            (metadata.size(), crate::sealed::digest(target.as_os_str().as_bytes()).hex())
        } else if metadata.is_file() {
            (metadata.size(), digest(path, &mut piece)?.hex())
        } else {
            // No package has one, and opening it could block.
            (0, String::from("special"))
        };
        // A String takes all that is written.
        let _ = writeln!(lines, "{:o} {size} {digest} {}", metadata.mode(), name.escape_ascii());
        Ok(())
    })?;
    Ok(lines)
}

fn digest(path: &Path, piece: &mut [u8]) -> io::Result<Sha256> {
    let mut file = File::open(path)?;
    let mut hash = sha2::Sha256::new();
    loop {
        match file.read(piece) {
            Ok(0) => return Ok(Sha256(hash.finalize().into())),
            Ok(count) => hash.update(piece.get(..count).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// Names the first entry in which two lists differ.
fn difference(sealed: &str, found: &str) -> String {
    let path = |line: &str| line.splitn(4, ' ').nth(3).unwrap_or_default().to_owned();
    let (mut sealed, mut found) = (sealed.lines(), found.lines());
    loop {
        return match (sealed.next(), found.next()) {
            (Some(sealed), Some(found)) if sealed == found => continue,
            (Some(sealed), Some(found)) if path(sealed) == path(found) => {
                format!("\"{}\" was changed", path(found))
            }
            (Some(sealed), Some(found)) if path(sealed) < path(found) => {
                format!("\"{}\" is missing", path(sealed))
            }
            (_, Some(found)) => format!("\"{}\" was added", path(found)),
            (Some(sealed), None) => format!("\"{}\" is missing", path(sealed)),
            (None, None) => "it was changed while it was read".to_owned(),
        };
    }
}

/// What the kernel keeps of a tree's files.
fn look(tree: &Path) -> io::Result<Look> {
    let mut hash = sha2::Sha256::new();
    visit(tree, &mut |path, metadata| {
        // The full path: the tree's own name is the same as long as it is asked for by it.
        hash.update(path.as_os_str().as_bytes());
        hash.update([0]);
        // The root's own times change when it gets its final name, and what is in it has its own.
        let times = if path == tree { [0; 4] } else { times(metadata) };
        let numbers = [metadata.dev(), metadata.ino(), metadata.mode().into(), metadata.size()];
        for number in numbers {
            hash.update(number.to_le_bytes());
        }
        for time in times {
            hash.update(time.to_le_bytes());
        }
        Ok(())
    })?;
    Ok(hash.finalize().into())
}

fn times(metadata: &Metadata) -> [i64; 4] {
    [metadata.mtime(), metadata.mtime_nsec(), metadata.ctime(), metadata.ctime_nsec()]
}

/// Calls for the root and all below it, sorted, a directory before what is in it; never through a link.
pub(crate) fn visit(
    path: &Path,
    call: &mut impl FnMut(&Path, &Metadata) -> io::Result<()>,
) -> io::Result<()> {
    let metadata = fs::symlink_metadata(path)?;
    call(path, &metadata)?;
    if metadata.is_dir() {
        let mut names = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
        names.sort_unstable();
        for name in names {
            visit(&name, call)?;
        }
    }
    Ok(())
}
