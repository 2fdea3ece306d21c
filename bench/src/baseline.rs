//! What the numbers stand beside: bare processes, the same handler in a bare loop over a socket, an HTTP echo.

use crate::Result;
use crate::custom;
use crate::function;
use crate::server::Place;
use aws_wire::sigv4::{Credentials, Secret};
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};
use tokio::net::TcpListener;

/// A child that is killed when dropped.
pub(crate) struct Bare(Child);

impl Bare {
    /// Its process.
    pub(crate) fn pid(&self) -> u32 {
        self.0.id()
    }
}

impl Drop for Bare {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// How long a process takes that does nothing: start to end.
pub(crate) fn process(command: &mut Command) -> Result<Duration> {
    match timed(command)? {
        (took, status) if status.success() => Ok(took),
        (_, status) => Err(format!("{}: {status}", command.get_program().to_string_lossy())),
    }
}

/// The same of what a subject is compared with: its bare interpreter, or its own binary. `rust` is the path of the function's.
pub(crate) fn bare_process(subject: &str, rust: &Path) -> Result<Duration> {
    if subject == "rust" {
        // Without the Runtime API's address it ends at once, with an error.
        return timed(Command::new(rust).env_clear()).map(|(took, _)| took);
    }
    process(&mut bare_start(subject)?)
}

fn timed(command: &mut Command) -> Result<(Duration, ExitStatus)> {
    let begun = Instant::now();
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let took = begun.elapsed();
    let status = status.map_err(|e| format!("{}: {e}", command.get_program().to_string_lossy()))?;
    Ok((took, status))
}

/// The bare interpreter that does nothing, for each subject that has one; for others it is this binary.
pub(crate) fn bare_start(subject: &str) -> Result<Command> {
    let mut command = match subject {
        "python" => Command::new(python()),
        "nodejs" => Command::new("node"),
        _ => this_binary()?,
    };
    command.args(match subject {
        "python" => &["-c", "pass"][..],
        "nodejs" => &["-e", "0"],
        _ => &["--nothing"],
    });
    Ok(command)
}

/// Starts a second of the bare interpreter, `count` of them on all cores: as many at a time as gives the highest rate.
pub(crate) fn bare_rate(subject: &str, count: usize) -> Result<f64> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let mut best: f64 = 0.0;
    for at_once in [cores, cores * 2] {
        let share = (count / 2).div_ceil(at_once);
        let begun = Instant::now();
        std::thread::scope(|scope| {
            let one_after_another =
                || (0..share).try_for_each(|_| process(&mut bare_start(subject)?).map(drop));
            let threads: Vec<_> = (0..at_once).map(|_| scope.spawn(one_after_another)).collect();
            threads.into_iter().try_for_each(|t| t.join().map_err(|_| "a thread has panicked".to_owned())?)
        })?;
        #[expect(clippy::cast_precision_loss, reason = "some hundreds")]
        let started = (share * at_once) as f64;
        best = best.max(started / begun.elapsed().as_secs_f64());
    }
    Ok(best)
}

/// The bare interpreter that waits for ever, for its memory.
pub(crate) fn bare_idle(subject: &str) -> Result<Option<Bare>> {
    let mut command = match subject {
        "python" => Command::new(python()),
        "nodejs" => Command::new("node"),
        _ => return Ok(None),
    };
    command.args(match subject {
        "python" => ["-c", "import sys; print(flush=True); sys.stdin.read()"],
        _ => ["-e", "console.log(); process.stdin.resume()"],
    });
    Ok(Some(first_line(command.stdin(Stdio::piped()))?.0))
}

/// The system's own Python 3.11, as a function gets it.
pub(crate) fn python() -> &'static str {
    if Path::new("/usr/bin/python3.11").exists() { "/usr/bin/python3.11" } else { "python3.11" }
}

fn this_binary() -> Result<Command> {
    std::env::current_exe().map(Command::new).map_err(|e| format!("this binary: {e}"))
}

/// Starts a child and reads the first line of what it says.
fn first_line(command: &mut Command) -> Result<(Bare, String)> {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = Bare(command.stdout(Stdio::piped()).spawn().map_err(|e| format!("{name}: {e}"))?);
    let mut line = String::new();
    if let Some(stdout) = child.0.stdout.take() {
        BufReader::new(stdout).read_line(&mut line).map_err(|e| format!("{name}: {e}"))?;
    }
    Ok((child, line))
}

