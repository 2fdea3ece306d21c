//! Connections from the server to what listens in a sandbox.

use std::time::Duration;

use sandbox::{Child, MAX_CONNECTIONS, Sandbox, SandboxError};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::world::{World, python, read_line, run};

/// Listens under the name that functions use, says so, and answers every connection with what it got.
const ECHO: &str = "import socket, sys\n\
    s = socket.create_server(('sandbox.localdomain', 8080), backlog=64)\n\
    print('ready', flush=True)\n\
    while True:\n\
    \x20 c, peer = s.accept()\n\
    \x20 c.sendall(peer[0].encode() + b' ' + c.recv(64))\n\
    \x20 c.close()\n";

async fn echo(sandbox: &dyn Sandbox) -> Child {
    let child = sandbox.spawn(python(ECHO)).await.unwrap();
    let (_, said) = read_line(child.stdout.try_clone().unwrap()).await;
    assert_eq!(said, "ready");
    child
}

async fn ask(sandbox: &dyn Sandbox, text: &str) -> String {
    let mut connection = sandbox.connector().connect(8080).await.unwrap();
    connection.write_all(text.as_bytes()).await.unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).await.unwrap();
    answer
}

pub(crate) async fn reach_what_listens_inside(world: World) {
    let (one, other) = (world.sandbox().await, world.sandbox().await);
    let _child = echo(&*one).await;
    for n in 0..2 * MAX_CONNECTIONS {
        assert_eq!(ask(&*one, &n.to_string()).await, format!("127.0.0.1 {n}"));
    }
    // Neither another sandbox's port nor the host's.
    assert!(matches!(
        other.connector().connect(8080).await,
        Err(SandboxError::System { errno: libc::ECONNREFUSED, .. })
    ));
    let host = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = host.local_addr().unwrap().port();
    assert!(matches!(
        one.connector().connect(port).await,
        Err(SandboxError::System { errno: libc::ECONNREFUSED, .. })
    ));
    let names =
        "import socket; print(*[socket.gethostbyname(n) for n in ('sandbox', 'sandbox.localdomain')])";
    assert_eq!(run(&*one, python(names)).await.ok(), "127.0.0.1 127.0.0.1\n");
}

pub(crate) async fn are_refused_and_bounded(world: World) {
    let sandbox = world.sandbox().await;
    let refused = |result: Result<_, SandboxError>| matches!(result, Err(SandboxError::Refused(_)));
    assert!(refused(sandbox.connector().connect(0).await), "no port");
    assert!(refused(sandbox.connector().connect(9001).await), "the server's own");
    let child = echo(&*sandbox).await;
    let mut open = Vec::new();
    for _ in 0..MAX_CONNECTIONS {
        open.push(sandbox.connector().connect(8080).await.unwrap());
    }
    assert!(refused(sandbox.connector().connect(8080).await));
    open.pop();
    open.push(sandbox.connector().connect(8080).await.unwrap());
    // With its process the connections end.
    sandbox.kill_processes().await.unwrap();
    child.exit.await;
    for mut connection in open {
        // Those that were not accepted yet are reset.
        let _ = connection.read_to_end(&mut Vec::new()).await;
    }
    assert!(matches!(sandbox.connector().connect(8080).await, Err(SandboxError::System { .. })));
}

pub(crate) async fn wait_for_the_thaw(world: World) {
    let sandbox = world.sandbox().await;
    let _child = echo(&*sandbox).await;
    sandbox.freeze().await.unwrap();
    let mut asked = Box::pin(ask(&*sandbox, "hello"));
    assert!(tokio::time::timeout(Duration::from_millis(100), &mut asked).await.is_err());
    sandbox.thaw().await.unwrap();
    assert_eq!(asked.await, "127.0.0.1 hello");
}

/// A listener that nobody has connected to is not the server's to hold.
pub(crate) async fn are_waited_for_inside(world: World) {
    let sandbox = world.sandbox().await;
    let mut called = sandbox.called(9001);
    tokio::select! {
        biased;
        _ = &mut called => panic!("nobody has called"),
        said = run(&*sandbox, python("print('quiet')")) => assert_eq!(said.ok(), "quiet\n"),
    }
    assert!(sandbox.take_listener(9001).is_none());
    sandbox.freeze().await.unwrap();
    sandbox.thaw().await.unwrap();
    let script = "import socket; s = socket.create_connection(('127.0.0.1', 9001)); print(s.recv(9))";
    let serve = async {
        let listener = called.await.unwrap().listener;
        let (mut stream, _) = tokio::net::TcpListener::from_std(listener).unwrap().accept().await.unwrap();
        stream.write_all(b"pong").await.unwrap();
    };
    let (said, ()) = tokio::join!(run(&*sandbox, python(script)), serve);
    assert_eq!(said.ok(), "b'pong'\n");
    assert!(sandbox.called(9001).await.is_none(), "there is only one");
    let other = world.sandbox().await;
    let called = other.called(9001);
    let (called, ()) = tokio::join!(called, other.destroy());
    assert!(called.is_none(), "nobody will call");
}
