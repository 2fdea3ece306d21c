//! `tenfold doctor`: what this machine offers for running functions, and what is missing.

use crate::config::DataDirArgs;
use crate::data_dir::ServerNote;
use crate::failure::Failure;
use crate::terminal::{Align, Style, Table, Terminal};
use domain::runtime::Family;
use sandbox::{CgroupVersion, Features, Freezer, Privilege};
use serde_json::{Value, json};
use worker::{Interpreter, RuntimeCatalog};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Print a JSON object instead
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    data: DataDirArgs,
}

/// All that was found out.
struct Findings {
    features: Features,
    interpreters: Vec<Interpreter>,
    server: Option<ServerNote>,
}

pub(super) fn run(args: &Args, terminal: &mut Terminal) -> Result<(), Failure> {
    let data_dir = args.data.locate()?;
    let findings = Findings {
        features: Features::probe(),
        interpreters: RuntimeCatalog::new(&data_dir).list(),
        server: ServerNote::read(&data_dir),
    };
    if args.json {
        terminal.json(&report(&findings))?;
    } else {
        show(&findings, terminal)?;
    }
    match essential(&findings.features) {
        None => Ok(()),
        Some(what) => Err(Failure::Incomplete(format!("functions cannot run on this machine: {what}"))),
    }
}

/// What no function can run without, if it is missing.
fn essential(features: &Features) -> Option<&'static str> {
    if !features.user_namespaces {
        return Some("it gives this user no user namespaces");
    }
    (!features.seccomp).then_some("its kernel has no seccomp")
}

/// What is worth a sentence besides what the sandbox says itself.
fn languages_missing(interpreters: &[Interpreter]) -> Vec<(&'static str, &'static str)> {
    let advice = [
        (
            Family::Python,
            "Python",
            "no interpreter for python3.* was found: install Python 3, or name one with `tenfold runtime add python3.X PATH`",
        ),
        (
            Family::Node,
            "Node.js",
            "no interpreter for nodejs* was found: install Node.js, or name one with `tenfold runtime add nodejsXX.x PATH`",
        ),
    ];
    let lacks = |family: &Family| interpreters.iter().all(|i| i.family() != *family);
    advice.into_iter().filter(|(family, ..)| lacks(family)).map(|(_, what, advice)| (what, advice)).collect()
}

fn report(findings: &Findings) -> Value {
    let Findings { features, interpreters, server } = findings;
    let mut value = serde_json::to_value(features).unwrap_or_default();
    let more = languages_missing(interpreters);
    if let Some(missing) = value["missing"].as_array_mut() {
        missing.extend(more.iter().map(|(what, advice)| json!({ "what": what, "advice": advice })));
    }
    value["usable"] = json!(essential(features).is_none());
    value["version"] = json!(env!("CARGO_PKG_VERSION"));
    value["architecture"] = json!(std::env::consts::ARCH);
    let runtime =
        |i: &Interpreter| json!({ "runtime": i.identifier(), "version": i.version, "path": i.path });
    value["runtimes"] = interpreters.iter().map(runtime).collect();
    value["server"] = json!(server);
    value
}

