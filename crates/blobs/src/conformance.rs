//! The suite that every implementation of [`BlobStore`] passes. Each case needs a store of its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests")]

use crate::{BlobError, BlobStore};
use bytes::Bytes;
use domain::{Sha256, Timestamp};

const ALWAYS: Timestamp = Timestamp(i64::MAX);

/// Runs all cases; `new` makes an empty store.
pub async fn all<S: BlobStore>(mut new: impl FnMut() -> S) {
    keeps_bytes_of_every_size(&new()).await;
    knows_what_is_absent(&new()).await;
    lists_and_deletes(&new()).await;
    a_new_put_protects_from_deletion(&new()).await;
    puts_at_the_same_time_agree(&new()).await;
}

async fn keeps_bytes_of_every_size(store: &impl BlobStore) {
    for size in [0, 1, 15, 16, 4_096, 262_143, 262_144, 262_145, 524_288, 1_000_003] {
        let content: Bytes = (0..size).map(|n: u32| (n * 31 % 251) as u8).collect::<Vec<_>>().into();
        let code = store.put(content.clone()).await.unwrap();
        assert_eq!(code.size, u64::from(size));
        assert_eq!(code.sha256, crate::sealed::digest(&content));
        assert!(store.exists(&code.sha256).await.unwrap());
        assert_eq!(store.get(&code.sha256).await.unwrap(), content, "size {size}");
    }
}

async fn knows_what_is_absent(store: &impl BlobStore) {
    let none = Sha256([7; 32]);
    assert_eq!(store.get(&none).await, Err(BlobError::NotFound(none)));
    assert!(!store.exists(&none).await.unwrap());
    assert!(!store.delete(&none, ALWAYS).await.unwrap());
    assert!(store.list().await.unwrap().is_empty());
}

async fn lists_and_deletes(store: &impl BlobStore) {
    let mut digests = Vec::new();
    for text in ["a", "b", "c"] {
        digests.push(store.put(Bytes::from_static(text.as_bytes())).await.unwrap().sha256);
    }
    store.put(Bytes::from_static(b"a")).await.unwrap();
    digests.sort();
    let listed: Vec<_> = store.list().await.unwrap().iter().map(|blob| blob.sha256).collect();
    assert_eq!(listed, digests);
    assert!(store.delete(&digests[1], ALWAYS).await.unwrap());
    assert!(!store.delete(&digests[1], ALWAYS).await.unwrap());
    assert_eq!(store.get(&digests[1]).await, Err(BlobError::NotFound(digests[1])));
    assert!(store.get(&digests[0]).await.is_ok() && store.get(&digests[2]).await.is_ok());
    assert_eq!(store.list().await.unwrap().len(), 2);
}

async fn a_new_put_protects_from_deletion(store: &impl BlobStore) {
    let digest = store.put(Bytes::from_static(b"x")).await.unwrap().sha256;
    let put = store.list().await.unwrap()[0].last_put;
    assert!(!store.delete(&digest, put).await.unwrap(), "put at this time is not before it");
    assert!(store.exists(&digest).await.unwrap());
    store.put(Bytes::from_static(b"x")).await.unwrap();
    let again = store.list().await.unwrap()[0].last_put;
    assert!(again >= put);
    assert!(!store.delete(&digest, again).await.unwrap());
    assert!(store.delete(&digest, Timestamp(again.0 + 1)).await.unwrap());
}

async fn puts_at_the_same_time_agree(store: &impl BlobStore) {
    let content = Bytes::from(vec![5; 300_000]);
    let (a, b, c) =
        tokio::join!(store.put(content.clone()), store.put(content.clone()), store.put(content.clone()));
    assert!(a.is_ok() && a == b && b == c);
    assert_eq!(store.get(&a.unwrap().sha256).await.unwrap(), content);
    assert_eq!(store.list().await.unwrap().len(), 1);
}
