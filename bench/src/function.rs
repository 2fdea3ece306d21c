//! The functions that are measured: the same small handler in each language.

use crate::Result;
use std::io::{Cursor, Write};
use std::path::Path;

/// Python: what runs in the function and in the bare loop.
pub(crate) const PYTHON: &str = "\
def handler(event, context):
    return {'echo': event['word'], 'n': event['n'] + 1}
";

/// Node.js: the same.
pub(crate) const NODE: &str = "exports.handler = async (event) => ({ echo: event.word, n: event.n + 1 });\n";

/// Node.js: streams two pieces, or so many blocks of 64 KiB.
const STREAM: &str = "\
const { once } = require('events');
const write = async (stream, blocks) => {
    for (let n = 0; n < blocks; n++) {
        if (!stream.write(Buffer.alloc(65536, n % 251))) await once(stream, 'drain');
    }
    stream.end();
};
";
const STREAM_HANDLER: &str = "\
exports.handler = awslambda.streamifyResponse(async (event, stream) => {
    if (event.blocks) return write(stream, event.blocks);
    stream.write(event.word);
    stream.end('!');
});
";
/// Node.js: the same blocks over bare HTTP.
const STREAM_SERVER: &str = "\
const server = require('http').createServer((request, response) => write(response, Number(request.url.slice(1))));
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
";

/// Python: an extension that is told of every invocation; as `telemetry` it also takes everything that there is to be
/// told.
const EXTENSION: &str = "\
#!/usr/bin/python3.11
import http.client, http.server, json, os, sys, threading

name = os.path.basename(sys.argv[0])
api = http.client.HTTPConnection(os.environ['AWS_LAMBDA_RUNTIME_API'])

def call(method, path, headers, body=None):
    api.request(method, path, body and json.dumps(body), headers)
    answer = api.getresponse()
    answer.read()
    if answer.status != 200:
        sys.exit(f'{path}: {answer.status}')
    return answer

class Listener(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def do_POST(self):
        self.rfile.read(int(self.headers['content-length']))
        self.send_response(200)
        self.send_header('content-length', '0')
        self.end_headers()

    def log_message(self, *_):
        pass

events = {'events': ['INVOKE', 'SHUTDOWN']}
answer = call('POST', '/2020-01-01/extension/register', {'Lambda-Extension-Name': name}, events)
own = {'Lambda-Extension-Identifier': answer.getheader('lambda-extension-identifier')}
if name == 'telemetry':
    server = http.server.ThreadingHTTPServer(('0.0.0.0', 4243), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    call('PUT', '/2022-07-01/telemetry', own, {
        'schemaVersion': '2022-12-13',
        'types': ['platform', 'function', 'extension'],
        'buffering': {'maxItems': 1000, 'maxBytes': 262144, 'timeoutMs': 100},
        'destination': {'protocol': 'HTTP', 'URI': 'http://sandbox.localdomain:4243'},
    })
while True:
    call('GET', '/2020-01-01/extension/event/next', own)
";

/// The event that they get.
pub(crate) const EVENT: &[u8] = br#"{"word":"hello","n":41}"#;

/// One function and its bare counterpart.
pub(crate) struct Subject {
    /// Name of the function and in the report.
    pub(crate) name: &'static str,
    /// AWS's runtime identifier.
    pub(crate) runtime: &'static str,
    /// Handler.
    pub(crate) handler: &'static str,
    /// Package.
    pub(crate) zip: Vec<u8>,
}

impl Subject {
    /// What a row calls it. Of those in Rust one has AWS's own client, which takes as much processor time as all the rest
    /// together, and the other has next to none.
    pub(crate) fn label(&self) -> &'static str {
        match self.name {
            "rust" => "rust (lambda_runtime)",
            "rust-bare" => "rust (bare custom runtime)",
            name => name,
        }
    }
}

/// All of them.
pub(crate) fn subjects(rust: &Path) -> Result<Vec<Subject>> {
    Ok(vec![
        python(PYTHON)?,
        Subject {
            name: "nodejs",
            runtime: "nodejs20.x",
            handler: "index.handler",
            zip: zip("index.js", NODE.as_bytes(), 0o644)?,
        },
        self::rust(rust)?,
    ])
}

/// The Rust function alone.
pub(crate) fn rust(path: &Path) -> Result<Subject> {
    let binary = std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let zip = zip("bootstrap", &binary, 0o755)?;
    Ok(Subject { name: "rust", runtime: "provided.al2023", handler: "bootstrap", zip })
}

/// A Node.js function that streams.
pub(crate) fn streaming() -> Result<Subject> {
    let zip = zip("index.js", format!("{STREAM}{STREAM_HANDLER}").as_bytes(), 0o644)?;
    Ok(Subject { name: "nodejs-stream", runtime: "nodejs20.x", handler: "index.handler", zip })
}

/// The source of a Node.js program that streams over bare HTTP, and says its port.
pub(crate) fn streaming_server() -> String {
    format!("{STREAM}{STREAM_SERVER}")
}

/// A layer with the extension under a name, which says what it does.
pub(crate) fn extension(name: &str) -> Result<Vec<u8>> {
    zip(&format!("extensions/{name}"), EXTENSION.as_bytes(), 0o755)
}

/// A Python function of this source.
pub(crate) fn python(source: &str) -> Result<Subject> {
    let zip = zip("app.py", source.as_bytes(), 0o644)?;
    Ok(Subject { name: "python", runtime: "python3.11", handler: "app.handler", zip })
}

/// A package of everything in a directory, and of some files more.
pub(crate) fn zip_directory(directory: &Path, more: &[(&str, &[u8])]) -> Result<Vec<u8>> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().unix_permissions(0o644).compression_level(Some(1));
    let mut add = |name: &str, content: &[u8]| {
        writer.start_file(name, options).map_err(|e| e.to_string())?;
        writer.write_all(content).map_err(|e| e.to_string())
    };
    for (name, content) in more {
        add(name, content)?;
    }
    let mut directories = vec![directory.to_owned()];
    while let Some(next) = directories.pop() {
        let failed = |e: std::io::Error| format!("{}: {e}", next.display());
        for entry in std::fs::read_dir(&next).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            if path.is_dir() {
                directories.push(path);
            } else if let Ok(name) = path.strip_prefix(directory) {
                add(&name.to_string_lossy(), &std::fs::read(&path).map_err(failed)?)?;
            }
        }
    }
    Ok(writer.finish().map_err(|e| e.to_string())?.into_inner())
}

/// A package of one file.
pub(crate) fn zip(name: &str, content: &[u8], mode: u32) -> Result<Vec<u8>> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().unix_permissions(mode);
    writer.start_file(name, options).map_err(|e| e.to_string())?;
    writer.write_all(content).map_err(|e| e.to_string())?;
    Ok(writer.finish().map_err(|e| e.to_string())?.into_inner())
}
