//! Cases for [`LayerStore`], and for what functions and layers have in common.

use super::{function, home, scope};
use crate::{FunctionStore, LayerFilter, LayerPolicy, LayerStore, Publication, StoreError, Thing};
use domain::layer::{LayerArn, LayerName, LayerVersion};
use domain::{CodeRef, FunctionConfig, LayerRef, Scope, Sha256, Timestamp};
use std::collections::BTreeMap;

pub(super) async fn all<S: LayerStore + FunctionStore>(mut new: impl FnMut() -> S) {
    versions(new()).await;
    lists(new()).await;
    filters(new()).await;
    policies(new()).await;
    code(new()).await;
}

fn layer(scope: &Scope, name: &str) -> LayerArn {
    LayerArn { scope: scope.clone(), name: LayerName::new(name).unwrap() }
}

fn draft(layer: &LayerArn, code: u8) -> LayerVersion {
    LayerVersion {
        arn: layer.clone().version(0),
        code: CodeRef { sha256: Sha256([code; 32]), size: 1_000 + u64::from(code) },
        unpacked_bytes: 5_000_000_000,
        description: "what it is \u{1f411}".to_owned(),
        created: Timestamp(1_795_544_521_123),
        compatible_runtimes: None,
        compatible_architectures: None,
        license: None,
    }
}

async fn versions<S: LayerStore>(store: S) {
    let (ours, elsewhere) = (layer(&home(), "l"), layer(&scope("123456789012", "eu-west-1"), "l"));
    let full = LayerVersion {
        compatible_runtimes: Some(vec!["python3.11".to_owned(), "nodejs20.x".to_owned()]),
        compatible_architectures: Some(Vec::new()),
        license: Some("MIT".to_owned()),
        ..draft(&ours, 1)
    };
    let first = store.publish_layer_version(full.clone()).await.unwrap();
    assert_eq!(first, LayerVersion { arn: ours.clone().version(1), ..full });
    let second = store.publish_layer_version(draft(&ours, 1)).await.unwrap();
    assert_eq!(second.arn.number, 2, "the same package again is another version");
    assert_eq!(store.publish_layer_version(draft(&elsewhere, 2)).await.unwrap().arn.number, 1);
    assert_eq!(store.layer_version(&first.arn).await.unwrap(), Some(first.clone()));
    assert_eq!(store.layer_version(&ours.clone().version(3)).await.unwrap(), None);

    assert_eq!(store.delete_layer_version(&second.arn).await.unwrap(), Some(second.clone()));
    assert_eq!(store.delete_layer_version(&second.arn).await.unwrap(), None);
    assert_eq!(store.layer_version(&second.arn).await.unwrap(), None);
    assert_eq!(store.publish_layer_version(draft(&ours, 1)).await.unwrap().arn.number, 3, "never again");
    for number in [1, 3] {
        store.delete_layer_version(&ours.clone().version(number)).await.unwrap();
    }
    assert_eq!(store.publish_layer_version(draft(&ours, 1)).await.unwrap().arn.number, 4, "not even then");
    assert!(store.layer_version(&elsewhere.version(1)).await.unwrap().is_some());
}

async fn lists<S: LayerStore>(store: S) {
    let any = LayerFilter::default();
    let numbers = |found: &[LayerVersion]| found.iter().map(|version| version.arn.number).collect::<Vec<_>>();
    let names = |found: &[LayerVersion]| {
        found.iter().map(|version| version.arn.layer.name.to_string()).collect::<Vec<_>>()
    };
    for name in ["b", "a", "B", "a-1"] {
        store.publish_layer_version(draft(&layer(&home(), name), 1)).await.unwrap();
    }
    let layer = layer(&home(), "a");
    for _ in 2..=12 {
        store.publish_layer_version(draft(&layer, 1)).await.unwrap();
    }
    store.delete_layer_version(&layer.clone().version(12)).await.unwrap();
    store.delete_layer_version(&layer.clone().version(10)).await.unwrap();
    let page = store.list_layer_versions(&layer, &any, None, 3).await.unwrap();
    assert_eq!((numbers(&page.items), page.more), (vec![11, 9, 8], true));
    let page = store.list_layer_versions(&layer, &any, Some(3), 3).await.unwrap();
    assert_eq!((numbers(&page.items), page.more), (vec![2, 1], false));
    assert_eq!(store.list_layer_versions(&layer, &any, Some(1), 3).await.unwrap().items, []);

    let page = store.list_layers(&home(), &any, None, 2).await.unwrap();
    assert_eq!((names(&page.items), page.more), (vec!["B".to_owned(), "a".to_owned()], true));
    assert_eq!(numbers(&page.items), [1, 11]);
    let page = store.list_layers(&home(), &any, Some(&layer.name), 2).await.unwrap();
    assert_eq!((names(&page.items), page.more), (vec!["a-1".to_owned(), "b".to_owned()], false));
    assert_eq!(
        store.list_layers(&scope("123456789012", "eu-west-1"), &any, None, 9).await.unwrap().items,
        []
    );
    let gone = super::layers::layer(&home(), "b");
    store.delete_layer_version(&gone.version(1)).await.unwrap();
    assert_eq!(
        store.list_layers(&home(), &any, None, 9).await.unwrap().items.len(),
        3,
        "one without versions"
    );
}

