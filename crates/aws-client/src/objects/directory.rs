//! Objects in a directory: `<bucket>/<key>`, for people without S3. Symbolic links are not followed.

use super::{ObjectError, ObjectRef, ObjectSource, has_dot_segment};
use async_trait::async_trait;
use bytes::Bytes;
use domain::Scope;
use rustix::fs::{FileType, Mode, OFlags, fstat, openat};
use rustix::io::Errno;
use std::fs::File;
use std::io::{self, Read};
use std::os::fd::{AsFd, OwnedFd};
use std::path::Path;
use std::sync::Arc;

/// The version id of objects in a bucket that has no versions.
const UNVERSIONED: &str = "null";

/// Objects in a directory. It stays the same one when its path comes to mean another.
pub struct DirectoryObjects {
    root: Arc<OwnedFd>,
}

impl DirectoryObjects {
    /// Opens an existing directory.
    ///
    /// # Errors
    /// What the system says.
    pub fn open(path: &Path) -> io::Result<Self> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let root = rustix::fs::open(path, flags, Mode::empty())?;
        Ok(Self { root: Arc::new(root) })
    }
}

#[async_trait]
impl ObjectSource for DirectoryObjects {
    async fn get(&self, _: &Scope, object: &ObjectRef, at_most: u64) -> Result<Bytes, ObjectError> {
        let (root, object) = (Arc::clone(&self.root), object.clone());
        let read = tokio::task::spawn_blocking(move || read(&root, &object, at_most)).await;
        read.unwrap_or_else(|e| Err(ObjectError::Unavailable(e.to_string())))
    }
}

fn read(root: &OwnedFd, object: &ObjectRef, at_most: u64) -> Result<Bytes, ObjectError> {
    let bucket = &object.bucket;
    if bucket.is_empty() || bucket.contains(['/', '\0']) || has_dot_segment(bucket) {
        return Err(ObjectError::no_such_bucket());
    }
    let bucket = directory(root, bucket).map_err(|e| failed(e, ObjectError::no_such_bucket()))?;
    let mut segments: Vec<&str> = object.key.split('/').collect();
    if has_dot_segment(&object.key) || segments.iter().any(|s| s.is_empty() || s.contains('\0')) {
        return Err(ObjectError::no_such_key());
    }
    let name = segments.pop().unwrap_or_default();
    let missing = |e| failed(e, ObjectError::no_such_key());
    let mut parent = bucket;
    for segment in segments {
        parent = directory(&parent, segment).map_err(missing)?;
    }
    // A pipe that nobody writes to is not waited for.
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let file = openat(&parent, name, flags, Mode::empty()).map_err(missing)?;
    let about = fstat(&file).map_err(missing)?;
    if FileType::from_raw_mode(about.st_mode) != FileType::RegularFile {
        return Err(ObjectError::no_such_key());
    }
    if object.version.as_deref().is_some_and(|version| version != UNVERSIONED) {
        return Err(ObjectError::no_such_version());
    }
    let mut content = Vec::new();
    // A file may grow while it is read.
    let got = File::from(file).take(at_most.saturating_add(1)).read_to_end(&mut content);
    got.map_err(|e| ObjectError::Unavailable(e.to_string()))?;
    if content.len() as u64 > at_most { Err(ObjectError::TooLarge) } else { Ok(content.into()) }
}

/// A directory within another, never through a link.
fn directory(parent: impl AsFd, name: &str) -> Result<OwnedFd, Errno> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    openat(parent, name, flags, Mode::empty())
}

/// A link, a name that is too long and a file in the place of a directory are as good as nothing.
fn failed(error: Errno, missing: ObjectError) -> ObjectError {
    match error {
        Errno::NOENT | Errno::NOTDIR | Errno::LOOP | Errno::NAMETOOLONG => missing,
        Errno::ACCESS | Errno::PERM => ObjectError::access_denied(),
        other => ObjectError::Unavailable(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{AccountId, Region};
    use std::os::unix::fs::symlink;

    #[tokio::test]
    async fn objects_of_buckets_and_nothing_else() {
        let outer = tempfile::tempdir().unwrap();
        let root = outer.path().join("objects");
        std::fs::create_dir_all(root.join("bucket/a/b")).unwrap();
        std::fs::write(root.join("bucket/a/b/code.zip"), b"zip").unwrap();
        std::fs::write(root.join("file"), b"x").unwrap();
        std::fs::write(outer.path().join("secret"), b"s").unwrap();
        symlink(outer.path(), root.join("outside")).unwrap();
        symlink("../../secret", root.join("bucket/link")).unwrap();
        symlink("b", root.join("bucket/a/inside")).unwrap();
        let pipe = root.join("bucket/pipe");
        rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, Mode::RUSR | Mode::WUSR).unwrap();
        let objects = DirectoryObjects::open(&root).unwrap();
        let scope = Scope::new(AccountId::new("000000000000").unwrap(), Region::new("us-east-1").unwrap());
        let get = async |bucket: &str, key: &str, version: Option<&str>, at_most| {
            let version = version.map(str::to_owned);
            let object = ObjectRef { bucket: bucket.to_owned(), key: key.to_owned(), version };
            objects.get(&scope, &object, at_most).await
        };

        let found = Bytes::from_static(b"zip");
        assert_eq!(get("bucket", "a/b/code.zip", None, 3).await, Ok(found.clone()));
        assert_eq!(get("bucket", "a/b/code.zip", Some("null"), 4).await, Ok(found));
        assert_eq!(get("bucket", "a/b/code.zip", None, 2).await, Err(ObjectError::TooLarge));
        let version = get("bucket", "a/b/code.zip", Some("1"), 3).await;
        assert_eq!(version, Err(ObjectError::no_such_version()));
        for bucket in ["none", "..", ".", "", "bucket/a", "file", "outside", "a\0b", &"b".repeat(300)] {
            assert_eq!(
                get(bucket, "secret", None, 9).await,
                Err(ObjectError::no_such_bucket()),
                "{bucket:?}"
            );
        }
        let long = "k".repeat(1_024);
        for key in [
            "",
            "a",
            "a/",
            "/a/b/code.zip",
            "a//b/code.zip",
            "a/./b/code.zip",
            "../file",
            "a/../../file",
            "link",
            "a/inside/code.zip",
            "pipe",
            "a/b/code.zip/c",
            "a\0",
            &long,
        ] {
            assert_eq!(get("bucket", key, None, 9).await, Err(ObjectError::no_such_key()), "{key:?}");
        }
        assert!(DirectoryObjects::open(&root.join("file")).is_err());
        assert!(DirectoryObjects::open(&root.join("none")).is_err());
    }
}
