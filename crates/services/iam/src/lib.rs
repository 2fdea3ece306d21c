//! IAM and STS: users, groups and roles with their policies and keys, and the sessions that somebody assumes or that functions
//! run under.
//!
//! Policies that are kept are shown as they were given; what they decide about requests the gateway asks, in one place. A
//! role's trust policy is asked here, by the operations that assume roles.
//!
//! Never here: signatures, and the account's root key (the composition root has it).

mod access;
mod documents;
mod errors;
#[doc(hidden)]
pub mod fuzzing;
mod iam;
mod ids;
mod mfa;
mod paging;
mod saml;
mod seal;
mod sessions;
mod ssh;
mod sts;
mod tokens;
mod totp;
mod user_keys;
mod uses;
mod x509;

pub use access::{access, resource_keys, sts_access, with_path};
pub use iam::IamService;
pub use seal::{KeySeal, Seal};
pub use sessions::{RoleOf, Session, Sessions};
pub use sts::{IssuerDocuments, StsService};
pub use tokens::{Temporary, Tokens};
pub use user_keys::{UserKey, UserKeys};
pub use uses::ServiceUses;
