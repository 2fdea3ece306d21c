//! Writes `crates/aws-wire/src/generated/` from `models/`: tables of every operation and shape, and typed structures
//! for the operations that are built.
//!
//! Never here: anything that depends on the machine or the day. The same models give the same bytes, which is what
//! `--check` relies on.

mod built;
mod model;
mod tables;
mod types;

use built::SERVICES;
use model::{Object, object, pattern, references, roots};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Writes the generated files, or with `check` only compares them. Called by `cargo xtask generate [--check]`.
pub(crate) fn generate(check: bool) -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask has no parent folder")?;
    let target = root.join("crates/aws-wire/src/generated");
    let mut drifted = Vec::new();
    let mut ledger = Vec::new();
    for (service, built) in SERVICES {
        let model = read_model(&root.join("models").join(format!("{service}.json")))?;
        let siblings = root.join("models").join(format!("{service}-siblings.json"));
        let siblings = if siblings.is_file() { read_model(&siblings)? } else { Value::Null };
        let text = Service::new(service, &model, built)?.write(&siblings)?;
        ledger.push((*service, crate::ledger::read(root, service, &model, built)));
        let file = target.join(format!("{service}.rs"));
        if check {
            let current = std::fs::read_to_string(&file).unwrap_or_default();
            if current != text {
                drifted.push(format!("crates/aws-wire/src/generated/{service}.rs"));
            }
        } else {
            std::fs::write(&file, text).map_err(|e| format!("{}: {e}", file.display()))?;
        }
    }
    // The tables are written first, so that a step of the ledger can be taken before it is shown.
    let ledger =
        ledger.into_iter().map(|(service, read)| Ok((service, read?))).collect::<Result<Vec<_>, String>>()?;
    crate::compatibility::update(root, &ledger, check)?;
    if drifted.is_empty() {
        return Ok(());
    }
    Err(format!("not what models/ give: {}; run `cargo xtask generate`", drifted.join(", ")))
}

fn read_model(path: &PathBuf) -> Result<Value, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))
}

/// One service on its way from model to Rust.
struct Service<'a> {
    name: &'a str,
    metadata: &'a Object,
    operations: BTreeMap<&'a str, &'a Object>,
    shapes: &'a Object,
    built: BTreeSet<&'a str>,
    /// Shapes that operations reach, by name; the index is the shape's id.
    index: BTreeMap<&'a str, usize>,
    /// All patterns of those shapes, sorted; each is in the tables once.
    patterns: Vec<Cow<'a, str>>,
}

impl<'a> Service<'a> {
    fn new(name: &'a str, model: &'a Value, built: &[&'a str]) -> Result<Self, String> {
        let part = |key: &str| object(model, key).ok_or_else(|| format!("{name}: the model has no {key}"));
        let operations: BTreeMap<_, _> =
            part("operations")?.iter().filter_map(|(k, v)| Some((k.as_str(), v.as_object()?))).collect();
        if let Some(unknown) = built.iter().find(|b| !operations.contains_key(*b)) {
            return Err(format!("{name}: the model has no operation {unknown}"));
        }
        let mut service = Self {
            name,
            metadata: part("metadata")?,
            operations,
            shapes: part("shapes")?,
            built: built.iter().copied().collect(),
            index: BTreeMap::new(),
            patterns: Vec::new(),
        };
        let roots: Vec<&str> = service.operations.values().flat_map(|o| roots(o)).collect();
        let reached = service.reach(roots)?;
        service.patterns =
            reached.iter().filter_map(|n| pattern(n, service.shapes[*n].as_object()?)).collect();
        service.patterns.sort_unstable();
        service.patterns.dedup();
        service.index = reached.into_iter().enumerate().map(|(i, n)| (n, i)).collect();
        Ok(service)
    }

    fn shape(&self, name: &str) -> Result<&'a Object, String> {
        let shape = self.shapes.get(name).and_then(Value::as_object);
        shape.ok_or_else(|| format!("{}: the model has no shape {name}", self.name))
    }

    fn reach(&self, mut open: Vec<&'a str>) -> Result<BTreeSet<&'a str>, String> {
        let mut reached = BTreeSet::new();
        while let Some(name) = open.pop() {
            if reached.insert(name) {
                open.extend(references(self.shape(name)?));
            }
        }
        Ok(reached)
    }

    fn id(&self, name: &str) -> Result<String, String> {
        let index = self.index.get(name).ok_or_else(|| format!("{}: {name} has no index", self.name))?;
        Ok(format!("ShapeId({index})"))
    }

    fn write(&self, siblings: &Value) -> Result<String, String> {
        let mut out = String::from("// Written by `cargo xtask generate`. Do not edit.\n\n");
        out.push_str("use crate::model::*;\nuse serde::{Deserialize, Serialize};\n\n");
        self.write_model(&mut out)?;
        self.write_operations(&mut out)?;
        self.write_siblings(siblings, &mut out)?;
        self.write_patterns(&mut out);
        self.write_shapes(&mut out)?;
        self.write_types(&mut out)?;
        Ok(out)
    }
}

/// Appends a line. Writing to a `String` cannot fail.
fn put(out: &mut String, line: std::fmt::Arguments<'_>) {
    let _ = writeln!(out, "{line}");
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_committed_is_what_the_models_give() {
        assert_eq!(super::generate(true), Ok(()));
    }
}
