//! The data directory as the binary sees it: its lock, the root access key, and the note that says where the server
//! listens.
//!
//! Never here: what the store and the blobs keep inside, and never a secret in an error or in `Debug` output.

use crate::client::reachable;
use crate::failure::Failure;
use crate::front_door::TlsNote;
use aws_wire::sigv4::{Credentials, Secret};
use rustix::fs::{FlockOperation, Mode, OFlags};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, Write};
use std::net::SocketAddr;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use vault::{Keyring, Sealer};

const CREDENTIALS: &str = "credentials";
const SEALED_CREDENTIALS: &str = "credentials.sealed";
const SERVER: &str = "server.json";
const LOCK: &str = "lock";

/// What is in a data directory, up to the first dot of each name; the last one is what a new file system holds.
const OURS: [&str; 17] = [
    "audit",
    "blobs",
    "credentials",
    "empty",
    "events",
    "interpreters",
    "keyring",
    "lock",
    "logs",
    "master",
    "packages",
    "runtimes",
    "scratch",
    "server",
    "tenfold",
    "tls",
    "lost+found",
];

/// A data directory that this process, and no other, serves from.
#[derive(Debug)]
pub(crate) struct DataDir {
    path: PathBuf,
    /// Held until the process ends, by the kernel's doing even after SIGKILL.
    _lock: File,
}

/// How other commands find the server: `server.json`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ServerNote {
    /// The server's process.
    pub(crate) pid: u32,
    /// Where it listens.
    pub(crate) address: SocketAddr,
    /// Region of requests that do not say.
    pub(crate) region: String,
    /// Account.
    pub(crate) account: String,
    /// What its TLS is; `None` where it has none.
    #[serde(default)]
    pub(crate) tls: Option<TlsNote>,
    /// Whether it accepts any access key.
    pub(crate) dev: bool,
    /// The server's version.
    pub(crate) version: String,
}

impl DataDir {
    /// Creates the directory where it is missing (mode 0700), closes one that others may enter, and takes its lock.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        make(path)?;
        close_to_others(path)?;
        let lock_path = path.join(LOCK);
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .mode(0o600)
            .open(&lock_path)
            .map_err(|e| Failure::file("cannot open", &lock_path, e))?;
        match rustix::fs::flock(&lock, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => Ok(Self { path: path.to_owned(), _lock: lock }),
            Err(rustix::io::Errno::WOULDBLOCK) => {
                let by = ServerNote::read(path)
                    .map(|note| format!(" by the server on {} (process {})", note.address, note.pid))
                    .unwrap_or_default();
                Err(Failure::Machine(format!("the data directory {} is in use{by}", path.display())))
            }
            Err(e) => Err(Failure::file("cannot lock", &lock_path, io::Error::from(e))),
        }
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The root access key, made at the first start: in a file for the operator to use, and sealed for the server, which
    /// needs that file no more. Where there is one, what it says counts.
    pub(crate) fn root_key(&self, ring: &Arc<Keyring>) -> Result<Credentials, Failure> {
        let path = self.path.join(CREDENTIALS);
        let sealed = open_credentials(&self.path, ring)?;
        let found = match read_credentials(&self.path) {
            Ok(found) => {
                tighten(&path);
                found
            }
            Err(Missing::NoFile) if let Some((access_key_id, secret)) = sealed => {
                return Ok(Credentials { access_key_id, secret: Secret::new(secret), session_token: None });
            }
            Err(Missing::NoFile) => {
                let (key, secret) = new_access_key()?;
                let text = format!(
                    "# Tenfold's root access key, in the form of an AWS credentials file.\n[default]\n\
                     aws_access_key_id = {key}\naws_secret_access_key = {secret}\n"
                );
                write_private(&path, text.as_bytes()).map_err(|e| Failure::file("cannot write", &path, e))?;
                Credentials { access_key_id: key, secret: Secret::new(secret), session_token: None }
            }
            Err(Missing::Unreadable(e)) => return Err(Failure::file("cannot read", &path, e)),
        };
        if sealed.is_none_or(|(key, _)| key != found.access_key_id) {
            seal_credentials(&self.path, ring)?;
        }
        Ok(found)
    }

    /// Says where the server listens, until the value that this returns is dropped.
    pub(crate) fn announce(&self, note: &ServerNote) -> Result<Announced, Failure> {
        let path = self.path.join(SERVER);
        let text = serde_json::to_vec_pretty(note).map_err(|e| Failure::file("cannot write", &path, e))?;
        write_private(&path, &text).map_err(|e| Failure::file("cannot write", &path, e))?;
        Ok(Announced(path))
    }
}

/// Makes the directory where it is missing, mode 0700.
pub(crate) fn make(path: &Path) -> Result<(), Failure> {
    let created = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(path);
    created.map_err(|e| Failure::file("cannot create the data directory", path, e))
}

