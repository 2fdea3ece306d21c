//! What is true at a moment, as clients see it, and what must be.

use super::step::{FUNCTIONS, LAYERS, content};
use crate::house::{House, list_all, zip};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use domain::Sha256;
use serde_json::Value;
use sha2::Digest;
use std::collections::{BTreeMap, BTreeSet};

const F: &str = "/2015-03-31/functions";

#[derive(Default)]
pub(super) struct Facts {
    /// Every version, by function and version, but for how far it is.
    versions: BTreeMap<(String, String), Value>,
    /// Names of layers that have a version.
    layers: BTreeSet<String>,
    settled: bool,
    reserved: u64,
    /// The account's limit without what is reserved.
    unreserved: u64,
}

impl Facts {
    /// Everything, through the API.
    pub(super) async fn of(house: &House) -> Self {
        let mut facts = Self { settled: true, ..Self::default() };
        for listed in list_all(house, &format!("{F}/?FunctionVersion=ALL&MaxItems=3"), "Functions").await {
            let name = listed["FunctionName"].as_str().unwrap().to_owned();
            let version = listed["Version"].as_str().unwrap().to_owned();
            let config = house.get(&format!("{name}:{version}")).await.unwrap();
            facts.settled &= config["State"] != "Pending" && config["LastUpdateStatus"] != "InProgress";
            let mut config = config.as_object().unwrap().clone();
            for changing in ["State", "StateReason", "StateReasonCode", "RevisionId"] {
                config.remove(changing);
            }
            config.retain(|member, _| !member.starts_with("LastUpdate"));
            facts.versions.insert((name, version), Value::Object(config));
        }
        for layer in list_all(house, "/2018-10-31/layers?MaxItems=2", "Layers").await {
            facts.layers.insert(layer["LayerName"].as_str().unwrap().to_owned());
        }
        for function in FUNCTIONS {
            facts.check_aliases(house, function).await;
            let uri = format!("/2019-09-30/functions/{function}/concurrency");
            if let Ok(reserved) = house.json("GET", &uri, Value::Null).await {
                facts.reserved += reserved["ReservedConcurrentExecutions"].as_u64().unwrap_or(0);
            }
        }
        let account = house.json("GET", "/2016-08-19/account-settings", Value::Null).await.unwrap();
        facts.unreserved = account["AccountLimit"]["UnreservedConcurrentExecutions"].as_u64().unwrap();
        facts
    }

    /// Every alias leads to its version, and its second version is there.
    async fn check_aliases(&self, house: &House, function: &str) {
        if !self.versions.contains_key(&(function.to_owned(), "$LATEST".to_owned())) {
            return;
        }
        for alias in list_all(house, &format!("{F}/{function}/aliases?MaxItems=1"), "Aliases").await {
            let name = alias["Name"].as_str().unwrap();
            let config = house.get(&format!("{function}:{name}")).await.unwrap();
            assert_eq!(config["Version"], alias["FunctionVersion"], "{alias}");
            let weights = alias["RoutingConfig"]["AdditionalVersionWeights"].as_object();
            for second in weights.into_iter().flat_map(|weights| weights.keys()) {
                assert!(self.versions.contains_key(&(function.to_owned(), second.clone())), "{alias}");
            }
        }
    }

    pub(super) fn is_settled(&self) -> bool {
        self.settled
    }

    /// What must be true, after `before` was.
    pub(super) fn check(&self, before: &Self) {
        for (key, version) in self.versions.iter().filter(|((_, version), _)| version != "$LATEST") {
            assert!(before.versions.get(key).is_none_or(|old| old == version), "{key:?} changed: {version}");
        }
        assert_eq!(self.reserved + self.unreserved, 1_000);
        assert!(self.unreserved >= 100, "{} are reserved", self.reserved);
    }

    /// Versions that were seen are kept in mind, also those that are gone: a number is never used again.
    pub(super) fn follow(&mut self, now: Self) {
        self.versions.extend(now.versions);
    }

    /// No package is without an owner, and no owner without its package.
    pub(super) fn check_blobs(&self, kept: &BTreeSet<Sha256>) {
        assert_eq!(&self.owned(), kept);
    }

    /// The packages that versions have, as their own or as layers, and those of layers.
    pub(super) fn owned(&self) -> BTreeSet<Sha256> {
        let digest = |version: &Value| {
            let bytes = BASE64.decode(version["CodeSha256"].as_str().unwrap()).unwrap();
            Sha256(bytes.try_into().unwrap())
        };
        let of_versions = self.versions.values().flat_map(|version| {
            let arns = version["Layers"].as_array().into_iter().flatten().map(|layer| &layer["Arn"]);
            arns.map(|arn| arn.as_str().unwrap().split(':').nth(6).unwrap().to_owned())
        });
        let layers: BTreeSet<String> = self.layers.iter().cloned().chain(of_versions).collect();
        let of_layer = |name: &String| {
            let number = LAYERS.iter().position(|layer| layer == name).unwrap();
            Sha256(sha2::Sha256::digest(zip(&content(number))).into())
        };
        self.versions.values().map(digest).chain(layers.iter().map(of_layer)).collect()
    }
}
