//! The client of the Azure Billing REST API against scripted servers and a clock that only waits on paper.
mod decoding;
mod links;
mod long_running;
mod numbers;
mod paging;
mod published;
mod requests;
mod retries;
mod roles;
mod subscriptions;
mod support;
mod usage;