/// Environment variables, logs and unpacked code of functions are in it. A directory that was there before and that
/// others may enter is closed to them if it is empty or a data directory already; somebody's home or `/tmp` is not ours
/// to close, even where a server once left its files in it.
fn close_to_others(path: &Path) -> Result<(), Failure> {
    let failed = |e| Failure::file("cannot look at the data directory", path, e);
    let directory = File::open(path).map_err(failed)?;
    let metadata = directory.metadata().map_err(failed)?;
    let refuse = |problem: &str| {
        let path = path.display();
        Err(Failure::Machine(format!("the data directory {path} {problem}")))
    };
    if metadata.uid() != rustix::process::geteuid().as_raw() {
        return refuse(
            "belongs to another user: choose another one, or give it to the user that serves with chown",
        );
    }
    if metadata.permissions().mode() & 0o077 == 0 {
        return Ok(());
    }
    for entry in std::fs::read_dir(path).map_err(failed)? {
        let name = entry.map_err(failed)?.file_name();
        let stem = name.to_str().and_then(|name| name.split('.').next());
        if !stem.is_some_and(|stem| OURS.contains(&stem)) {
            return refuse(
                "is open to other users and holds other files: choose another one, or close it with chmod 700",
            );
        }
    }
    directory
        .set_permissions(std::fs::Permissions::from_mode(0o700))
        .map_err(|e| Failure::file("cannot close the data directory to others", path, e))
}

/// The note is there as long as this is.
#[derive(Debug)]
pub(crate) struct Announced(PathBuf);

impl Drop for Announced {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

impl ServerNote {
    /// Scheme and authority by which clients on this machine reach it.
    pub(crate) fn url(&self) -> String {
        let address = reachable(self.address);
        match &self.tls {
            None => format!("http://{address}"),
            Some(TlsNote { host: None, .. }) => format!("https://{address}"),
            Some(TlsNote { host: Some(host), .. }) => format!("https://{host}:{}", address.port()),
        }
    }

    /// Scheme and address of the listener itself.
    pub(crate) fn listener(&self) -> String {
        let scheme = if self.tls.is_some() { "https" } else { "http" };
        format!("{scheme}://{}", self.address)
    }

    /// The file with the certificate authority that clients have to be told of.
    pub(crate) fn authority(&self) -> Option<&Path> {
        self.tls.as_ref()?.authority.as_deref()
    }

    /// The note in a data directory; `None` where there is none that can be understood.
    pub(crate) fn read(data_dir: &Path) -> Option<Self> {
        let text = std::fs::read(data_dir.join(SERVER)).ok()?;
        serde_json::from_slice(&text).ok()
    }
}

/// The key of a running server, as another command of the same user reads it.
pub(crate) fn credentials_of(data_dir: &Path) -> Result<(Credentials, String), Failure> {
    let path = data_dir.join(CREDENTIALS);
    let text = std::fs::read_to_string(&path)
        .map_err(|e| Failure::file("cannot read the access key in", &path, e))?;
    let (key, secret) =
        parse_credentials(&text).ok_or_else(|| Failure::file("no access key in", &path, "not understood"))?;
    let credentials =
        Credentials { access_key_id: key, secret: Secret::new(secret.clone()), session_token: None };
    Ok((credentials, secret))
}

fn sealed_for(ring: &Arc<Keyring>) -> Sealer {
    ring.sealer("root access key")
}

/// The server's own copy, if there is one.
fn open_credentials(data_dir: &Path, ring: &Arc<Keyring>) -> Result<Option<(String, String)>, Failure> {
    let path = data_dir.join(SEALED_CREDENTIALS);
    let sealed = match std::fs::read(&path) {
        Ok(sealed) => sealed,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(e) => return Err(Failure::file("cannot read", &path, e)),
    };
    let text = sealed_for(ring).open(CREDENTIALS.as_bytes(), &sealed);
    let text = text.map_err(|e| Failure::file("cannot decrypt the access key in", &path, e))?;
    let key = std::str::from_utf8(&text).ok().and_then(parse_credentials);
    key.map(Some).ok_or_else(|| Failure::file("no access key in", &path, "not understood"))
}

/// Makes the server's own copy of what the operator's file says; without one, of the copy that there is, under the
/// newest key.
pub(crate) fn seal_credentials(data_dir: &Path, ring: &Arc<Keyring>) -> Result<(), Failure> {
    let path = data_dir.join(SEALED_CREDENTIALS);
    let failed = |e: io::Error| Failure::file("cannot write", &path, e);
    let (key, secret) = match credentials_of(data_dir) {
        Ok((credentials, secret)) => (credentials.access_key_id, secret),
        Err(_) => match open_credentials(data_dir, ring)? {
            Some(found) => found,
            None => return Ok(()),
        },
    };
    let text = format!("aws_access_key_id = {key}\naws_secret_access_key = {secret}\n");
    let sealed = sealed_for(ring).seal(CREDENTIALS.as_bytes(), text.as_bytes());
    write_private(&path, &sealed.map_err(|e| failed(e.into()))?).map_err(failed)
}

enum Missing {
    NoFile,
    Unreadable(String),
}

fn read_credentials(data_dir: &Path) -> Result<Credentials, Missing> {
    match std::fs::read_to_string(data_dir.join(CREDENTIALS)) {
        Ok(text) => match parse_credentials(&text) {
            Some((access_key_id, secret)) => {
                Ok(Credentials { access_key_id, secret: Secret::new(secret), session_token: None })
            }
            None => Err(Missing::Unreadable("no access key in it".to_owned())),
        },
        Err(e) if e.kind() == io::ErrorKind::NotFound => Err(Missing::NoFile),
        Err(e) => Err(Missing::Unreadable(e.to_string())),
    }
}

fn parse_credentials(text: &str) -> Option<(String, String)> {
    let value = |name: &str| {
        text.lines()
            .filter_map(|line| line.split_once('='))
            .find(|(key, value)| key.trim() == name && !value.trim().is_empty())
            .map(|(_, value)| value.trim().to_owned())
    };
    Some((value("aws_access_key_id")?, value("aws_secret_access_key")?))
}

/// The file holds a secret: where others may read it, they no longer may.
fn tighten(path: &Path) {
    let Ok(metadata) = std::fs::metadata(path) else { return };
    if metadata.permissions().mode() & 0o077 != 0 {
        tracing::warn!(path = %path.display(), "the access key was readable by others; taking that away");
        let _ = std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600));
    }
}

