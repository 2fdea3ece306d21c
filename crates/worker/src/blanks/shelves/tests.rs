//! Tables of what is kept, built and given away.

use super::*;

impl Weigh for u64 {
    fn weight_mb(&self) -> u64 {
        *self
    }
}

const LIFE: Duration = Duration::from_secs(60);

fn shelves(most: usize, memory_mb: u64) -> Shelves<u64, &'static str, u8> {
    Shelves::new(Bounds { most, memory_mb, most_of_a_crowd: 6, crowd_memory_mb: 2 * memory_mb, life: LIFE })
}

#[test]
fn what_is_asked_for_is_filled_up_to_its_bounds() {
    let (mut shelves, now) = (shelves(2, 100), Instant::now());
    assert_eq!(shelves.next(now, 1), Next::Nothing);
    assert!(shelves.expect(&10, now));
    assert_eq!(shelves.next(now, 1), Next::Build(10));
    assert_eq!(shelves.next(now, 1), Next::Nothing, "no more at a time");
    assert_eq!(shelves.built(&10, "first"), Place::Shelf);
    // What has less comes first.
    assert!(shelves.expect(&20, now));
    for kind in [20, 10, 20] {
        assert_eq!(shelves.next(now, 1), Next::Build(kind));
        shelves.built(&kind, "more");
    }
    assert_eq!(shelves.next(now, 1), Next::Nothing);
    assert!(!shelves.expect(&10, now));
    // 60 of 100 are used.
    assert!(shelves.expect(&50, now));
    assert_eq!(shelves.next(now, 1), Next::Nothing);
    assert_eq!(shelves.take(&20, now), Some("more"));
    assert_eq!(shelves.next(now, 1), Next::Build(50));
}

/// Builds until nothing is lacking; how many there are then.
fn fill(shelves: &mut Shelves<u64, &'static str, u8>, now: Instant) -> usize {
    while let Next::Build(kind) = shelves.next(now + QUIET, 1) {
        shelves.built(&kind, "blank");
    }
    shelves.shelves.iter().map(|shelf| shelf.blanks.len()).sum()
}

#[test]
fn a_crowd_is_awaited_again_for_a_while() {
    let (mut shelves, now) = (shelves(2, 100), Instant::now());
    assert!(shelves.expect(&10, now));
    assert_eq!(fill(&mut shelves, now), 2);
    let taken = (0..4).filter_map(|_| shelves.take(&10, now)).count();
    assert_eq!(taken, 2);
    assert_eq!(fill(&mut shelves, now), 4, "as many as were asked for");
    for _ in 0..9 {
        shelves.take(&10, now + CROWD);
    }
    let later = now + CROWD;
    assert_eq!(fill(&mut shelves, later), 6, "no more than may be");
    // A smaller one does not make the larger one forgotten.
    let later = later + 2 * CROWD;
    shelves.take(&10, later);
    assert_eq!(fill(&mut shelves, later), 6);
    assert!(shelves.reap(later).is_empty());
    // It did not come again.
    let later = now + CROWD + RECALL;
    shelves.expect(&10, later);
    assert_eq!(shelves.reap(later).len(), 4);
    assert_eq!(fill(&mut shelves, later), 2);
}

#[test]
fn crowds_take_nothing_from_what_is_kept_in_any_case() {
    let (mut shelves, now) = (shelves(2, 100), Instant::now());
    for _ in 0..6 {
        shelves.take(&40, now);
    }
    // 200 of 200 are used, 80 of 100 of what is kept in any case.
    assert_eq!(fill(&mut shelves, now), 5);
    shelves.expect(&10, now);
    assert_eq!(fill(&mut shelves, now), 7);
    shelves.expect(&5, now);
    assert_eq!(fill(&mut shelves, now), 7, "100 of 100");
}

#[test]
fn steady_ones_are_no_crowd() {
    let (mut shelves, now) = (shelves(2, 100), Instant::now());
    let mut later = now;
    for _ in 0..50 {
        shelves.take(&10, later);
        later += CROWD / 2;
    }
    assert_eq!(fill(&mut shelves, later), 2);
}

#[test]
fn several_are_built_at_once_where_processors_are_free() {
    let (mut shelves, now) = (shelves(3, 100), Instant::now());
    shelves.expect(&10, now);
    shelves.expect(&20, now);
    for kind in [10, 20, 10] {
        assert_eq!(shelves.next(now, 3), Next::Build(kind));
    }
    assert_eq!(shelves.next(now, 3), Next::Nothing);
    assert_eq!(shelves.built(&10, "first"), Place::Shelf);
    assert_eq!(shelves.next(now, 1), Next::Nothing, "fewer than are under way");
    assert_eq!(shelves.next(now, 3), Next::Build(20));
}

