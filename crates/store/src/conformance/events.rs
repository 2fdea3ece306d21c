//! Cases for [`EventQueue`].

use super::{home, scope};
use crate::StoreError;
use crate::event::{
    Claim, ClaimedEvent, Delivery, EventCounts, EventNumber, EventQueue, Lane, Lease, Progress, QueuedEvent,
    Settlement,
};
use Settlement::{Done, Later, SetAside, Unclaimed};
use bytes::Bytes;
use domain::{FunctionArn, FunctionName, Qualifier, Scope, Timestamp};
use std::collections::{BTreeMap, BTreeSet, HashMap};

const LATER: Timestamp = Timestamp(i64::MAX);

pub(super) async fn all<Q: EventQueue>(mut new: impl FnMut() -> Q) {
    life_cycle(&new()).await;
    one_request_is_kept_once(&new()).await;
    leases(&new()).await;
    an_old_owner_changes_nothing(&new()).await;
    takeovers(&new()).await;
    delays(&new()).await;
    what_a_clock_set_back_left(&new()).await;
    what_cannot_be_read_is_set_aside(&new()).await;
    lanes_take_turns(&new()).await;
    deliveries_have_lanes_of_their_own(&new()).await;
    suspects(&new()).await;
    many_at_once(&new()).await;
    hostile_text_is_data(&new()).await;
}

fn target(scope: &Scope, name: &str) -> FunctionArn {
    FunctionArn::unqualified(scope.clone(), FunctionName::new(name).unwrap())
}

fn event(id: &str, name: &str, accepted: i64) -> QueuedEvent<Bytes> {
    QueuedEvent {
        request_id: id.into(),
        target: target(&home(), name),
        accepted: Timestamp(accepted),
        trace_id: "Root=1".into(),
        payload: Bytes::from(format!("{{\"id\":\"{id}\"}}")),
        version: None,
        delivery: None,
    }
}

/// Whatever is due.
fn anything() -> Claim {
    Claim { limit: 1_000, per_lane: 1_000, suspects: 1_000, suspicion: 1_000, ..Claim::default() }
}

/// Leases of all partitions.
async fn leases_of(queue: &impl EventQueue, owner: &str) -> Vec<Lease> {
    let mut leases = Vec::new();
    for partition in 0..queue.partitions() {
        leases.push(queue.lease(partition, owner, Timestamp(0), LATER).await.unwrap().unwrap());
    }
    leases
}

/// The lease that has the events of a function.
async fn lease_for(queue: &impl EventQueue, name: &str, owner: &str) -> Lease {
    let lane = Lane::of(&home(), &FunctionName::new(name).unwrap());
    let partition = lane.partition(queue.partitions());
    queue.lease(partition, owner, Timestamp(0), LATER).await.unwrap().unwrap()
}

/// A claimed event that was read.
struct Read {
    number: EventNumber,
    lane: Lane,
    payload_bytes: u64,
    progress: Progress,
    event: QueuedEvent<Bytes>,
}

async fn claim(queue: &impl EventQueue, lease: Lease, now: i64, claim: Claim) -> Vec<Read> {
    let mut read = Vec::new();
    for claimed in queue.claim(lease, Timestamp(now), claim).await.unwrap() {
        let ClaimedEvent { number, lane, payload_bytes, progress, event: came_along } = claimed;
        let event = queue.event(number).await.unwrap().unwrap();
        assert!(came_along.is_none_or(|came| came == event));
        read.push(Read { number, lane, payload_bytes, progress, event });
    }
    read
}

fn ids(claimed: &[Read]) -> Vec<&str> {
    claimed.iter().map(|c| &*c.event.request_id).collect()
}

async fn counts(queue: &impl EventQueue, now: i64) -> [u64; 3] {
    let EventCounts { ready, delayed, claimed } = queue.event_counts(Timestamp(now)).await.unwrap();
    [ready, delayed, claimed]
}

async fn settle(queue: &impl EventQueue, lease: Lease, number: EventNumber, how: Settlement) {
    queue.settle(lease, vec![(number, how)]).await.unwrap();
}

