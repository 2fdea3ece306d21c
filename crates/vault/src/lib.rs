//! Keys, and what is kept under them: the master key, the ring of data keys that it wraps, and values sealed or signed
//! under keys derived from those.
//!
//! ```text
//! master key            from the operator: a file, an environment variable, a command
//!   └ keyring           a file; data keys, sealed under the master key; the newest is used, older ones until all is under it
//!       ├ wrap          the key of a blob
//!       ├ Sealer        a value in a database, bound to where it stands
//!       └ Signer        a row, a list of files, a chain of records
//! ```
//!
//! A new master key means a new data key, too. Everything that is sealed, wrapped or signed names its data key or is tried
//! with all of the ring's: so old and new are readable while one is replaced by the other.
//!
//! Never here: what is sealed, where it is kept. Never a key in a log line, in an error or in `Debug` output.

mod file;
mod key;
mod ring;
mod sealer;
mod signer;

pub use file::{OpenError, create, parse, read};
pub use key::{Key, KeyId, WRAPPED};
pub use ring::{Keyring, RingError};
pub use sealer::{Sealer, Unopened, context};
pub use signer::Signer;

/// There is no randomness, or the cipher refused. Neither happens on a machine that works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the value could not be encrypted")]
pub struct Failed;

impl From<Failed> for std::io::Error {
    fn from(failed: Failed) -> Self {
        Self::other(failed)
    }
}
