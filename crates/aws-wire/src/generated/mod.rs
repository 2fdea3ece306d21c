//! Tables and typed structures of each service, written by `cargo xtask generate` from `models/`. Not edited by hand.

use crate::model::ServiceModel;

/// All services.
pub static ALL: &[&ServiceModel] = &[];

/// The service with that signing name.
pub fn by_signing_name(name: &str) -> Option<&'static ServiceModel> {
    ALL.iter().copied().find(|m| m.signing_name == name)
}
