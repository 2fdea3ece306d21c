//! Where records of asynchronous invocations may go. Pure, but for the question whether a function exists.

use crate::errors::invalid;
use aws_wire::ApiError;
use aws_wire::generated::lambda::{DestinationConfig, OnFailure, OnSuccess};
use domain::{AccountId, FunctionArn, FunctionRef, Region, Scope};

/// The two destinations as given; an empty one means none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Destinations {
    pub(super) on_success: Option<String>,
    pub(super) on_failure: Option<String>,
}

/// What a destination ARN leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Leads {
    /// A service that is not asked whether the resource exists.
    Elsewhere,
    /// A function, or a version or alias of it, that must exist.
    Function(FunctionArn),
}

/// Why an ARN is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Refusal {
    /// Of a service that is no destination.
    Config,
    /// Not a resource that can be a destination.
    Arn,
}

impl Destinations {
    pub(super) fn of(config: &DestinationConfig) -> Self {
        let some = |text: Option<&String>| text.filter(|t| !t.is_empty()).cloned();
        Self {
            on_success: some(config.on_success.as_ref().and_then(|d| d.destination.as_ref())),
            on_failure: some(config.on_failure.as_ref().and_then(|d| d.destination.as_ref())),
        }
    }

    /// Both halves are always there in an answer.
    pub(super) fn describe(&self) -> DestinationConfig {
        DestinationConfig {
            on_success: Some(OnSuccess { destination: self.on_success.clone() }),
            on_failure: Some(OnFailure { destination: self.on_failure.clone() }),
        }
    }

    /// Where they lead, the failures first. `own` is the function that is configured.
    pub(super) fn check(&self, own: &FunctionArn) -> Result<Vec<(String, Leads)>, ApiError> {
        let failure = self.on_failure.iter().map(|arn| (arn, leads(arn, true)));
        let success = self.on_success.iter().map(|arn| (arn, leads(arn, false)));
        let mut found = Vec::new();
        for (arn, leads) in failure.chain(success) {
            let leads = leads.map_err(|refusal| match refusal {
                Refusal::Config => self.refused(),
                Refusal::Arn => refused_arn(arn),
            })?;
            if let Leads::Function(other) = &leads
                && other.scope == own.scope
                && other.name == own.name
            {
                return Err(invalid("You can't specify the function as a destination for itself."));
            }
            found.push((arn.clone(), leads));
        }
        Ok(found)
    }

    fn refused(&self) -> ApiError {
        let part = |name: &str, arn: &Option<String>| match arn {
            Some(arn) => format!("{name}(destination={arn})"),
            None => "null".to_owned(),
        };
        invalid(format!(
            "The provided destination config DestinationConfig(onSuccess={}, onFailure={}) is invalid.",
            part("OnSuccess", &self.on_success),
            part("OnFailure", &self.on_failure)
        ))
    }
}

pub(super) fn refused_arn(arn: &str) -> ApiError {
    invalid(format!("The destination ARN {arn} is invalid."))
}

/// Queues, topics, functions and event buses; buckets for failures only (API reference). FIFO queues and topics are
/// none.
fn leads(arn: &str, failure: bool) -> Result<Leads, Refusal> {
    let parts: Vec<&str> = arn.splitn(6, ':').collect();
    let ["arn", _, service, region, account, resource] = parts[..] else { return Err(Refusal::Config) };
    let located = || Some(Scope::new(AccountId::new(account).ok()?, Region::new(region).ok()?));
    let elsewhere = |fits: bool| if fits { Ok(Leads::Elsewhere) } else { Err(Refusal::Arn) };
    match service {
        "sqs" | "sns" => {
            let named = !resource.is_empty() && !resource.contains(':') && !resource.ends_with(".fifo");
            elsewhere(located().is_some() && named)
        }
        "events" => {
            let bus = resource.strip_prefix("event-bus/").is_some_and(|name| !name.is_empty());
            elsewhere(located().is_some() && bus)
        }
        "s3" if failure => elsewhere(region.is_empty() && !resource.is_empty()),
        "lambda" if resource.starts_with("function:") => {
            function(arn).map(Leads::Function).ok_or(Refusal::Arn)
        }
        "lambda" => Err(Refusal::Arn),
        _ => Err(Refusal::Config),
    }
}

