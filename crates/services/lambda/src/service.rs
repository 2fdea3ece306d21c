//! The service: what it stands on, and which operation is which file.

use crate::architecture;
use crate::code::Packages;
use crate::code_url::CodeUrls;
use crate::engine::Engine;
use crate::functions::Functions;
use crate::operations as op;
use crate::preparation::Preparations;
use crate::rights::Rights;
use crate::traced::Tracing;
use async_trait::async_trait;
use aws_client::objects::ObjectSource;
use aws_wire::access::{Access, Asked};
use aws_wire::generated::lambda::MODEL;
use aws_wire::sigv4::Credentials;
use aws_wire::{ApiError, Input, Operation, Output, RequestContext, Service, ServiceModel};
use blobs::BlobStore;
use dispatch::events::Inbox;
use domain::egress::Egress;
use domain::{Clock, SegmentSink};
use std::sync::Arc;
use std::time::Duration;
use store::{IdentityStore, LambdaStore};
use tokio::sync::Mutex;
use worker::StreamRate;

/// What is configured.
#[derive(Clone, Debug)]
pub struct Config {
    /// Takes execution roles of other accounts too: development mode, where account ids mean little.
    pub foreign_roles: bool,
    /// Takes no execution role that IAM does not know here. One that it knows has to trust Lambda in any case.
    pub require_roles: bool,
    /// The widest egress policy that a function may have.
    pub egress_max: Egress,
    /// How long an invocation waits for a function that is being prepared.
    pub ready_wait: Duration,
    /// The architecture whose functions run, as Lambda names it; `None` runs every function as one of this machine's.
    pub architecture: Option<&'static str>,
    /// `ConcurrentExecutions` of GetAccountSettings: what the engine allows in an account and region.
    pub concurrency: u32,
    /// How fast a streamed response may be.
    pub stream_rate: StreamRate,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            foreign_roles: false,
            require_roles: false,
            egress_max: Egress::none(),
            ready_wait: Duration::from_secs(30),
            architecture: Some(architecture::of_this_machine()),
            concurrency: domain::limits::DEFAULT_CONCURRENCY,
            stream_rate: StreamRate::default(),
        }
    }
}

/// What the service stands on.
pub struct Deps {
    /// All that is kept.
    pub store: Arc<dyn LambdaStore>,
    /// Roles.
    pub identities: Arc<dyn IdentityStore>,
    /// Packages.
    pub blobs: Arc<dyn BlobStore>,
    /// Where `S3Bucket` and `S3Key` are read.
    pub objects: Arc<dyn ObjectSource>,
    /// Where asynchronous invocations are kept until they run.
    pub inbox: Arc<Inbox>,
    /// Runs functions.
    pub engine: Arc<dyn Engine>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Where segments of invocations that are traced go.
    pub segments: Arc<dyn SegmentSink>,
    /// Signs `Code.Location`. A key of its own, that opens nothing else.
    pub download_key: Credentials,
}

/// AWS Lambda.
pub struct LambdaService {
    pub(crate) config: Config,
    pub(crate) inbox: Arc<Inbox>,
    pub(crate) engine: Arc<dyn Engine>,
    pub(crate) functions: Arc<Functions>,
    pub(crate) identities: Arc<dyn IdentityStore>,
    pub(crate) rights: Rights,
    pub(crate) packages: Arc<Packages>,
    pub(crate) preparations: Arc<Preparations>,
    pub(crate) urls: Arc<CodeUrls>,
    pub(crate) tracing: Arc<Tracing>,
    /// Who changes concurrency.
    pub(crate) concurrency: Mutex<()>,
}

impl LambdaService {
    /// Puts the service together. Call [`Self::recover`] before the first request.
    pub fn new(config: Config, deps: Deps) -> Self {
        let tracing = Arc::new(Tracing::new(deps.segments, Arc::clone(&deps.clock)));
        let packages = Arc::new(Packages::new(deps.blobs, deps.objects, deps.clock));
        let urls = CodeUrls::new(deps.download_key, Arc::clone(&packages), Arc::clone(&deps.store));
        let functions = Arc::new(Functions::new(deps.store));
        let preparations = Preparations::new(
            Arc::clone(&deps.engine),
            Arc::clone(&functions),
            Arc::clone(&packages),
            config.architecture,
        );
        Self {
            config,
            inbox: deps.inbox,
            engine: deps.engine,
            functions,
            identities: deps.identities,
            rights: Rights::default(),
            packages,
            preparations: Arc::new(preparations),
            urls: Arc::new(urls),
            tracing,
            concurrency: Mutex::default(),
        }
    }

    /// The routes behind `Code.Location`.
    pub fn code_urls(&self) -> Arc<CodeUrls> {
        Arc::clone(&self.urls)
    }

