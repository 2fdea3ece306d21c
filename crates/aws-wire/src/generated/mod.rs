//! Tables and typed structures of each service, written by `cargo xtask generate` from `models/`. Only this file is
//! edited by hand.
//!
//! A structure's fields are named and spelt by the model. Members that are the body itself (`Payload` of Invoke) or
//! the status code are not fields: they travel in [`Input`](crate::Input) and [`Output`](crate::Output). Blobs are
//! base64 text. The `Debug` of a structure that may hold a secret says only its name.

use crate::model::ServiceModel;

#[rustfmt::skip]
#[expect(missing_docs, reason = "the members are AWS's, and so is their documentation")]
pub mod cloudwatch;
#[rustfmt::skip]
#[expect(missing_docs, reason = "the members are AWS's, and so is their documentation")]
pub mod iam;
#[rustfmt::skip]
#[expect(missing_docs, reason = "the members are AWS's, and so is their documentation")]
pub mod lambda;
#[rustfmt::skip]
#[expect(missing_docs, reason = "the members are AWS's, and so is their documentation")]
pub mod logs;
#[rustfmt::skip]
#[expect(missing_docs, reason = "the members are AWS's, and so is their documentation")]
pub mod sts;
#[rustfmt::skip]
#[expect(missing_docs, reason = "the members are AWS's, and so is their documentation")]
pub mod xray;

/// All services.
pub static ALL: &[&ServiceModel] =
    &[&cloudwatch::MODEL, &iam::MODEL, &lambda::MODEL, &logs::MODEL, &sts::MODEL, &xray::MODEL];

/// The service with that signing name.
pub fn by_signing_name(name: &str) -> Option<&'static ServiceModel> {
    ALL.iter().copied().find(|m| m.signing_name == name)
}
