//! The tables of `COMPATIBILITY.md`: every operation of every service model, and whether it is built.
//!
//! Never here: the page's prose, which people write around the marks.

use serde_json::Value;
use std::fmt::Write as _;
use std::path::Path;

const BEGIN: &str = "<!-- operations: written by `cargo xtask generate` -->";
const END: &str = "<!-- end of operations -->";

/// Writes the tables into the page, or with `check` only compares them.
pub(crate) fn update(root: &Path, services: &[(&str, &[&str])], check: bool) -> Result<(), String> {
    let page = root.join("COMPATIBILITY.md");
    let text = std::fs::read_to_string(&page).map_err(|e| format!("{}: {e}", page.display()))?;
    let (before, rest) =
        text.split_once(BEGIN).ok_or("COMPATIBILITY.md lost the mark where its tables begin")?;
    let (_, after) = rest.split_once(END).ok_or("COMPATIBILITY.md lost the mark where its tables end")?;
    let mut tables = String::new();
    for (service, built) in services {
        table(root, service, built, &mut tables)?;
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

fn table(root: &Path, service: &str, built: &[&str], out: &mut String) -> Result<(), String> {
    let file = root.join("models").join(format!("{service}.json"));
    let text = std::fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?;
    let model: Value = serde_json::from_str(&text).map_err(|e| format!("{}: {e}", file.display()))?;
    let mut names: Vec<&str> =
        model["operations"].as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    let (done, missing): (Vec<&str>, Vec<&str>) = names.iter().partition(|name| built.contains(name));
    if done.len() != built.len() {
        return Err(format!("{service}: an operation that is listed as built is not in its model"));
    }
    let _ = write!(
        out,
        "\n### {service}: {} of {} operations\n\nBuilt: {}.\n\nNot built, answered with a modelled error that names the operation: {}.\n",
        done.len(),
        names.len(),
        done.join(", "),
        if missing.is_empty() { "none".to_owned() } else { missing.join(", ") },
    );
    Ok(())
}
