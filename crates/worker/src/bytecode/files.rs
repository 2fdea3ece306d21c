//! The files of compiled modules: from the stream of a compiler to disk. What comes is checked as if it came from strangers.

use std::ffi::OsStr;
use std::fs::{self, DirBuilder, Permissions};
use std::io::{self, Error, ErrorKind, Read};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Component, Path, PathBuf};

/// Bytes of a name, of one file and of all files of a tree, and how many there may be.
const MAX_NAME: usize = 4_096;
const MAX_FILE: usize = 64 << 20;
const MAX_ALL: usize = 1 << 30;
const MAX_FILES: usize = 200_000;
/// Of sources: with less of them, loading what is compiled would save less than a cold start's noise.
const WORTH: u64 = 32 << 10;

/// A seal is named as its directory, and this.
const SEAL: &str = ".seal";

/// What is half made begins so.
pub(super) const NEW: &str = "new-";

/// Whether a tree has enough Python sources.
pub(super) fn is_worth_it(tree: &Path) -> bool {
    let mut left = vec![tree.to_owned()];
    let mut bytes = 0;
    while let Some(directory) = left.pop() {
        for entry in fs::read_dir(directory).into_iter().flatten().flatten() {
            let path = entry.path();
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => left.push(path),
                Ok(kind) if kind.is_file() && path.extension() == Some(OsStr::new("py")) => {
                    bytes += entry.metadata().map_or(0, |metadata| metadata.len());
                }
                _ => {}
            }
            if bytes >= WORTH {
                return true;
            }
        }
    }
    false
}

/// Writes the files of a stream below a directory; returns how many. A record is the lengths of name and content (4 bytes
/// each, big-endian), then both. Blocks until the stream ends.
pub(super) fn receive(stream: &mut impl Read, directory: &Path) -> io::Result<usize> {
    let (mut count, mut all) = (0, 0);
    while let Some([name, content]) = lengths(stream)? {
        (count, all) = (count + 1, all + content);
        if name > MAX_NAME || content > MAX_FILE || all > MAX_ALL || count > MAX_FILES {
            return Err(invalid("more than a package can have"));
        }
        let mut bytes = vec![0; name];
        stream.read_exact(&mut bytes)?;
        let relative = Path::new(OsStr::from_bytes(&bytes));
        let is_below = relative.components().all(|part| matches!(part, Component::Normal(_)));
        if !is_below || relative.extension() != Some(OsStr::new("pyc")) {
            return Err(invalid("not the name of a compiled file"));
        }
        let path = directory.join(relative);
        let parent = path.parent().unwrap_or(directory);
        make_open(directory, parent)?;
        let mut file = fs::File::options().write(true).create_new(true).open(&path)?;
        if io::copy(&mut stream.take(content as u64), &mut file)? != content as u64 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        // Functions read them as another user, whatever the umask is.
        file.set_permissions(Permissions::from_mode(0o644))?;
    }
    Ok(count)
}

/// Makes `directory` and what is missing between it and `top`, which is there.
fn make_open(top: &Path, directory: &Path) -> io::Result<()> {
    if directory.is_dir() {
        return Ok(());
    }
    if let Some(parent) = directory.parent().filter(|parent| parent.starts_with(top)) {
        make_open(top, parent)?;
    }
    make(directory, 0o755)
}

/// A directory of exactly this mode.
pub(super) fn make(directory: &Path, mode: u32) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(mode).create(directory)?;
    fs::set_permissions(directory, Permissions::from_mode(mode))
}

fn lengths(stream: &mut impl Read) -> io::Result<Option<[usize; 2]>> {
    let mut head = [0; 8];
    if stream.read(&mut head[..1])? == 0 {
        return Ok(None);
    }
    stream.read_exact(&mut head[1..])?;
    let [a, b, c, d, rest @ ..] = head;
    let length = |bytes| usize::try_from(u32::from_be_bytes(bytes)).unwrap_or(usize::MAX);
    Ok(Some([length([a, b, c, d]), length(rest)]))
}

fn invalid(what: &str) -> Error {
    Error::new(ErrorKind::InvalidData, what)
}

