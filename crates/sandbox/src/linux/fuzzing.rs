//! For fuzz targets only: packets between the processes, as whoever owns one of them could send.

use super::protocol::{Errand, MAX_ERRAND, MAX_REPLY, MAX_REQUEST, Order, Reply, Report, Request};
use super::validate;

/// Reads a packet as each kind of message that there is, and judges what is asked for.
pub fn packet(packet: &[u8]) {
    if packet.len() <= MAX_REQUEST {
        if let Ok(Request::Create { spec, .. }) = postcard::from_bytes(packet) {
            let _ = validate::spec(&spec);
        }
        let _ = postcard::from_bytes::<Order>(packet);
    }
    if packet.len() <= MAX_REPLY {
        let _ = postcard::from_bytes::<Reply>(packet);
        let _ = postcard::from_bytes::<Report>(packet);
    }
    if packet.len() <= MAX_ERRAND {
        let _ = postcard::from_bytes::<Errand>(packet);
    }
}
