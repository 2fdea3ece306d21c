//! The tables of `COMPATIBILITY.md`: every operation of every service model, and how far it has come, from the ledger.
//!
//! Never here: the page's prose, which people write around the marks.

use crate::ledger::{Operations, Progress};
use std::fmt::Write as _;
use std::path::Path;

const BEGIN: &str = "<!-- operations: written by `cargo xtask generate` -->";
const END: &str = "<!-- end of operations -->";

/// Writes the tables into the page, or with `check` only compares them.
pub(crate) fn update(root: &Path, services: &[(&str, Operations)], check: bool) -> Result<(), String> {
    let page = root.join("COMPATIBILITY.md");
    let text = std::fs::read_to_string(&page).map_err(|e| format!("{}: {e}", page.display()))?;
    let (before, rest) =
        text.split_once(BEGIN).ok_or("COMPATIBILITY.md lost the mark where its tables begin")?;
    let (_, after) = rest.split_once(END).ok_or("COMPATIBILITY.md lost the mark where its tables end")?;
    let mut tables = String::new();
    for (service, operations) in services {
        table(service, operations, &mut tables);
    }
    let wanted = format!("{before}{BEGIN}\n{tables}\n{END}{after}");
    if wanted == text {
        return Ok(());
    }
    if check {
        return Err("COMPATIBILITY.md does not say what is built; run `cargo xtask generate`".to_owned());
    }
    std::fs::write(&page, wanted).map_err(|e| format!("{}: {e}", page.display()))
}

fn table(service: &str, operations: &Operations, out: &mut String) {
    let (built, missing): (Vec<_>, Vec<_>) = operations.iter().partition(|(_, progress)| progress.built);
    let _ = writeln!(out, "\n### {service}: {} of {} operations\n", built.len(), operations.len());
    if built.iter().any(|(_, progress)| progress.wire) {
        let _ = writeln!(out, "| built | wire test | end-to-end test |\n|---|---|---|");
        for (name, progress) in &built {
            let _ = writeln!(out, "| {name} | {} | {} |", mark(progress.wire), mark(progress.e2e));
        }
    } else {
        let of = |wanted: fn(&Progress) -> bool| {
            let names = built.iter().filter(|(_, progress)| wanted(progress)).map(|(name, _)| name.as_str());
            names.collect::<Vec<_>>().join(", ")
        };
        let (tested, untested) = (of(|p| p.e2e), of(|p| !p.e2e));
        if !tested.is_empty() {
            let _ = writeln!(out, "Built, with an end-to-end test: {tested}.");
        }
        if !untested.is_empty() {
            let _ = writeln!(out, "Built, without an end-to-end test: {untested}.");
        }
    }
    if !missing.is_empty() {
        let names: Vec<&str> = missing.iter().map(|(name, _)| name.as_str()).collect();
        let list = names.join(", ");
        let _ =
            writeln!(out, "\nNot built, answered with a modelled error that names the operation: {list}.");
    }
}

fn mark(done: bool) -> &'static str {
    if done { "yes" } else { "" }
}