async fn life_cycle(queue: &impl EventQueue) {
    assert_eq!(counts(queue, 100).await, [0, 0, 0]);
    let mut first = event("r1", "f", 100);
    first.target.qualifier = Some(Qualifier::Alias("live".into()));
    queue.enqueue(vec![first.clone(), event("r2", "f", 101)]).await.unwrap();
    let lease = lease_for(queue, "f", "o").await;
    assert_eq!(ids(&claim(queue, lease, 99, anything()).await), [""; 0], "not due yet");
    let claimed = claim(queue, lease, 200, anything()).await;
    assert_eq!(ids(&claimed), ["r1", "r2"]);
    let head = &claimed[0];
    assert_eq!((head.event.target.clone(), head.event.accepted), (first.target.clone(), first.accepted));
    assert_eq!(head.payload_bytes, first.payload.len() as u64);
    assert_eq!((head.progress, head.lane), (Progress::default(), Lane::of(&home(), &first.target.name)));
    assert_eq!(queue.event(head.number).await.unwrap(), Some(first));
    assert_eq!(ids(&claim(queue, lease, 200, anything()).await), [""; 0], "claimed once");
    assert_eq!(counts(queue, 200).await, [0, 0, 2]);
    settle(queue, lease, claimed[0].number, Done).await;
    settle(queue, lease, claimed[0].number, Done).await;
    assert_eq!(queue.event(claimed[0].number).await.unwrap(), None);
    settle(queue, lease, claimed[1].number, Unclaimed).await;
    assert_eq!(counts(queue, 200).await, [1, 0, 0]);
    let again = claim(queue, lease, 200, anything()).await;
    assert_eq!((ids(&again), again[0].progress), (vec!["r2"], Progress::default()));
    settle(queue, lease, again[0].number, Done).await;
    assert_eq!(counts(queue, 200).await, [0, 0, 0]);
}

async fn one_request_is_kept_once(queue: &impl EventQueue) {
    let both = || vec![event("r1", "f", 1), event("r2", "f", 1)];
    queue.enqueue(both()).await.unwrap();
    queue.enqueue(both()).await.unwrap();
    let lease = lease_for(queue, "f", "o").await;
    let claimed = claim(queue, lease, 5, anything()).await;
    assert_eq!(ids(&claimed), ["r1", "r2"]);
    queue.enqueue(both()).await.unwrap();
    assert_eq!(counts(queue, 5).await, [0, 0, 2], "nor while it is claimed");
    settle(queue, lease, claimed[0].number, Done).await;
    queue.enqueue(both()).await.unwrap();
    assert_eq!(counts(queue, 5).await, [1, 0, 1], "what is over is forgotten");
}

async fn leases(queue: &impl EventQueue) {
    let lease = |owner: &'static str, now, until| async move {
        queue.lease(0, owner, Timestamp(now), Timestamp(until)).await.unwrap()
    };
    let first = lease("a", 0, 100).await.unwrap();
    assert_eq!(lease("b", 99, 200).await, None);
    let second = lease("b", 100, 200).await.unwrap();
    assert!(second.epoch > first.epoch, "expired");
    assert_eq!(queue.renew(first, LATER).await, Err(StoreError::Fenced));
    queue.renew(second, Timestamp(300)).await.unwrap();
    assert_eq!(lease("a", 250, 400).await, None, "renewed");
    let restarted = lease("b", 250, 300).await.unwrap();
    assert!(restarted.epoch > second.epoch, "the same owner is at once the owner again");
    assert_eq!(queue.renew(second, LATER).await, Err(StoreError::Fenced));
    queue.release(restarted).await.unwrap();
    assert!(lease("a", 251, 300).await.unwrap().epoch > restarted.epoch, "given back");
    assert_eq!(queue.release(restarted).await, Err(StoreError::Fenced));
    // A clock that was an hour ahead made this one.
    assert_eq!(lease("b", 252, 352).await, None);
    lease("a", 3_600_000, 3_600_100).await.unwrap();
    assert!(lease("b", 253, 353).await.is_some(), "nobody asks for so long");
    let unknown = Lease { partition: queue.partitions(), epoch: 1 };
    assert_eq!(queue.renew(unknown, LATER).await, Err(StoreError::Fenced));
}