async fn filters<S: LayerStore>(store: S) {
    let layer = layer(&home(), "l");
    let texts = |texts: &[&str]| Some(texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>());
    for (runtimes, architectures) in [
        (texts(&["python3.11", "python3.12"]), texts(&["x86_64"])),
        (texts(&["python3.11"]), None),
        (None, texts(&["arm64", "x86_64"])),
        (texts(&[]), texts(&[])),
        (None, None),
    ] {
        let version = LayerVersion {
            compatible_runtimes: runtimes,
            compatible_architectures: architectures,
            ..draft(&layer, 1)
        };
        store.publish_layer_version(version).await.unwrap();
    }
    for (runtime, architecture, expected) in [
        (None, None, &[5, 4, 3, 2, 1][..]),
        (Some("python3.11"), None, &[2, 1]),
        (Some("python3.12"), None, &[1]),
        (Some("python3.1"), None, &[]),
        (None, Some("x86_64"), &[3, 1]),
        (None, Some("arm64"), &[3]),
        (Some("python3.11"), Some("x86_64"), &[1]),
        (Some("python3.11"), Some("arm64"), &[]),
    ] {
        let filter = LayerFilter {
            runtime: runtime.map(str::to_owned),
            architecture: architecture.map(str::to_owned),
        };
        let found = store.list_layer_versions(&layer, &filter, None, 9).await.unwrap().items;
        assert_eq!(found.iter().map(|v| v.arn.number).collect::<Vec<_>>(), expected, "{filter:?}");
        let newest = store.list_layers(&home(), &filter, None, 9).await.unwrap().items;
        assert_eq!(newest.first().map(|v| v.arn.number), expected.first().copied(), "{filter:?}");
    }
}

async fn policies<S: LayerStore>(store: S) {
    let arn = store.publish_layer_version(draft(&layer(&home(), "l"), 1)).await.unwrap().arn;
    let missing = arn.layer.clone().version(2);
    let policy = |revision: &str| LayerPolicy { document: "{}".to_owned(), revision: revision.to_owned() };
    let not_found = StoreError::NotFound(Thing::LayerVersion);
    assert_eq!(store.layer_policy(&missing).await, Err(not_found.clone()));
    assert_eq!(store.replace_layer_policy(&missing, None, Some(policy("r1"))).await, Err(not_found));

    assert_eq!(store.layer_policy(&arn).await, Ok(None));
    let mismatch = Err(StoreError::RevisionMismatch);
    assert_eq!(store.replace_layer_policy(&arn, Some("r1"), Some(policy("r2"))).await, mismatch);
    store.replace_layer_policy(&arn, None, Some(policy("r1"))).await.unwrap();
    assert_eq!(store.replace_layer_policy(&arn, None, Some(policy("r2"))).await, mismatch);
    assert_eq!(store.layer_policy(&arn).await, Ok(Some(policy("r1"))));
    store.replace_layer_policy(&arn, Some("r1"), Some(policy("r2"))).await.unwrap();
    assert_eq!(store.replace_layer_policy(&arn, Some("r1"), None).await, mismatch);
    store.replace_layer_policy(&arn, Some("r2"), None).await.unwrap();
    assert_eq!(store.layer_policy(&arn).await, Ok(None));
}

/// Functions refer to packages, not to layer versions.
async fn code<S: LayerStore + FunctionStore>(store: S) {
    let version = store.publish_layer_version(draft(&layer(&home(), "l"), 7)).await.unwrap();
    let code = version.code;
    let in_use = async |digest: u8| store.code_in_use(&Sha256([digest; 32])).await.unwrap();
    assert!(in_use(7).await);
    assert_eq!(store.usage(&home()).await.unwrap().code_bytes, code.size);
    let codes = async || store.codes_in_use(None, 9).await.unwrap().items;
    assert_eq!(codes().await, [code.sha256]);

    let of = |digest: u8| LayerRef {
        arn: version.arn.to_string(),
        code: CodeRef { sha256: Sha256([digest; 32]), size: 1 },
        unpacked_bytes: 1,
    };
    let with = |layers: &[LayerRef], revision: &str| FunctionConfig {
        layers: layers.to_vec(),
        revision_id: revision.to_owned(),
        ..function(&home(), "f")
    };
    // Twice the same package from two layers.
    let first = with(&[of(7), of(8), of(8)], "r1");
    store.create_function(first.clone(), BTreeMap::new(), None).await.unwrap();
    assert_eq!(store.function(&first.scope, &first.name).await.unwrap().as_ref(), Some(&first));
    store.delete_layer_version(&version.arn).await.unwrap();
    assert!(in_use(7).await && in_use(8).await, "the function has them");
    assert_eq!(codes().await, [Sha256([1; 32]), Sha256([7; 32]), Sha256([8; 32])]);
    assert_eq!(store.usage(&home()).await.unwrap().code_bytes, first.code.size);

    let publication = Publication { description: None, revision_id: "v1".to_owned() };
    store.publish_version(&first.scope, &first.name, "r1", publication).await.unwrap();
    store.replace_function("r1", with(&[of(8), of(9)], "r2"), None).await.unwrap();
    assert!(in_use(7).await && in_use(8).await && in_use(9).await, "a version keeps what it has");
    store.delete_version(&first.scope, &first.name, 1).await.unwrap();
    assert!(!in_use(7).await && in_use(8).await && in_use(9).await);
    let codes_of_it = store.delete_function(&first.scope, &first.name).await.unwrap();
    assert_eq!(codes_of_it, [first.code.sha256, Sha256([8; 32]), Sha256([9; 32])]);
    assert_eq!(codes().await, []);
    assert!(!in_use(8).await);
}