#[test]
fn those_who_wait_have_the_processors_first() {
    let all = |processors| [0, 1, 2, 4].map(|starting| at_once(processors, starting));
    assert_eq!(all(1), [1, 0, 0, 0]);
    assert_eq!(all(2), [1, 0, 0, 0]);
    assert_eq!(all(8), [7, 5, 3, 0]);
}

#[test]
fn what_has_just_started_has_the_processors_first() {
    let (mut shelves, now) = (shelves(8, 100), Instant::now());
    shelves.expect(&10, now);
    shelves.started(now);
    assert_eq!(shelves.next(now, 1), Next::Build(10), "there is none");
    shelves.built(&10, "first");
    assert_eq!(shelves.next(now, 1), Next::At(now + FIRST_INVOCATION));
    assert_eq!(shelves.next(now + FIRST_INVOCATION, 1), Next::Build(10));
}

#[test]
fn what_is_under_way_is_promised_once() {
    let (mut shelves, now) = (shelves(8, 100), Instant::now());
    assert_eq!(shelves.wait(&1, 7), Some(7), "nothing is under way");
    shelves.expect(&1, now);
    assert_eq!((shelves.next(now, 2), shelves.next(now, 2)), (Next::Build(1), Next::Build(1)));
    assert_eq!((shelves.wait(&1, 7), shelves.wait(&1, 8)), (None, None));
    assert_eq!(shelves.wait(&1, 9), Some(9), "both are spoken for");
    assert_eq!((shelves.is_awaited(&1), shelves.is_awaited(&2)), (true, false));
    assert_eq!(shelves.built(&1, "first"), Place::For(7, "first"), "who came first");
    // The other one has gone meanwhile.
    assert_eq!(shelves.built(&1, "second"), Place::For(8, "second"));
    assert!(!shelves.is_awaited(&1));
    assert_eq!(shelves.give_back(&1, "second"), Place::Shelf);
    assert_eq!(shelves.take(&1, now), Some("second"));
}

#[test]
fn nobody_waits_for_what_fails() {
    let (mut shelves, now) = (shelves(8, 100), Instant::now());
    shelves.expect(&1, now);
    assert_eq!((shelves.next(now, 2), shelves.next(now, 2)), (Next::Build(1), Next::Build(1)));
    assert_eq!(shelves.wait(&1, 7), None);
    assert_eq!(shelves.failed(&1, now), None, "the other one may come");
    assert_eq!(shelves.failed(&1, now), Some(7));
}

#[test]
fn who_takes_is_served_first() {
    let (mut shelves, now) = (shelves(1, 100), Instant::now());
    assert_eq!(shelves.take(&1, now), None);
    assert_eq!(shelves.next(now, 1), Next::At(now + QUIET));
    shelves.served(&1, now);
    assert_eq!(shelves.next(now, 1), Next::Build(1));
    shelves.failed(&1, now);
    shelves.served(&1, now);
    assert_eq!(shelves.next(now, 1), Next::At(now + FIRST_RETRY), "not sooner for that");
    let later = now + FIRST_RETRY;
    assert_eq!(shelves.next(later, 1), Next::Build(1));
    shelves.failed(&1, later);
    assert_eq!(shelves.next(later, 1), Next::At(later + 2 * FIRST_RETRY));
}

#[test]
fn what_nobody_wants_goes() {
    let (mut shelves, now) = (shelves(1, 100), Instant::now());
    for kind in [1, 2] {
        shelves.expect(&kind, now);
        assert_eq!(shelves.next(now, 1), Next::Build(kind));
        shelves.built(&kind, "blank");
    }
    shelves.expect(&2, now + LIFE / 2);
    assert_eq!(shelves.reap(now + LIFE), ["blank"]);
    assert_eq!(shelves.clear(now), ["blank"]);
    // Who needed the room is served, too.
    shelves.served(&2, now);
    assert_eq!(shelves.next(now, 1), Next::At(now + FIRST_RETRY), "the other kind is forgotten");
    assert_eq!(shelves.next(now + FIRST_RETRY, 1), Next::Build(2));
    assert_eq!(shelves.wait(&2, 7), None);
    assert!(shelves.close().is_empty());
    assert_eq!(shelves.built(&2, "too late"), Place::Nowhere("too late"));
    assert_eq!(shelves.wait(&2, 7), Some(7));
    assert_eq!((shelves.next(now, 1), shelves.take(&2, now)), (Next::Closed, None));
    assert!(!shelves.expect(&1, now));
}

#[test]
fn none_are_kept_where_none_may_be() {
    let (mut shelves, now) = (shelves(0, 100), Instant::now());
    assert!(!shelves.expect(&1, now));
    assert_eq!((shelves.take(&1, now), shelves.next(now, 1)), (None, Next::Nothing));
}
