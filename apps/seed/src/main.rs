//! Makes a believable town hall.
mod city;
mod names;
fn main() {
    let _ = city::Plan::of("model", 300, &yakusho_kernel::Rng::seeded(1));
}
