//! The data keys of a server, and the file that they are kept in.
//!
//! `tenfold-keyring-1 <id of the master key> <how many keys>` is the first line, the second one is hexadecimal: a nonce
//! and what AES-256-GCM makes of the list below, bound to the first line. The list is text: a line `key <hex>` each, the
//! one in use first, and `kept <id> <purpose, hex> <until, ms, or 0> <hex>` for derived keys that outlive the one they come from.

use crate::key::{Key, KeyId, random};
use crate::{Failed, Sealer, Signer};
use aes_gcm::aead::AeadInOut;
use aes_gcm::{Aes256Gcm, KeyInit};
use domain::{Sha256, hex};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

const FORM: &str = "tenfold-keyring-1";
/// What the master key's cipher for the file is derived for.
const PURPOSE: &str = "keyring";
/// Data keys at most: each change of the master key adds one until everything is under it.
const MAX_KEYS: usize = 64;

/// Why a file gives no ring.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RingError {
    /// It is under a master key that was not given.
    #[error("it is encrypted under the master key {0}, which is not the one that was given")]
    OtherMaster(String),
    /// It was changed, or is no ring.
    #[error("it was changed, or is not a ring of keys")]
    Changed,
    /// The machine has no random numbers.
    #[error("there are no random numbers")]
    NoRandomness,
    /// There would be too many keys.
    #[error("the master key was changed too often before everything was under the newest one")]
    TooMany,
}

/// The keys. Those who use one hold it only as long as they work with it.
#[derive(Debug)]
pub struct Keyring(RwLock<Arc<State>>);

/// The keys at a moment.
#[derive(Debug, Default)]
pub(crate) struct State {
    /// The one in use first.
    keys: Vec<Arc<Key>>,
    kept: Vec<Kept>,
    derived: Mutex<HashMap<String, Arc<Derived>>>,
}

/// Of the keys, in their order, for one purpose; and those kept of keys that are gone.
pub(crate) struct Derived {
    pub(crate) keys: Vec<[u8; 32]>,
    pub(crate) kept: Vec<(KeyId, [u8; 32])>,
}

impl std::fmt::Debug for Derived {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Derived(..)")
    }
}

#[derive(Clone)]
struct Kept {
    id: KeyId,
    purpose: String,
    /// Milliseconds since 1970; 0: for ever.
    until: i64,
    key: [u8; 32],
}

impl std::fmt::Debug for Kept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Kept({}, {})", hex::hex(&self.id), self.purpose)
    }
}

impl Keyring {
    /// A ring of one key.
    pub fn of(key: Key) -> Arc<Self> {
        Arc::new(Self(RwLock::new(Arc::new(State { keys: vec![Arc::new(key)], ..State::default() }))))
    }

    /// A ring of one new key.
    pub fn random() -> Result<Arc<Self>, Failed> {
        Ok(Self::of(Key::random()?))
    }

    /// The key in use.
    pub fn current(&self) -> Arc<Key> {
        // A ring is never empty.
        self.state().keys.first().map_or_else(|| Arc::new(Key::new(&[0; 32])), Arc::clone)
    }

    /// A key by its name.
    pub fn find(&self, id: &KeyId) -> Option<Arc<Key>> {
        self.state().keys.iter().find(|key| key.id() == *id).map(Arc::clone)
    }

    /// Whether no key but the one in use is there.
    pub fn is_settled(&self) -> bool {
        self.state().keys.len() == 1
    }

    /// Uses a new key from now on, once `save` has put the ring with it where it is found again; the others stay.
    pub fn renew<E: From<RingError>>(&self, save: impl FnOnce(&Self) -> Result<(), E>) -> Result<(), E> {
        let key = Key::random().map_err(|Failed| RingError::NoRandomness)?;
        let mut state = self.copy();
        if state.keys.len() >= MAX_KEYS {
            return Err(RingError::TooMany.into());
        }
        state.keys.insert(0, Arc::new(key));
        let renewed = Self(RwLock::new(Arc::new(state)));
        save(&renewed)?;
        self.put(renewed.state());
        Ok(())
    }

