//! The server itself: how soon it is ready, what it weighs, and what an idle environment adds to it.

use crate::client::Client;
use crate::function::{self, EVENT, Subject};
use crate::options::Options;
use crate::report::{Figure, Report, Row, Target, Unit};
use crate::server::Server;
use crate::stats::Samples;
use crate::{Result, baseline, memory};
use bytes::Bytes;
use std::path::Path;

/// All of it.
pub(crate) async fn all(options: &Options, report: &mut Report) -> Result<()> {
    let data = tempfile::tempdir().map_err(|e| e.to_string())?;
    // A first start makes the keys and the databases.
    Server::start(&options.binary, data.path())?.stop()?;
    eprintln!("ready time …");
    report.push(ready(options, data.path())?);
    let bytes = std::fs::metadata(&options.binary).map_or(0, |binary| binary.len());
    report.push(Row::memory("binary, on disk", bytes / 1024, None).target(Target::AtMost(40.0)));

    eprintln!("memory …");
    let server = Server::start(&options.binary, data.path())?;
    let mut client = Client::of(&server).await?;
    let idle_kb = memory::tree(server.pid()).server_kb;
    report.push(Row::memory("server and keeper, idle", idle_kb, None).target(Target::AtMost(30.0)));
    let subjects = function::subjects(&options.rust_function)?;
    for subject in &subjects {
        client.create(subject.name, subject.runtime, subject.handler, &subject.zip).await?;
        client.invoke(subject.name, &Bytes::from_static(EVENT)).await?;
    }
    sandboxes(report, &server, &subjects)?;
    drop(client);
    server.stop()
}

/// Time until the ready line, beside that of a process that does nothing.
fn ready(options: &Options, data: &Path) -> Result<Row> {
    let (mut ready, mut bare) = (Samples::default(), Samples::default());
    for _ in 0..options.starts {
        let server = Server::start(&options.binary, data)?;
        ready.add(server.ready);
        server.stop()?;
        bare.add(baseline::process(&mut baseline::bare_start("rust-bare")?)?);
    }
    let row = Row::new("ready after a warm start", Unit::Ms, Figure::p50(ready));
    Ok(row.beside("a process that does nothing", Figure::p50(bare)).target(Target::AtMost(50.0)))
}

/// Memory of an idle environment of each function, beside that of the bare interpreter.
fn sandboxes(report: &mut Report, server: &Server, subjects: &[Subject]) -> Result<()> {
    let tree = memory::tree(server.pid());
    for subject in subjects {
        let program = match subject.name {
            "python" => "python",
            "nodejs" => "node",
            _ => "bootstrap",
        };
        let of_it: Vec<u64> = tree
            .sandboxes
            .iter()
            .filter(|(names, _)| names.iter().any(|name| name.starts_with(program)))
            .map(|(_, kb)| *kb)
            .collect();
        let Some(mean) = of_it.iter().sum::<u64>().checked_div(of_it.len() as u64) else {
            return Err(format!("no environment of {} is there", subject.name));
        };
        let bare = baseline::bare_idle(subject.name)?.map(|bare| memory::pss_kb(bare.pid()));
        let bare = bare.map(|kb| ("the bare interpreter, idle", kb));
        report.push(Row::memory(&format!("environment, idle, {}", subject.name), mean, bare));
    }
    Ok(())
}
