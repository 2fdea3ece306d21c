//! What a tree is made of, which is also its name.

use domain::Sha256;
use sha2::Digest;
use std::sync::Arc;

/// The packages of a tree, in the order of merging. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Recipe(Arc<[Sha256]>);

impl Recipe {
    pub(super) fn new(digests: impl IntoIterator<Item = Sha256>) -> Self {
        Self(digests.into_iter().collect())
    }

    /// The name of the tree: that of its package, or one that only the same packages in the same order have.
    pub(super) fn name(&self) -> String {
        if let [digest] = *self.0 {
            return digest.hex();
        }
        let mut hash = sha2::Sha256::new();
        for digest in self.digests() {
            hash.update(digest.0);
        }
        format!("merged-{}", Sha256(hash.finalize().into()).hex())
    }

    pub(super) fn digests(&self) -> impl Iterator<Item = &Sha256> {
        self.0.iter()
    }

    pub(super) fn has(&self, digest: &Sha256) -> bool {
        self.0.contains(digest)
    }
}

/// What the seal of a tree says of it: the sum of the sizes of its files, and its packages.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Made {
    pub(super) bytes: u64,
    pub(super) recipe: Recipe,
}

impl Made {
    /// As one line.
    pub(super) fn line(&self) -> String {
        let digests = self.recipe.digests().map(Sha256::hex);
        std::iter::once(self.bytes.to_string()).chain(digests).collect::<Vec<_>>().join(" ")
    }

    pub(super) fn parse(line: &str) -> Option<Self> {
        let mut parts = line.split(' ');
        let bytes = parts.next()?.parse().ok()?;
        let digests = parts.map(Sha256::from_hex).collect::<Option<Vec<_>>>()?;
        Some(Self { bytes, recipe: Recipe::new(digests) })
    }
}