fn function(arn: &str) -> Option<FunctionArn> {
    let FunctionRef { region, account, name, qualifier, .. } = FunctionRef::parse(arn).ok()?;
    Some(FunctionArn { scope: Scope::new(account?, region?), name, qualifier })
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = "arn:aws:lambda:us-east-1:111111111111:function:fn";

    fn check(success: Option<&str>, failure: Option<&str>) -> Result<Vec<(String, Leads)>, ApiError> {
        let given =
            Destinations { on_success: success.map(str::to_owned), on_failure: failure.map(str::to_owned) };
        given.check(&function(OWN).unwrap())
    }

    #[test]
    fn what_can_be_a_destination() {
        for arn in [
            "arn:aws:sqs:us-east-1:111111111111:q",
            "arn:aws:sns:eu-west-1:222222222222:t",
            "arn:aws:events:us-east-1:111111111111:event-bus/default",
        ] {
            let found = check(Some(arn), Some(arn)).unwrap();
            assert_eq!(found, [(arn.to_owned(), Leads::Elsewhere), (arn.to_owned(), Leads::Elsewhere)]);
        }
        check(None, Some("arn:aws:s3:::bucket")).unwrap();
        let other = OWN.replace(":fn", ":other:live");
        let found = check(Some(&other), None).unwrap();
        assert_eq!(found, [(other.clone(), Leads::Function(function(&other).unwrap()))]);
        // The same name in another account is another function.
        check(Some(&OWN.replace("111111111111", "222222222222")), None).unwrap();
        assert_eq!(check(None, None).unwrap(), []);
    }

    #[test]
    fn what_cannot() {
        let itself = "You can't specify the function as a destination for itself.";
        assert_eq!(check(Some(OWN), None).unwrap_err().message, itself);
        assert_eq!(check(None, Some(&format!("{OWN}:1"))).unwrap_err().message, itself);
        for (success, failure, printed) in [
            (
                Some("arn:aws:iam:us-east-1:111111111111:function:fn"),
                None,
                "onSuccess=OnSuccess(destination=arn:aws:iam:us-east-1:111111111111:function:fn), onFailure=null",
            ),
            (
                Some("arn:aws:s3:::bucket"),
                None,
                "onSuccess=OnSuccess(destination=arn:aws:s3:::bucket), onFailure=null",
            ),
            (None, Some("kafka://topic"), "onSuccess=null, onFailure=OnFailure(destination=kafka://topic)"),
        ] {
            let error = check(success, failure).unwrap_err();
            let wanted = format!("The provided destination config DestinationConfig({printed}) is invalid.");
            assert_eq!((error.status, error.message), (400, wanted));
        }
        for arn in [
            "arn:aws:sqs:us-east-1:111111111111:q.fifo",
            "arn:aws:sqs::111111111111:q",
            "arn:aws:sns:us-east-1:1:t",
            "arn:aws:events:us-east-1:111111111111:rule/x",
            "arn:aws:lambda:us-east-1:111111111111:layer:x",
            "arn:aws:lambda:us-east-1:111111111111:function:",
            "arn:aws:s3:::",
        ] {
            let error = check(None, Some(arn)).unwrap_err();
            assert_eq!(error.message, format!("The destination ARN {arn} is invalid."));
        }
    }

    #[test]
    fn both_halves_are_always_answered() {
        let none = Destinations::of(&DestinationConfig {
            on_success: Some(OnSuccess { destination: Some(String::new()) }),
            on_failure: None,
        });
        assert_eq!(none, Destinations::default());
        let described = serde_json::to_value(none.describe()).unwrap();
        assert_eq!(described, serde_json::json!({ "OnSuccess": {}, "OnFailure": {} }));
    }
}
