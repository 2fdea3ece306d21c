//! The Linux driver against the real kernel, as root and as an ordinary user.
//!
//! A harness of its own, because the keeper must be forked before there are threads and because giving up root
//! cannot be taken back: every test runs in a process forked for it, in one or both of two modes, and every process
//! that it leaves behind becomes the harness's child and must end. It speaks as much of the standard harness's
//! language as `cargo test` and `cargo nextest` need.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "all of this is tests")]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a test harness talks")]

mod compromised;
mod connections;
mod death;
mod furnishing;
mod groups;
mod harness;
mod isolation;
mod lifecycle;
mod limits;
mod ready;
mod scratch;
#[cfg(target_arch = "x86_64")]
mod snapshots;
mod world;

use harness::Mode::{Root, Rootless};
use harness::{Mode, Test};
use world::with_driver;

/// A test of one driver in both modes, as `(name, modes, run)`.
macro_rules! driven {
    ($($module:ident::$name:ident),* $(,)?) => {
        &[$(Test {
            name: concat!(stringify!($module), "::", stringify!($name)),
            modes: &[Root, Rootless],
            run: |mode: Mode| with_driver(mode, $module::$name),
        }),*]
    };
}

const TESTS: &[Test] = driven![
    isolation::sees_only_its_own_processes,
    isolation::sees_nothing_of_the_host,
    isolation::writes_nowhere_but_in_tmp,
    isolation::is_an_ordinary_user_without_rights,
    isolation::has_host_ids_of_its_own,
    isolation::uses_up_nothing_of_others,
    isolation::forbidden_calls_are_refused,
    isolation::is_behind_a_second_wall,
    isolation::our_own_processes_keep_little,
    isolation::has_no_network_but_loopback,
    isolation::reaches_the_servers_listener,
    connections::reach_what_listens_inside,
    connections::are_refused_and_bounded,
    connections::wait_for_the_thaw,
    connections::are_waited_for_inside,
    isolation::inherits_nothing,
    isolation::cannot_harm_the_first_process,
    limits::tmp_has_its_size,
    limits::memory,
    limits::processes,
    limits::cpu,
    limits::files,
    lifecycle::ends_are_reported,
    lifecycle::failures_to_start_are_told,
    lifecycle::outputs_are_whole,
    lifecycle::records_have_an_output_of_their_own,
    lifecycle::what_is_known_late_comes_by_an_input_of_its_own,
    lifecycle::frozen_is_still_and_thawed_goes_on,
    lifecycle::freezing_succeeds_amid_starts,
    lifecycle::spawning_waits_for_the_thaw,
    lifecycle::killing_all_keeps_tmp,
    lifecycle::signals_arrive,
    lifecycle::destroying_leaves_nothing,
    lifecycle::dropping_leaves_nothing,
    lifecycle::impatience_leaves_nothing,
    lifecycle::impatience_starts_nothing,
    lifecycle::binds_show_no_more_than_the_servers_user_reaches,
    lifecycle::bad_binds_are_refused,
    lifecycle::many_at_once,
    furnishing::changes_nothing_for_who_started_before,
    furnishing::leaves_those_before_and_after_together,
    furnishing::is_done_by_a_process_that_nothing_inside_reaches,
    furnishing::sets_the_limits,
    furnishing::that_fails_leaves_nothing,
    furnishing::is_for_once_and_for_what_there_is_a_place_for,
    furnishing::blanks_that_are_dropped_leave_nothing,
    ready::becomes_what_is_asked_for_first,
    ready::tells_why_it_cannot_become_that,
    ready::makes_way_for_what_it_cannot_become,
    ready::is_not_needed,
    ready::goes_on_where_it_was_stopped,
    death::of_the_first_process,
];

const OTHER_TESTS: &[Test] = &[
    Test { name: "death::of_the_server", modes: &[Root, Rootless], run: death::of_the_server },
    Test { name: "death::of_a_server_with_many", modes: &[Root], run: death::of_a_server_with_many },
    Test { name: "death::of_the_keeper", modes: &[Root, Rootless], run: death::of_the_keeper },
    Test { name: "scratch::is_not_memory", modes: &[Root], run: scratch::is_not_memory },
    Test { name: "scratch::is_the_sandboxs_own", modes: &[Root], run: scratch::is_the_sandboxs_own },
    Test { name: "scratch::leaves_nothing", modes: &[Root], run: scratch::leaves_nothing },
    Test { name: "scratch::dies_with_the_server", modes: &[Root], run: scratch::dies_with_the_server },
    Test {
        name: "scratch::dies_with_server_and_keeper",
        modes: &[Root],
        run: scratch::dies_with_server_and_keeper,
    },
    Test {
        name: "scratch::is_made_beside_the_keeper",
        modes: &[Root],
        run: scratch::is_made_beside_the_keeper,
    },
    Test { name: "scratch::many_at_once", modes: &[Root], run: scratch::many_at_once },
    Test {
        name: "scratch::is_in_memory_if_the_disk_is_full",
        modes: &[Root],
        run: scratch::is_in_memory_if_the_disk_is_full,
    },
    Test {
        name: "scratch::its_lack_is_explained",
        modes: &[Root, Rootless],
        run: scratch::its_lack_is_explained,
    },
    Test {
        name: "compromised::its_requests_are_checked",
        modes: &[Root, Rootless],
        run: compromised::its_requests_are_checked,
    },
    Test {
        name: "compromised::its_descriptors_are_checked",
        modes: &[Root],
        run: compromised::its_descriptors_are_checked,
    },
    Test {
        name: "compromised::what_is_no_message_ends_the_keeper",
        modes: &[Root, Rootless],
        run: compromised::what_is_no_message_ends_the_keeper,
    },
    Test {
        name: "compromised::its_floods_are_bounded",
        modes: &[Root, Rootless],
        run: compromised::its_floods_are_bounded,
    },
    Test {
        name: "compromised::it_has_its_own_files_only",
        modes: &[Root, Rootless],
        run: compromised::it_has_its_own_files_only,
    },
    Test { name: "keeper_is_not_forked_beside_threads", modes: &[Rootless], run: death::beside_threads },
];

#[cfg(target_arch = "x86_64")]
const SNAPSHOTS: &[Test] = driven![
    snapshots::come_back_in_other_sandboxes,
    snapshots::threads_and_descriptors_come_back,
    snapshots::are_behind_the_same_walls,
    snapshots::do_not_repeat_what_is_drawn_at_random,
    snapshots::are_refused_of_what_cannot_be_copied,
    snapshots::of_functions_have_memory_as_ever,
    snapshots::of_blank_interpreters_have_the_librarys_memory_as_ever,
];
#[cfg(not(target_arch = "x86_64"))]
const SNAPSHOTS: &[Test] = &[];

fn main() -> std::process::ExitCode {
    harness::main(TESTS.iter().chain(OTHER_TESTS).chain(SNAPSHOTS))
}
