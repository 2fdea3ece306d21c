//! The functions under `examples/`, carried in the binary and packed as a user would.
//!
//! Never here: deploying them.

use crate::failure::Failure;
use domain::runtime::Family;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// One example.
pub(super) struct Example {
    /// The function's name, which is the folder's.
    pub(super) name: &'static str,
    /// What runs it.
    pub(super) family: Family,
    /// The handler.
    pub(super) handler: &'static str,
    /// The package's only file.
    file: &'static str,
    content: &'static [u8],
    executable: bool,
}

/// All of them, in the order in which the demo shows them.
pub(super) const EXAMPLES: [Example; 3] = [
    Example {
        name: "python-hello",
        family: Family::Python,
        handler: "app.handler",
        file: "app.py",
        content: include_bytes!("../../../../../examples/python-hello/app.py"),
        executable: false,
    },
    Example {
        name: "nodejs-hello",
        family: Family::Node,
        handler: "index.handler",
        file: "index.mjs",
        content: include_bytes!("../../../../../examples/nodejs-hello/index.mjs"),
        executable: false,
    },
    Example {
        name: "custom-runtime",
        family: Family::Provided,
        handler: "bootstrap",
        file: "bootstrap",
        content: include_bytes!(concat!(env!("OUT_DIR"), "/example-bootstrap")),
        executable: true,
    },
];

impl Example {
    /// The package as a zip.
    pub(super) fn zip(&self) -> Result<Vec<u8>, Failure> {
        let mode = if self.executable { 0o755 } else { 0o644 };
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .unix_permissions(mode);
        let pack = || {
            let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
            zip.start_file(self.file, options)?;
            zip.write_all(self.content)?;
            zip.finish()
        };
        let packed = pack().map_err(|e| Failure::Machine(format!("cannot pack {}: {e}", self.name)))?;
        Ok(packed.into_inner())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{BufRead, BufReader, Read};
    use std::net::{TcpListener, TcpStream};
    use std::process::{Command, Stdio};

    #[test]
    fn a_package_holds_what_it_should() {
        for example in &EXAMPLES {
            let mut zip = zip::ZipArchive::new(Cursor::new(example.zip().unwrap())).unwrap();
            assert_eq!(zip.len(), 1);
            let mut file = zip.by_index(0).unwrap();
            assert_eq!(file.name().unwrap(), example.file);
            let mode = file.unix_mode().unwrap() & 0o777;
            assert_eq!(mode, if example.executable { 0o755 } else { 0o644 });
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            assert_eq!(content, example.content);
        }
    }

    /// Reads one request: its first line and its body.
    fn request(stream: &mut BufReader<TcpStream>) -> (String, String) {
        let mut line = || {
            let mut line = String::new();
            stream.read_line(&mut line).unwrap();
            line.trim_end().to_owned()
        };
        let first = line();
        let mut length = 0;
        loop {
            match line().to_ascii_lowercase().split_once(": ") {
                Some(("content-length", value)) => length = value.parse().unwrap(),
                Some(_) => {}
                None => break,
            }
        }
        let mut body = vec![0; length];
        stream.read_exact(&mut body).unwrap();
        (first, String::from_utf8(body).unwrap())
    }

    /// The custom runtime against a Runtime API that answers in every way that HTTP/1.1 allows, one connection kept
    /// alive, one closed, and at last something that is no HTTP at all.
    #[test]
    fn the_custom_runtime_speaks_http() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let mut runtime = Command::new(concat!(env!("OUT_DIR"), "/example-bootstrap"))
            .env("AWS_LAMBDA_RUNTIME_API", listener.local_addr().unwrap().to_string())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let accept = || BufReader::new(listener.accept().unwrap().0);
        let id = "Lambda-Runtime-Aws-Request-Id";

        let mut stream = accept();
        for (head, verdict, body) in [
            (
                format!("{id}: r1\r\nContent-Length: 7\r\n\r\n{{\"a\":1}}"),
                "r1/response",
                r#""invocation":1,"event":{"a":1}}"#,
            ),
            (
                format!(
                    "{}:r2\r\nTRANSFER-ENCODING: Chunked\r\n\r\n3;x=y\r\n[1,\r\n2\r\n2]\r\n0\r\nT: t\r\n\r\n",
                    id.to_uppercase()
                ),
                "r2/response",
                r#""invocation":2,"event":[1,2]}"#,
            ),
            (
                format!("{id}: r3\r\nContent-Length: 0\r\n\r\n"),
                "r3/error",
                r#""errorMessage":"the event is empty"}"#,
            ),
        ] {
            let (first, _) = request(&mut stream);
            assert_eq!(first, "GET /2018-06-01/runtime/invocation/next HTTP/1.1");
            stream.get_mut().write_all(format!("HTTP/1.1 200 OK\r\n{head}").as_bytes()).unwrap();
            let (first, answer) = request(&mut stream);
            assert_eq!(first, format!("POST /2018-06-01/runtime/invocation/{verdict} HTTP/1.1"));
            assert!(answer.ends_with(body), "{answer}");
            let closing = if verdict.starts_with("r3") { "Connection: Close\r\n" } else { "" };
            let accepted = format!("HTTP/1.1 202 Accepted\r\n{closing}Content-Length: 0\r\n\r\n");
            stream.get_mut().write_all(accepted.as_bytes()).unwrap();
        }

        let mut stream = accept();
        request(&mut stream);
        stream.get_mut().write_all(b"nonsense\r\n").unwrap();
        assert_eq!(runtime.wait().unwrap().code(), Some(1));
    }
}