async fn an_old_owner_changes_nothing(queue: &impl EventQueue) {
    queue.enqueue(vec![event("r1", "f", 1), event("r2", "f", 1)]).await.unwrap();
    let old = lease_for(queue, "f", "o").await;
    let one = Claim { limit: 1, ..anything() };
    let claimed = claim(queue, old, 5, one).await;
    let new = lease_for(queue, "f", "o").await;
    for how in [Done, Unclaimed, SetAside, Later { due: Timestamp(9), progress: Progress::default() }] {
        assert_eq!(queue.settle(old, vec![(claimed[0].number, how)]).await, Err(StoreError::Fenced));
    }
    assert_eq!(queue.claim(old, Timestamp(5), anything()).await, Err(StoreError::Fenced));
    let all = claim(queue, new, 5, anything()).await;
    assert_eq!(ids(&all), ["r1", "r2"]);
    // All or none, and one that is not claimed is left alone.
    settle(queue, new, all[1].number, Unclaimed).await;
    settle(queue, new, all[1].number, Done).await;
    assert_eq!(counts(queue, 5).await, [1, 0, 1]);
}

async fn takeovers(queue: &impl EventQueue) {
    let begun = Progress { errors: 1, backoffs: 2, takeovers: 0 };
    queue.enqueue(vec![event("r1", "f", 1), event("r2", "f", 2), event("r3", "f", 3)]).await.unwrap();
    let lease = lease_for(queue, "f", "o").await;
    let two = Claim { limit: 2, ..anything() };
    let claimed = claim(queue, lease, 5, two.clone()).await;
    assert_eq!(ids(&claimed), ["r1", "r2"]);
    settle(queue, lease, claimed[0].number, Later { due: Timestamp(5), progress: begun }).await;
    settle(queue, lease, claimed[1].number, Unclaimed).await;
    claim(queue, lease, 5, two).await;
    let lease = lease_for(queue, "f", "o").await;
    let found: BTreeMap<_, _> = claim(queue, lease, 5, anything())
        .await
        .into_iter()
        .map(|c| (c.event.request_id.to_string(), c.progress))
        .collect();
    let taken = |takeovers| Progress { takeovers, ..Progress::default() };
    // r2 and r3 were due before r1, and only what was claimed counts.
    assert_eq!(found["r1"], begun);
    assert_eq!((found["r2"], found["r3"]), (taken(1), taken(1)));
}

async fn delays(queue: &impl EventQueue) {
    queue.enqueue(vec![event("r1", "f", 1), event("r2", "f", 2)]).await.unwrap();
    let lease = lease_for(queue, "f", "o").await;
    let claimed = claim(queue, lease, 2, anything()).await;
    let progress = Progress { errors: 2, backoffs: 3, takeovers: 4 };
    settle(queue, lease, claimed[0].number, Later { due: Timestamp(100), progress }).await;
    settle(queue, lease, claimed[1].number, Later { due: Timestamp(50), progress }).await;
    assert_eq!(counts(queue, 49).await, [0, 2, 0]);
    assert_eq!(ids(&claim(queue, lease, 49, anything()).await), [""; 0]);
    assert_eq!(counts(queue, 50).await, [1, 1, 0]);
    let claimed = claim(queue, lease, 100, anything()).await;
    assert_eq!(ids(&claimed), ["r2", "r1"], "by when they are due");
    assert_eq!(claimed[0].progress, progress);
}

/// A clock that is set back makes nothing wait for longer than anything waits.
async fn what_a_clock_set_back_left(queue: &impl EventQueue) {
    queue
        .enqueue(vec![event("far", "f", 9_000), event("near", "f", 300), event("now", "f", 100)])
        .await
        .unwrap();
    let lease = lease_for(queue, "f", "o").await;
    let claimed = claim(queue, lease, 100, Claim { latest: Some(Timestamp(400)), ..anything() }).await;
    assert_eq!(ids(&claimed), ["now", "far"]);
    let found =
        claim(queue, lease, 100, Claim { latest: Some(Timestamp(299)), limit: 1, ..anything() }).await;
    assert_eq!(ids(&found), ["near"]);
}

