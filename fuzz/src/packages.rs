//! Code packages.

use blobs::package::{Limits, inspect, measure, unpack};
use std::path::Path;

/// Small, so that what is unpacked is.
const LIMITS: Limits = Limits {
    unpacked_bytes: 1 << 20,
    entries: 500,
    name_bytes: 1_024,
    component_bytes: 255,
    depth: 32,
    links: 100,
    target_bytes: 1_024,
    all_targets_bytes: 64 << 10,
};

/// A package that passes is what was measured, and is unpacked as a tree within its directory.
pub(crate) fn zip(data: &[u8]) {
    let Ok(info) = inspect(data, &LIMITS) else { return };
    assert_eq!(measure(data, &LIMITS).unwrap(), info);
    assert!(info.unpacked_bytes <= LIMITS.unpacked_bytes && info.files <= LIMITS.entries as u64);
    let directory = tempfile::tempdir().unwrap();
    let (inside, beside) = (directory.path().join("a/b"), directory.path().join("a/c"));
    for path in [&inside, &beside] {
        std::fs::create_dir_all(path).unwrap();
    }
    let unpacked = unpack(&[data], &inside, &LIMITS).expect("it was inspected");
    assert_eq!(unpacked, info);
    assert_eq!(std::fs::read_dir(&beside).unwrap().count(), 0);
    assert_eq!(files(&inside), info.files);
}

/// Regular files below a directory, no link followed; none may lead out of it.
fn files(directory: &Path) -> u64 {
    let mut count = 0;
    for entry in std::fs::read_dir(directory).unwrap().map(Result::unwrap) {
        let kind = entry.file_type().unwrap();
        if kind.is_symlink() {
            assert!(std::fs::read_link(entry.path()).unwrap().is_relative());
        } else if kind.is_dir() {
            count += files(&entry.path());
        } else {
            count += 1;
        }
    }
    count
}
