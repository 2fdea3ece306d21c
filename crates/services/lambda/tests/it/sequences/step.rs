//! One request of a sequence. Few names and few packages, so that requests meet each other.

use crate::house::{ACCOUNT, House, REGION, create_body, with, zip_base64};
use aws_wire::ApiError;
use proptest::prelude::*;
use serde_json::{Value, json};

const F: &str = "/2015-03-31/functions";

/// Names of functions, by number.
pub(super) const FUNCTIONS: [&str; 3] = ["f", "g", "h"];
const ALIASES: [&str; 2] = ["live", "test"];
const L: &str = "/2018-10-31/layers";
/// Names of layers. All versions of one have the same package, which functions may have as their own too.
pub(super) const LAYERS: [&str; 4] = ["l0", "l1", "l2", "l3"];

#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    Create { function: usize, code: u8, publish: bool },
    UpdateCode { function: usize, code: u8, publish: bool },
    UpdateTimeout { function: usize, timeout: u8 },
    Publish { function: usize },
    DeleteVersion { function: usize, version: u8 },
    DeleteFunction { function: usize },
    CreateAlias { function: usize, alias: usize, version: u8, second: Option<u8> },
    UpdateAlias { function: usize, alias: usize, version: u8, second: Option<u8> },
    DeleteAlias { function: usize, alias: usize },
    Reserve { function: usize, amount: u16 },
    Unreserve { function: usize },
    Permit { function: usize, version: Option<u8> },
    PublishLayer { layer: usize },
    DeleteLayer { layer: usize, version: u8 },
    UseLayers { function: usize, layers: Option<(usize, usize, u8)> },
    Settle { function: usize },
}

pub(super) fn any() -> impl Strategy<Value = Step> {
    let f = || 0..FUNCTIONS.len();
    let alias = || 0..ALIASES.len();
    let version = || 0_u8..6;
    let second = || proptest::option::of(1_u8..6);
    prop_oneof![
        4 => (f(), 0_u8..3, any_bool()).prop_map(|(function, code, publish)| Step::Create { function, code, publish }),
        4 => (f(), 0_u8..3, any_bool())
            .prop_map(|(function, code, publish)| Step::UpdateCode { function, code, publish }),
        3 => (f(), 1_u8..4).prop_map(|(function, timeout)| Step::UpdateTimeout { function, timeout }),
        4 => f().prop_map(|function| Step::Publish { function }),
        3 => (f(), version()).prop_map(|(function, version)| Step::DeleteVersion { function, version }),
        1 => f().prop_map(|function| Step::DeleteFunction { function }),
        3 => (f(), alias(), version(), second())
            .prop_map(|(function, alias, version, second)| Step::CreateAlias { function, alias, version, second }),
        3 => (f(), alias(), version(), second())
            .prop_map(|(function, alias, version, second)| Step::UpdateAlias { function, alias, version, second }),
        1 => (f(), alias()).prop_map(|(function, alias)| Step::DeleteAlias { function, alias }),
        2 => (f(), 0_u16..700).prop_map(|(function, amount)| Step::Reserve { function, amount }),
        1 => f().prop_map(|function| Step::Unreserve { function }),
        1 => (f(), second()).prop_map(|(function, version)| Step::Permit { function, version }),
        3 => (0..LAYERS.len()).prop_map(|layer| Step::PublishLayer { layer }),
        3 => (0..LAYERS.len(), 1_u8..4).prop_map(|(layer, version)| Step::DeleteLayer { layer, version }),
        4 => (f(), proptest::option::weighted(0.8, (0..LAYERS.len(), 0..LAYERS.len(), 1_u8..4)))
            .prop_map(|(function, layers)| Step::UseLayers { function, layers }),
        6 => f().prop_map(|function| Step::Settle { function }),
    ]
}

fn any_bool() -> impl Strategy<Value = bool> {
    proptest::bool::weighted(0.3)
}

/// 0 is `$LATEST`.
fn version_name(version: u8) -> String {
    if version == 0 { "$LATEST".to_owned() } else { version.to_string() }
}

fn routing(second: Option<u8>) -> Value {
    match second {
        Some(version) => json!({ "AdditionalVersionWeights": { version.to_string(): 0.5 } }),
        None => json!({ "AdditionalVersionWeights": {} }),
    }
}

/// What is in the only file of a package.
pub(super) fn content(number: usize) -> String {
    format!("code {number}")
}

