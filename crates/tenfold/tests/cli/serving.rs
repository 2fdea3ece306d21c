//! With a server.

use super::{run, tenfold, told};
use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Stdio};
use std::time::{Duration, Instant};

/// A server on a data directory of its own and a free port; killed if a test ends without stopping it.
struct Server {
    child: Child,
    stdout: BufReader<ChildStdout>,
    ready: String,
    data: tempfile::TempDir,
}

impl Server {
    fn start(args: &[&str]) -> Self {
        let data = tempfile::tempdir().unwrap();
        let mut child = tenfold(&["up", "--listen", "127.0.0.1:0"])
            .args(args)
            .env("TENFOLD_DATA_DIR", data.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut ready = String::new();
        stdout.read_line(&mut ready).unwrap();
        Self { child, stdout, ready, data }
    }

    /// `http://127.0.0.1:PORT`.
    fn url(&self) -> &str {
        let (_, rest) = self.ready.split_once("ready on ").unwrap();
        rest.split_once(',').unwrap().0
    }

    fn data(&self) -> &str {
        self.data.path().to_str().unwrap()
    }

    fn cli(&self, args: &[&str]) -> (i32, String, String) {
        told(&tenfold(args).env("TENFOLD_DATA_DIR", self.data.path()).output().unwrap())
    }

    fn signal(&self, signal: rustix::process::Signal) {
        let pid = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(pid, signal).unwrap();
    }

    /// Waits for its end: exit code, and what it said besides the line that it is ready.
    fn ended(mut self) -> (Option<i32>, String, String, PathBuf) {
        let (mut out, mut err) = (String::new(), String::new());
        self.stdout.read_to_string(&mut out).unwrap();
        self.child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        let code = self.child.wait().unwrap().code();
        (code, out, err, self.data.path().to_owned())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A process that ends with the test.
struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Whether the machine can run functions at all; elsewhere only the error is of interest.
fn no_sandboxes() -> bool {
    run(&["doctor"]).0 != 0
}

#[test]
fn one_line_when_ready_and_status_0_when_told_to_stop() {
    if no_sandboxes() {
        return;
    }
    for signal in [rustix::process::Signal::TERM, rustix::process::Signal::INT] {
        let server = Server::start(&[]);
        assert!(server.ready.starts_with("tenfold "), "{}", server.ready);
        assert!(server.ready.contains(server.data()) && server.ready.contains(" ms"), "{}", server.ready);
        let mode = |file: &str| {
            std::fs::metadata(server.data.path().join(file)).unwrap().permissions().mode() & 0o7777
        };
        assert_eq!((mode("credentials"), mode("server.json")), (0o600, 0o600));
        server.signal(signal);
        let note = server.data.path().join("server.json");
        let (code, out, err, _) = server.ended();
        assert_eq!((code, out.as_str(), err.as_str()), (Some(0), "", ""));
        assert!(!note.exists());
    }
}

#[test]
fn the_secret_is_in_env_and_nowhere_else() {
    if no_sandboxes() {
        return;
    }
    let server = Server::start(&["--region", "eu-central-1"]);
    let (code, out, _) = server.cli(&["env", "--json"]);
    assert_eq!(code, 0);
    let variables: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(variables["AWS_ENDPOINT_URL"], server.url());
    assert_eq!(variables["AWS_REGION"], "eu-central-1");
    let secret = variables["AWS_SECRET_ACCESS_KEY"].as_str().unwrap().to_owned();
    let shell = server.cli(&["env"]).1;
    assert!(
        shell.contains("export AWS_DEFAULT_REGION=eu-central-1\n") && shell.contains("unset AWS_PROFILE\n")
    );
    assert!(server.cli(&["env", "--shell", "fish"]).1.contains("set -gx AWS_REGION 'eu-central-1';"));
    server.signal(rustix::process::Signal::TERM);
    let ready = server.ready.clone();
    let (_, out, err, _) = server.ended();
    assert!(!format!("{ready}{out}{err}").contains(&secret));
}

#[test]
fn an_address_or_a_directory_in_use_is_status_5() {
    if no_sandboxes() {
        return;
    }
    let server = Server::start(&[]);
    let address = server.url().trim_start_matches("http://");
    let other = tempfile::tempdir().unwrap();
    let (code, out, err) = run(&["up", "--listen", address, "--data-dir", other.path().to_str().unwrap()]);
    assert_eq!((code, out.as_str()), (5, ""));
    assert!(err.contains("in use") && err.contains(address), "{err}");
    let (code, out, err) = run(&["up", "--listen", "127.0.0.1:0", "--data-dir", server.data()]);
    assert_eq!((code, out.as_str()), (5, ""));
    assert!(err.contains("in use by the server on"), "{err}");
    assert!(Path::new(server.data()).join("server.json").exists(), "the first server's note stays");
}

#[test]
fn clients_and_their_exit_codes() {
    if no_sandboxes() {
        return;
    }
    let server = Server::start(&[]);
    assert_eq!(server.cli(&["functions"]), (0, "no functions\n".into(), String::new()));
    assert_eq!(server.cli(&["functions", "--json"]).1.trim(), "[]");
    for command in [&["invoke", "never-there"][..], &["logs", "never-there"], &["invoke", "no name!"]] {
        let (code, out, err) = server.cli(command);
        assert_eq!((code, out.as_str()), (4, ""), "{command:?}: {err}");
        assert!(err.starts_with("tenfold: "), "{err}");
    }
    let (code, out, _) = server.cli(&["doctor"]);
    assert!(code == 0 && out.contains(server.url()), "{out}");
    // Somebody else's key, or a key that was replaced.
    let stolen = "[default]\naws_access_key_id = AKIAAAAAAAAAAAAAAAAA\naws_secret_access_key = x\n";
    std::fs::write(server.data.path().join("credentials"), stolen).unwrap();
    let (code, _, err) = server.cli(&["functions"]);
    assert_eq!(code, 4, "{err}");
}

#[test]
fn development_mode_says_so_loudly() {
    if no_sandboxes() {
        return;
    }
    let server = Server::start(&["--dev"]);
    assert!(server.cli(&["doctor"]).1.contains("accepts any access key"));
    server.signal(rustix::process::Signal::TERM);
    let (code, _, err, _) = server.ended();
    assert_eq!(code, Some(0));
    assert!(err.contains("WARNING: --dev accepts any access key"), "{err}");
}

/// Without its keeper a server can run nothing; whoever supervises it learns so at once.
#[test]
fn a_server_whose_keeper_is_killed_ends_with_status_5() {
    if no_sandboxes() {
        return;
    }
    let server = Server::start(&[]);
    let pid = server.child.id();
    let children = std::fs::read_to_string(format!("/proc/{pid}/task/{pid}/children")).unwrap();
    let keeper: i32 = children.split_whitespace().next().unwrap().parse().unwrap();
    let keeper = rustix::process::Pid::from_raw(keeper).unwrap();
    rustix::process::kill_process(keeper, rustix::process::Signal::KILL).unwrap();
    let (code, out, err, _) = server.ended();
    assert_eq!((code, out.as_str()), (Some(5), ""));
    assert!(err.contains("its keeper died"), "{err}");
}

/// The whole product: three functions deployed, run cold and warm, and nothing left.
#[test]
fn the_demo_works() {
    if no_sandboxes() {
        return;
    }
    let temporary = tempfile::tempdir().unwrap();
    let output = tenfold(&["demo", "--exit"]).env("TMPDIR", temporary.path()).output().unwrap();
    let (code, out, err) = told(&output);
    let languages = run(&["runtime", "list"]).1;
    let all_there = languages.contains("python3.") && languages.contains("nodejs");
    assert_eq!(code, i32::from(!all_there), "{out}\n{err}");
    assert!(out.contains("Hello from Rust!") && out.contains("REPORT RequestId: "), "{out}");
    if all_there {
        for word in ["python-hello", "nodejs-hello", "custom-runtime", "Hello, Tenfold!", "COLD", "WARM"] {
            assert!(out.contains(word), "{word} is missing in:\n{out}");
        }
    } else {
        assert!(out.contains("tenfold runtime add"), "{out}");
    }
    assert_eq!(std::fs::read_dir(temporary.path()).unwrap().count(), 0, "the demo's directory is removed");
}

/// Without `--exit` it goes on serving; Ctrl-C ends it and removes what it made.
#[test]
fn the_demo_goes_on_serving() {
    if no_sandboxes() {
        return;
    }
    let temporary = tempfile::tempdir().unwrap();
    let demo = tenfold(&["demo"]).env("TMPDIR", temporary.path()).stdout(Stdio::piped()).spawn().unwrap();
    let mut demo = Killed(demo);
    let mut stdout = BufReader::new(demo.0.stdout.take().unwrap());
    let mut out = String::new();
    let started = Instant::now();
    while !out.contains("Serving until Ctrl-C.") {
        assert!(stdout.read_line(&mut out).unwrap() > 0, "it ended early:\n{out}");
        assert!(started.elapsed() < Duration::from_secs(120), "{out}");
    }
    let command = out.lines().find(|line| line.contains("eval \"$(")).unwrap();
    let script = format!("{}; echo \"$AWS_ENDPOINT_URL\"", command.trim());
    let shell = std::process::Command::new("sh").args(["-ec", &script]).output().unwrap();
    let told_url = String::from_utf8_lossy(&shell.stdout).trim().to_owned();
    assert!(told_url.starts_with("http://127.0.0.1:") && out.contains(&told_url), "{told_url}");
    rustix::process::kill_process(rustix::process::Pid::from_child(&demo.0), rustix::process::Signal::INT)
        .unwrap();
    assert_eq!(demo.0.wait().unwrap().code(), Some(0));
    assert_eq!(std::fs::read_dir(temporary.path()).unwrap().count(), 0);
}
