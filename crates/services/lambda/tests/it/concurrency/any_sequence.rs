//! Any sequence of operations: what is reserved and provisioned stays within the account's limit, what the engine is told
//! is what is kept, and so it is after a start on the same store.

use crate::house::House;
use proptest::prelude::*;
use serde_json::{Value, json};
use service_lambda::Config;
use std::sync::Arc;
use store::sqlite::Sqlite;

/// One step of a random sequence on two functions with two versions each.
#[derive(Clone, Debug)]
enum Step {
    Reserve(usize, i64),
    Free(usize),
    Provision(usize, usize, i64),
    Unprovision(usize, usize),
    Move(usize, usize),
    DropAlias(usize),
}

const NAMES: [&str; 2] = ["a", "b"];
const QUALIFIERS: [&str; 3] = ["1", "2", "live"];

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let name = || 0..2_usize;
    let step = prop_oneof![
        3 => (name(), prop_oneof![0..20_i64, 300..700_i64]).prop_map(|(n, amount)| Step::Reserve(n, amount)),
        1 => name().prop_map(Step::Free),
        4 => (name(), 0..3_usize, prop_oneof![1..20_i64, 300..700_i64])
            .prop_map(|(n, q, amount)| Step::Provision(n, q, amount)),
        1 => (name(), 0..3_usize).prop_map(|(n, q)| Step::Unprovision(n, q)),
        2 => (name(), 0..2_usize).prop_map(|(n, v)| Step::Move(n, v)),
        1 => name().prop_map(Step::DropAlias),
    ];
    proptest::collection::vec(step, 1..25)
}

async fn any_sequence(steps: Vec<Step>) {
    let store = Arc::new(Sqlite::in_memory().unwrap());
    let house = House::on(Arc::clone(&store), Config::default());
    for name in NAMES {
        house.create(name).await;
        house.publish(name, "1").await;
        house.publish(name, "2").await;
        house.alias(name, "live", "1").await;
    }
    for step in steps {
        // Whether it is refused is not the matter here.
        let _ = match step.clone() {
            Step::Reserve(n, amount) => house.reserve(NAMES[n], amount).await,
            Step::Free(n) => house.free(NAMES[n]).await,
            Step::Provision(n, q, amount) => house.provision(NAMES[n], QUALIFIERS[q], amount).await,
            Step::Unprovision(n, q) => house.unprovision(NAMES[n], QUALIFIERS[q]).await,
            Step::Move(n, v) => {
                house.update_alias(NAMES[n], "live", json!({ "FunctionVersion": QUALIFIERS[v] })).await
            }
            Step::DropAlias(n) => {
                let uri = format!("/2015-03-31/functions/{}/aliases", NAMES[n]);
                house.json("DELETE", &format!("{uri}/live"), Value::Null).await.unwrap();
                house.json("POST", &uri, json!({ "Name": "live", "FunctionVersion": "2" })).await
            }
        };
        let (mut reserved, mut provisioned) = (0, 0);
        for name in NAMES {
            let own = house.get_reserved(name).await.unwrap()["ReservedConcurrentExecutions"].as_i64();
            let configs = house.list_provisioned(name, "").await;
            let configs = configs["ProvisionedConcurrencyConfigs"].as_array().unwrap().clone();
            let amount =
                |config: &Value| config["RequestedProvisionedConcurrentExecutions"].as_i64().unwrap();
            let sum: i64 = configs.iter().map(amount).sum();
            match own {
                Some(own) => {
                    assert!(sum <= own, "{step:?}: {sum} of {own}");
                    reserved += own;
                }
                None => provisioned += sum,
            }
            let told = house.told(name);
            assert_eq!(told.iter().map(|(_, _, amount)| i64::from(*amount)).sum::<i64>(), sum, "{step:?}");
            assert_eq!(told.len(), configs.len(), "{step:?}: each version once");
        }
        assert!(reserved + provisioned <= 900, "{step:?}: {reserved} and {provisioned}");
        let shares = house.engine.shares_now();
        assert_eq!((shares.reserved, shares.provisioned), (reserved as u64, provisioned as u64), "{step:?}");
        assert_eq!(house.unreserved().await, 1_000 - reserved - provisioned);
    }
    let again = House::on(store, Config::default());
    again.service.recover().await.unwrap();
    assert_eq!(again.engine.shares_now(), house.engine.shares_now());
    for name in NAMES {
        assert_eq!(again.told(name), house.told(name));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_gives_away_more_than_there_is(steps in steps()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(any_sequence(steps));
    }
}