impl Step {
    /// Sends the request. It may well be refused; it may not fail.
    pub(super) async fn carry_out(self, house: &House) {
        if let Err(error) = self.send(house).await {
            assert!(error.status < 500, "{self:?}: {error}");
        }
    }

    async fn send(self, house: &House) -> Result<(), ApiError> {
        let at = |function: usize, rest: &str| format!("{F}/{}{rest}", FUNCTIONS[function]);
        let code = |code: u8| zip_base64(&content(code.into()));
        let (method, uri, body) = match self {
            Self::Create { function, code: number, publish } => {
                let more = json!({ "Code": { "ZipFile": code(number) }, "Publish": publish });
                ("POST", F.to_owned(), with(create_body(FUNCTIONS[function]), more))
            }
            Self::UpdateCode { function, code: number, publish } => {
                ("PUT", at(function, "/code"), json!({ "ZipFile": code(number), "Publish": publish }))
            }
            Self::UpdateTimeout { function, timeout } => {
                ("PUT", at(function, "/configuration"), json!({ "Timeout": timeout }))
            }
            Self::Publish { function } => ("POST", at(function, "/versions"), json!({})),
            Self::DeleteVersion { function, version } => {
                ("DELETE", at(function, &format!("?Qualifier={}", version_name(version))), Value::Null)
            }
            Self::DeleteFunction { function } => ("DELETE", at(function, ""), Value::Null),
            Self::CreateAlias { function, alias, version, second } => {
                let mut body = json!({ "Name": ALIASES[alias], "FunctionVersion": version_name(version) });
                body["RoutingConfig"] = routing(second);
                ("POST", at(function, "/aliases"), body)
            }
            Self::UpdateAlias { function, alias, version, second } => {
                let mut body = json!({ "FunctionVersion": version_name(version) });
                body["RoutingConfig"] = routing(second);
                ("PUT", at(function, &format!("/aliases/{}", ALIASES[alias])), body)
            }
            Self::DeleteAlias { function, alias } => {
                ("DELETE", at(function, &format!("/aliases/{}", ALIASES[alias])), Value::Null)
            }
            Self::Reserve { function, amount } => (
                "PUT",
                format!("/2017-10-31/functions/{}/concurrency", FUNCTIONS[function]),
                json!({ "ReservedConcurrentExecutions": amount }),
            ),
            Self::Unreserve { function } => {
                ("DELETE", format!("/2017-10-31/functions/{}/concurrency", FUNCTIONS[function]), Value::Null)
            }
            Self::Permit { function, version } => {
                let query = version.map(|version| format!("?Qualifier={version}")).unwrap_or_default();
                let body = json!({
                    "StatementId": "s",
                    "Action": "lambda:InvokeFunction",
                    "Principal": "s3.amazonaws.com",
                });
                ("POST", at(function, &format!("/policy{query}")), body)
            }
            Self::PublishLayer { layer } => {
                let zip = zip_base64(&content(layer));
                ("POST", format!("{L}/{}/versions", LAYERS[layer]), json!({ "Content": { "ZipFile": zip } }))
            }
            Self::DeleteLayer { layer, version } => {
                ("DELETE", format!("{L}/{}/versions/{version}", LAYERS[layer]), Value::Null)
            }
            Self::UseLayers { function, layers } => {
                let arn = |layer: usize, version: u8| {
                    format!("arn:aws:lambda:{REGION}:{ACCOUNT}:layer:{}:{version}", LAYERS[layer])
                };
                let layers = layers.map(|(one, other, version)| vec![arn(one, version), arn(other, 1)]);
                ("PUT", at(function, "/configuration"), json!({ "Layers": layers.unwrap_or_default() }))
            }
            Self::Settle { function } => return house.settle(FUNCTIONS[function]).await,
        };
        let body = if body.is_null() { String::new() } else { body.to_string() };
        house.send(method, &uri, &[], body).await.map(drop)
    }
}

impl House {
    async fn settle(&self, function: &str) -> Result<(), ApiError> {
        // The function may be gone before it is settled.
        loop {
            let config = self.get(function).await?;
            if config["State"] != "Pending" && config["LastUpdateStatus"] != "InProgress" {
                return Ok(());
            }
            tokio::task::yield_now().await;
        }
    }

    /// Waits until nothing is being prepared.
    pub(super) async fn settle_all(&self) {
        loop {
            let facts = super::Facts::of(self).await;
            if facts.is_settled() {
                return;
            }
            tokio::task::yield_now().await;
        }
    }
}
