//! A custom runtime for `provided.al2023`: the whole of Lambda's Runtime API in one file, with nothing but std.
//!
//! The loop is: ask for the next event, call the handler, post what it returns. Everything goes over one connection
//! that is kept alive and opened anew when the other side has closed it.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;

const API: &str = "/2018-06-01/runtime";
/// No line of a head, and no body, may be longer: 6 MB is what Lambda lets an event have.
const MAX_LINE: u64 = 64 << 10;
const MAX_BODY: usize = 8 << 20;

/// The event is JSON already, so it can be put into the answer as it is.
fn handler(event: &str, request_id: &str, invocation: u64) -> Result<String, String> {
    println!("request {request_id}: {} bytes, invocation {invocation} of this environment", event.len());
    if event.is_empty() {
        return Err("the event is empty".to_owned());
    }
    Ok(format!(
        r#"{{"message":"Hello from Rust!","runtime":"custom","invocation":{invocation},"event":{event}}}"#
    ))
}

fn main() -> io::Result<()> {
    let address = std::env::var("AWS_LAMBDA_RUNTIME_API").map_err(io::Error::other)?;
    let mut connection = Connection { address, stream: None };
    for invocation in 1.. {
        let next = connection.exchange("GET", "invocation/next", &[])?;
        let id = next.header("lambda-runtime-aws-request-id").ok_or_else(|| invalid("no request id"))?;
        let event = String::from_utf8_lossy(&next.body);
        let (verdict, body) = match handler(&event, id, invocation) {
            Ok(answer) => ("response", answer),
            Err(why) => ("error", format!(r#"{{"errorType":"HandlerError","errorMessage":"{why}"}}"#)),
        };
        connection.exchange("POST", &format!("invocation/{id}/{verdict}"), body.as_bytes())?;
    }
    Ok(())
}

/// One connection to the Runtime API.
struct Connection {
    address: String,
    stream: Option<BufReader<TcpStream>>,
}

struct Reply {
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Connection {
    /// One request and its reply. `next` waits as long as there is no event, so there is no timeout.
    fn exchange(&mut self, method: &str, path: &str, body: &[u8]) -> io::Result<Reply> {
        let mut stream = match self.stream.take() {
            Some(open) => open,
            None => BufReader::new(TcpStream::connect(&self.address)?),
        };
        stream.get_ref().set_nodelay(true)?;
        // Head and body leave in one write, hence in as few packets as they fit in.
        let host = &self.address;
        let length = body.len();
        let mut request =
            format!("{method} {API}/{path} HTTP/1.1\r\nHost: {host}\r\nContent-Length: {length}\r\n\r\n")
                .into_bytes();
        request.extend_from_slice(body);
        stream.get_mut().write_all(&request)?;

        let status = line(&mut stream)?;
        if !status.starts_with("HTTP/1.")
            || status.split(' ').nth(1).is_none_or(|code| !code.starts_with('2'))
        {
            return Err(invalid(&format!("{method} {path} was answered with {status:?}")));
        }
        let mut reply = Reply { headers: Vec::new(), body: Vec::new() };
        loop {
            let text = line(&mut stream)?;
            match text.split_once(':') {
                Some((name, value)) => {
                    reply.headers.push((name.to_ascii_lowercase(), value.trim().to_owned()))
                }
                None if text.is_empty() => break,
                None => return Err(invalid("a header without a colon")),
            }
        }
        if reply.header("transfer-encoding").is_some_and(|v| v.eq_ignore_ascii_case("chunked")) {
            loop {
                let length = line(&mut stream)?;
                if append(&mut stream, &mut reply.body, &length, 16)? == 0 {
                    break;
                }
                line(&mut stream)?;
            }
            while !line(&mut stream)?.is_empty() {}
        } else if let Some(length) = reply.header("content-length").map(str::to_owned) {
            append(&mut stream, &mut reply.body, &length, 10)?;
        }
        if reply.header("connection").is_none_or(|v| !v.eq_ignore_ascii_case("close")) {
            self.stream = Some(stream);
        }
        Ok(reply)
    }
}

impl Reply {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }
}

/// Reads a line without its end.
fn line(stream: &mut BufReader<TcpStream>) -> io::Result<String> {
    let mut text = String::new();
    stream.by_ref().take(MAX_LINE).read_line(&mut text)?;
    let text = text.strip_suffix('\n').ok_or_else(|| invalid("the connection was closed within a line"))?;
    Ok(text.strip_suffix('\r').unwrap_or(text).to_owned())
}

/// Reads as many bytes as `length` says, which may carry a chunk extension, and tells how many.
fn append(stream: &mut impl Read, body: &mut Vec<u8>, length: &str, radix: u32) -> io::Result<usize> {
    let digits = length.split(';').next().unwrap_or_default().trim();
    let length = usize::from_str_radix(digits, radix).map_err(|_| invalid("not a length"))?;
    if length > MAX_BODY - body.len() {
        return Err(invalid("the body is too long"));
    }
    let start = body.len();
    body.resize(start + length, 0);
    stream.read_exact(&mut body[start..])?;
    Ok(length)
}

fn invalid(why: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why)
}