    /// Forgets all keys but the one in use. Of those that go, the keys derived for some purposes are kept, each until a time
    /// (milliseconds since 1970; 0: for ever), for what is never written again; those whose time is over now go, too.
    pub fn settle(&self, kept: &[(&str, i64)], now: i64) {
        let mut state = self.copy();
        state.kept.retain(|kept| kept.until == 0 || kept.until > now);
        for gone in state.keys.split_off(1) {
            for (purpose, until) in kept {
                let (id, key, purpose) = (gone.id(), gone.derive(purpose), (*purpose).to_owned());
                state.kept.push(Kept { id, purpose, until: *until, key });
            }
        }
        self.put(Arc::new(state));
    }

    fn copy(&self) -> State {
        let state = self.state();
        State { keys: state.keys.clone(), kept: state.kept.clone(), derived: Mutex::default() }
    }

    fn put(&self, state: Arc<State>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = state;
    }

    pub(crate) fn state(&self) -> Arc<State> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Seals values of a kind.
    pub fn sealer(self: &Arc<Self>, purpose: &str) -> Sealer {
        Sealer::new(Arc::clone(self), purpose)
    }

    /// Signs things of a kind.
    pub fn signer(self: &Arc<Self>, purpose: &str) -> Signer {
        Signer::new(Arc::clone(self), purpose)
    }

    /// The content of the ring's file, under a master key.
    pub fn to_text(&self, master: &Key) -> Result<String, Failed> {
        let state = self.state();
        let head = format!("{FORM} {} {}", hex::hex(&master.id()), state.keys.len());
        let mut list = String::new();
        for key in &state.keys {
            // A String takes all that is written.
            let _ = writeln!(list, "key {}", hex::hex(key.bytes()));
        }
        for Kept { id, purpose, until, key } in &state.kept {
            let (id, purpose) = (hex::hex(id), hex::hex(purpose.as_bytes()));
            let _ = writeln!(list, "kept {id} {purpose} {until} {}", hex::hex(key));
        }
        let nonce: [u8; 12] = random()?;
        let mut sealed = list.into_bytes();
        let cipher = Aes256Gcm::new((&master.derive(PURPOSE)).into());
        cipher.encrypt_in_place((&nonce).into(), head.as_bytes(), &mut sealed).map_err(|_| Failed)?;
        Ok(format!("{head}\n{}{}\n", hex::hex(&nonce), hex::hex(&sealed)))
    }

    /// The ring of a file, with the place of the master key among those given that it is under.
    pub fn from_text(text: &str, masters: &[&Key]) -> Result<(Arc<Self>, usize), RingError> {
        let (head, body) = text.trim_end().split_once('\n').ok_or(RingError::Changed)?;
        let (id, count) = Self::heads(text).ok_or(RingError::Changed)?;
        let at = masters.iter().position(|master| hex::hex(&master.id()) == id);
        let (at, master) = at
            .and_then(|at| masters.get(at).map(|master| (at, master)))
            .ok_or_else(|| RingError::OtherMaster(id.to_owned()))?;
        let bytes = unhex(body).ok_or(RingError::Changed)?;
        let (nonce, sealed) = bytes.split_first_chunk::<12>().ok_or(RingError::Changed)?;
        let mut list = sealed.to_vec();
        let cipher = Aes256Gcm::new((&master.derive(PURPOSE)).into());
        cipher.decrypt_in_place(nonce.into(), head.as_bytes(), &mut list).map_err(|_| RingError::Changed)?;
        let state = std::str::from_utf8(&list).ok().and_then(list_of).ok_or(RingError::Changed)?;
        if state.keys.is_empty() || state.keys.len() != count {
            return Err(RingError::Changed);
        }
        Ok((Arc::new(Self(RwLock::new(Arc::new(state)))), at))
    }

    /// What a ring's file says to everybody: the id of its master key, and how many data keys there are. More than one:
    /// something is still under an older one.
    pub fn heads(text: &str) -> Option<(&str, usize)> {
        let mut words = text.lines().next()?.split(' ');
        match (words.next()?, words.next()?, words.next()?.parse(), words.next()) {
            (FORM, id, Ok(count), None) => Some((id, count)),
            _ => None,
        }
    }
}

impl State {
    pub(crate) fn keys(&self) -> &[Arc<Key>] {
        &self.keys
    }

