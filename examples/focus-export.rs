//! The sandbox's tenant as FOCUS files, for a validator to read (scripts/focus-check).
//!
//! `cargo run --example focus-export --no-default-features -- FOLDER`
#[allow(dead_code, reason = "the tests need more of it")]
#[path = "../tests/export/tenant.rs"]
mod tenant;

use factuur::export::focus::FocusVersion;
use std::error::Error;
use std::fs;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("focus-export FOLDER")?);
    fs::create_dir_all(&folder)?;
    for version in FocusVersion::ALL {
        for (name, bytes) in [
            ("customer-closed", tenant::customer(version, tenant::CLOSED)?),
            ("customer-open", tenant::customer(version, tenant::OPEN)?),
            ("partner", tenant::partner(version)?),
            ("pay-as-you-go", tenant::pay_as_you_go(version)?),
        ] {
            let path = folder.join(format!("{}-{name}.csv", version.name()));
            fs::write(&path, &bytes)?;
            println!("{}", path.display());
        }
    }
    Ok(())
}
