//! Users' access keys in memory, for whoever verifies signatures: a lookup for every request must not wait for the disk.
//!
//! What is kept has the secrets encrypted; here they are in plain text, as signatures need them. Never printed.

use crate::ids::{NoRandomness, secret, unique_id};
use crate::seal::Seal;
use aws_wire::{Caller, CallerKind};
use domain::{AccountId, Timestamp};
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use store::{AccessKey, IamStore, Identity, KeyUse, StoreError};

/// Keys that are read at a time when the server starts.
const PAGE: usize = 1_000;

/// An active access key of a user.
pub struct UserKey {
    /// The secret.
    pub secret: String,
    /// The user.
    pub caller: Caller,
}

impl fmt::Debug for UserKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UserKey").field("caller", &self.caller).finish_non_exhaustive()
    }
}

/// All active keys of all users.
pub struct UserKeys {
    store: Arc<dyn IamStore>,
    seal: Arc<dyn Seal>,
    active: RwLock<HashMap<String, Arc<UserKey>>>,
    /// Uses that are not written yet.
    uses: Mutex<HashMap<String, KeyUse>>,
    /// What is read is put into memory before anybody else reads.
    refreshing: tokio::sync::Mutex<()>,
}

impl UserKeys {
    /// Reads all of them.
    pub async fn load(store: Arc<dyn IamStore>, seal: Arc<dyn Seal>) -> Result<Self, StoreError> {
        let mut active = HashMap::new();
        let mut after: Option<String> = None;
        loop {
            let page = store.active_access_keys(after.as_deref(), PAGE).await?;
            after = page.items.last().map(|(key, _)| key.id.clone());
            for (key, user) in page.items {
                if let Some(known) = known(&*seal, &key, &user) {
                    active.insert(key.id, Arc::new(known));
                }
            }
            if !page.more {
                break;
            }
        }
        let active = RwLock::new(active);
        Ok(Self { store, seal, active, uses: Mutex::default(), refreshing: tokio::sync::Mutex::default() })
    }

    /// What secrets of users are sealed with.
    pub(crate) fn seal(&self) -> &dyn Seal {
        &*self.seal
    }

    /// The active key of an id.
    pub fn find(&self, id: &str) -> Option<Arc<UserKey>> {
        self.active.read().unwrap_or_else(PoisonError::into_inner).get(id).cloned()
    }

    /// Notes that a request was signed with a key. It is written later, with others.
    pub fn note_use(&self, id: &str, used: KeyUse) {
        let mut uses = self.uses.lock().unwrap_or_else(PoisonError::into_inner);
        match uses.get_mut(id) {
            Some(known) => *known = used,
            None => {
                uses.insert(id.to_owned(), used);
            }
        }
    }

    /// Writes what was noted.
    pub async fn write_uses(&self) -> Result<(), StoreError> {
        let uses = std::mem::take(&mut *self.uses.lock().unwrap_or_else(PoisonError::into_inner));
        if uses.is_empty() {
            return Ok(());
        }
        self.store.note_key_uses(uses.into_iter().collect()).await
    }

    /// When a key was last used, as far as that is not written yet.
    pub(crate) fn noted(&self, id: &str) -> Option<KeyUse> {
        self.uses.lock().unwrap_or_else(PoisonError::into_inner).get(id).cloned()
    }

    /// A new key for a user: what is kept, and the secret, which is shown once.
    pub(crate) fn make(
        &self,
        account: &AccountId,
        user: &str,
        now: Timestamp,
    ) -> Result<(AccessKey, String), NoRandomness> {
        let (id, secret) = (unique_id::<16>("AKIA")?, secret()?);
        let sealed = self.seal.seal(&id, secret.as_bytes()).ok_or(NoRandomness)?;
        let key = AccessKey {
            account: account.clone(),
            user: user.to_owned(),
            id,
            secret: sealed,
            active: true,
            created: now,
            used: None,
        };
        Ok((key, secret))
    }

    /// Has memory say of a key what is kept. Where that cannot be read, the key is not good for now.
    pub(crate) async fn refresh(&self, id: &str) -> Result<(), StoreError> {
        let _alone = self.refreshing.lock().await;
        let read = self.store.access_key(id).await;
        let found = read.as_ref().ok().and_then(Option::as_ref).filter(|(key, _)| key.active);
        let known = found.and_then(|(key, user)| known(&*self.seal, key, user));
        let mut active = self.active.write().unwrap_or_else(PoisonError::into_inner);
        match known {
            Some(known) => active.insert(id.to_owned(), Arc::new(known)),
            None => active.remove(id),
        };
        read.map(drop)
    }
}

/// `None` where the secret cannot be read; the key is as good as gone then.
fn known(seal: &dyn Seal, key: &AccessKey, user: &Identity) -> Option<UserKey> {
    let secret = seal.open(&key.id, &key.secret).and_then(|bytes| String::from_utf8(bytes).ok());
    if secret.is_none() {
        tracing::error!(key = key.id, user = user.name, "an access key's secret cannot be decrypted");
    }
    let caller = Caller {
        account: key.account.clone(),
        arn: user.arn(),
        user_id: user.id.clone(),
        access_key_id: key.id.clone(),
        kind: CallerKind::User,
        session: None,
    };
    secret.map(|secret| UserKey { secret, caller })
}
