//! Models as they stand in files, and what requests are asked for by them.

mod models;
mod resources;
mod roles;
mod world;