/// An access key id and a secret in AWS's form: `AKIA` and 16 characters of base32; 40 characters of base64 (30 bytes).
fn new_access_key() -> Result<(String, String), Failure> {
    const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut random = [0_u8; 56];
    getrandom::fill(&mut random).map_err(|e| Failure::Machine(format!("no random numbers: {e}")))?;
    // 256 is a multiple of 32 and of 64, so that no character is likelier than another.
    let (id, secret) = random.split_at(16);
    let pick = |alphabet: &[u8], bytes: &[u8]| -> String {
        bytes.iter().map(|b| char::from(alphabet[usize::from(*b) % alphabet.len()])).collect()
    };
    Ok((format!("AKIA{}", pick(BASE32, id)), pick(BASE64, secret)))
}

/// Replaces a file as a whole, mode 0600: after a crash there is the old one or the new one.
pub(crate) fn write_private(path: &Path, content: &[u8]) -> io::Result<()> {
    let directory = path.parent().unwrap_or(Path::new("."));
    let temporary = path.with_extension("new");
    // What a crash left behind is ours to remove: the directory is locked.
    match std::fs::remove_file(&temporary) {
        Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e),
        _ => {}
    }
    let mut file = File::options().write(true).create_new(true).mode(0o600).open(&temporary)?;
    file.write_all(content)?;
    file.sync_all()?;
    std::fs::rename(&temporary, path)?;
    let directory = rustix::fs::open(directory, OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())?;
    rustix::fs::fsync(directory)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note() -> ServerNote {
        ServerNote {
            pid: 7,
            address: SocketAddr::from(([127, 0, 0, 1], 4566)),
            region: "us-east-1".into(),
            account: "000000000000".into(),
            tls: None,
            dev: false,
            version: "0".into(),
        }
    }

    #[test]
    fn the_key_is_made_once_and_private() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a/b");
        let ring = Keyring::random().unwrap();
        let first = DataDir::open(&path).unwrap().root_key(&ring).unwrap();
        assert_eq!(first.access_key_id.len(), 20);
        assert!(first.access_key_id.starts_with("AKIA"));
        let mode = |p: &Path| std::fs::metadata(p).unwrap().permissions().mode() & 0o7777;
        assert_eq!((mode(&path), mode(&path.join("credentials"))), (0o700, 0o600));

        std::fs::set_permissions(path.join("credentials"), std::fs::Permissions::from_mode(0o644)).unwrap();
        let again = DataDir::open(&path).unwrap().root_key(&ring).unwrap();
        assert_eq!(again.access_key_id, first.access_key_id);
        assert_eq!(mode(&path.join("credentials")), 0o600);
        let (read, secret) = credentials_of(&path).unwrap();
        assert_eq!((read.access_key_id, secret.len()), (first.access_key_id, 40));
        assert!(!format!("{:?}", read.secret).contains(&secret));

        // The server needs the operator's file no more, and takes up another one that he puts there.
        std::fs::remove_file(path.join("credentials")).unwrap();
        let sealed = DataDir::open(&path).unwrap().root_key(&ring).unwrap();
        assert_eq!(sealed.access_key_id, again.access_key_id);
        let bytes = std::fs::read(path.join("credentials.sealed")).unwrap();
        assert!(!bytes.windows(40).any(|window| window == secret.as_bytes()));
        ring.renew(|_| Ok::<_, vault::RingError>(())).unwrap();
        seal_credentials(&path, &ring).unwrap();
        ring.settle(&[], 0);
        assert_eq!(DataDir::open(&path).unwrap().root_key(&ring).unwrap().access_key_id, again.access_key_id);
        let other = "[default]\naws_access_key_id = AKIAOTHER\naws_secret_access_key = other\n";
        std::fs::write(path.join("credentials"), other).unwrap();
        assert_eq!(DataDir::open(&path).unwrap().root_key(&ring).unwrap().access_key_id, "AKIAOTHER");
        std::fs::remove_file(path.join("credentials")).unwrap();
        assert_eq!(DataDir::open(&path).unwrap().root_key(&ring).unwrap().access_key_id, "AKIAOTHER");
    }

    #[test]
    fn a_directory_that_was_there_is_closed_or_refused() {
        let dir = tempfile::tempdir().unwrap();
        let mode = |p: &Path| std::fs::metadata(p).unwrap().permissions().mode() & 0o7777;
        let set =
            |p: &Path, mode| std::fs::set_permissions(p, std::fs::Permissions::from_mode(mode)).unwrap();
        let closes = |path: &Path| {
            set(path, 0o755);
            drop(DataDir::open(path).unwrap());
            assert_eq!(mode(path), 0o700);
        };
        // Empty, of a server, and of a server on a file system of its own.
        closes(dir.path());
        for name in ["tenfold.db", "tenfold.db-wal", "runtimes.json", "interpreters.json"] {
            std::fs::write(dir.path().join(name), "").unwrap();
        }
        std::fs::create_dir(dir.path().join("lost+found")).unwrap();
        closes(dir.path());

        // Somebody's, where a server was once.
        std::fs::write(dir.path().join("letter.txt"), "").unwrap();
        set(dir.path(), 0o1777);
        let error = DataDir::open(dir.path()).unwrap_err();
        assert_eq!(error.exit_code(), 5);
        assert!(error.to_string().contains("is open to other users and holds other files"), "{error}");
        assert_eq!(mode(dir.path()), 0o1777, "it is left alone");
        set(dir.path(), 0o700);
        drop(DataDir::open(dir.path()).unwrap());
    }

    #[test]
    fn a_directory_of_another_user_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        // Only root can give a directory away; another user is refused at the root directory instead.
        let path = match rustix::fs::chown(dir.path(), Some(rustix::fs::Uid::from_raw(65_534)), None) {
            Ok(()) => dir.path(),
            Err(_) => Path::new("/"),
        };
        let error = DataDir::open(path).unwrap_err();
        assert!(error.to_string().contains("belongs to another user"), "{error}");
        assert!(!path.join(LOCK).exists());
    }

    #[test]
    fn a_broken_key_file_is_never_replaced() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("credentials"), "[default]\naws_access_key_id =\n").unwrap();
        let error = DataDir::open(dir.path()).unwrap().root_key(&Keyring::random().unwrap()).unwrap_err();
        assert_eq!(error.exit_code(), 5);
        assert!(std::fs::read_to_string(dir.path().join("credentials")).unwrap().starts_with("[default]"));
    }

    #[test]
    fn by_which_url_it_is_reached() {
        let tls = |host: Option<&str>| TlsNote {
            certificate: "c".into(),
            authority: None,
            host: host.map(str::to_owned),
        };
        for (address, tls, url) in [
            ("127.0.0.1:1", None, "http://127.0.0.1:1"),
            ("[::]:1", Some(tls(None)), "https://[::1]:1"),
            ("0.0.0.0:443", Some(tls(Some("fold.test"))), "https://fold.test:443"),
        ] {
            assert_eq!(ServerNote { address: address.parse().unwrap(), tls, ..note() }.url(), url);
        }
    }

    #[test]
    fn one_server_per_directory() {
        let dir = tempfile::tempdir().unwrap();
        let first = DataDir::open(dir.path()).unwrap();
        let announced = first.announce(&note()).unwrap();
        let error = DataDir::open(dir.path()).unwrap_err();
        assert_eq!(error.exit_code(), 5);
        assert!(error.to_string().contains("in use by the server on 127.0.0.1:4566 (process 7)"), "{error}");
        drop(announced);
        assert!(ServerNote::read(dir.path()).is_none());
        drop(first);
        DataDir::open(dir.path()).unwrap();
    }
}
