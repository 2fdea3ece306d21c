//! Licences of all dependencies against the list that `deny.toml` allows, for machines without `cargo deny`.

use crate::command::show;
use crate::report::Counts;
use crate::workspace::{Workspace, metadata};

/// What `cargo deny` says of licences, banned crates and sources, where it is installed. Advisories are not asked for: they come from the
/// network. Where it is missing this is no success, but a check that did not run.
pub(crate) fn deny(workspace: &Workspace) -> Result<Counts, String> {
    let installed = workspace.cargo().args(["deny", "--version"]).output();
    let installed = installed.is_ok_and(|output| output.status.success());
    verdict(installed, || {
        let mut deny = workspace.cargo();
        deny.args([
            "deny",
            "--offline",
            "--locked",
            "--all-features",
            "check",
            "licenses",
            "bans",
            "sources",
        ]);
        Ok(show(&mut deny)?.success)
    })
}

fn verdict(installed: bool, run: impl FnOnce() -> Result<bool, String>) -> Result<Counts, String> {
    if !installed {
        println!(
            "SKIPPED: cargo deny is not installed (`cargo install cargo-deny`), so banned crates and sources were not checked"
        );
        return Ok(Counts::SKIPPED);
    }
    run().map(Counts::of)
}

/// Checks every package that Cargo.lock names, and prints those whose licence is not allowed.
pub(crate) fn check(workspace: &Workspace) -> Result<bool, String> {
    let text = std::fs::read_to_string(workspace.path("deny.toml")).map_err(|e| format!("deny.toml: {e}"))?;
    let allowed = allow_list(&text);
    if allowed.is_empty() {
        return Err("deny.toml: no licence is allowed".to_owned());
    }
    let metadata = metadata(workspace.root(), &["--locked"])?;
    let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut good = true;
    for package in packages {
        let licence = package["license"].as_str().unwrap_or_default();
        if !is_allowed(licence, &allowed) {
            println!("{} {}: licence {licence:?} is not allowed", package["name"], package["version"]);
            good = false;
        }
    }
    if good {
        println!("the licences of {} packages are allowed", packages.len());
    }
    Ok(good)
}

/// The strings of `allow = [ … ]` in the section `[licenses]`. This reads our own file, not any TOML.
fn allow_list(text: &str) -> Vec<String> {
    let section =
        text.split("\n[").find(|s| s.trim_start_matches('[').starts_with("licenses]")).unwrap_or_default();
    let list =
        section.split_once("allow = [").and_then(|(_, rest)| rest.split_once(']')).map(|(list, _)| list);
    list.unwrap_or_default().split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Evaluates an SPDX expression: `OR` needs one side, `AND` both; the old `/` means `OR`.
fn is_allowed(expression: &str, allowed: &[String]) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut parser = Parser { words: &words, allowed };
    let verdict = parser.any();
    verdict == Some(true) && parser.words.is_empty()
}

struct Parser<'a> {
    words: &'a [&'a str],
    allowed: &'a [String],
}

impl Parser<'_> {
    fn take(&mut self, word: &str) -> bool {
        let taken = self.words.first() == Some(&word);
        if taken {
            self.words = &self.words[1..];
        }
        taken
    }

    fn any(&mut self) -> Option<bool> {
        let mut verdict = self.all()?;
        while self.take("OR") {
            verdict |= self.all()?;
        }
        Some(verdict)
    }

    fn all(&mut self) -> Option<bool> {
        let mut verdict = self.one()?;
        while self.take("AND") {
            verdict &= self.one()?;
        }
        Some(verdict)
    }

    fn one(&mut self) -> Option<bool> {
        if self.take("(") {
            let verdict = self.any()?;
            return self.take(")").then_some(verdict);
        }
        let (name, rest) = self.words.split_first()?;
        self.words = rest;
        let mut name = (*name).to_owned();
        if self.take("WITH") {
            let (exception, rest) = self.words.split_first()?;
            self.words = rest;
            name = format!("{name} WITH {exception}");
        }
        Some(self.allowed.contains(&name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions() {
        let allowed =
            ["MIT".to_owned(), "Apache-2.0".to_owned(), "Apache-2.0 WITH LLVM-exception".to_owned()];
        for good in [
            "MIT",
            "MIT OR GPL-3.0",
            "GPL-3.0/MIT",
            "(MIT OR Unlicense) AND Apache-2.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-2.0",
        ] {
            assert!(is_allowed(good, &allowed), "{good}");
        }
        for bad in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT", "MIT MIT", "MIT WITH", "OR"] {
            assert!(!is_allowed(bad, &allowed), "{bad}");
        }
    }

    #[test]
    fn what_is_not_installed_has_not_passed() {
        let missing = verdict(false, || panic!("it is not there")).unwrap();
        assert_eq!((missing.passed, missing.failed, missing.skipped), (0, 0, 1));
        for (good, counted) in [(true, (1, 0, 0)), (false, (0, 1, 0))] {
            let ran = verdict(true, || Ok(good)).unwrap();
            assert_eq!((ran.passed, ran.failed, ran.skipped), counted);
        }
        assert!(verdict(true, || Err("it broke".to_owned())).is_err());
    }

    #[test]
    fn our_list_is_read() {
        let text =
            "[graph]\nall-features = true\n[licenses]\nallow = [\n  \"MIT\",\n  \"ISC\", # why\n]\n[bans]\n";
        assert_eq!(allow_list(text), ["MIT", "ISC"]);
        assert_eq!(allow_list("[bans]\nallow = [\"x\"]\n"), Vec::<String>::new());
    }
}
