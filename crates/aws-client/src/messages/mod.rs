//! Messages to queues (SQS), topics (SNS) and event buses (EventBridge).

mod event_bridge;
mod sns;
mod sqs;

#[cfg(test)]
mod tests;

pub use event_bridge::{Event, EventBridge};
pub use sns::Sns;
pub use sqs::Sqs;

use crate::CallError;
use domain::{AccountId, Region};

/// An attribute of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribute<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its type.
    pub kind: AttributeKind,
    /// Its value, also that of a number as text; not empty.
    pub value: &'a str,
}

/// Types of attributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttributeKind {
    /// Text.
    String,
    /// A number in decimal digits.
    Number,
}

impl AttributeKind {
    /// `DataType`, as both services spell it.
    fn data_type(self) -> &'static str {
        match self {
            Self::String => "String",
            Self::Number => "Number",
        }
    }
}

/// An ARN of a queue, topic or event bus.
struct Target<'a> {
    region: Region,
    account: AccountId,
    name: &'a str,
}

impl<'a> Target<'a> {
    fn of(arn: &'a str, service: &str) -> Result<Self, CallError> {
        let parts: Vec<_> = arn.splitn(6, ':').collect();
        let found = match parts[..] {
            ["arn", _, named, region, account, name] if named == service && !name.is_empty() => {
                Region::new(region).ok().zip(AccountId::new(account).ok()).zip(Some(name))
            }
            _ => None,
        };
        let ((region, account), name) = found.ok_or_else(|| CallError::Refused {
            code: "InvalidAddress".to_owned(),
            message: format!("{arn} is no ARN of {service}"),
        })?;
        Ok(Self { region, account, name })
    }
}

/// An answer without what the service always says is not the service's.
fn not_said(service: &str) -> CallError {
    CallError::Unavailable(format!("it answered 200 without an id, which {service} does not"))
}
