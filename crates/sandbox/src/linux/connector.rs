//! Connections to what listens in a sandbox: the socket is made inside, by the first process, and connected here.

use std::io;
use std::net::{Ipv4Addr, SocketAddrV4, UdpSocket};
use std::os::fd::OwnedFd;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use async_trait::async_trait;
use tokio::net::TcpSocket;
use tokio::sync::watch;

use crate::connection::{Connection, Slots};
use crate::driver::{Connector, Datagrams};
use crate::error::SandboxError;
use crate::linux::descriptors::descriptor_for_connection;
use crate::linux::protocol::SocketKind;
use crate::linux::sandbox::Inside;

/// See the module's documentation.
pub(crate) struct LoopbackConnector {
    inside: Arc<Inside>,
    /// Where the server listens.
    listen_ports: Vec<u16>,
    slots: Slots,
    frozen: watch::Receiver<bool>,
    next: AtomicU64,
}

impl LoopbackConnector {
    pub(crate) fn new(
        inside: Arc<Inside>,
        listen_ports: Vec<u16>,
        frozen: watch::Receiver<bool>,
    ) -> Arc<Self> {
        Arc::new(Self { inside, listen_ports, slots: Slots::new(), frozen, next: AtomicU64::new(1) })
    }

    pub(crate) fn listen_ports(&self) -> &[u16] {
        &self.listen_ports
    }

    async fn socket(&self, kind: SocketKind) -> Result<OwnedFd, SandboxError> {
        self.inside.socket(self.next.fetch_add(1, Ordering::Relaxed), kind).await
    }
}

#[async_trait]
impl Connector for LoopbackConnector {
    async fn connect(&self, port: u16) -> Result<Connection, SandboxError> {
        let slot = self.slots.take(port, &self.listen_ports)?;
        // Frozen, nobody would answer.
        let thawed = self.frozen.clone().wait_for(|frozen| !frozen).await.is_ok();
        if !thawed {
            return Err(SandboxError::Dead);
        }
        let descriptor = descriptor_for_connection().ok_or(SandboxError::Descriptors)?;
        let socket = self.socket(SocketKind::Stream).await?;
        let failed = |error: io::Error| SandboxError::system(format!("connect to port {port}"), &error);
        // Made nonblocking; the address is the loopback of the socket's own network namespace, whoever connects it.
        let socket = TcpSocket::from_std_stream(socket.into());
        let stream = socket.connect((Ipv4Addr::LOCALHOST, port).into()).await.map_err(failed)?;
        Ok(Connection::new(stream, slot, descriptor))
    }

    async fn datagrams(&self, port: u16) -> Result<Datagrams, SandboxError> {
        let descriptor = descriptor_for_connection().ok_or(SandboxError::Descriptors)?;
        let socket = UdpSocket::from(self.socket(SocketKind::Datagram).await?);
        let failed = |error: io::Error| SandboxError::system(format!("listen on port {port}"), &error);
        // The loopback of the socket's own network namespace, whoever binds it.
        let address = SocketAddrV4::new(Ipv4Addr::LOCALHOST, port);
        rustix::net::bind(&socket, &address).map_err(|error| failed(error.into()))?;
        let socket = tokio::net::UdpSocket::from_std(socket).map_err(failed)?;
        Ok(Datagrams { socket, descriptor: Box::new(descriptor) })
    }
}
