use crate::conformance::{function, scope};
use crate::sqlite::Sqlite;
use crate::{FunctionStore, TagStore, Tagged};
use domain::function::{FileSystemConfig, LogFormat, LoggingConfig, VpcConfig};
use domain::{CodeRef, FunctionConfig, FunctionState, LastUpdate, LayerRef, Sha256, Timestamp};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[ -~]{0,20}", "\\PC{0,20}", any::<String>()]
}

fn base() -> impl Strategy<Value = FunctionConfig> {
    let limits = (any::<u32>(), any::<u32>(), any::<u32>());
    let code = (any::<[u8; 32]>(), 0..=i64::MAX as u64);
    ("[0-9]{12}", "[a-z0-9-]{1,32}", "[a-zA-Z0-9_-]{1,64}", limits, code, any::<i64>()).prop_map(
        |(account, region, name, (timeout_s, memory_mb, ephemeral_mb), (digest, size), modified)| {
            FunctionConfig {
                timeout_s,
                memory_mb,
                ephemeral_mb,
                code: CodeRef { sha256: Sha256(digest), size },
                last_modified: Timestamp(modified),
                ..function(&scope(&account, &region), &name)
            }
        },
    )
}

fn logging() -> impl Strategy<Value = LoggingConfig> {
    let format = prop_oneof![Just(LogFormat::Text), Just(LogFormat::Json)];
    (format, option::of(text()), option::of(text()), option::of(text())).prop_map(
        |(format, application_level, system_level, group)| LoggingConfig {
            format,
            application_level,
            system_level,
            group,
        },
    )
}

fn states() -> impl Strategy<Value = (FunctionState, LastUpdate)> {
    let state = prop_oneof![
        Just(FunctionState::Pending),
        Just(FunctionState::Active),
        (text(), text()).prop_map(|(code, reason)| FunctionState::Failed { code, reason })
    ];
    let update = prop_oneof![
        Just(LastUpdate::Successful),
        Just(LastUpdate::InProgress),
        (text(), text()).prop_map(|(code, reason)| LastUpdate::Failed { code, reason })
    ];
    (state, update)
}

fn attachments() -> impl Strategy<Value = (Option<VpcConfig>, Vec<FileSystemConfig>, Vec<LayerRef>)> {
    let vpc = (vec(text(), 0..3), vec(text(), 0..3), any::<bool>()).prop_map(
        |(subnet_ids, security_group_ids, ipv6_allowed)| VpcConfig {
            subnet_ids,
            security_group_ids,
            ipv6_allowed,
        },
    );
    let file_system = (text(), text(), option::of(text())).prop_map(|(arn, path, direct_s3_read)| {
        FileSystemConfig { arn, local_mount_path: path, direct_s3_read }
    });
    let layer = (text(), any::<[u8; 32]>(), 0..=i64::MAX as u64, any::<u64>());
    let layer = layer.prop_map(|(arn, sha256, size, unpacked_bytes)| LayerRef {
        arn,
        code: CodeRef { sha256: Sha256(sha256), size },
        unpacked_bytes,
    });
    (option::of(vpc), vec(file_system, 0..2), vec(layer, 0..5))
}

fn config() -> impl Strategy<Value = FunctionConfig> {
    let texts = (text(), text(), text(), text(), text(), text());
    let options = (option::of(text()), option::of(text()), option::of(text()), option::of(text()));
    let options = (options, option::of(text()), option::of(text()));
    let environment = option::of(btree_map(text(), text(), 0..4));
    (base(), texts, options, environment, logging(), states(), attachments()).prop_map(
        |(base, texts, options, environment, logging, (state, last_update), (vpc, file_systems, layers))| {
            let (role, description, architecture, tracing_mode, snap_start, revision_id) = texts;
            let (options, source_kms_key_arn, tenant_isolation) = options;
            let (runtime, handler, dead_letter_arn, kms_key_arn) = options;
            FunctionConfig {
                role,
                description,
                architecture,
                tracing_mode,
                snap_start,
                revision_id,
                runtime,
                handler,
                dead_letter_arn,
                kms_key_arn,
                source_kms_key_arn,
                tenant_isolation,
                environment,
                logging,
                state,
                last_update,
                vpc,
                file_systems,
                layers,
                ..base
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_function_comes_back_as_it_was(config in config(), tags in btree_map(text(), text(), 0..4)) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let store = Sqlite::in_memory().unwrap();
            store.create_function(config.clone(), tags.clone(), None).await.unwrap();
            let found = store.function(&config.scope, &config.name).await.unwrap();
            prop_assert_eq!(found.as_ref(), Some(&config));
            let owner = Tagged::Function(config.name.clone());
            prop_assert_eq!(store.tags(&config.scope, &owner).await.unwrap(), tags);
            store.replace_function(&config.revision_id, config.clone(), None).await.unwrap();
            let listed = store.list_functions(&config.scope, None, 1).await.unwrap();
            prop_assert_eq!(listed.items, [config.clone()]);
            prop_assert_eq!(store.list_functions(&config.scope, Some(&config.name), 1).await.unwrap().items, []);
            let unfinished = config.state == FunctionState::Pending || config.last_update == LastUpdate::InProgress;
            prop_assert_eq!(store.unfinished_functions().await.unwrap().len(), usize::from(unfinished));
            store.delete_function(&config.scope, &config.name).await.unwrap();
            prop_assert_eq!(store.function(&config.scope, &config.name).await.unwrap(), None);
            Ok(())
        })?;
    }
}