/// Moves all files of one directory into another, over those that are there.
pub(super) fn move_into(from: &Path, to: &Path) -> io::Result<()> {
    make(to, 0o755)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        fs::rename(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}

/// Removes what an end of the server left half made and what belongs to trees that are gone. Returns their names.
pub(super) fn prune(root: &Path, trees: &Path) -> Vec<String> {
    let gone = orphans(root, trees);
    for name in &gone {
        remove(&root.join(name));
    }
    gone
}

/// The seal of a directory.
pub(super) fn seal(directory: &Path) -> PathBuf {
    let mut name = directory.as_os_str().to_owned();
    name.push(SEAL);
    name.into()
}

/// Removes a directory and its seal; the seal first, so that what has one is whole. Best effort: without a seal it is not used.
pub(super) fn remove(directory: &Path) {
    let _ = fs::remove_file(seal(directory));
    let _ = fs::remove_dir_all(directory);
}

/// The names in `root` that are half made, or of trees that are not in `trees`.
fn orphans(root: &Path, trees: &Path) -> Vec<String> {
    let names = fs::read_dir(root).into_iter().flatten().flatten();
    let names = names.filter_map(|entry| entry.file_name().into_string().ok());
    names
        .map(|name| name.strip_suffix(SEAL).map(str::to_owned).unwrap_or(name))
        .filter(|name| {
            let tree = name.split_once('.').map_or(name.as_str(), |(tree, _)| tree);
            name.starts_with(NEW) || !trees.join(tree).is_dir()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(name: &str, content: &[u8]) -> Vec<u8> {
        let length = |bytes: &[u8]| u32::try_from(bytes.len()).unwrap().to_be_bytes();
        [&length(name.as_bytes())[..], &length(content), name.as_bytes(), content].concat()
    }

    #[test]
    fn files_are_written_for_all_to_read() {
        let directory = tempfile::tempdir().unwrap();
        let stream = [record("a/__pycache__/b.pyc", b"one"), record("c.pyc", b"")].concat();
        assert_eq!(receive(&mut &stream[..], directory.path()).unwrap(), 2);
        let made = directory.path().join("a/__pycache__/b.pyc");
        assert_eq!(fs::read(&made).unwrap(), b"one");
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&made), mode(made.parent().unwrap())), (0o644, 0o755));
        assert_eq!(fs::read(directory.path().join("c.pyc")).unwrap(), b"");
    }

    #[test]
    fn nothing_is_written_elsewhere_and_nothing_twice() {
        let outer = tempfile::tempdir().unwrap();
        let inner = outer.path().join("inner");
        let good = record("a.pyc", b"one");
        for bad in [
            record("../a.pyc", b""),
            record("b/../../a.pyc", b""),
            record("/tmp/a.pyc", b""),
            record("a.py", b""),
            record("", b""),
            record("a.pyc", b"two"),
            record(&format!("{}.pyc", "a".repeat(MAX_NAME)), b""),
            record("b.pyc", b"torn")[..15].to_vec(),
            [[0, 0, 0, 5, 255, 255, 255, 255].as_slice(), b"b.pyc"].concat(),
        ] {
            make(&inner, 0o755).unwrap();
            let stream = [good.as_slice(), &bad].concat();
            assert!(receive(&mut &stream[..], &inner).is_err(), "{:?}", String::from_utf8_lossy(&bad));
            assert_eq!(fs::read(inner.join("a.pyc")).unwrap(), b"one");
            assert_eq!(fs::read_dir(outer.path()).unwrap().count(), 1);
            fs::remove_dir_all(&inner).unwrap();
        }
    }

    #[test]
    fn what_is_worth_it() {
        let tree = tempfile::tempdir().unwrap();
        fs::create_dir(tree.path().join("a")).unwrap();
        fs::write(tree.path().join("data.bin"), vec![0; 1 << 20]).unwrap();
        fs::write(tree.path().join("small.py"), "x = 1").unwrap();
        assert!(!is_worth_it(tree.path()));
        fs::write(tree.path().join("a/large.py"), vec![b'#'; 32 << 10]).unwrap();
        assert!(is_worth_it(tree.path()));
    }

    #[test]
    fn what_is_of_no_tree_is_removed() {
        let (root, trees) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        for name in ["aa.3.11.7", "aa.3.12.1", "bb.3.11.7", "new-aa.3.11.7", "merged-cc.3.11.7"] {
            fs::create_dir(root.path().join(name)).unwrap();
        }
        for name in ["aa.3.11.7.seal", "bb.3.11.7.seal"] {
            fs::write(root.path().join(name), "").unwrap();
        }
        for name in ["aa", "merged-cc"] {
            fs::create_dir(trees.path().join(name)).unwrap();
        }
        let mut gone = prune(root.path(), trees.path());
        gone.sort();
        gone.dedup();
        assert_eq!(gone, ["bb.3.11.7", "new-aa.3.11.7"]);
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 4);
    }
}
