//! runtime-api
