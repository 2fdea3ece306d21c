//! A custom runtime without any client library, whose function is the attempts. With `--once`, a program for one event.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;

use serde_json::Value;

fn main() {
    if std::env::args().nth(1).as_deref() == Some("--once") {
        return once();
    }
    let api = std::env::var("AWS_LAMBDA_RUNTIME_API").unwrap_or_default();
    loop {
        let Some((id, event)) = next(&api) else { std::process::exit(1) };
        let answer = attempts::serve(&event).to_string();
        let path = format!("invocation/{id}/response");
        if ask(&api, &format!("POST /2018-06-01/runtime/{path}"), &answer).is_none() {
            std::process::exit(2);
        }
    }
}

/// For interpreters that cannot load a library: the event comes by standard input, the answer goes to standard output.
fn once() {
    let event = serde_json::from_reader(std::io::stdin()).unwrap_or_default();
    print!("{}", attempts::serve(&event));
}

fn next(api: &str) -> Option<(String, Value)> {
    let (headers, body) = ask(api, "GET /2018-06-01/runtime/invocation/next", "")?;
    let id = headers.iter().find_map(|line| line.strip_prefix("lambda-runtime-aws-request-id:"))?;
    Some((id.trim().to_owned(), serde_json::from_slice(&body).ok()?))
}

/// One request on a connection of its own: the headers in small letters, and the body.
fn ask(api: &str, line: &str, body: &str) -> Option<(Vec<String>, Vec<u8>)> {
    let mut stream = TcpStream::connect(api).ok()?;
    let length = body.len();
    write!(stream, "{line} HTTP/1.1\r\nHost: {api}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}").ok()?;
    let mut reader = BufReader::new(stream);
    let mut headers = Vec::new();
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        if header.trim().is_empty() {
            break;
        }
        headers.push(header.trim().to_lowercase());
    }
    let length = headers.iter().find_map(|header| header.strip_prefix("content-length:"))?.trim().parse().ok()?;
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some((headers, body))
}
