//! The tables of `tenfold.db`.

use super::Schema;
use crate::sqlite::signature::{environment_context, sign_rows, signed_columns};

/// Functions with what belongs to them, and roles.
pub(in crate::sqlite) const MAIN: Schema = Schema {
    application: 0x7466_6d31,
    steps: &[
        FUNCTIONS_AND_ROLES,
        VERSIONS_AND_ATTACHMENTS,
        EVENT_SOURCES_AND_TAGS,
        LAYERS,
        USAGE,
        SIGNATURES,
        MANAGED_POLICIES,
        IDENTITIES,
        MORE_SIGNATURES,
        SEALED_ENVIRONMENTS,
        IAM_ITEMS,
        SIGNED_IDENTITIES,
        SIGNED_TAGS_AND_PROFILES,
        SERVICE_USES,
    ],
    code: None,
};

/// `version` 0 is `$LATEST`.
const FUNCTIONS_AND_ROLES: &str = "
    CREATE TABLE function (
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        name TEXT NOT NULL,
        version INTEGER NOT NULL,
        revision TEXT NOT NULL,
        unfinished INTEGER NOT NULL,
        code BLOB NOT NULL,
        code_size INTEGER NOT NULL,
        config TEXT NOT NULL,
        PRIMARY KEY (account, region, name, version)
    ) STRICT;
    CREATE INDEX function_by_code ON function (code);
    CREATE INDEX function_sizes ON function (account, region, version, code_size);
    CREATE INDEX function_unfinished ON function (unfinished) WHERE unfinished = 1;
    CREATE TABLE function_tag (
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        name TEXT NOT NULL,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (account, region, name, key)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE role (
        id INTEGER PRIMARY KEY,
        account TEXT NOT NULL,
        name TEXT NOT NULL,
        folded_name TEXT NOT NULL,
        path TEXT NOT NULL,
        partition TEXT NOT NULL,
        role_id TEXT NOT NULL,
        assume_role_document TEXT NOT NULL,
        description TEXT,
        max_session_s INTEGER NOT NULL,
        created INTEGER NOT NULL,
        UNIQUE (account, name),
        UNIQUE (account, folded_name)
    ) STRICT;
    CREATE TABLE role_tag (
        role INTEGER NOT NULL REFERENCES role ON DELETE CASCADE,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (role, key)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE role_attached_policy (
        role INTEGER NOT NULL REFERENCES role ON DELETE CASCADE,
        arn TEXT NOT NULL,
        PRIMARY KEY (role, arn)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE role_inline_policy (
        role INTEGER NOT NULL REFERENCES role ON DELETE CASCADE,
        name TEXT NOT NULL,
        document TEXT NOT NULL,
        PRIMARY KEY (role, name)
    ) STRICT, WITHOUT ROWID;
    ";

/// `last_version` outlives the function: a version's number is never used again. `published_description` is that of
/// `$LATEST` when the version was published. A `qualifier` is empty for the function itself.
const VERSIONS_AND_ATTACHMENTS: &str = "
    ALTER TABLE function ADD COLUMN published_description TEXT;
    CREATE TABLE last_version (
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        name TEXT NOT NULL,
        version INTEGER NOT NULL,
        PRIMARY KEY (account, region, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE alias (
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        name TEXT NOT NULL,
        alias TEXT NOT NULL,
        version INTEGER NOT NULL,
        second_version INTEGER,
        second_weight REAL,
        description TEXT NOT NULL,
        revision TEXT NOT NULL,
        PRIMARY KEY (account, region, name, alias)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE attachment (
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        qualifier TEXT NOT NULL,
        value TEXT NOT NULL,
        revision TEXT NOT NULL,
        modified INTEGER NOT NULL,
        amount INTEGER,
        reference TEXT,
        PRIMARY KEY (account, region, name, kind, qualifier)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX attachment_by_reference ON attachment (kind, reference) WHERE reference IS NOT NULL;
    CREATE INDEX attachment_amounts ON attachment (kind, account, region, amount) WHERE amount IS NOT NULL;
    ";

/// Tags of everything in one table. What a mapping reads is unique for its function and qualifier, which is empty where
/// there is none.
const EVENT_SOURCES_AND_TAGS: &str = "
    CREATE TABLE tag (
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (account, region, kind, id, key)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO tag SELECT account, region, 'function', name, key, value FROM function_tag;
    DROP TABLE function_tag;
    CREATE TABLE event_source_mapping (
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        uuid TEXT NOT NULL,
        function_name TEXT NOT NULL,
        qualifier TEXT NOT NULL,
        source TEXT NOT NULL,
        reads TEXT NOT NULL,
        state TEXT NOT NULL,
        enabled INTEGER NOT NULL,
        unfinished INTEGER NOT NULL,
        settings TEXT NOT NULL,
        change INTEGER NOT NULL,
        modified INTEGER NOT NULL,
        PRIMARY KEY (account, region, uuid)
    ) STRICT;
    CREATE INDEX event_source_mapping_by_function
        ON event_source_mapping (account, region, function_name, qualifier, uuid);
    CREATE INDEX event_source_mapping_by_source ON event_source_mapping (account, region, source, uuid);
    CREATE INDEX event_source_mapping_unfinished ON event_source_mapping (unfinished) WHERE unfinished = 1;
    CREATE TABLE event_source_reading (
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        function_name TEXT NOT NULL,
        qualifier TEXT NOT NULL,
        part TEXT NOT NULL,
        uuid TEXT NOT NULL,
        PRIMARY KEY (account, region, function_name, qualifier, part)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX event_source_reading_by_mapping ON event_source_reading (account, region, uuid);
    CREATE TABLE code_signing_config (
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        id TEXT NOT NULL,
        description TEXT,
        publishers TEXT NOT NULL,
        enforce INTEGER NOT NULL,
        modified INTEGER NOT NULL,
        PRIMARY KEY (account, region, id)
    ) STRICT, WITHOUT ROWID;
    ";

/// `last_version` outlives the versions. `function_layer` says which packages a function's version has as layers,
/// whether or not their layer versions still exist.
const LAYERS: &str = "
    CREATE TABLE layer (
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        name TEXT NOT NULL,
        last_version INTEGER NOT NULL,
        PRIMARY KEY (account, region, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE layer_version (
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        name TEXT NOT NULL,
        version INTEGER NOT NULL,
        code BLOB NOT NULL,
        code_size INTEGER NOT NULL,
        config TEXT NOT NULL,
        policy TEXT,
        policy_revision TEXT,
        PRIMARY KEY (account, region, name, version)
    ) STRICT;
    CREATE INDEX layer_version_by_code ON layer_version (code);
    CREATE INDEX layer_version_sizes ON layer_version (account, region, code_size);
    CREATE TABLE function_layer (
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        name TEXT NOT NULL,
        version INTEGER NOT NULL,
        code BLOB NOT NULL,
        PRIMARY KEY (account, region, name, version, code),
        FOREIGN KEY (account, region, name, version) REFERENCES function ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX function_layer_by_code ON function_layer (code);
    ";

/// What an account has in a region, counted as it changes: adding it up would take as long as there are versions.
const USAGE: &str = "
    DROP INDEX function_sizes;
    DROP INDEX layer_version_sizes;
    CREATE TABLE usage (
        account TEXT NOT NULL,
        region TEXT NOT NULL,
        functions INTEGER NOT NULL,
        code_bytes INTEGER NOT NULL,
        PRIMARY KEY (account, region)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO usage SELECT account, region, sum(functions), sum(code_bytes) FROM (
        SELECT account, region, version = 0 AS functions, code_size AS code_bytes FROM function
        UNION ALL SELECT account, region, 0, code_size FROM layer_version)
        GROUP BY account, region;
    CREATE TRIGGER function_made AFTER INSERT ON function BEGIN
        INSERT INTO usage VALUES (NEW.account, NEW.region, NEW.version = 0, NEW.code_size)
            ON CONFLICT (account, region) DO UPDATE SET
            functions = functions + excluded.functions, code_bytes = code_bytes + excluded.code_bytes;
    END;
    CREATE TRIGGER function_changed AFTER UPDATE OF code_size ON function BEGIN
        UPDATE usage SET code_bytes = code_bytes + NEW.code_size - OLD.code_size
            WHERE account = NEW.account AND region = NEW.region;
    END;
    CREATE TRIGGER function_gone AFTER DELETE ON function BEGIN
        UPDATE usage SET functions = functions - (OLD.version = 0), code_bytes = code_bytes - OLD.code_size
            WHERE account = OLD.account AND region = OLD.region;
    END;
    CREATE TRIGGER layer_version_made AFTER INSERT ON layer_version BEGIN
        INSERT INTO usage VALUES (NEW.account, NEW.region, 0, NEW.code_size)
            ON CONFLICT (account, region) DO UPDATE SET code_bytes = code_bytes + excluded.code_bytes;
    END;
    CREATE TRIGGER layer_version_gone AFTER DELETE ON layer_version BEGIN
        UPDATE usage SET code_bytes = code_bytes - OLD.code_size
            WHERE account = OLD.account AND region = OLD.region;
    END;
    ";

/// What was there before is signed as it is found.
const SIGNATURES: &str = concat!(
    "ALTER TABLE function ADD COLUMN signature BLOB; UPDATE function SET signature = row_signature(",
    signed_columns!(first_function),
    ");"
);

/// A row that is not as it was signed stays one that is not believed.
const SEALED_ENVIRONMENTS: &str = concat!(
    "PRAGMA secure_delete = ON;
    ALTER TABLE function ADD COLUMN environment BLOB;
    UPDATE function SET signature = NULL WHERE NOT is_row_signature(signature, ",
    signed_columns!(first_function),
    ");
    UPDATE function SET environment = seal(json_extract(config, '$.environment'), ",
    environment_context!(),
    "), config = json_remove(config, '$.environment') WHERE signature IS NOT NULL AND json_valid(config);
    ",
    sign_rows!(function),
    "WHERE signature IS NOT NULL;"
);

/// `last_version` outlives the versions. Which roles have a policy is found by its ARN.
const MANAGED_POLICIES: &str = "
    CREATE TABLE managed_policy (
        id INTEGER PRIMARY KEY,
        account TEXT NOT NULL,
        name TEXT NOT NULL,
        folded_name TEXT NOT NULL,
        path TEXT NOT NULL,
        partition TEXT NOT NULL,
        policy_id TEXT NOT NULL,
        description TEXT,
        default_version INTEGER NOT NULL,
        last_version INTEGER NOT NULL,
        created INTEGER NOT NULL,
        updated INTEGER NOT NULL,
        UNIQUE (account, name),
        UNIQUE (account, folded_name)
    ) STRICT;
    CREATE TABLE managed_policy_tag (
        policy INTEGER NOT NULL REFERENCES managed_policy ON DELETE CASCADE,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (policy, key)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE managed_policy_version (
        policy INTEGER NOT NULL REFERENCES managed_policy ON DELETE CASCADE,
        version INTEGER NOT NULL,
        document TEXT NOT NULL,
        created INTEGER NOT NULL,
        PRIMARY KEY (policy, version)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX role_attached_policy_by_arn ON role_attached_policy (arn);
    ";

/// Users, groups and roles in one table, since what they have in common is most of what they have. `trust`, `description` and
/// `max_session_s` are of roles. The secret of an access key is encrypted.
const IDENTITIES: &str = "
    CREATE TABLE identity (
        id INTEGER PRIMARY KEY,
        account TEXT NOT NULL,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        folded_name TEXT NOT NULL,
        path TEXT NOT NULL,
        partition TEXT NOT NULL,
        unique_id TEXT NOT NULL,
        created INTEGER NOT NULL,
        boundary TEXT,
        trust TEXT,
        description TEXT,
        max_session_s INTEGER,
        UNIQUE (account, kind, name),
        UNIQUE (account, kind, folded_name)
    ) STRICT;
    CREATE INDEX identity_by_boundary ON identity (boundary) WHERE boundary IS NOT NULL;
    INSERT INTO identity SELECT id, account, 'role', name, folded_name, path, partition, role_id, created, NULL,
        assume_role_document, description, max_session_s FROM role;
    CREATE TABLE identity_tag (
        identity INTEGER NOT NULL REFERENCES identity ON DELETE CASCADE,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (identity, key)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO identity_tag SELECT role, key, value FROM role_tag;
    CREATE TABLE identity_attached_policy (
        identity INTEGER NOT NULL REFERENCES identity ON DELETE CASCADE,
        arn TEXT NOT NULL,
        PRIMARY KEY (identity, arn)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX identity_attached_policy_by_arn ON identity_attached_policy (arn);
    INSERT INTO identity_attached_policy SELECT role, arn FROM role_attached_policy;
    CREATE TABLE identity_inline_policy (
        identity INTEGER NOT NULL REFERENCES identity ON DELETE CASCADE,
        name TEXT NOT NULL,
        document TEXT NOT NULL,
        PRIMARY KEY (identity, name)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO identity_inline_policy SELECT role, name, document FROM role_inline_policy;
    DROP TABLE role_inline_policy;
    DROP TABLE role_attached_policy;
    DROP TABLE role_tag;
    DROP TABLE role;
    CREATE TABLE group_member (
        in_group INTEGER NOT NULL REFERENCES identity,
        member INTEGER NOT NULL REFERENCES identity,
        PRIMARY KEY (in_group, member)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX group_member_by_member ON group_member (member, in_group);
    CREATE TABLE access_key (
        id TEXT PRIMARY KEY,
        owner INTEGER NOT NULL REFERENCES identity,
        secret BLOB NOT NULL,
        active INTEGER NOT NULL,
        created INTEGER NOT NULL,
        used INTEGER,
        used_service TEXT,
        used_region TEXT
    ) STRICT;
    CREATE INDEX access_key_by_owner ON access_key (owner, created);
    CREATE TABLE instance_profile (
        id INTEGER PRIMARY KEY,
        account TEXT NOT NULL,
        name TEXT NOT NULL,
        folded_name TEXT NOT NULL,
        path TEXT NOT NULL,
        partition TEXT NOT NULL,
        unique_id TEXT NOT NULL,
        created INTEGER NOT NULL,
        tags TEXT NOT NULL,
        role INTEGER REFERENCES identity,
        UNIQUE (account, name),
        UNIQUE (account, folded_name)
    ) STRICT;
    CREATE INDEX instance_profile_by_role ON instance_profile (role, name) WHERE role IS NOT NULL;
    CREATE TABLE identity_provider (
        account TEXT NOT NULL,
        issuer TEXT NOT NULL,
        partition TEXT NOT NULL,
        created INTEGER NOT NULL,
        record TEXT NOT NULL,
        PRIMARY KEY (account, issuer)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE account_alias (
        account TEXT PRIMARY KEY,
        alias TEXT NOT NULL UNIQUE
    ) STRICT, WITHOUT ROWID;
    ";
/// The same of everything else that says what is run, and who may.
const MORE_SIGNATURES: &str = concat!(
    "ALTER TABLE alias ADD COLUMN signature BLOB;",
    sign_rows!(alias),
    ";ALTER TABLE attachment ADD COLUMN signature BLOB;",
    sign_rows!(attachment),
    ";ALTER TABLE layer_version ADD COLUMN signature BLOB;",
    sign_rows!(layer_version),
    ";ALTER TABLE event_source_mapping ADD COLUMN signature BLOB;",
    sign_rows!(event_source_mapping),
    ";ALTER TABLE code_signing_config ADD COLUMN signature BLOB;",
    sign_rows!(code_signing_config),
    ";"
);
/// Passwords, devices, certificates and the like.
const IAM_ITEMS: &str = "
    CREATE TABLE iam_item (
        account TEXT NOT NULL,
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        folded_id TEXT NOT NULL,
        owner INTEGER REFERENCES identity,
        created INTEGER NOT NULL,
        record TEXT NOT NULL,
        secret BLOB,
        revision INTEGER NOT NULL,
        signature BLOB,
        PRIMARY KEY (account, kind, id),
        UNIQUE (account, kind, folded_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX iam_item_by_owner ON iam_item (owner, kind, id) WHERE owner IS NOT NULL;
    ";

/// Who is who, and what he may.
const SIGNED_IDENTITIES: &str = concat!(
    "ALTER TABLE identity ADD COLUMN signature BLOB;",
    sign_rows!(identity),
    ";ALTER TABLE managed_policy ADD COLUMN signature BLOB; UPDATE managed_policy SET signature = row_signature(",
    signed_columns!(first_managed_policy),
    ");ALTER TABLE identity_provider ADD COLUMN signature BLOB;",
    sign_rows!(identity_provider),
    ";"
);

/// A policy that is not as it was signed stays one that is not believed.
const SIGNED_TAGS_AND_PROFILES: &str = concat!(
    "UPDATE managed_policy SET signature = NULL WHERE NOT is_row_signature(signature, ",
    signed_columns!(first_managed_policy),
    ");",
    sign_rows!(managed_policy),
    "WHERE signature IS NOT NULL;
    ALTER TABLE instance_profile ADD COLUMN signature BLOB;",
    sign_rows!(instance_profile),
    ";ALTER TABLE account_alias ADD COLUMN signature BLOB;",
    sign_rows!(account_alias),
    ";"
);

/// When users and roles last used which service. It decides nothing.
const SERVICE_USES: &str = "
    CREATE TABLE service_use (
        identity INTEGER NOT NULL REFERENCES identity ON DELETE CASCADE,
        service TEXT NOT NULL,
        at INTEGER NOT NULL,
        region TEXT NOT NULL,
        PRIMARY KEY (identity, service)
    ) STRICT, WITHOUT ROWID;
    ";
