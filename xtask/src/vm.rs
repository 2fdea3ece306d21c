//! `cargo xtask test-vm`: boots a Debian kernel with cgroup v2 in an emulator, and runs the tests there, as root and as
//! an ordinary user.
//!
//! What runs inside, and which tests these are, is in `tests/vm`. Nothing of the host is shared with the machine but two
//! read-only disks, and nothing is left of it but its output in `target/vm`.

mod packages;

use crate::report::{Counts, Outcome};
use crate::workspace::Workspace;
use packages::Parts;
use serde_json::Value;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a machine may take until its tests begin: a kernel that boots in four seconds, on a busy host.
const BOOT: Duration = Duration::from_secs(120);
/// The same with the processor's own virtualisation. Where that does not boot a stock guest, it mostly ends at once.
const BOOT_KVM: Duration = Duration::from_secs(20);
/// How long all of it may take. Four minutes are usual on two processors that do nothing else.
const PATIENCE: Duration = Duration::from_secs(30 * 60);
/// How often the output is looked at.
const LOOK: Duration = Duration::from_millis(200);
/// How much of the kernel's messages is shown if something fails, in lines.
const SHOWN: usize = 40;

/// What the tests inside say, line by line: see `tests/vm/guest.py`.
const UP: &str = "guest: up";
const DONE: &str = "guest: done";

/// Runs the tests in the machine, and counts them. Where it cannot be had, that is one test skipped, and said loudly.
pub(crate) fn run(workspace: &Workspace) -> Result<Outcome, String> {
    let parts = match available().and_then(|()| packages::fetch(workspace)) {
        Ok(parts) => parts,
        Err(why) => {
            println!(
                "\nSKIPPED: THE TESTS ON CGROUP V2 DID NOT RUN, for the virtual machine cannot be had:\n{why}\n"
            );
            return Ok(Counts::SKIPPED.into());
        }
    };
    let programs = programs(workspace)?;
    let output = workspace.target("vm");
    for accelerator in accelerators() {
        let machine = Machine::boot(&parts, &programs, &output, accelerator)?;
        if let Some(said) = machine.watch()? {
            return Ok(judge(&said, &output));
        }
        println!("the machine does not boot with {accelerator}");
    }
    show_console(&output);
    Err("the virtual machine did not boot".to_owned())
}

fn available() -> Result<(), String> {
    if !cfg!(target_arch = "x86_64") {
        return Err("this is not an x86-64 machine".to_owned());
    }
    if !Path::new("/usr/bin/apt-get").exists() {
        return Err("it is made from Debian's packages, and there is no apt-get here".to_owned());
    }
    Ok(())
}

/// The disk with what is tested: our binary, the sandbox's tests, and the script that runs all.
fn programs(workspace: &Workspace) -> Result<PathBuf, String> {
    let directory = workspace.target("vm/programs");
    std::fs::create_dir_all(&directory).map_err(|e| format!("{}: {e}", directory.display()))?;
    let copy = |from: &Path, name: &str| {
        let to = directory.join(name);
        std::fs::copy(from, &to).map(|_| ()).map_err(|e| format!("{}: {e}", from.display()))?;
        // Without what only debuggers read, where there is a program for that.
        let _ = Command::new("strip").arg("-g").arg(&to).stderr(Stdio::null()).status();
        Ok::<_, String>(())
    };
    let built = build(workspace)?;
    for (program, name) in [("tenfold", "tenfold"), ("linux", "sandbox-tests")] {
        let path = executable(&built, program).ok_or_else(|| format!("cargo built no {program}"))?;
        copy(&path, name)?;
    }
    for script in ["tests/vm/guest.py", "tests/functions/limits/limits.py"] {
        let from = workspace.path(script);
        let to = directory.join(from.file_name().unwrap_or_default());
        std::fs::copy(&from, to).map_err(|e| format!("{script}: {e}"))?;
    }
    let image = workspace.target("vm/programs.ext4");
    packages::image(&directory, &image, "256M")?;
    Ok(image)
}

/// Builds both programs, with the features that they have in the rest of the suite; returns what cargo says of them.
fn build(workspace: &Workspace) -> Result<String, String> {
    let mut cargo = workspace.cargo();
    cargo.args(["build", "--workspace", "--locked", "--message-format=json-render-diagnostics"]);
    cargo.args(["--bin", "tenfold", "--test", "linux"]);
    let output = cargo.stderr(Stdio::inherit()).output().map_err(|e| format!("cargo build: {e}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err("cargo build failed".to_owned())
    }
}

/// Where the program of this name is, by cargo's messages.
fn executable(messages: &str, name: &str) -> Option<PathBuf> {
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    messages
        .filter(|message| message["target"]["name"] == name)
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
}

/// What to try, in this order. Emulation always works.
fn accelerators() -> Vec<&'static str> {
    let kvm = File::options().read(true).write(true).open("/dev/kvm").is_ok();
    if kvm { vec!["kvm", "tcg"] } else { vec!["tcg"] }
}

/// A machine that runs. It is killed when this is dropped.
struct Machine {
    emulator: Child,
    results: PathBuf,
    boot: Duration,
}