    /// Takes up again what the last run of the server left unfinished; returns how many functions. They are prepared
    /// in the background, as is what is provisioned. Event source mappings have settled when this returns.
    pub async fn recover(&self) -> Result<usize, ApiError> {
        op::event_source_mappings::settling::settle_all(self.functions.store())
            .await
            .map_err(|e| crate::errors::store(&e))?;
        let unfinished = self.functions.store().unfinished_functions().await;
        let unfinished = unfinished.map_err(|e| crate::errors::store(&e))?;
        let count = unfinished.len();
        for config in unfinished {
            self.preparations.begin(config, None);
        }
        self.apply_all_concurrency().await?;
        Ok(count)
    }

    /// Collects packages that no function has. Worth doing at start and every hour; returns how many.
    pub async fn sweep(&self) -> Result<usize, ApiError> {
        self.packages.sweep(self.functions.store()).await
    }

    /// Forgets the configurations of functions that nobody asked for since the last time; they are read again when
    /// somebody does. Worth doing every few minutes; returns how many.
    pub fn forget_unused(&self) -> usize {
        self.functions.forget_unused()
    }
}

#[async_trait]
impl Service for LambdaService {
    fn model(&self) -> &'static ServiceModel {
        &MODEL
    }

    fn access(&self, asked: &Asked<'_>) -> Access {
        crate::access::access(asked)
    }

    async fn call(
        &self,
        context: RequestContext,
        operation: &'static Operation,
        input: Input,
    ) -> Result<Output, ApiError> {
        match operation.name {
            "Invoke" => op::invoke::invoke(self, &context, input).await,
            "InvokeAsync" => op::invoke_event::invoke_async(self, &context, input).await,
            "InvokeWithResponseStream" => {
                op::invoke_with_response_stream::invoke_with_response_stream(self, &context, input).await
            }
            "CreateFunction" => op::create_function::create_function(self, &context, input).await,
            "GetFunction" => op::get_function::get_function(self, &context, input).await,
            "GetFunctionConfiguration" => {
                op::get_function_configuration::get_function_configuration(self, &context, input).await
            }
            "GetFunctionCodeSigningConfig" => {
                op::code_signing::get_function_code_signing_config(self, &context, input).await
            }
            "GetFunctionConcurrency" => {
                op::concurrency::get_function_concurrency(self, &context, input).await
            }
            "ListAliases" => op::aliases::list_aliases(self, &context, input).await,
            "ListVersionsByFunction" => {
                op::list_versions_by_function::list_versions_by_function(self, &context, input).await
            }
            "ListFunctions" => op::list_functions::list_functions(self, &context, input).await,
            "UpdateFunctionCode" => {
                op::update_function_code::update_function_code(self, &context, input).await
            }
            "UpdateFunctionConfiguration" => {
                op::update_function_configuration::update_function_configuration(self, &context, input).await
            }
            "DeleteFunction" => op::delete_function::delete_function(self, &context, input).await,
            "TagResource" => op::tags::tag_resource(self, &context, input).await,
            "UntagResource" => op::tags::untag_resource(self, &context, input).await,
            "ListTags" => op::tags::list_tags(self, &context, input).await,
            "GetAccountSettings" => op::get_account_settings::get_account_settings(self, &context).await,
            "CreateAlias" => op::aliases::create_alias(self, &context, input).await,
            "DeleteAlias" => op::aliases::delete_alias(self, &context, input).await,
            "GetAlias" => op::aliases::get_alias(self, &context, input).await,
            "UpdateAlias" => op::aliases::update_alias(self, &context, input).await,
            "CreateCodeSigningConfig" => {
                op::code_signing::create_code_signing_config(self, &context, input).await
            }
            "DeleteCodeSigningConfig" => {
                op::code_signing::delete_code_signing_config(self, &context, input).await
            }
            "GetCodeSigningConfig" => op::code_signing::get_code_signing_config(self, &context, input).await,
            "ListCodeSigningConfigs" => {
                op::code_signing::list_code_signing_configs(self, &context, input).await
            }
            "UpdateCodeSigningConfig" => {
                op::code_signing::update_code_signing_config(self, &context, input).await
            }
            "ListFunctionsByCodeSigningConfig" => {
                op::code_signing::list_functions_by_code_signing_config(self, &context, input).await
            }
            "PutFunctionCodeSigningConfig" => {
                op::code_signing::put_function_code_signing_config(self, &context, input).await
            }
            "DeleteFunctionCodeSigningConfig" => {
                op::code_signing::delete_function_code_signing_config(self, &context, input).await
            }
            "PutFunctionConcurrency" => {
                op::concurrency::put_function_concurrency(self, &context, input).await
            }
            "DeleteFunctionConcurrency" => {
                op::concurrency::delete_function_concurrency(self, &context, input).await
            }
            "PutProvisionedConcurrencyConfig" => {
                op::provisioned_concurrency::put_provisioned_concurrency_config(self, &context, input).await
            }
            "GetProvisionedConcurrencyConfig" => {
                op::provisioned_concurrency::get_provisioned_concurrency_config(self, &context, input).await
            }
            "DeleteProvisionedConcurrencyConfig" => {
                op::provisioned_concurrency::delete_provisioned_concurrency_config(self, &context, input)
                    .await
            }
            "ListProvisionedConcurrencyConfigs" => {
                op::provisioned_concurrency::list_provisioned_concurrency_configs(self, &context, input).await
            }
            "PutFunctionEventInvokeConfig" => {
                op::event_invoke_config::put_function_event_invoke_config(self, &context, input).await
            }
            "UpdateFunctionEventInvokeConfig" => {
                op::event_invoke_config::update_function_event_invoke_config(self, &context, input).await
            }
            "GetFunctionEventInvokeConfig" => {
                op::event_invoke_config::get_function_event_invoke_config(self, &context, input).await
            }
            "DeleteFunctionEventInvokeConfig" => {
                op::event_invoke_config::delete_function_event_invoke_config(self, &context, input).await
            }
            "ListFunctionEventInvokeConfigs" => {
                op::event_invoke_config::list_function_event_invoke_configs(self, &context, input).await
            }
            "CreateEventSourceMapping" => {
                op::event_source_mappings::create_event_source_mapping(self, &context, input).await
            }
            "DeleteEventSourceMapping" => {
                op::event_source_mappings::delete_event_source_mapping(self, &context, input).await
            }
            "GetEventSourceMapping" => {
                op::event_source_mappings::get_event_source_mapping(self, &context, input).await
            }
            "ListEventSourceMappings" => {
                op::event_source_mappings::list_event_source_mappings(self, &context, input).await
            }
            "UpdateEventSourceMapping" => {
                op::event_source_mappings::update_event_source_mapping(self, &context, input).await
            }
            "PublishLayerVersion" => op::layers::publish_layer_version(self, &context, input).await,
            "GetLayerVersion" => op::layers::get_layer_version(self, &context, input).await,
            "GetLayerVersionByArn" => op::layers::get_layer_version_by_arn(self, &context, input).await,
            "DeleteLayerVersion" => op::layers::delete_layer_version(self, &context, input).await,
            "ListLayers" => op::layers::list_layers(self, &context, input).await,
            "ListLayerVersions" => op::layers::list_layer_versions(self, &context, input).await,
            "AddLayerVersionPermission" => {
                op::layers::add_layer_version_permission(self, &context, input).await
            }
            "RemoveLayerVersionPermission" => {
                op::layers::remove_layer_version_permission(self, &context, input).await
            }
            "GetLayerVersionPolicy" => op::layers::get_layer_version_policy(self, &context, input).await,
            "AddPermission" => op::permissions::add_permission(self, &context, input).await,
            "RemovePermission" => op::permissions::remove_permission(self, &context, input).await,
            "GetPolicy" => op::permissions::get_policy(self, &context, input).await,
            "PutResourcePolicy" => op::permissions::put_resource_policy(self, &context, input).await,
            "GetResourcePolicy" => op::permissions::get_resource_policy(self, &context, input).await,
            "DeleteResourcePolicy" => op::permissions::delete_resource_policy(self, &context, input).await,
            "PutFunctionRecursionConfig" => {
                op::recursion::put_function_recursion_config(self, &context, input).await
            }
            "GetFunctionRecursionConfig" => {
                op::recursion::get_function_recursion_config(self, &context, input).await
            }
            "PutRuntimeManagementConfig" => {
                op::runtime_management::put_runtime_management_config(self, &context, input).await
            }
            "GetRuntimeManagementConfig" => {
                op::runtime_management::get_runtime_management_config(self, &context, input).await
            }
            "CreateFunctionUrlConfig" => {
                op::function_urls::create_function_url_config(self, &context, input).await
            }
            "DeleteFunctionUrlConfig" => {
                op::function_urls::delete_function_url_config(self, &context, input).await
            }
            "GetFunctionUrlConfig" => op::function_urls::get_function_url_config(self, &context, input).await,
            "ListFunctionUrlConfigs" => {
                op::function_urls::list_function_url_configs(self, &context, input).await
            }
            "UpdateFunctionUrlConfig" => {
                op::function_urls::update_function_url_config(self, &context, input).await
            }
            "PublishVersion" => op::publish_version::publish_version(self, &context, input).await,
            name => Err(ApiError::not_implemented("lambda", name)),
        }
    }
}