async fn what_cannot_be_read_is_set_aside(queue: &impl EventQueue) {
    queue.enqueue(vec![event("r1", "f", 1), event("r2", "f", 2)]).await.unwrap();
    let lease = lease_for(queue, "f", "o").await;
    let claimed = claim(queue, lease, 5, anything()).await;
    settle(queue, lease, claimed[0].number, SetAside).await;
    settle(queue, lease, claimed[1].number, Unclaimed).await;
    settle(queue, lease, claimed[1].number, SetAside).await;
    assert_eq!(counts(queue, 5).await, [1, 0, 0], "what is not claimed is left alone");
    let lease = lease_for(queue, "f", "o").await;
    assert_eq!(ids(&claim(queue, lease, 5, anything()).await), ["r2"]);
}

/// Functions of the same partition, so that they share its claims.
fn neighbours(partitions: u32) -> Vec<String> {
    let of = |name: &String| Lane::of(&home(), &FunctionName::new(name).unwrap()).partition(partitions);
    (0..).map(|n| format!("f{n}")).filter(|name| of(name) == 0).take(3).collect()
}

async fn lanes_take_turns(queue: &impl EventQueue) {
    let names = neighbours(queue.partitions());
    let lane = |name: &str| Lane::of(&home(), &FunctionName::new(name).unwrap());
    let mut events = Vec::new();
    for (name, count) in [(&names[0], 50), (&names[1], 3), (&names[2], 3)] {
        events.extend((0..count).map(|n| event(&format!("{name}-{n:02}"), name, n)));
    }
    queue.enqueue(events).await.unwrap();
    let lease = lease_for(queue, &names[0], "o").await;
    let some = Claim { limit: 6, per_lane: 2, ..anything() };
    let claimed = claim(queue, lease, 100, some.clone()).await;
    let by_lane = |claimed: &[Read]| {
        let mut counts = BTreeMap::new();
        claimed.iter().for_each(|c| *counts.entry(c.lane).or_insert(0) += 1);
        counts
    };
    assert_eq!(by_lane(&claimed), names.iter().map(|name| (lane(name), 2)).collect());
    // Each lane's own, in order.
    for name in &names {
        let own: Vec<_> = claimed.iter().filter(|c| c.event.target.name.as_str() == name).collect();
        assert!(own.is_sorted_by_key(|c| c.number));
    }
    // A lane that must wait is passed over.
    let waits = Claim { lanes: HashMap::from([(lane(&names[0]), 0), (lane(&names[1]), 1)]), ..some.clone() };
    let claimed = claim(queue, lease, 100, waits).await;
    let wanted: BTreeMap<_, _> = [(lane(&names[1]), 1), (lane(&names[2]), 1)].into();
    assert_eq!(by_lane(&claimed), wanted, "{:?}", ids(&claimed));
    // The turn goes on after the last one, and round.
    let mut order: Vec<Lane> = names.iter().map(|name| lane(name)).collect();
    order.sort_unstable();
    let mut seen = BTreeSet::new();
    let mut after = None;
    for name in &names {
        queue.enqueue(vec![event(&format!("{name}-again"), name, 50)]).await.unwrap();
    }
    for _ in 0..3 {
        let one = claim(queue, lease, 100, Claim { limit: 1, after, ..anything() }).await;
        after = Some(one[0].lane);
        seen.insert(one[0].lane);
    }
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), order, "each had one turn");
}

async fn suspects(queue: &impl EventQueue) {
    queue.enqueue((0..4).map(|n| event(&format!("r{n}"), "f", n)).collect()).await.unwrap();
    let lease = lease_for(queue, "f", "o").await;
    claim(queue, lease, 5, Claim { limit: 3, ..anything() }).await;
    let lease = lease_for(queue, "f", "o").await;
    let careful = |suspects| Claim { suspicion: 1, suspects, ..anything() };
    assert_eq!(ids(&claim(queue, lease, 5, careful(1)).await), ["r0", "r3"]);
    assert_eq!(ids(&claim(queue, lease, 5, careful(0)).await), [""; 0]);
    assert_eq!(ids(&claim(queue, lease, 5, careful(5)).await), ["r1", "r2"]);
}

