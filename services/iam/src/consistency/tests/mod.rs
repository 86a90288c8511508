mod relations;
mod rows;
