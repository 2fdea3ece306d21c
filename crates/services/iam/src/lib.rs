//! IAM and STS: roles with their policies, who the caller is, and the sessions that functions run under.
//!
//! Policies are kept and shown as they were given; nothing evaluates them yet (the gateway decides what a role's
//! session may do, in one place).
//!
//! Never here: signatures, and the account's root key (the composition root has it).

mod documents;
mod errors;
mod iam;
mod ids;
mod paging;
mod sessions;
mod sts;

pub use iam::IamService;
pub use sessions::{Session, Sessions};
pub use sts::StsService;