/// The same handler, called in a loop: four bytes of length and JSON, there and back over a socket.
pub(crate) struct Loop {
    stream: TcpStream,
    _child: Option<Bare>,
}

const PYTHON_LOOP: &str = "
import json, socket, struct
listener = socket.create_server(('127.0.0.1', 0))
print(listener.getsockname()[1], flush=True)
connection, _ = listener.accept()
connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
stream = connection.makefile('rwb')
while head := stream.read(4):
    event = json.loads(stream.read(struct.unpack('>I', head)[0]))
    answer = json.dumps(handler(event, None)).encode()
    stream.write(struct.pack('>I', len(answer)) + answer)
    stream.flush()
";

const NODE_LOOP: &str = "
const server = require('net').createServer((socket) => {
  socket.setNoDelay(true);
  let held = Buffer.alloc(0);
  socket.on('data', async (chunk) => {
    held = Buffer.concat([held, chunk]);
    while (held.length >= 4 && held.length >= 4 + held.readUInt32BE(0)) {
      const length = held.readUInt32BE(0);
      const event = JSON.parse(held.subarray(4, 4 + length));
      held = held.subarray(4 + length);
      const answer = Buffer.from(JSON.stringify(await exports.handler(event)));
      const head = Buffer.alloc(4);
      head.writeUInt32BE(answer.length);
      socket.write(Buffer.concat([head, answer]));
    }
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
";

impl Loop {
    /// Starts the loop of a subject and connects to it.
    pub(crate) fn start(subject: &str) -> Result<Self> {
        let (child, port) = match subject {
            "python" => {
                let source = format!("{}{PYTHON_LOOP}", function::PYTHON);
                first_line(Command::new(python()).args(["-c", &source])).map(|(c, p)| (Some(c), p))?
            }
            "nodejs" => {
                let source = format!("{}{NODE_LOOP}", function::NODE);
                first_line(Command::new("node").args(["-e", &source])).map(|(c, p)| (Some(c), p))?
            }
            _ => (None, rust_loop()?.to_string()),
        };
        let port: u16 =
            port.trim().parse().map_err(|_| format!("the bare loop of {subject} says {port:?}"))?;
        let stream = TcpStream::connect(("127.0.0.1", port)).map_err(|e| e.to_string())?;
        stream.set_nodelay(true).map_err(|e| e.to_string())?;
        Ok(Self { stream, _child: child })
    }

    /// One call.
    pub(crate) fn call(&mut self, event: &[u8]) -> Result<Duration> {
        let begun = Instant::now();
        write_frame(&mut self.stream, event)?;
        read_frame(&mut self.stream)?;
        Ok(begun.elapsed())
    }
}

/// A thread that parses and answers, as the Rust function does.
fn rust_loop() -> Result<u16> {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").map_err(|e| e.to_string())?;
    let port = listener.local_addr().map_err(|e| e.to_string())?.port();
    std::thread::spawn(move || -> Result<()> {
        let (mut stream, _) = listener.accept().map_err(|e| e.to_string())?;
        stream.set_nodelay(true).map_err(|e| e.to_string())?;
        loop {
            let event = read_frame(&mut stream)?;
            write_frame(&mut stream, &custom::echo(&event)?)?;
        }
    });
    Ok(port)
}

/// Sends a frame without a copy of its content.
pub(crate) fn write_frame_in_two(stream: &mut TcpStream, content: &[u8]) -> Result<()> {
    let length = u32::try_from(content.len()).map_err(|e| e.to_string())?;
    let sent = stream.write_all(&length.to_be_bytes()).and_then(|()| stream.write_all(content));
    sent.map_err(|e| e.to_string())
}

/// Receives a frame.
pub(crate) fn read_frame_into(stream: &mut TcpStream, content: &mut Vec<u8>) -> Result<()> {
    let mut length = [0; 4];
    stream.read_exact(&mut length).map_err(|e| e.to_string())?;
    content.resize(u32::from_be_bytes(length) as usize, 0);
    stream.read_exact(content).map_err(|e| e.to_string())
}

/// Starts the relay of large payloads.
pub(crate) fn start_relay() -> Result<(Bare, SocketAddr)> {
    listening("--relay")
}

/// Starts the process behind the relay.
pub(crate) fn start_copy() -> Result<(Bare, SocketAddr)> {
    listening("--copy")
}

/// This binary, doing something on an address that it says.
fn listening(what: &str) -> Result<(Bare, SocketAddr)> {
    let (child, line) = first_line(this_binary()?.arg(what))?;
    Ok((child, line.trim().parse().map_err(|_| format!("{what} says {line:?}"))?))
}

fn write_frame(stream: &mut TcpStream, content: &[u8]) -> Result<()> {
    let length = u32::try_from(content.len()).map_err(|e| e.to_string())?;
    let frame = [&length.to_be_bytes(), content].concat();
    stream.write_all(&frame).map_err(|e| e.to_string())
}

fn read_frame(stream: &mut TcpStream) -> Result<Vec<u8>> {
    let mut length = [0; 4];
    stream.read_exact(&mut length).map_err(|e| e.to_string())?;
    let mut content = vec![0; u32::from_be_bytes(length) as usize];
    stream.read_exact(&mut content).map_err(|e| e.to_string())?;
    Ok(content)
}

/// Starts a Node.js program that says on which port it listens.
pub(crate) fn start_node(source: &str) -> Result<(Bare, SocketAddr)> {
    let (child, port) = first_line(Command::new("node").args(["-e", source]))?;
    let port: u16 = port.trim().parse().map_err(|_| format!("node says {port:?}"))?;
    Ok((child, SocketAddr::from(([127, 0, 0, 1], port))))
}

/// Where the echo is asked: a path as long as that of an Invoke. It answers on any.
pub(crate) const ECHO_TARGET: &str = "/2015-03-31/functions/python/invocations";

/// Starts the HTTP echo in a process of its own. It is asked with requests that are signed like those to the server, so
/// that both read as much; it looks at none of it.
pub(crate) fn start_echo() -> Result<(Bare, Place)> {
    let (child, line) = first_line(this_binary()?.arg("--echo"))?;
    let address = line.trim().parse().map_err(|_| format!("the echo says {line:?}"))?;
    let credentials = Credentials {
        access_key_id: "AKIAIOSFODNN7EXAMPLE".to_owned(),
        secret: Secret::new("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
        session_token: None,
    };
    Ok((child, Place { address, credentials: Some(credentials) }))
}

/// Serves it, until killed: the same HTTP stack as the server's, and nothing else.
pub(crate) fn serve_echo() -> Result<()> {
    serve(echo)
}

/// Says at which address it listens, and answers there until killed.
pub(crate) fn serve<A, F, E>(answer: A) -> Result<()>
where
    A: Fn(Request<Incoming>) -> F + Clone + Send + 'static,
    F: Future<Output = std::result::Result<Response<Full<Bytes>>, E>> + Send + 'static,
    E: Into<Box<dyn std::error::Error + Send + Sync>> + 'static,
{
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.map_err(|e| e.to_string())?.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(|e| e.to_string())?;
        println!("{}", listener.local_addr().map_err(|e| e.to_string())?);
        answer_all(listener, answer).await
    })
}

/// Answers whoever connects, until there can be no connections any more.
pub(crate) async fn answer_all<A, F, E>(listener: TcpListener, answer: A) -> Result<()>
where
    A: Fn(Request<Incoming>) -> F + Clone + Send + 'static,
    F: Future<Output = std::result::Result<Response<Full<Bytes>>, E>> + Send + 'static,
    E: Into<Box<dyn std::error::Error + Send + Sync>> + 'static,
{
    loop {
        let (stream, _) = listener.accept().await.map_err(|e| e.to_string())?;
        stream.set_nodelay(true).map_err(|e| e.to_string())?;
        let service = service_fn(answer.clone());
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

async fn echo(request: Request<Incoming>) -> std::result::Result<Response<Full<Bytes>>, hyper::Error> {
    Ok(Response::new(Full::new(request.into_body().collect().await?.to_bytes())))
}
