//! The house rule: imports point to a lower floor only, never sideways, never up.
//!
//! A crate without a floor is an error too, so that a new one must be given its place here and in ARCHITECTURE.md.

use crate::workspace::{Workspace, metadata};
use serde_json::Value;
use std::collections::BTreeMap;

/// Floors from the ground up. Development tools stand outside: they may import all, nobody may import them.
const FLOORS: &[&[&str]] = &[
    &["domain"],
    &["aws-wire", "policy", "metrics", "vault"],
    &["store", "blobs", "audit", "aws-client", "sandbox", "runtime-api", "egress"],
    &["worker", "telemetry"],
    &["dispatch"],
    &["service-*"],
    &["gateway"],
    &["tenfold"],
];

/// Development tools.
const OUTSIDE: &[&str] = &["xtask", "bench", "fuzz"];

/// Dependencies that a crate must never have in its product code, with the reason.
const BANNED: &[(&str, &str, &str)] = &[
    ("domain", "serde", "the nouns are not tied to a spelling"),
    ("domain", "tokio", "the nouns do no input or output"),
    ("aws-wire", "tokio", "codecs do no input or output"),
    ("aws-wire", "hyper", "codecs do no input or output"),
    ("policy", "tokio", "decisions do no input or output"),
    ("metrics", "tokio", "counting does no input or output"),
];

/// Checks the workspace and prints every import that breaks the rule.
pub(crate) fn check(workspace: &Workspace) -> Result<bool, String> {
    let found = violations(&metadata(workspace.root(), &["--no-deps"])?);
    for violation in &found {
        println!("{violation}");
    }
    if found.is_empty() {
        println!("imports point to lower floors only");
    }
    Ok(found.is_empty())
}

/// Every import of one of our crates by another that does not point down, in words.
fn violations(metadata: &Value) -> Vec<String> {
    let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let places: BTreeMap<&str, Option<Place>> = packages
        .iter()
        .filter_map(|package| package["name"].as_str())
        .map(|name| (name, place(name)))
        .collect();
    let mut found = Vec::new();
    for package in packages {
        let Some(name) = package["name"].as_str() else { continue };
        let Some(from) = places.get(name).copied().flatten() else {
            found.push(format!("{name}: has no floor; give it one in xtask/src/architecture.rs"));
            continue;
        };
        for dependency in package["dependencies"].as_array().map(Vec::as_slice).unwrap_or_default() {
            let Some(other) = dependency["name"].as_str() else { continue };
            let in_product = dependency["kind"].is_null();
            if let Some((.., why)) =
                BANNED.iter().find(|(krate, banned, _)| in_product && *krate == name && *banned == other)
            {
                found.push(format!("{name} imports {other}: {why}"));
            }
            if let Some(Some(to)) = places.get(other) {
                found.extend(judge(from, *to).map(|why| format!("{name} imports {other}: {why}")));
            }
        }
    }
    found
}

#[derive(Clone, Copy)]
enum Place {
    Floor(usize),
    Outside,
}

fn place(name: &str) -> Option<Place> {
    if OUTSIDE.contains(&name) {
        return Some(Place::Outside);
    }
    let matches = |pattern: &&str| match pattern.strip_suffix('*') {
        Some(prefix) => name.starts_with(prefix),
        None => *pattern == name,
    };
    FLOORS.iter().position(|floor| floor.iter().any(&matches)).map(Place::Floor)
}

fn judge(from: Place, to: Place) -> Option<String> {
    match (from, to) {
        (Place::Outside, Place::Floor(_)) => None,
        (_, Place::Outside) => Some("development tools are imported by nobody".to_owned()),
        (Place::Floor(from), Place::Floor(to)) if from > to => None,
        (Place::Floor(from), Place::Floor(to)) if from == to => Some(format!("both stand on floor {from}")),
        (Place::Floor(from), Place::Floor(to)) => Some(format!("floor {from} reaches up to floor {to}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_workspace_keeps_the_rule() {
        let metadata = metadata(std::path::Path::new(env!("CARGO_MANIFEST_DIR")), &["--no-deps"]).unwrap();
        assert!(metadata["packages"].as_array().unwrap().len() > 10);
        assert_eq!(violations(&metadata), Vec::<String>::new());
    }

    fn judged(packages: &[(&str, &[&str])]) -> Vec<String> {
        let packages: Vec<Value> = packages
            .iter()
            .map(|(name, imports)| {
                let imports: Vec<Value> = imports.iter().map(|i| json!({"name": i, "kind": null})).collect();
                json!({"name": name, "dependencies": imports})
            })
            .collect();
        violations(&json!({ "packages": packages }))
    }

    #[test]
    fn downward_imports_pass() {
        let good: &[(&str, &[&str])] = &[
            ("domain", &["thiserror"]),
            ("store", &["domain", "tokio"]),
            ("service-lambda", &["store", "domain"]),
            ("tenfold", &["service-lambda", "store"]),
            ("xtask", &["domain"]),
        ];
        assert_eq!(judged(good), Vec::<String>::new());
    }

    #[test]
    fn sideways_upward_and_unplaced_imports_are_named() {
        let sideways = judged(&[("service-lambda", &["service-logs"]), ("service-logs", &[])]);
        assert_eq!(sideways, ["service-lambda imports service-logs: both stand on floor 5"]);
        let upward = judged(&[("domain", &["store"]), ("store", &[])]);
        assert_eq!(upward, ["domain imports store: floor 0 reaches up to floor 2"]);
        assert_eq!(judged(&[("helpers", &[])]).len(), 1);
        assert_eq!(judged(&[("xtask", &[]), ("gateway", &["xtask"])]).len(), 1);
        assert_eq!(judged(&[("domain", &["serde"])]).len(), 1);
    }
}
