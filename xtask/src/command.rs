//! Running programs: their output is shown while they run, or kept for the case that they fail.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// How long output may still come after a program has ended. Something that it left behind may hold the pipe
/// open for ever, which must not hold us.
const AFTER_END: Duration = Duration::from_secs(2);

/// What became of a program.
pub(crate) struct Finished {
    /// Whether its status was 0.
    pub(crate) success: bool,
    /// Everything that it wrote, to either stream.
    pub(crate) output: String,
}

/// Runs a program and shows its output as it comes.
pub(crate) fn show(command: &mut Command) -> Result<Finished, String> {
    run(command, true)
}

/// Runs a program; its output is in the error if it fails.
pub(crate) fn quiet(command: &mut Command) -> Result<(), String> {
    let finished = run(command, false)?;
    if finished.success { Ok(()) } else { Err(format!("{} failed:\n{}", describe(command), finished.output)) }
}

fn run(command: &mut Command, echo: bool) -> Result<Finished, String> {
    let failed = |command: &Command, e: std::io::Error| format!("{}: {e}", describe(command));
    let (reader, writer) = std::io::pipe().map_err(|e| failed(command, e))?;
    let other = writer.try_clone().map_err(|e| failed(command, e))?;
    let mut child =
        command.stdin(Stdio::null()).stdout(writer).stderr(other).spawn().map_err(|e| failed(command, e))?;
    // The command still holds our copies of the writing ends.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let lines = spawn_reader(reader);
    let mut output = String::new();
    let mut status = None;
    loop {
        let wait = if status.is_some() { AFTER_END } else { Duration::from_millis(100) };
        match lines.recv_timeout(wait) {
            Ok(line) => {
                if echo {
                    println!("{line}");
                }
                output.push_str(&line);
                output.push('\n');
            }
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
            Err(mpsc::RecvTimeoutError::Timeout) if status.is_some() => break,
            Err(mpsc::RecvTimeoutError::Timeout) => {
                status = child.try_wait().map_err(|e| failed(command, e))?;
            }
        }
    }
    let status = child.wait().map_err(|e| failed(command, e))?;
    Ok(Finished { success: status.success(), output })
}

/// Lines of a stream, through a thread, so that the receiver can give up waiting.
fn spawn_reader(stream: impl Read + Send + 'static) -> mpsc::Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let mut stream = BufReader::new(stream);
        let mut line = Vec::new();
        while stream.read_until(b'\n', &mut line).is_ok_and(|n| n > 0) {
            let text = String::from_utf8_lossy(&line).trim_end_matches(['\n', '\r']).to_owned();
            line.clear();
            if sender.send(text).is_err() {
                return;
            }
        }
    });
    receiver
}

fn describe(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|a| a.to_string_lossy().into_owned()));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn both_streams_are_kept_and_the_status_is_known() {
        let finished = run(&mut shell("echo one; echo two >&2; exit 3"), false).unwrap();
        assert_eq!(finished.output, "one\ntwo\n");
        assert!(!finished.success);
        assert!(quiet(&mut shell("true")).is_ok());
        assert!(quiet(&mut shell("echo why; false")).unwrap_err().contains("why"));
        assert!(quiet(&mut Command::new("no-such-program-here")).is_err());
    }

    #[test]
    fn a_child_left_behind_does_not_hold_us() {
        let begun = std::time::Instant::now();
        let finished = run(&mut shell("sleep 30 & echo $!"), false).unwrap();
        assert!(finished.success);
        assert!(begun.elapsed() < Duration::from_secs(20));
        let _ = Command::new("kill").arg(finished.output.trim()).status();
    }
}
