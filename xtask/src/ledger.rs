//! The ledger of what is built and shown, `tests/ledger.json`: for every operation of every service model, how far it
//! has come. It may not claim what is not so: a snapshot of its success and of each error it can answer is looked for
//! here; whether it is built and what the end-to-end tests call is asked of the running server, in `tests/e2e`.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Routed, read and checked by its model, and answered: if only with an error that names it.
const DECODED: &str = "decoded";
/// Does what AWS does.
const BUILT: &str = "built";
/// Snapshots of a success and of each error that can happen.
const WIRE: &str = "wire";
/// A real client has called it with success in the end-to-end tests.
const E2E: &str = "e2e";

/// One service's operations by name.
pub(crate) type Operations = BTreeMap<String, Progress>;

/// How far an operation has come.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Progress {
    decoded: bool,
    /// Does what AWS does.
    pub(crate) built: bool,
    /// Its exchanges are recorded.
    pub(crate) wire: bool,
    /// Called by real clients.
    pub(crate) e2e: bool,
}

/// What there is about one service, besides the ledger.
struct Evidence<'a> {
    model: &'a Value,
    typed: &'a [&'a str],
    /// `None` where the service has no snapshots at all.
    snapshots: Option<BTreeMap<String, Snapshots>>,
    /// Operation, or `*` for all → error → why it cannot happen.
    reasons: BTreeMap<String, BTreeMap<String, String>>,
}

/// What an operation's snapshots show.
#[derive(Default)]
struct Snapshots {
    success: bool,
    errors: BTreeSet<String>,
}

/// The ledger of one service, once nothing in it is more than is true.
pub(crate) fn read(root: &Path, service: &str, model: &Value, typed: &[&str]) -> Result<Operations, String> {
    let ledger = json(&root.join("tests/ledger.json"))?;
    let operations = parse(service, &ledger[service])?;
    let evidence = Evidence::collect(root, service, model, typed)?;
    let problems = evidence.problems(&operations);
    if problems.is_empty() {
        return Ok(operations);
    }
    Err(format!("tests/ledger.json is wrong about {service}:\n  {}", problems.join("\n  ")))
}

fn parse(service: &str, ledger: &Value) -> Result<Operations, String> {
    let mut operations = Operations::new();
    for (name, steps) in ledger.as_object().ok_or_else(|| format!("the ledger lacks {service}"))? {
        let mut progress = Progress::default();
        for step in steps.as_array().into_iter().flatten() {
            match step.as_str() {
                Some(DECODED) => progress.decoded = true,
                Some(BUILT) => progress.built = true,
                Some(WIRE) => progress.wire = true,
                Some(E2E) => progress.e2e = true,
                _ => return Err(format!("{service}: {name} claims {step}, which nobody knows")),
            }
        }
        operations.insert(name.clone(), progress);
    }
    Ok(operations)
}

impl<'a> Evidence<'a> {
    fn collect(root: &Path, service: &str, model: &'a Value, typed: &'a [&'a str]) -> Result<Self, String> {
        let folder = root.join("crates/services").join(service).join("tests/snapshots");
        let mut evidence = Self { model, typed, snapshots: None, reasons: BTreeMap::new() };
        if !folder.is_dir() {
            return Ok(evidence);
        }
        let mut all: BTreeMap<String, Snapshots> = BTreeMap::new();
        for (operation, path) in list(&folder)?.into_iter().filter(|(_, path)| path.is_dir()) {
            let snapshots = all.entry(operation).or_default();
            for (_, file) in list(&path)? {
                let text = std::fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?;
                snapshots.read(&text).ok_or_else(|| format!("{} is no snapshot", file.display()))?;
            }
        }
        evidence.snapshots = Some(all);
        for (operation, errors) in json(&folder.join("cannot-happen.json"))?.as_object().into_iter().flatten()
        {
            let errors = errors.as_object().into_iter().flatten();
            let errors = errors.filter_map(|(error, why)| Some((error.clone(), why.as_str()?.to_owned())));
            evidence.reasons.insert(operation.clone(), errors.collect());
        }
        Ok(evidence)
    }

    /// Errors that the model lists for an operation, by the code that clients see.
    fn errors(&self, operation: &str) -> BTreeSet<&'a str> {
        let errors = self.model["operations"][operation]["errors"].as_array().into_iter().flatten();
        let shapes = errors.filter_map(|error| error["shape"].as_str());
        shapes.map(|shape| self.model["shapes"][shape]["error"]["code"].as_str().unwrap_or(shape)).collect()
    }

