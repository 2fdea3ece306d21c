//! Any sequence of operations leaves what is promised true: a version never changes, an alias always resolves, no
//! package is without an owner and no owner without its package, and what is reserved leaves the account its minimum.

mod facts;
mod kill;
mod step;

use crate::house::House;
use facts::Facts;
use proptest::prelude::*;
use service_lambda::Config;

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_leaves_the_invariants_true(steps in proptest::collection::vec(step::any(), 1..60)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let house = House::with(Config::default());
            let mut before = Facts::default();
            for step in &steps {
                step.carry_out(&house).await;
                // What is collected is older than what collects it.
                house.pass(1);
                let now = Facts::of(&house).await;
                now.check(&before);
                before.follow(now);
            }
            house.settle_all().await;
            let end = Facts::of(&house).await;
            let kept = || house.blobs.0.lock().unwrap().keys().copied().collect();
            // A preparation gives up packages just after its end.
            house.until(|| end.owned() == kept()).await;
            end.check_blobs(&kept());
        });
    }
}
