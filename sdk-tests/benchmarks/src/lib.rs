//! Benchmarks of the running program against the limits it holds itself to. Apart from `sdk-tests`, so that measuring
//! does not build the SDKs.

pub mod load;
pub mod memory;
pub mod report;
pub mod rounds;
pub mod signing;
pub mod yardstick;