    /// Everything that is claimed and not so, and reasons that nobody needs.
    fn problems(&self, ledger: &Operations) -> Vec<String> {
        let mut found = Vec::new();
        let model = self.model["operations"].as_object();
        let names: BTreeSet<&str> = model.into_iter().flatten().map(|(name, _)| name.as_str()).collect();
        let listed: BTreeSet<&str> = ledger.keys().map(String::as_str).collect();
        found.extend(names.difference(&listed).map(|name| format!("{name} is missing")));
        found.extend(listed.difference(&names).map(|name| format!("{name} is no operation")));
        for (name, progress) in ledger.iter().filter(|(name, _)| names.contains(name.as_str())) {
            if progress.built && !(progress.decoded && self.typed.contains(&name.as_str())) {
                found.push(format!("{name} cannot be built: it is not decoded into a structure"));
            }
            if (progress.wire || progress.e2e) && !progress.built {
                found.push(format!("{name} is tested and not built"));
            }
            match &self.snapshots {
                None if progress.wire => found.push(format!("{name} has no snapshots")),
                Some(all) if progress.built => {
                    found.extend(self.unseen(name, all.get(name)));
                    if !progress.wire {
                        found.push(format!("{name} is built and claims no wire test"));
                    }
                }
                _ => {}
            }
        }
        found.extend(self.needless_reasons(&names));
        found
    }

    /// What an operation can answer and no snapshot shows.
    fn unseen(&self, operation: &str, snapshots: Option<&Snapshots>) -> Vec<String> {
        let none = Snapshots::default();
        let snapshots = snapshots.unwrap_or(&none);
        let excused = |error: &str| {
            [operation, "*"].iter().any(|key| self.reasons.get(*key).is_some_and(|r| r.contains_key(error)))
        };
        let mut found = Vec::new();
        if !snapshots.success {
            found.push(format!("{operation} has no snapshot of a success"));
        }
        for error in self.errors(operation) {
            if !snapshots.errors.contains(error) && !excused(error) {
                found.push(format!("{operation} has neither a snapshot of {error} nor a reason against it"));
            }
        }
        found
    }

    fn needless_reasons(&self, names: &BTreeSet<&str>) -> Vec<String> {
        let mut found = Vec::new();
        for (operation, errors) in &self.reasons {
            for (error, why) in errors {
                let of_all = operation == "*";
                let possible = names
                    .iter()
                    .any(|name| (of_all || name == operation) && self.errors(name).contains(error.as_str()));
                let seen = self.snapshots.as_ref().and_then(|all| all.get(operation));
                if !possible {
                    found.push(format!("{operation} has no {error}, so it needs no reason"));
                } else if why.is_empty() {
                    found.push(format!("{operation} gives no reason against {error}"));
                } else if seen.is_some_and(|s| s.errors.contains(error)) {
                    found.push(format!("{operation} has a snapshot of {error}, which is said not to happen"));
                }
            }
        }
        found
    }

    #[cfg(test)]
    fn of(model: &'a Value, typed: &'a [&'a str], snapshots: &[(&str, &str)], reasons: &Value) -> Self {
        let mut all: BTreeMap<String, Snapshots> = BTreeMap::new();
        for (operation, text) in snapshots {
            assert!(all.entry((*operation).to_owned()).or_default().read(text).is_some());
        }
        let reasons = serde_json::from_value(reasons.clone()).unwrap_or_default();
        Self { model, typed, snapshots: Some(all), reasons }
    }
}

impl Snapshots {
    /// Takes in one file: what is after its line of dashes begins with the status and the headers.
    fn read(&mut self, text: &str) -> Option<()> {
        let (_, answer) = text.split_once("\n---\n")?;
        let mut lines = answer.lines().take_while(|line| !line.is_empty());
        let status: u16 = lines.next()?.parse().ok()?;
        self.success |= (200..300).contains(&status);
        self.errors
            .extend(lines.filter_map(|line| Some(line.strip_prefix("x-amzn-errortype: ")?.to_owned())));
        Some(())
    }
}

fn json(path: &Path) -> Result<Value, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))
}

