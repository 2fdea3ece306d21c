//! What is kept of virtual MFA devices, and whether a code is one of theirs: for the operations of IAM that look after devices,
//! and for those of STS that ask for a second factor.

use crate::errors::internal;
use crate::iam::Kept;
use crate::seal::Seal;
use crate::totp;
use aws_wire::ApiError;
use domain::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{IamStore, IdentityName, ItemKind, StoreError};

/// Steps by which a code may be early or late.
const AROUND: i64 = 1;

/// What a device's row says; its seed is what is secret of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Device {
    pub(crate) tags: BTreeMap<String, String>,
    /// Milliseconds; `None` while no user has it.
    pub(crate) enabled: Option<i64>,
    /// Steps by which its clock is ahead.
    pub(crate) drift: i64,
    /// The step of the last code that was taken: none is taken twice.
    pub(crate) taken: Option<i64>,
}

impl Kept<Device> {
    /// The seed. Errors: it cannot be read.
    pub(crate) fn seed(&self, seal: &dyn Seal) -> Result<Vec<u8>, ApiError> {
        let secret = self.item.secret.as_ref().and_then(|sealed| seal.open(&self.item.id, sealed));
        secret.ok_or_else(|| {
            tracing::error!(device = self.item.id, "an MFA device's seed cannot be decrypted");
            ApiError::internal()
        })
    }
}

fn denied(message: &str) -> ApiError {
    ApiError::new(403, "AccessDenied", message)
}

fn invalid_code() -> ApiError {
    denied("MultiFactorAuthentication failed with invalid MFA one time pass code.")
}

/// Whether a request comes with a second factor: none was given, or it is right. Errors: it is not, or only half of it was
/// given.
pub(crate) async fn authenticate(
    store: &dyn IamStore,
    seal: &dyn Seal,
    user: Option<IdentityName>,
    (serial, code): (Option<&str>, Option<&str>),
    now: Timestamp,
) -> Result<bool, ApiError> {
    let (serial, code) = match (serial, code) {
        (None, None) => return Ok(false),
        (Some(serial), Some(code)) => (serial, code),
        _ => {
            return Err(denied(
                "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.",
            ));
        }
    };
    let unknown = || {
        denied(
            "MultiFactorAuthentication failed, unable to validate MFA code. Please verify your MFA serial number is valid and \
             associated with this user.",
        )
    };
    let user = user.ok_or_else(unknown)?;
    let found = Kept::<Device>::find(store, &user.account, ItemKind::MfaDevice, serial).await?;
    let mut device =
        found.filter(|device| device.item.user.as_ref() == Some(&user.name)).ok_or_else(unknown)?;
    let seed = device.seed(seal)?;
    let middle = totp::step(now.0).saturating_add(device.value.drift);
    let step = totp::find(&seed, code, middle, AROUND).ok_or_else(invalid_code)?;
    if device.value.taken.is_some_and(|taken| step <= taken) {
        return Err(invalid_code());
    }
    device.value.taken = Some(step);
    match device.replace(store).await {
        Ok(()) => Ok(true),
        // Somebody else came with a code meanwhile: perhaps the same.
        Err(StoreError::RevisionMismatch | StoreError::NotFound(_)) => Err(invalid_code()),
        Err(error) => Err(internal(&error)),
    }
}
