//! This binary as a function: a custom runtime on one bare socket, as small as one can be. What is measured with it is
//! the server, and not the runtime of a function.

use crate::Result;
use crate::function::{self, Subject};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;

/// The handler that gives back what it gets.
const COPY: &str = "copy";
/// The handler that parses and answers, as the loop beside which it is measured.
const ECHO: &str = "echo";
/// The header by which the Runtime API names an invocation.
const REQUEST_ID: &str = "lambda-runtime-aws-request-id: ";
/// Bytes of an answer that are copied, so that everything goes in one write.
const SMALL: usize = 64 << 10;

/// The function that gives back what it gets, byte by byte.
pub(crate) fn copying() -> Result<Subject> {
    subject("copy", COPY)
}

/// The usual handler.
pub(crate) fn echoing() -> Result<Subject> {
    subject("rust-bare", ECHO)
}

fn subject(name: &'static str, handler: &'static str) -> Result<Subject> {
    let path = std::env::current_exe().map_err(|e| format!("this binary: {e}"))?;
    let binary = std::fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let zip = function::zip("bootstrap", &binary, 0o755)?;
    Ok(Subject { name, runtime: "provided.al2023", handler, zip })
}

/// What the usual handler says, in the function and in the bare loop.
pub(crate) fn echo(event: &[u8]) -> Result<Vec<u8>> {
    let event: Value = serde_json::from_slice(event).map_err(|e| e.to_string())?;
    Ok(json!({ "echo": event }).to_string().into_bytes())
}

/// What this binary does in a sandbox: the Runtime API on a bare socket. An answer and the question for the next event go
/// in one write where the answer is small.
pub(crate) fn serve(api: &str) -> Result<()> {
    let failed = |e: std::io::Error| format!("{api}: {e}");
    let parses = std::env::var("_HANDLER").is_ok_and(|handler| handler == ECHO);
    let stream = TcpStream::connect(api).map_err(failed)?;
    stream.set_nodelay(true).map_err(failed)?;
    let mut reader = BufReader::with_capacity(256 << 10, stream.try_clone().map_err(failed)?);
    let mut writer = stream;
    let (mut body, mut out, mut taken) = (Vec::new(), Vec::new(), Vec::new());
    let next = format!("GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: {api}\r\n\r\n");
    writer.write_all(next.as_bytes()).map_err(failed)?;
    loop {
        let id = read_answer(&mut reader, &mut body)?;
        if parses {
            body = echo(&body)?;
        }
        out.clear();
        let head = write!(
            out,
            "POST /2018-06-01/runtime/invocation/{id}/response HTTP/1.1\r\nHost: {api}\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        head.map_err(failed)?;
        if body.len() <= SMALL {
            out.extend_from_slice(&body);
        } else {
            writer.write_all(&out).and_then(|()| writer.write_all(&body)).map_err(failed)?;
            out.clear();
        }
        out.extend_from_slice(next.as_bytes());
        writer.write_all(&out).map_err(failed)?;
        read_answer(&mut reader, &mut taken)?;
    }
}

/// Reads an answer's body, and gives the request id in its head where there is one.
fn read_answer(reader: &mut impl BufRead, body: &mut Vec<u8>) -> Result<String> {
    let (mut id, mut length, mut line) = (String::new(), 0, String::new());
    loop {
        line.clear();
        if reader.read_line(&mut line).map_err(|e| e.to_string())? == 0 {
            return Err("the Runtime API is gone".to_owned());
        }
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if let Some(found) = line.strip_prefix(REQUEST_ID) {
            found.clone_into(&mut id);
        }
        if let Some(found) = line.strip_prefix("content-length: ") {
            length = found.parse().map_err(|e| format!("{line}: {e}"))?;
        }
    }
    body.resize(length, 0);
    reader.read_exact(body).map_err(|e| e.to_string())?;
    Ok(id)
}