fn show(findings: &Findings, terminal: &mut Terminal) -> Result<(), Failure> {
    let Findings { features, interpreters, server } = findings;
    terminal.line(&terminal.paint(Style::Bold, "Isolation"))?;
    for (good, what, text) in isolation(features) {
        let mark = if good { terminal.paint(Style::Good, "yes") } else { terminal.paint(Style::Warn, "no ") };
        terminal.line(format!("  {mark}  {what:<18}  {text}").trim_end())?;
    }
    terminal.line("")?;
    let columns = [("RUNTIME", Align::Left), ("VERSION", Align::Left), ("INTERPRETER", Align::Left)];
    let mut table = Table::new(&columns);
    for i in interpreters {
        table.row(vec![i.identifier(), i.version.clone(), i.path.display().to_string()]);
    }
    table.row(vec!["provided.*".into(), "-".into(), "the package's own bootstrap".into()]);
    terminal.table(&table)?;
    if let Some(server) = server {
        let any = if server.dev { ", development: it accepts any access key" } else { "" };
        terminal.line("")?;
        terminal.line(&format!("Server: {}, process {}{any}", server.listener(), server.pid))?;
    }
    let of_sandbox = features.missing.iter().map(|m| (m.what.as_str(), m.advice.as_str()));
    let missing: Vec<_> = of_sandbox.chain(languages_missing(interpreters)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    terminal.line("")?;
    terminal.line(&terminal.paint(Style::Bold, "Missing"))?;
    for (what, advice) in missing {
        terminal.line(&format!("  {}: {advice}", terminal.paint(Style::Warn, what)))?;
    }
    Ok(())
}

/// Whether there is something, what it is called, and more about it.
fn isolation(features: &Features) -> Vec<(bool, &'static str, String)> {
    let plain = String::new;
    vec![
        (
            true,
            "user",
            match features.privilege {
                Privilege::Root => "root: every sandbox has host user ids of its own".into(),
                Privilege::Rootless => "rootless: all sandboxes are this user outside".into(),
            },
        ),
        (features.user_namespaces, "user namespaces", plain()),
        (
            features.cgroup != CgroupVersion::None,
            "cgroups",
            match features.cgroup {
                CgroupVersion::None => "no cgroup can be written here".into(),
                CgroupVersion::V1 => "cgroup version 1".into(),
                CgroupVersion::V2 => "cgroup version 2".into(),
            },
        ),
        (features.memory_limit, "memory limit", plain()),
        (features.cpu_limit, "CPU limit", plain()),
        (features.pids_limit, "process limit", plain()),
        (
            features.freezer == Freezer::Cgroup,
            "cgroup freezer",
            if features.freezer == Freezer::Signals { "signals are used instead".into() } else { plain() },
        ),
        (features.seccomp, "seccomp", plain()),
        (
            features.landlock_abi.is_some(),
            "Landlock",
            features.landlock_abi.map_or_else(plain, |abi| format!("version {abi}")),
        ),
        (features.disk_tmp, "/tmp on disk", plain()),
        (
            features.tunnel,
            "network",
            if features.tunnel {
                "functions may connect to the public internet (--egress)".into()
            } else {
                plain()
            },
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use sandbox::Missing;

    fn findings(user_namespaces: bool, landlock_abi: Option<u32>) -> Findings {
        let missing = vec![Missing { what: "memory limit".into(), advice: "run as root".into() }];
        let features = Features {
            privilege: Privilege::Rootless,
            user_namespaces,
            cgroup: CgroupVersion::None,
            memory_limit: false,
            cpu_limit: false,
            pids_limit: false,
            freezer: Freezer::Signals,
            seccomp: true,
            landlock_abi,
            overlayfs: false,
            disk_tmp: false,
            tunnel: false,
            missing,
        };
        Findings { features, interpreters: Vec::new(), server: None }
    }

    #[test]
    fn what_is_essential() {
        assert_eq!(essential(&findings(true, None).features), None);
        assert!(essential(&findings(false, None).features).is_some());
    }

    #[test]
    fn a_report_names_everything_that_is_missing() {
        let report = report(&findings(true, None));
        let missing: Vec<_> = report["missing"].as_array().unwrap().iter().map(|m| &m["what"]).collect();
        assert_eq!(missing, ["memory limit", "Python", "Node.js"]);
        assert_eq!(report["usable"], json!(true));
        assert!(report.to_string().to_lowercase().contains("rootless"));
    }

    #[test]
    fn every_feature_has_a_line() {
        let lines = isolation(&findings(true, Some(7)).features);
        let line = |what: &str| lines.iter().find(|l| l.1 == what).unwrap();
        assert_eq!((line("Landlock").0, line("Landlock").2.as_str()), (true, "version 7"));
        assert!(!line("memory limit").0 && !line("cgroups").0 && line("seccomp").0);
    }
}
