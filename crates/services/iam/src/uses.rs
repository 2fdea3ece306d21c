//! When users and roles last used which service: noted in memory while they do, and written by a clock.

use domain::{Region, Timestamp};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use store::{IamStore, IdentityName, KeyUse, StoreError};

/// Uses that wait to be written at most; what comes beyond is noted again a minute later.
const MOST: usize = 16_384;

/// Whose use: a name, and the unique id that belongs to it, since a name may be given anew; and of which service.
type Of = (IdentityName, String, &'static str);

/// Uses of services by users and roles.
pub struct ServiceUses {
    store: Arc<dyn IamStore>,
    noted: Mutex<HashMap<Of, (Timestamp, Region)>>,
}

impl ServiceUses {
    /// Those that a store keeps.
    pub fn new(store: Arc<dyn IamStore>) -> Self {
        Self { store, noted: Mutex::default() }
    }

    /// Notes that somebody was allowed to use a service.
    pub fn note(&self, who: IdentityName, id: &str, service: &'static str, region: &Region, now: Timestamp) {
        let mut noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        let of = (who, id.to_owned(), service);
        if noted.len() < MOST || noted.contains_key(&of) {
            noted.insert(of, (now, region.clone()));
        }
    }

    /// Writes what was noted. What cannot be written is lost: it is noted again with the next use.
    ///
    /// # Errors
    /// The store's.
    pub async fn write(&self) -> Result<(), StoreError> {
        let noted = std::mem::take(&mut *self.noted.lock().unwrap_or_else(PoisonError::into_inner));
        if noted.is_empty() {
            return Ok(());
        }
        let use_of = |((who, id, service), (at, region)): (Of, (Timestamp, Region))| {
            (who, id, KeyUse { at, service: service.to_owned(), region: region.to_string() })
        };
        self.store.note_service_uses(noted.into_iter().map(use_of).collect()).await
    }

    /// What is known of some, also what is not written yet.
    pub(crate) async fn of(&self, who: Vec<IdentityName>) -> Result<Vec<(IdentityName, KeyUse)>, StoreError> {
        self.write().await?;
        self.store.service_uses(who).await
    }
}
