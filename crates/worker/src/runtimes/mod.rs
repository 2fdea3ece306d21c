//! Interpreters: which exist on this host, what they really are, and what they need inside a sandbox.
//!
//! Looking costs little: directories are listed when a function needs a runtime, and an interpreter is asked for its
//! version once, for the answer is kept in a file keyed by path, modification time and size.
//!
//! Never here: installing anything, or running a function's code.

mod binds;
mod catalog;
mod discover;
pub(crate) mod late;
mod probe;
mod resolved;

pub(crate) use binds::host_binds;
pub use catalog::{RegisterError, RuntimeCatalog};
pub use probe::Interpreter;
pub use resolved::ResolvedRuntime;
