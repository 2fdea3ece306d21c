//! IAM policies: documents, and what they decide. Pure: no input or output, no clock, no randomness.
//!
//! A [`Document`] is the text taken apart, by AWS's grammar and within its limits. A [`Policy`] is a document made ready to
//! be asked many times. [`decide`] asks all policies that have a say in a request and combines what they say by AWS's
//! published logic; [`explain`] does the same and names every statement that matched.
//!
//! **What cannot be read or is not defined never lets anybody in**: an element is `Yes`, `No` or `Unclear`
//! ([`Certainty`]), an `Allow` needs `Yes`, a `Deny` applies from `Unclear` on, and a whole document that cannot be read denies
//! everything ([`Policy::closed`]).
//!
//! Never here: where policies are kept, which keys a service puts into a request, what is answered.

mod arn;
mod certainty;
mod condition;
mod decide;
mod document;
mod json;
mod malformed;
mod policy;
mod position;
mod principal;
mod rules;
mod template;

pub use certainty::Certainty;
pub use decide::{
    By, Decision, Denial, Finding, Kind, Named, Policies, Request, Source, Verdict, decide, explain,
};
pub use document::{Clause, Document, Effect, Listed, Principals, Statement, Version};
pub use malformed::Malformed;
pub use policy::{Context, Policy};
pub use position::{Position, Span, spans};
pub use principal::Requester;
pub use rules::Use;

/// Bytes of a document at most: what IAM's model allows (`policyDocumentType`), more than any service keeps.
pub const MAX_DOCUMENT: usize = 131_072;
/// Statements at most.
pub const MAX_STATEMENTS: usize = 4_096;

/// Whether a pattern with the wildcards `*` (any text) and `?` (any one character) fits a text. Takes at most
/// pattern × text steps.
pub fn wildcard(pattern: &str, text: &str) -> bool {
    template::Template::pattern(pattern, Version::V2008).fits_plain(text)
}
