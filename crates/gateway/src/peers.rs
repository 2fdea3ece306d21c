//! How many connections and handshakes one peer has, so that none takes the places of all.

use crate::budget::Source;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::{Arc, Mutex, PoisonError};

/// Counts, each source for itself, up to a limit.
#[derive(Debug)]
pub(crate) struct Peers {
    most: usize,
    counts: Mutex<HashMap<Source, usize>>,
}

impl Peers {
    pub(crate) fn new(most: usize) -> Arc<Self> {
        Arc::new(Self { most, counts: Mutex::default() })
    }

    /// A place for one more, until it is dropped; `None` where the source has as many as it may.
    pub(crate) fn admit(self: &Arc<Self>, source: &Source) -> Option<Place> {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(source.clone()).or_default();
        if *count >= self.most {
            return None;
        }
        *count += 1;
        Some(Place { peers: Arc::clone(self), source: source.clone() })
    }
}

/// One of a source's places.
#[derive(Debug)]
pub(crate) struct Place {
    peers: Arc<Peers>,
    source: Source,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut counts = self.peers.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Entry::Occupied(mut count) = counts.entry(self.source.clone()) {
            *count.get_mut() = count.get().saturating_sub(1);
            // As many as have a connection are kept in mind, and no others.
            if *count.get() == 0 {
                count.remove();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_has_its_limit_and_is_forgotten() {
        let peers = Peers::new(2);
        let source = |text: &str| Source::peer(text.parse().unwrap());
        let (one, other) = (source("192.0.2.1"), source("192.0.2.2"));
        let places = [peers.admit(&one).unwrap(), peers.admit(&one).unwrap()];
        assert!(peers.admit(&one).is_none());
        drop(peers.admit(&other).unwrap());
        let [first, second] = places;
        drop(first);
        drop(peers.admit(&one).unwrap());
        drop(second);
        assert!(peers.counts.lock().unwrap().is_empty());
    }
}