    pub(crate) fn derived(&self, purpose: &str) -> Arc<Derived> {
        let mut derived = self.lock();
        if let Some(found) = derived.get(purpose) {
            return Arc::clone(found);
        }
        let keys = self.keys.iter().map(|key| key.derive(purpose)).collect();
        let kept = self.kept.iter().filter(|kept| kept.purpose == purpose);
        let kept = kept.map(|kept| (kept.id, kept.key)).collect();
        let made = Arc::new(Derived { keys, kept });
        derived.insert(purpose.to_owned(), Arc::clone(&made));
        made
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Arc<Derived>>> {
        self.derived.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn list_of(text: &str) -> Option<State> {
    let key = |text: &str| Sha256::from_hex(text).map(|bytes| bytes.0);
    let mut state = State::default();
    for line in text.lines() {
        match line.split(' ').collect::<Vec<_>>()[..] {
            ["key", bytes] => state.keys.push(Arc::new(Key::new(&key(bytes)?))),
            ["kept", id, purpose, until, bytes] => state.kept.push(Kept {
                id: unhex(id)?.try_into().ok()?,
                purpose: String::from_utf8(unhex(purpose)?).ok()?,
                until: until.parse().ok()?,
                key: key(bytes)?,
            }),
            _ => return None,
        }
    }
    Some(state)
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let (pairs, []) = text.as_bytes().as_chunks::<2>() else { return None };
    pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_survives_its_file_and_a_change_of_the_master_key() {
        let (old, new) = (Key::random().unwrap(), Key::random().unwrap());
        let ring = Keyring::random().unwrap();
        let first = ring.current().id();
        let text = ring.to_text(&old).unwrap();
        assert_eq!(Keyring::heads(&text).unwrap().1, 1);
        let (read, at) = Keyring::from_text(&text, &[&new, &old]).unwrap();
        assert_eq!((read.current().id(), at), (first, 1));
        assert!(matches!(Keyring::from_text(&text, &[&new]), Err(RingError::OtherMaster(_))));

        read.renew(|renewed| {
            assert_eq!(read.current().id(), first, "not before it is saved");
            renewed.to_text(&new).map(drop).map_err(|Failed| RingError::NoRandomness)
        })
        .unwrap();
        assert!(!read.is_settled() && read.current().id() != first && read.find(&first).is_some());
        let audit = read.find(&first).unwrap().derive("audit");
        let text = read.to_text(&new).unwrap();
        let (read, _) = Keyring::from_text(&text, &[&new]).unwrap();
        assert_eq!(Keyring::heads(&text).unwrap(), (&*hex::hex(&new.id()), 2));
        read.settle(&[("audit", 0), ("tokens", 70)], 50);
        assert!(read.is_settled() && read.find(&first).is_none());
        let (read, _) = Keyring::from_text(&read.to_text(&new).unwrap(), &[&new]).unwrap();
        assert_eq!(read.state().derived("audit").kept, [(first, audit)]);
        assert_eq!(read.state().derived("tokens").kept.len(), 1);
        read.settle(&[], 71);
        assert_eq!(
            (read.state().derived("tokens").kept.len(), read.state().derived("audit").kept.len()),
            (0, 1)
        );
        assert!(read.state().derived("rows").kept.is_empty());
    }

    #[test]
    fn a_changed_file_gives_nothing() {
        let master = Key::random().unwrap();
        let text = Keyring::random().unwrap().to_text(&master).unwrap();
        assert!(!text.contains(&hex::hex(master.bytes())));
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1;
            let Ok(changed) = String::from_utf8(bytes) else { continue };
            if changed.trim_end() != text.trim_end() {
                assert!(Keyring::from_text(&changed, &[&master]).is_err(), "byte {at}");
            }
        }
        for cut in 0..text.len() - 1 {
            assert!(Keyring::from_text(&text[..cut], &[&master]).is_err(), "{cut} bytes");
        }
    }

    #[test]
    fn there_is_an_end_to_renewing() {
        let ring = Keyring::random().unwrap();
        for _ in 1..MAX_KEYS {
            ring.renew(|_| Ok::<_, RingError>(())).unwrap();
        }
        assert_eq!(ring.renew(|_| Ok(())), Err(RingError::TooMany));
        ring.settle(&[], 0);
        let id = ring.current().id();
        assert_eq!(ring.renew(|_| Err(RingError::Changed)), Err(RingError::Changed));
        assert_eq!(ring.current().id(), id, "what is not saved is not used");
        assert_eq!(ring.renew(|_| Ok::<_, RingError>(())), Ok(()));
    }
}
