//! AWS Lambda's quotas, with the source of each: [M] service model of botocore 1.44.5, [S] recorded on AWS,
//! [D] AWS documentation.

/// Longest and shortest function timeout, seconds [M, D].
pub const TIMEOUT_S: std::ops::RangeInclusive<u32> = 1..=900;
/// Timeout where none is given, seconds [D].
pub const DEFAULT_TIMEOUT_S: u32 = 3;
/// Memory of a function, MB [D].
pub const MEMORY_MB: std::ops::RangeInclusive<u32> = 128..=10_240;
/// Memory where none is given, MB [D].
pub const DEFAULT_MEMORY_MB: u32 = 128;
/// `/tmp`, MB [D].
pub const EPHEMERAL_MB: std::ops::RangeInclusive<u32> = 512..=10_240;
/// `/tmp` where none is given, MB [S].
pub const DEFAULT_EPHEMERAL_MB: u32 = 512;
/// Memory that buys one whole virtual CPU, MB [D].
pub const MB_PER_CPU: u32 = 1_769;
/// A zip as uploaded directly, bytes [S].
pub const MAX_ZIPPED: u64 = 52_428_800;
/// Everything in a package unpacked, bytes [S].
pub const MAX_UNZIPPED: u64 = 262_144_000;
/// The body of a CreateFunction request, bytes [S].
pub const MAX_CREATE_BODY: u64 = 70_167_211;
/// A synchronous invocation's request payload, bytes [M].
pub const MAX_SYNC_PAYLOAD: usize = 6_291_456;
/// An asynchronous invocation's payload, bytes [M].
pub const MAX_ASYNC_PAYLOAD: usize = 1_048_576;
/// The payload of the deprecated InvokeAsync, bytes [M].
pub const MAX_INVOKE_ARGS: usize = 262_144;
/// A synchronous invocation's response payload, bytes [S, the runtime interface emulator].
pub const MAX_RESPONSE: usize = 6_291_556;
/// A response that is streamed, bytes [D: 200 MB].
pub const MAX_STREAMED_RESPONSE: usize = 209_715_200;
/// What of a streamed response may go at any speed, bytes [D: 6 MB; the runtime interface emulator: 6 MiB].
pub const STREAM_BURST: u64 = 6_291_456;
/// The rate of what follows, bytes a second [D: 2 MBps; the runtime interface emulator: 2 MiB].
pub const STREAM_RATE: u64 = 2_097_152;
/// Names and values of environment variables as JSON, bytes [S].
pub const MAX_ENVIRONMENT: usize = 4_096;
/// Layers of a function [S].
pub const MAX_LAYERS: usize = 5;
/// Tags of a resource [D].
pub const MAX_TAGS: usize = 50;
/// A resource policy as JSON, bytes [M].
pub const MAX_POLICY: usize = 20_480;
/// Retries of an asynchronous invocation that may be configured [M].
pub const EVENT_RETRIES: std::ops::RangeInclusive<u32> = 0..=2;
/// Age of an asynchronous event that may be configured, seconds [M].
pub const EVENT_AGE_S: std::ops::RangeInclusive<u32> = 60..=21_600;
/// Concurrent executions of an account in a region where nobody raised it [D].
pub const DEFAULT_CONCURRENCY: u32 = 1_000;
/// Environments on demand that a function may grow by at once [D, "Lambda scaling behavior"].
pub const SCALING_BURST: u32 = 1_000;
/// Environments a second that it may go on growing by: so many as at once in 10 s, given back continuously and not saved up [D].
pub const SCALING_PER_S: u32 = 100;
/// Synchronous requests a second for each unit of concurrency: the account's, a reservation's, a provision's [D, "Lambda quotas"].
pub const REQUESTS_PER_CONCURRENCY: u32 = 10;
/// The tail of the log that `LogType=Tail` returns, bytes [M].
pub const LOG_TAIL: usize = 4_096;
/// The init phase, milliseconds [D].
pub const INIT_MS: u64 = 10_000;
/// The init phase of a provisioned environment, milliseconds; where the function's timeout is longer, that [D].
pub const PROVISIONED_INIT_MS: u64 = 130_000;
/// The restoring from a snapshot with the function's hooks after it, at most (developer guide, "Lambda SnapStart runtime
/// hooks"), milliseconds.
pub const RESTORE_MS: u64 = 10_000;
/// `ClientContext` as base64, bytes [M].
pub const MAX_CLIENT_CONTEXT: usize = 3_583;
/// Processes and threads in an environment [S: between 742 and 1,024].
pub const MAX_PROCESSES: u32 = 1_024;
/// Open file descriptors in an environment [S].
pub const MAX_FDS: u64 = 1_024;
/// Runs of a function in one chain of invocations; the next one is stopped ("approximately" so many) [D, "recursive loop
/// detection"].
pub const CHAIN_RUNS: u32 = 16;