fn list(folder: &Path) -> Result<Vec<(String, std::path::PathBuf)>, String> {
    let fail = |e: std::io::Error| format!("{}: {e}", folder.display());
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(fail)? {
        let entry = entry.map_err(fail)?;
        found.push((entry.file_name().to_string_lossy().into_owned(), entry.path()));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn problems(ledger: Value, typed: &[&str], snapshots: &[(&str, &str)], reasons: Value) -> Vec<String> {
        let model = json!({
            "operations": { "Get": { "errors": [{ "shape": "Missing" }, { "shape": "Busy" }] }, "Put": {} },
            "shapes": { "Missing": {}, "Busy": { "error": { "code": "TooBusy" } } },
        });
        let operations = parse("s", &ledger).unwrap_or_default();
        Evidence::of(&model, typed, snapshots, &reasons).problems(&operations)
    }

    const GOOD: &str = "GET /\n---\n200\ncontent-type: x\n\n{}\n";
    const MISSING: &str = "GET /\n---\n404\nx-amzn-errortype: Missing\n\n{}\n";
    const BUSY: &str = "GET /\n---\n429\nx-amzn-errortype: TooBusy\n\n{}\n";

    #[test]
    fn what_is_shown_may_be_claimed() {
        let ledger = json!({ "Get": ["decoded", "built", "wire", "e2e"], "Put": ["decoded"] });
        let shown = [("Get", GOOD), ("Get", MISSING), ("Get", BUSY)];
        assert_eq!(problems(ledger.clone(), &["Get"], &shown, json!({})), Vec::<String>::new());
        let reasons = json!({ "*": { "TooBusy": "never" } });
        assert_eq!(problems(ledger, &["Get"], &shown[..2], reasons), Vec::<String>::new());
    }

    #[test]
    fn what_is_not_may_not() {
        let all = json!({ "Get": ["decoded", "built", "wire"], "Put": ["decoded"] });
        let with = |get: Value| json!({ "Get": get, "Put": ["decoded"] });
        for (ledger, shown, reasons, wanted) in [
            (json!({ "Get": ["decoded"] }), vec![], json!({}), "Put is missing"),
            (
                json!({ "Get": ["decoded"], "Put": ["decoded"], "Pat": ["decoded"] }),
                vec![],
                json!({}),
                "Pat is no operation",
            ),
            (
                json!({ "Get": ["decoded"], "Put": ["decoded", "built"] }),
                vec![],
                json!({}),
                "Put cannot be built: it is not decoded into a structure",
            ),
            (with(json!(["decoded", "e2e"])), vec![], json!({}), "Get is tested and not built"),
            (
                with(json!(["decoded", "built"])),
                vec![("Get", GOOD), ("Get", MISSING), ("Get", BUSY)],
                json!({}),
                "Get is built and claims no wire test",
            ),
            (
                all.clone(),
                vec![("Get", MISSING), ("Get", BUSY)],
                json!({}),
                "Get has no snapshot of a success",
            ),
            (
                all.clone(),
                vec![("Get", GOOD), ("Get", BUSY)],
                json!({}),
                "Get has neither a snapshot of Missing nor a reason against it",
            ),
            (
                all.clone(),
                vec![("Get", GOOD), ("Get", MISSING), ("Get", BUSY)],
                json!({ "Get": { "Missing": "never" } }),
                "Get has a snapshot of Missing, which is said not to happen",
            ),
            (
                all,
                vec![("Get", GOOD), ("Get", MISSING), ("Get", BUSY)],
                json!({ "*": { "Other": "never" } }),
                "* has no Other, so it needs no reason",
            ),
        ] {
            let found = problems(ledger, &["Get"], &shown, reasons);
            assert!(found.iter().any(|p| p == wanted), "{wanted}: {found:?}");
        }
        assert!(parse("s", &json!({ "Get": ["done"] })).is_err());
    }
}