async fn many_at_once(queue: &impl EventQueue) {
    let leases = leases_of(queue, "o").await;
    let put = |writer: u32| async move {
        for n in 0..25 {
            let id = format!("w{writer}-{n}");
            queue.enqueue(vec![event(&id, &format!("f{}", n % 7), n)]).await.unwrap();
        }
    };
    let take = |lease: Lease| async move {
        let mut seen = Vec::new();
        for _ in 0..40 {
            let claimed = claim(queue, lease, 100, Claim { limit: 3, ..anything() }).await;
            let done = claimed.iter().map(|c| (c.number, Done)).collect();
            queue.settle(lease, done).await.unwrap();
            seen.extend(claimed.into_iter().map(|c| c.event.request_id.to_string()));
        }
        seen
    };
    tokio::join!(put(1), put(2), put(3), take(leases[0]));
    let mut left = 0;
    for lease in leases {
        left += take(lease).await.len();
    }
    assert!(left <= 75);
    let [ready, delayed, claimed] = counts(queue, 100).await;
    assert_eq!((ready <= 75, delayed, claimed), (true, 0, 0));
}

async fn deliveries_have_lanes_of_their_own(queue: &impl EventQueue) {
    let delivery = |id: &str, destination: &str| QueuedEvent {
        delivery: Some(Delivery { destination: destination.into(), note: "n".into() }),
        ..event(id, "f", 1)
    };
    let kept = vec![event("ran", "f", 1), delivery("a1", "a"), delivery("a2", "a"), delivery("b", "b")];
    queue.enqueue(kept.clone()).await.unwrap();
    let mut lanes: BTreeMap<Lane, Vec<String>> = BTreeMap::new();
    for lease in leases_of(queue, "o").await {
        for claimed in claim(queue, lease, 5, anything()).await {
            let whole = queue.event(claimed.number).await.unwrap().unwrap();
            assert_eq!(Some(&whole), kept.iter().find(|event| event.request_id == whole.request_id));
            assert_eq!(whole.delivery, claimed.event.delivery);
            assert_eq!((whole.lane(), claimed.event.lane()), (claimed.lane, claimed.lane));
            lanes.entry(claimed.lane).or_default().push(whole.request_id.to_string());
        }
    }
    let mut by_lane: Vec<_> = lanes.into_values().collect();
    by_lane.sort();
    assert_eq!(by_lane, [vec!["a1", "a2"], vec!["b"], vec!["ran"]]);
}

async fn hostile_text_is_data(queue: &impl EventQueue) {
    let texts = ["'; DROP TABLE event; --", "%_*?[a]", "\0nul", "ü💥\u{202e}", "\\\"{}", "?1", ""];
    let far = scope("000000000000", "eu-west-1");
    let mut kept = Vec::new();
    for text in texts {
        kept.push(QueuedEvent {
            request_id: format!("r{text}").into(),
            target: target(&far, "f"),
            trace_id: text.into(),
            payload: Bytes::copy_from_slice(text.as_bytes()),
            delivery: Some(Delivery { destination: text.into(), note: text.into() }),
            ..event("", "f", 1)
        });
    }
    kept.push(QueuedEvent { payload: Bytes::from(vec![0xff; 1_100_000]), ..event("large", "f", 1) });
    queue.enqueue(kept.clone()).await.unwrap();
    let mut found = Vec::new();
    for lease in leases_of(queue, "o").await {
        for claimed in claim(queue, lease, 5, anything()).await {
            found.push(claimed.event);
        }
    }
    let by_id = |events: &mut Vec<QueuedEvent<Bytes>>| events.sort_by(|a, b| a.request_id.cmp(&b.request_id));
    by_id(&mut kept);
    by_id(&mut found);
    assert_eq!(found, kept);
}
