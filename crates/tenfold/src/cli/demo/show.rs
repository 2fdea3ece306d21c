//! What the demo prints.

use crate::shell::Shell;
use crate::terminal::{Align, Style, Table, Terminal, duration};
use std::io;
use std::path::Path;
use std::time::Duration;

/// One example that worked.
pub(super) struct Shown {
    pub(super) name: &'static str,
    pub(super) runtime: String,
    /// The first invocation's answer and log.
    pub(super) answer: String,
    pub(super) log: String,
    /// From CreateFunction to `Active`.
    pub(super) deployed: Duration,
    /// The first invocation, as the caller saw it.
    pub(super) cold: Duration,
    /// The median of those that followed.
    pub(super) warm_median: Duration,
}

/// An example's answer and log.
pub(super) fn example(shown: &Shown, terminal: &mut Terminal) -> io::Result<()> {
    let name = terminal.paint(Style::Bold, shown.name);
    terminal.line(&format!("{name}  {}", terminal.paint(Style::Dim, &shown.runtime)))?;
    terminal.foreign(Style::Good, &format!("  {}", shown.answer))?;
    for line in shown.log.lines() {
        let style = if line.starts_with("REPORT ") { Style::Plain } else { Style::Dim };
        terminal.foreign(style, &format!("  {}", line.trim_end()))?;
    }
    Ok(())
}

/// The times of all examples side by side.
pub(super) fn times(all: &[Shown], terminal: &mut Terminal) -> io::Result<()> {
    if all.is_empty() {
        return Ok(());
    }
    let mut table = Table::new(&[
        ("FUNCTION", Align::Left),
        ("RUNTIME", Align::Left),
        ("DEPLOYED", Align::Right),
        ("COLD", Align::Right),
        ("WARM (MEDIAN)", Align::Right),
    ]);
    for one in all {
        table.row(vec![
            one.name.to_owned(),
            one.runtime.clone(),
            duration(one.deployed),
            duration(one.cold),
            duration(one.warm_median),
        ]);
    }
    terminal.table(&table)
}

/// How to use the server that goes on serving.
pub(super) fn how_to_go_on(data_dir: &Path, terminal: &mut Terminal) -> io::Result<()> {
    let program = std::env::current_exe().map_or("tenfold".into(), |p| p.display().to_string());
    let (program, data_dir) = (Shell::Sh.quote(&program), Shell::Sh.quote(&data_dir.display().to_string()));
    terminal.line("")?;
    terminal
        .line(&terminal.paint(Style::Bold, "Point the AWS CLI, or any AWS SDK, at it in another shell:"))?;
    for command in [
        format!("eval \"$({program} env --data-dir {data_dir})\""),
        "aws lambda list-functions".to_owned(),
        // `fileb:` means the same to both versions of the AWS CLI, text on the command line does not.
        "echo '{\"name\":\"Ada\"}' > event.json".to_owned(),
        "aws lambda invoke --function-name python-hello --payload fileb://event.json /dev/stdout".to_owned(),
        "aws logs tail /aws/lambda/python-hello    # AWS CLI 2".to_owned(),
        format!("{program} logs python-hello --data-dir {data_dir}"),
    ] {
        terminal.line(&format!("  {command}"))?;
    }
    terminal.line("")?;
    terminal.line("Serving until Ctrl-C.")
}
