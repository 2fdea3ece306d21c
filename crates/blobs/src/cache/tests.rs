use super::*;
use async_trait::async_trait;
use bytes::Bytes;
use domain::Timestamp;
use std::io::Write;
use std::os::unix::fs::MetadataExt;
use std::sync::atomic::{AtomicU64, Ordering};

/// A directory whose read-only trees can be removed at the end by any user, not only by root.
struct Root(tempfile::TempDir);

impl Root {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for Root {
    fn drop(&mut self) {
        let _ = modes::unprotect(self.path());
    }
}

/// Counts the reads, and is slow enough that callers meet.
struct Counting {
    blobs: HashMap<Sha256, Bytes>,
    reads: AtomicU64,
}

#[async_trait]
impl BlobStore for Counting {
    async fn put(&self, _: Bytes) -> Result<CodeRef, BlobError> {
        Err(BlobError::Unavailable("read-only".to_owned()))
    }
    async fn get(&self, digest: &Sha256) -> Result<Bytes, BlobError> {
        self.reads.fetch_add(1, Ordering::SeqCst);
        tokio::task::yield_now().await;
        self.blobs.get(digest).cloned().ok_or(BlobError::NotFound(*digest))
    }
    async fn exists(&self, digest: &Sha256) -> Result<bool, BlobError> {
        Ok(self.blobs.contains_key(digest))
    }
    async fn delete(&self, _: &Sha256, _: Timestamp) -> Result<bool, BlobError> {
        Ok(false)
    }
    async fn list(&self) -> Result<Vec<crate::BlobInfo>, BlobError> {
        Ok(Vec::new())
    }
}

/// A package whose one file, in a directory, has `size` bytes.
fn zip_of(name: &str, size: usize) -> Bytes {
    let mut zip = zip::ZipWriter::new(io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    zip.start_file(format!("lib/{name}"), options.unix_permissions(0o755)).unwrap();
    zip.write_all(&vec![b'x'; size]).unwrap();
    zip.add_symlink("link", format!("lib/{name}"), options).unwrap();
    zip.finish().unwrap().into_inner().into()
}

fn store_of(zips: &[Bytes]) -> (Arc<Counting>, Vec<CodeRef>) {
    let code = |zip: &Bytes| CodeRef { sha256: crate::sealed::digest(zip), size: zip.len() as u64 };
    let codes: Vec<_> = zips.iter().map(code).collect();
    let blobs = codes.iter().zip(zips).map(|(code, zip)| (code.sha256, zip.clone())).collect();
    (Arc::new(Counting { blobs, reads: AtomicU64::new(0) }), codes)
}

fn ring(byte: u8) -> Arc<vault::Keyring> {
    vault::Keyring::of(vault::Key::new(&[byte; 32]))
}

fn seals() -> Arc<Seals> {
    Arc::new(Seals::new(&ring(7)))
}

fn open(root: &Path, store: &Arc<Counting>, max_bytes: u64) -> PackageCache {
    let blobs = Arc::clone(store) as Arc<dyn BlobStore>;
    PackageCache::open(root, blobs, seals(), Limits::default(), max_bytes).unwrap()
}

fn entries(root: &Path) -> usize {
    fs::read_dir(root).unwrap().count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn callers_at_the_same_time_share_one_unpacking() {
    let root = Root::new();
    let (store, codes) = store_of(&[zip_of("a", 200_000)]);
    let cache = Arc::new(open(root.path(), &store, u64::MAX));
    let calls: Vec<_> = (0..32)
        .map(|_| {
            let (cache, code) = (Arc::clone(&cache), codes[0]);
            tokio::spawn(async move { cache.get(&code).await.unwrap() })
        })
        .collect();
    let mut packages = Vec::new();
    for call in calls {
        packages.push(call.await.unwrap());
    }
    assert_eq!(store.reads.load(Ordering::SeqCst), 1);
    assert!(packages.iter().all(|package| Arc::ptr_eq(package, &packages[0])));
    let package = &packages[0];
    assert_eq!((package.bytes(), fs::read(package.path().join("link")).unwrap().len()), (200_000, 200_000));
    let mode = |name: &str| fs::metadata(package.path().join(name)).unwrap().mode() & 0o777;
    assert_eq!((mode("lib/a"), mode("lib"), mode("")), (0o555, 0o555, 0o755));
}

#[tokio::test]
async fn a_restart_keeps_whole_trees_and_notices_changed_ones() {
    let root = Root::new();
    let (store, codes) = store_of(&[zip_of("a", 100), zip_of("b", 100)]);
    let cache = open(root.path(), &store, u64::MAX);
    let path = cache.get(&codes[0]).await.unwrap().path().to_owned();
    cache.get(&codes[1]).await.unwrap();
    drop(cache);
    // One that a crash left: half a tree, a tree without its seal, a seal without its tree.
    let other = root.path().join("0".repeat(64));
    fs::create_dir(other.with_extension("new")).unwrap();
    fs::create_dir(&other).unwrap();
    fs::write(root.path().join(format!("{}.seal", "1".repeat(64))), "x").unwrap();

    let cache = open(root.path(), &store, u64::MAX);
    assert_eq!(entries(root.path()), 4, "two trees with their seals");
    cache.get(&codes[0]).await.unwrap();
    assert_eq!(store.reads.load(Ordering::SeqCst), 2, "it is used as it is");
    drop(cache);

    modes::unprotect(&path).unwrap();
    fs::write(path.join("lib/a"), b"changed").unwrap();
    let cache = open(root.path(), &store, u64::MAX);
    let damaged = cache.get(&codes[0]).await.unwrap_err();
    assert!(matches!(&damaged, CacheError::Damaged(what) if what.contains("lib")), "{damaged}");
    let package = cache.get(&codes[0]).await.unwrap();
    assert_eq!(store.reads.load(Ordering::SeqCst), 3, "it was unpacked again");
    assert_eq!(fs::read(package.path().join("lib/a")).unwrap(), vec![b'x'; 100]);
    assert_eq!(cache.damaged(), 1);
}

/// Writes over a file as somebody does who may, and says what was there.
fn overwrite(path: &Path, content: &[u8]) -> Vec<u8> {
    let before = fs::read(path).unwrap();
    fs::set_permissions(path, Permissions::from_mode(0o755)).unwrap();
    fs::write(path, content).unwrap();
    before
}

#[tokio::test]
async fn what_changes_under_a_running_server_is_noticed_and_made_anew() {
    let root = Root::new();
    let (store, codes) = store_of(&[zip_of("a", 100)]);
    let cache = open(root.path(), &store, u64::MAX);
    let package = cache.get(&codes[0]).await.unwrap();
    cache.verify(&package).await.unwrap();
    let file = package.path().join("lib/a");
    let metadata = fs::metadata(&file).unwrap();

    // One byte, of the same length, with the times and the mode set back.
    let mut changed = vec![b'x'; 100];
    changed[50] ^= 1;
    overwrite(&file, &changed);
    fs::File::open(&file).unwrap().set_modified(metadata.modified().unwrap()).unwrap();
    fs::set_permissions(&file, metadata.permissions()).unwrap();
    let damaged = cache.verify(&package).await.unwrap_err();
    assert!(matches!(&damaged, CacheError::Damaged(what) if what == "\"lib/a\" was changed"), "{damaged}");
    assert!(cache.verify(&package).await.is_err(), "who holds it does not get it through later, either");
    assert_eq!((cache.damaged(), store.reads.load(Ordering::SeqCst)), (1, 1), "it is told once");

    let anew = cache.get(&codes[0]).await.unwrap();
    cache.verify(&anew).await.unwrap();
    assert_eq!(fs::read(anew.path().join("lib/a")).unwrap(), vec![b'x'; 100]);
    assert_eq!(entries(root.path()), 3, "the old one is there as long as somebody has it");
    drop(package);
    until(root.path(), 2).await;

    // A change that changes nothing costs a reading, and no more.
    overwrite(&anew.path().join("lib/a"), &[b'x'; 100]);
    fs::set_permissions(anew.path().join("lib/a"), metadata.permissions()).unwrap();
    cache.verify(&anew).await.unwrap();
    assert_eq!((cache.damaged(), store.reads.load(Ordering::SeqCst)), (1, 2));
}

#[tokio::test]
async fn every_kind_of_change_is_noticed() {
    let root = Root::new();
    let (store, codes) = store_of(&[zip_of("a", 100), zip_of("b", 100)]);
    let cache = open(root.path(), &store, u64::MAX);
    let other = cache.get(&codes[1]).await.unwrap().path().to_owned();
    let seal = |path: &Path| seals::path(path);
    type Change<'a> = Box<dyn Fn(&Path) + 'a>;
    let changes: Vec<(&str, Change<'_>)> = vec![
        (
            "a mode",
            Box::new(|tree| fs::set_permissions(tree.join("lib/a"), Permissions::from_mode(0o4755)).unwrap()),
        ),
        ("a new file", Box::new(|tree| fs::write(tree.join("sitecustomize.py"), "").unwrap())),
        ("one less", Box::new(|tree| fs::remove_file(tree.join("link")).unwrap())),
        (
            "another link",
            Box::new(|tree| {
                fs::remove_file(tree.join("link")).unwrap();
                std::os::unix::fs::symlink("lib/b", tree.join("link")).unwrap();
            }),
        ),
        (
            "a file for a link",
            Box::new(|tree| {
                fs::remove_file(tree.join("link")).unwrap();
                fs::write(tree.join("link"), vec![b'x'; 100]).unwrap();
            }),
        ),
        (
            "no tree",
            Box::new(|tree| {
                modes::unprotect(tree).unwrap();
                fs::remove_dir_all(tree).unwrap();
            }),
        ),
        (
            "another tree",
            Box::new(|tree| {
                modes::unprotect(tree).unwrap();
                fs::remove_dir_all(tree).unwrap();
                fs::rename(&other, tree).unwrap();
            }),
        ),
    ];
    for (name, change) in changes {
        let package = cache.get(&codes[0]).await.unwrap();
        cache.verify(&package).await.unwrap();
        change(package.path());
        let damaged = cache.verify(&package).await;
        assert!(matches!(damaged, Err(CacheError::Damaged(_))), "{name}: {damaged:?}");
    }
    drop(cache);
    // All that is left is the seal of the tree that was moved.
    until(root.path(), 1).await;
    // And of the seal, which a running server looks at only when something else is different.
    for (name, byte) in [("the signature", 20), ("what it is made of", 85), ("a digest", 300)] {
        let path = open(root.path(), &store, u64::MAX).get(&codes[0]).await.unwrap().path().to_owned();
        let mut text = fs::read(seal(&path)).unwrap();
        text[byte] ^= 1;
        fs::write(seal(&path), text).unwrap();
        let reads = store.reads.load(Ordering::SeqCst);
        let found = open(root.path(), &store, u64::MAX).get(&codes[0]).await;
        // One that names other packages is no seal of this tree, and the start has removed both.
        let is_anew = byte == 85 && store.reads.load(Ordering::SeqCst) == reads + 1;
        assert!(is_anew || matches!(found, Err(CacheError::Damaged(_))), "{name}: {found:?}");
    }
}

#[tokio::test]
async fn a_seal_of_another_key_counts_for_nothing() {
    let root = Root::new();
    let (store, codes) = store_of(&[zip_of("a", 100)]);
    let path = open(root.path(), &store, u64::MAX).get(&codes[0]).await.unwrap().path().to_owned();
    // Who may write and has no key: changes a file, and makes a seal that fits.
    overwrite(&path.join("lib/a"), b"evil");
    let about = seals::about(&path).unwrap();
    Seals::new(&ring(8)).seal(&path, &about).unwrap();
    let found = open(root.path(), &store, u64::MAX).get(&codes[0]).await.unwrap_err();
    assert!(matches!(&found, CacheError::Damaged(what) if what.contains("another master key")), "{found}");
}

#[tokio::test]
async fn seals_are_signed_anew_under_a_new_key() {
    let root = Root::new();
    let (store, codes) = store_of(&[zip_of("a", 100), zip_of("b", 100)]);
    let ring = ring(7);
    let seals = Arc::new(Seals::new(&ring));
    let blobs = Arc::clone(&store) as Arc<dyn BlobStore>;
    let cache =
        PackageCache::open(root.path(), blobs, Arc::clone(&seals), Limits::default(), u64::MAX).unwrap();
    let (good, bad) = (cache.get(&codes[0]).await.unwrap(), cache.get(&codes[1]).await.unwrap());
    let about = seals::about(good.path()).unwrap();
    // Somebody's own seal does not become ours.
    overwrite(&bad.path().join("lib/b"), b"evil");
    Seals::new(&self::ring(8)).seal(bad.path(), &seals::about(bad.path()).unwrap()).unwrap();
    ring.renew(|_| Ok::<_, vault::RingError>(())).unwrap();
    seals.check_fully(good.path(), &about).unwrap();
    assert_eq!(seals.sign_anew(root.path()).unwrap(), 1);
    assert_eq!(seals.sign_anew(root.path()).unwrap(), 0);
    ring.settle(&[], 0);
    seals.check_fully(good.path(), &about).unwrap();
    assert!(seals.check_fully(bad.path(), &about).is_err());
}

#[tokio::test]
async fn what_is_longest_unused_goes_and_what_is_held_stays() {
    let root = Root::new();
    let zips: Vec<_> = ["a", "b", "c", "d"].iter().map(|name| zip_of(name, 1_000)).collect();
    let (store, codes) = store_of(&zips);
    let cache = open(root.path(), &store, 2_500);
    let held = cache.get(&codes[0]).await.unwrap();
    cache.get(&codes[1]).await.unwrap();
    cache.get(&codes[2]).await.unwrap();
    assert_eq!(cache.evicted(), 1);
    assert!(held.path().join("lib/a").exists());
    assert!(!root.path().join(codes[1].sha256.hex()).exists());
    assert_eq!(entries(root.path()), 4, "nothing is left of it");
    drop(held);
    // Used again, so that the other one is older.
    cache.get(&codes[0]).await.unwrap();
    cache.get(&codes[3]).await.unwrap();
    assert!(root.path().join(codes[0].sha256.hex()).exists());
    assert!(!root.path().join(codes[2].sha256.hex()).exists());
    // What went is unpacked again when it is asked for.
    assert!(cache.get(&codes[1]).await.unwrap().path().join("lib/b").exists());
    assert_eq!(store.reads.load(Ordering::SeqCst), 5);
}

#[tokio::test]
async fn failures_leave_nothing_and_are_tried_again() {
    let root = Root::new();
    let (store, codes) = store_of(&[Bytes::from_static(b"no zip")]);
    let cache = open(root.path(), &store, u64::MAX);
    for tries in 1..=2 {
        let failed = cache.get(&codes[0]).await.unwrap_err();
        assert!(
            matches!(&failed, CacheError::Package(e) if matches!(**e, PackageError::NotAZip(_))),
            "{failed}"
        );
        assert_eq!(store.reads.load(Ordering::SeqCst), tries);
    }
    let missing = CodeRef { sha256: Sha256([9; 32]), size: 1 };
    assert!(matches!(cache.get(&missing).await, Err(CacheError::Blob(BlobError::NotFound(_)))));
    assert_eq!(entries(root.path()), 0);
    assert!(cache.inner.with(|state| state.known.is_empty()));
}

/// Waits until what is removed beside the caller is gone and so many entries are left.
async fn until(root: &Path, left: usize) {
    let removed = async {
        while entries(root) != left {
            tokio::time::sleep(std::time::Duration::from_millis(2)).await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(30), removed).await.unwrap();
}

async fn until_empty(root: &Path) {
    until(root, 0).await;
}

const EVER: Timestamp = Timestamp(i64::MAX);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_deleted_blob_takes_its_tree_along() {
    let (data, root) = (Root::new(), Root::new());
    let kept = Arc::new(crate::DirectoryBlobs::open(data.path(), ring(7)).unwrap());
    let cache = PackageCache::open(root.path(), Arc::clone(&kept) as _, seals(), Limits::default(), u64::MAX)
        .unwrap();
    let blobs = cache.blobs();
    let code = blobs.put(zip_of("a", 1_000)).await.unwrap();

    // Unused: at once.
    drop(cache.get(&code).await.unwrap());
    assert!(!blobs.delete(&code.sha256, Timestamp(0)).await.unwrap());
    assert_eq!(entries(root.path()), 2, "a blob that stays keeps its tree");
    assert!(blobs.delete(&code.sha256, EVER).await.unwrap());
    until_empty(root.path()).await;

    // Used: when the last one lets it go.
    blobs.put(zip_of("a", 1_000)).await.unwrap();
    let (first, second) = (cache.get(&code).await.unwrap(), cache.get(&code).await.unwrap());
    assert!(blobs.delete(&code.sha256, EVER).await.unwrap());
    drop(first);
    assert!(second.path().join("lib/a").exists());
    drop(second);
    until_empty(root.path()).await;
    assert!(matches!(cache.get(&code).await, Err(CacheError::Blob(BlobError::NotFound(_)))));

    // Put again while the old tree is in use: it goes all the same, and is made again.
    blobs.put(zip_of("a", 1_000)).await.unwrap();
    let old = cache.get(&code).await.unwrap();
    blobs.delete(&code.sha256, EVER).await.unwrap();
    blobs.put(zip_of("a", 1_000)).await.unwrap();
    drop(old);
    until_empty(root.path()).await;
    drop(cache.get(&code).await.unwrap());
    assert_eq!(entries(root.path()), 2);
    assert_eq!(cache.evicted(), 0);
}

#[tokio::test]
async fn a_start_removes_trees_whose_blob_is_gone() {
    let root = Root::new();
    let (store, codes) = store_of(&[zip_of("a", 100), zip_of("b", 100)]);
    let cache = open(root.path(), &store, u64::MAX);
    for code in &codes {
        cache.get(code).await.unwrap();
    }
    drop(cache);
    let (store, _) = store_of(&[zip_of("b", 100)]);
    let cache = open(root.path(), &store, u64::MAX);
    assert_eq!(cache.collect().await.unwrap(), 1);
    assert_eq!(entries(root.path()), 2);
    assert!(root.path().join(codes[1].sha256.hex()).exists());
    assert_eq!(cache.collect().await.unwrap(), 0);
    cache.get(&codes[1]).await.unwrap();
    assert_eq!(store.reads.load(Ordering::SeqCst), 0, "it is used as it is");
}

#[tokio::test]
async fn several_packages_are_one_tree_for_each_order() {
    let root = Root::new();
    let (store, codes) = store_of(&[zip_of("a", 100), zip_of("a", 200), zip_of("b", 300)]);
    let cache = open(root.path(), &store, u64::MAX);
    let reads = || store.reads.load(Ordering::SeqCst);
    let size = |package: &PackageDir| fs::metadata(package.path().join("lib/a")).unwrap().len();
    let up = cache.merged(&codes).await.unwrap();
    assert_eq!((size(&up), up.bytes(), reads()), (200, 500, 3));
    assert_eq!(fs::read_link(up.path().join("link")).unwrap(), Path::new("lib/b"));
    assert!(Arc::ptr_eq(&up, &cache.merged(&codes).await.unwrap()));
    assert_eq!(reads(), 3, "it is shared");
    let down = cache.merged(&[codes[2], codes[1], codes[0]]).await.unwrap();
    assert_eq!((size(&down), down.bytes(), reads()), (100, 400, 6));
    let alone = cache.merged(&codes[..1]).await.unwrap();
    assert!(Arc::ptr_eq(&alone, &cache.get(&codes[0]).await.unwrap()), "one package is itself");
    let path = up.path().to_owned();
    drop((up, down, alone, cache));

    let cache = open(root.path(), &store, u64::MAX);
    assert_eq!(entries(root.path()), 6, "a restart keeps them");
    let reads_before = reads();
    cache.merged(&codes).await.unwrap();
    assert_eq!(reads(), reads_before);
    drop(cache);
    // A seal of other packages does not count.
    let seal = |path: &Path| path.with_extension("seal");
    fs::copy(seal(&root.path().join(codes[0].sha256.hex())), seal(&path)).unwrap();
    let cache = open(root.path(), &store, u64::MAX);
    cache.merged(&codes).await.unwrap();
    assert_eq!(reads(), reads_before + 3);
    drop(cache);

    // Without one of its packages, none of the two is left.
    let (store, _) = store_of(&[zip_of("a", 100), zip_of("a", 200)]);
    let cache = open(root.path(), &store, u64::MAX);
    assert_eq!(cache.collect().await.unwrap(), 2);
    assert_eq!(entries(root.path()), 2);
    assert!(matches!(cache.merged(&[]).await, Err(CacheError::Package(_))));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_deleted_blob_takes_merged_trees_along() {
    let (data, root) = (Root::new(), Root::new());
    let kept = Arc::new(crate::DirectoryBlobs::open(data.path(), ring(7)).unwrap());
    let cache = PackageCache::open(root.path(), Arc::clone(&kept) as _, seals(), Limits::default(), u64::MAX)
        .unwrap();
    let blobs = cache.blobs();
    let (a, b) = (blobs.put(zip_of("a", 1)).await.unwrap(), blobs.put(zip_of("b", 1)).await.unwrap());
    let (merged, _) = (cache.merged(&[a, b]).await.unwrap(), cache.get(&a).await.unwrap());
    assert!(blobs.delete(&b.sha256, EVER).await.unwrap());
    assert!(merged.path().join("lib/b").exists(), "it is in use");
    drop(merged);
    until(root.path(), 2).await;
    assert!(root.path().join(a.sha256.hex()).exists());
}

#[tokio::test]
async fn the_caches_blobs_are_blobs() {
    let root = Root::new();
    let mut stores = Vec::new();
    crate::conformance::all(|| {
        let data = root.path().join(stores.len().to_string());
        stores.push(());
        let kept = crate::DirectoryBlobs::open(&data, ring(7)).unwrap();
        let packages = data.join("packages");
        let cache = PackageCache::open(&packages, Arc::new(kept), seals(), Limits::default(), 1).unwrap();
        super::blobs::Unpacked { cache: cache.inner }
    })
    .await;
}
