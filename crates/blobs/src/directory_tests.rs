use super::*;
use crate::conformance;
use std::os::unix::fs::PermissionsExt;

fn ring(byte: u8) -> Arc<Keyring> {
    Keyring::of(vault::Key::new(&[byte; 32]))
}

#[tokio::test]
async fn conforms() {
    let mut directories = Vec::new();
    conformance::all(|| {
        let directory = tempfile::tempdir().unwrap();
        let store = DirectoryBlobs::open(directory.path(), ring(1)).unwrap();
        directories.push(directory);
        store
    })
    .await;
}

/// A data directory with one blob of 600,000 bytes: three chunks.
async fn one_blob() -> (tempfile::TempDir, Sha256, PathBuf) {
    let data = tempfile::tempdir().unwrap();
    let store = DirectoryBlobs::open(data.path(), ring(1)).unwrap();
    let digest = store.put(Bytes::from(vec![b'q'; 600_000])).await.unwrap().sha256;
    let path = store.inner.path(&digest);
    (data, digest, path)
}

#[tokio::test]
async fn nothing_readable_is_on_disk_and_nobody_else_may_read() {
    let (data, _, path) = one_blob().await;
    let file = fs::read(&path).unwrap();
    assert!(!file.windows(16).any(|window| window == [b'q'; 16]));
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(path.parent().unwrap()), 0o700);
    assert_eq!(mode(&data.path().join("blobs")), 0o700);
}

#[tokio::test]
async fn every_kind_of_damage_is_found() {
    type Damage = fn(&mut Vec<u8>);
    let damages: [(&str, Damage); 11] = [
        ("magic", |f| f[0] ^= 1),
        ("version", |f| f[7] ^= 1),
        ("size", |f| f[24] ^= 1),
        ("wrap nonce", |f| f[32] ^= 1),
        ("wrapped key", |f| f[44] ^= 1),
        ("first chunk", |f| f[92] ^= 1),
        ("a tag", |f| f[92 + 262_144] ^= 1),
        ("last byte", |f| *f.last_mut().unwrap() ^= 1),
        ("cut", |f| f.truncate(f.len() - 1)),
        ("cut to the header", |f| f.truncate(92)),
        ("longer", |f| f.push(0)),
    ];
    let (data, digest, path) = one_blob().await;
    let store = DirectoryBlobs::open(data.path(), ring(1)).unwrap();
    let whole = fs::read(&path).unwrap();
    for (what, damage) in damages {
        let mut file = whole.clone();
        damage(&mut file);
        fs::write(&path, file).unwrap();
        let got = store.get(&digest).await;
        assert!(matches!(got, Err(BlobError::Corrupt { .. })), "{what}: {got:?}");
    }
    // Two whole chunks change places.
    let mut file = whole.clone();
    let (first, second) = file[92..].split_at_mut(262_160);
    first.swap_with_slice(&mut second[..262_160]);
    fs::write(&path, file).unwrap();
    assert!(matches!(store.get(&digest).await, Err(BlobError::Corrupt { .. })));
    // Putting the bytes again repairs.
    store.put(Bytes::from(vec![b'q'; 600_000])).await.unwrap();
    assert_eq!(store.get(&digest).await.unwrap().len(), 600_000);
}

#[tokio::test]
async fn a_blob_under_another_name_is_refused() {
    let (data, _, path) = one_blob().await;
    let store = DirectoryBlobs::open(data.path(), ring(1)).unwrap();
    let other = Sha256([3; 32]);
    fs::create_dir_all(store.inner.path(&other).parent().unwrap()).unwrap();
    fs::copy(path, store.inner.path(&other)).unwrap();
    assert!(matches!(store.get(&other).await, Err(BlobError::Corrupt { .. })));
}

#[tokio::test]
async fn a_key_that_does_not_fit() {
    let (data, digest, _) = one_blob().await;
    let store = DirectoryBlobs::open(data.path(), ring(2)).unwrap();
    assert_eq!(store.get(&digest).await, Err(BlobError::WrongKey(digest)));
    let store = DirectoryBlobs::open(data.path(), ring(1)).unwrap();
    assert!(store.get(&digest).await.is_ok());
}

#[tokio::test]
async fn keys_are_wrapped_anew_and_nothing_else_changes() {
    let (data, digest, path) = one_blob().await;
    let ring = ring(1);
    let store = DirectoryBlobs::open(data.path(), Arc::clone(&ring)).unwrap();
    let before = (fs::read(&path).unwrap(), fs::metadata(&path).unwrap().modified().unwrap());
    assert_eq!(store.rewrap().await, Ok(0));
    ring.renew(|_| Ok::<_, vault::RingError>(())).unwrap();
    assert!(store.get(&digest).await.is_ok(), "both keys are good meanwhile");
    let young = store.put(Bytes::from_static(b"young")).await.unwrap().sha256;
    let broken = store.put(Bytes::from_static(b"broken")).await.unwrap().sha256;
    fs::write(store.inner.path(&broken), b"no blob").unwrap();

    assert_eq!((store.rewrap().await, store.rewrap().await), (Ok(1), Ok(0)));
    ring.settle(&[], 0);
    assert_eq!(store.get(&digest).await.unwrap().len(), 600_000);
    assert!(store.get(&young).await.is_ok());
    let after = (fs::read(&path).unwrap(), fs::metadata(&path).unwrap().modified().unwrap());
    assert_eq!((&after.0[92..], after.1), (&before.0[92..], before.1));
    assert_ne!(after.0[..92], before.0[..92]);
    assert_eq!(fs::read_dir(data.path().join("blobs/incoming")).unwrap().count(), 0);
}

#[tokio::test]
async fn what_a_crash_left_is_removed() {
    let (data, digest, _) = one_blob().await;
    let left = data.path().join("blobs/incoming/0");
    fs::write(&left, b"half").unwrap();
    let store = DirectoryBlobs::open(data.path(), ring(1)).unwrap();
    assert!(!left.exists());
    assert_eq!(store.list().await.unwrap().iter().map(|b| b.sha256).collect::<Vec<_>>(), [digest]);
}
