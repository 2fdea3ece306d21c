//! A master key in a file, or as the text of a variable or a command.

use crate::Failed;
use crate::key::{Key, random};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// Bytes of the longest spelling of a key, with blanks around it.
const MAX_TEXT: u64 = 256;

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Others can read the key.
    #[error("{path} has mode {mode:03o}: nobody but its owner may have access (chmod 600 {path})")]
    KeyTooOpen {
        /// The key's file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// It is not a key.
    #[error("{0} is not a master key: it must have 32 bytes, as they are, in hexadecimal or in base64")]
    NotAKey(String),
    /// There is data, but not the key that it needs.
    #[error("{0} is missing, and the data here cannot be read without it: put it back from a backup")]
    KeyMissing(PathBuf),
    /// The system refuses.
    #[error("cannot open {path}: {source}")]
    Io {
        /// What was to be opened.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// A key from 32 bytes, 64 hexadecimal digits or 44 characters of base64; of text, blanks around it do not count.
pub fn parse(bytes: &[u8]) -> Option<Key> {
    if let Ok(key) = <[u8; 32]>::try_from(bytes) {
        return Some(Key::new(&key));
    }
    let text = bytes.trim_ascii();
    let key = match text.len() {
        64 => domain::Sha256::from_hex(&std::str::from_utf8(text).ok()?.to_ascii_lowercase())?.0,
        _ => STANDARD.decode(text).ok()?.try_into().ok()?,
    };
    Some(Key::new(&key))
}

/// The key in a file, which nobody but its owner may read.
pub fn read(path: &Path) -> Result<Key, OpenError> {
    let failed = |source| OpenError::Io { path: path.to_owned(), source };
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(OpenError::KeyMissing(path.to_owned()));
        }
        Err(error) => return Err(failed(error)),
    };
    let mode = file.metadata().map_err(failed)?.permissions().mode() & 0o7777;
    if mode & 0o077 != 0 {
        return Err(OpenError::KeyTooOpen { path: path.to_owned(), mode });
    }
    let mut text = Vec::new();
    Read::by_ref(&mut file).take(MAX_TEXT).read_to_end(&mut text).map_err(failed)?;
    parse(&text).ok_or_else(|| OpenError::NotAKey(path.display().to_string()))
}

/// Makes a key, whole or not at all, in place of what is there: who dies here leaves no half a key.
pub fn create(path: &Path) -> Result<Key, OpenError> {
    let failed = |source| OpenError::Io { path: path.to_owned(), source };
    let key: [u8; 32] = random().map_err(|Failed| failed(io::Error::other("no random numbers")))?;
    write(path, &key).map_err(failed)?;
    Ok(Key::new(&key))
}

fn write(path: &Path, key: &[u8; 32]) -> io::Result<()> {
    let temporary = path.with_extension("key.new");
    match fs::remove_file(&temporary) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&temporary)?;
    file.write_all(key)?;
    file.sync_all()?;
    fs::rename(&temporary, path)?;
    if let Some(directory) = path.parent() {
        File::open(directory)?.sync_all()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_key() {
        let key: [u8; 32] = std::array::from_fn(|n| u8::try_from(n * 7 % 256).unwrap());
        let hex = domain::hex::hex(&key);
        let base64 = STANDARD.encode(key);
        let id = Key::new(&key).id();
        for text in [&key[..], hex.as_bytes(), format!(" {hex}\n").as_bytes(), hex.to_uppercase().as_bytes()]
        {
            assert_eq!(parse(text).unwrap().id(), id, "{text:?}");
        }
        assert_eq!(parse(format!("{base64}\n").as_bytes()).unwrap().id(), id);
        for bad in
            [&b""[..], &key[..31], &[0; 33], &hex.as_bytes()[1..], b"not a key", &base64.as_bytes()[4..]]
        {
            assert!(parse(bad).is_none(), "{bad:?}");
        }
    }

    #[test]
    fn files() {
        let data = tempfile::tempdir().unwrap();
        let path = data.path().join("master.key");
        assert!(matches!(read(&path), Err(OpenError::KeyMissing(_))));
        let made = create(&path).unwrap();
        assert_eq!(read(&path).unwrap().id(), made.id());
        assert_ne!(create(&path).unwrap().id(), made.id());
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        assert!(matches!(read(&path), Err(OpenError::KeyTooOpen { mode: 0o640, .. })));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        fs::write(&path, [1; 12]).unwrap();
        assert!(matches!(read(&path), Err(OpenError::NotAKey(_))));
    }
}
