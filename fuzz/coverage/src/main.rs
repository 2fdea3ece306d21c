//! One of the targets, which `TENFOLD_FUZZ_TARGET` names, under libFuzzer.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static TARGET: LazyLock<fuzz::Target> = LazyLock::new(|| {
    let name = std::env::var("TENFOLD_FUZZ_TARGET").expect("TENFOLD_FUZZ_TARGET names a target");
    *fuzz::TARGETS.iter().find(|target| target.name == name).expect("there is a target of that name")
});

fuzz_target!(|data: &[u8]| (TARGET.run)(data));
