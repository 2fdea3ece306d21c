//! The server that is measured: started on a data directory of its own, stopped in order.

use crate::Result;
use aws_wire::sigv4::{Credentials, Secret};
use serde_json::Value;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Ten times as many requests a second are let in: no limit for what is measured.
const CONCURRENCY: &str = "100000";

/// Where a server is, and a key for it.
#[derive(Clone)]
pub(crate) struct Place {
    pub(crate) address: SocketAddr,
    /// `None` for a server that wants no signature.
    pub(crate) credentials: Option<Credentials>,
}

/// A running server; killed when dropped.
pub(crate) struct Server {
    child: Child,
    /// Where it listens.
    pub(crate) address: SocketAddr,
    /// Its root access key.
    pub(crate) credentials: Credentials,
    /// From before `fork` to the ready line.
    pub(crate) ready: Duration,
}

impl Server {
    /// Starts it and waits until it says that it is ready.
    pub(crate) fn start(binary: &Path, data: &Path) -> Result<Self> {
        Self::start_as(binary, data, &[])
    }

    /// The same with more arguments.
    pub(crate) fn start_as(binary: &Path, data: &Path, more: &[&str]) -> Result<Self> {
        Self::start_with(binary, data, more, Stdio::inherit())
    }

    /// One that lets functions use its API as anybody; its log goes on in a file.
    pub(crate) fn start_dev(binary: &Path, data: &Path, log: &Path) -> Result<Self> {
        let file = File::options().create(true).append(true).open(log);
        let file = file.map_err(|e| format!("{}: {e}", log.display()))?;
        Self::start_with(binary, data, &["--dev"], file.into())
    }

    fn start_with(binary: &Path, data: &Path, more: &[&str], log: Stdio) -> Result<Self> {
        let failed = |e: &dyn std::fmt::Display| format!("{}: {e}", binary.display());
        let begun = Instant::now();
        let mut child = Command::new(binary)
            .args(["up", "--listen", "127.0.0.1:0", "--concurrency", CONCURRENCY, "--data-dir"])
            .arg(data)
            .args(more)
            // Interpreters of a version manager in the user's directory are not those of the baselines.
            .env("HOME", data)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .map_err(|e| failed(&e))?;
        let mut line = String::new();
        if let Some(stdout) = child.stdout.take() {
            BufReader::new(stdout).read_line(&mut line).map_err(|e| failed(&e))?;
        }
        let ready = begun.elapsed();
        let address = line
            .split_once("http://")
            .and_then(|(_, rest)| rest.split([',', ' ', '\n']).next())
            .and_then(|address| address.parse().ok());
        let Some(address) = address else {
            let _ = child.kill();
            let _ = child.wait();
            return Err(format!("the server is not ready but says {line:?}"));
        };
        let mut server = Self {
            child,
            address,
            credentials: Credentials {
                access_key_id: String::new(),
                secret: Secret::new(""),
                session_token: None,
            },
            ready,
        };
        server.credentials = credentials(binary, data)?;
        Ok(server)
    }

    /// Where it is.
    pub(crate) fn place(&self) -> Place {
        Place { address: self.address, credentials: Some(self.credentials.clone()) }
    }

    /// The server's process.
    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// SIGTERM, and waits for its end.
    pub(crate) fn stop(mut self) -> Result<()> {
        let pid = self.child.id().to_string();
        Command::new("kill").args(["-TERM", &pid]).status().map_err(|e| format!("kill: {e}"))?;
        let status = self.child.wait().map_err(|e| e.to_string())?;
        if status.success() { Ok(()) } else { Err(format!("the server ended with {status}")) }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The root key, as `tenfold env` gives it.
fn credentials(binary: &Path, data: &Path) -> Result<Credentials> {
    let output = Command::new(binary)
        .args(["env", "--json", "--data-dir"])
        .arg(data)
        .output()
        .map_err(|e| format!("tenfold env: {e}"))?;
    let found: Value = serde_json::from_slice(&output.stdout).map_err(|e| format!("tenfold env: {e}"))?;
    let text = |name: &str| found[name].as_str().unwrap_or_default().to_owned();
    Ok(Credentials {
        access_key_id: text("AWS_ACCESS_KEY_ID"),
        secret: Secret::new(text("AWS_SECRET_ACCESS_KEY")),
        session_token: None,
    })
}