impl Machine {
    fn boot(parts: &Parts, programs: &Path, output: &Path, accelerator: &str) -> Result<Self, String> {
        let log = |name: &str| output.join(name);
        let emulated = accelerator == "tcg";
        let slowness = if emulated { 6 } else { 2 };
        let results = log("results.log");
        for name in ["results.log", "console.log"] {
            File::create(log(name)).map_err(|e| format!("{name}: {e}"))?;
        }
        let messages = File::create(log("emulator.log")).map_err(|e| format!("emulator.log: {e}"))?;
        let mut command = parts.emulator();
        command
            .args(["-nodefaults", "-no-user-config", "-display", "none", "-no-reboot", "-nic", "none"])
            .args(["-machine", "pc", "-cpu", "max", "-smp", "2", "-m", "3072", "-accel", accelerator])
            .arg("-kernel")
            .arg(parts.kernel())
            // What the kernel does not know goes to the first process's environment.
            .args(["-append", &format!(
                "console=ttyS0 quiet root=/dev/nvme0n1 rw init=/init panic=-1 TENFOLD_TEST_SLOWNESS={slowness}"
            )])
            .arg("-serial")
            .arg(format!("file:{}", log("console.log").display()))
            .arg("-serial")
            .arg(format!("file:{}", results.display()));
        // What is written to the first goes to a nameless file.
        for (name, path, how) in
            [("root", parts.root(), "snapshot=on"), ("programs", programs.to_owned(), "readonly=on")]
        {
            command
                .arg("-drive")
                .arg(format!("if=none,format=raw,id={name},file={},{how}", path.display()))
                .args(["-device", &format!("nvme,drive={name},serial={name}")]);
        }
        let errors = messages.try_clone().map_err(|e| format!("emulator.log: {e}"))?;
        let emulator = command.stdin(Stdio::null()).stdout(messages).stderr(errors).spawn();
        let emulator = emulator.map_err(|e| format!("qemu-system-x86_64: {e}"))?;
        Ok(Self { emulator, results, boot: if emulated { BOOT } else { BOOT_KVM } })
    }

    /// Shows what the tests say, until the machine is off or it has taken too long; `None` if they never began.
    fn watch(mut self) -> Result<Option<String>, String> {
        let begun = Instant::now();
        let mut shown = 0;
        loop {
            let ended = self.emulator.try_wait().map_err(|e| format!("wait for the emulator: {e}"))?;
            // Read after the look at the process: what it said last is there then.
            let bytes =
                std::fs::read(&self.results).map_err(|e| format!("{}: {e}", self.results.display()))?;
            let said = String::from_utf8_lossy(&bytes).replace('\r', "");
            let whole = said.rfind('\n').map_or(0, |end| end + 1);
            for line in said.get(shown..whole).unwrap_or_default().lines() {
                println!("{line}");
            }
            shown = whole;
            let up = said.contains(UP);
            let late = begun.elapsed() > if up { PATIENCE } else { self.boot };
            if ended.is_some() || late {
                if late && up {
                    println!("the virtual machine was ended after {} s", begun.elapsed().as_secs());
                }
                return Ok(up.then_some(said));
            }
            std::thread::sleep(LOOK);
        }
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        let _ = self.emulator.kill();
        let _ = self.emulator.wait();
    }
}

/// Counts, and shows what helps to understand a failure.
fn judge(said: &str, output: &Path) -> Outcome {
    let outcome = count(said);
    if outcome.counts.failed > 0 {
        show_console(output);
    }
    outcome
}

/// A line for each test. A machine that did not come to its end counts as one failure.
fn count(said: &str) -> Outcome {
    let mut outcome = Outcome::default();
    for test in said.lines().filter_map(|line| line.strip_prefix("test ")) {
        let Some((_, result)) = test.split_once(" ... ") else { continue };
        if result.starts_with("ok") {
            outcome.counts.passed += 1;
        } else {
            outcome.counts.failed += 1;
            outcome.failures.push(test.to_owned());
        }
    }
    if !said.lines().any(|line| line.starts_with(DONE)) || outcome.counts.passed + outcome.counts.failed == 0
    {
        outcome.counts.failed += 1;
        outcome.failures.push("the virtual machine did not come to its end".to_owned());
    }
    outcome
}

fn show_console(output: &Path) {
    for name in ["console.log", "emulator.log"] {
        let text = std::fs::read(output.join(name)).unwrap_or_default();
        let text = String::from_utf8_lossy(&text).into_owned();
        let lines: Vec<&str> = text.lines().collect();
        println!("--- the end of {}", output.join(name).display());
        lines.iter().skip(lines.len().saturating_sub(SHOWN)).for_each(|line| println!("{line}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(said: &str) -> (u64, u64) {
        let Counts { passed, failed, .. } = count(said).counts;
        (passed, failed)
    }

    #[test]
    fn lines_are_counted_and_an_end_is_wanted() {
        let said = "guest: up, Linux 6.1\n[root] a test of nothing ... ok\ntest root: a ... ok [0.1 s]\n\
                    test user: b ... FAILED (panicked)\n";
        assert_eq!(counted(said), (1, 2));
        assert_eq!(counted(&format!("{said}guest: done after 9 s\n")), (1, 1));
        assert_eq!(counted("guest: done\n"), (0, 1));
        assert_eq!(
            count(&format!("{said}guest: done after 9 s\n")).failures,
            ["user: b ... FAILED (panicked)"]
        );
    }
}
