//! Papers to look at, and how long they take: nothing here is checked.
//!
//! `cargo run --release --example papers --no-default-features -- target/papers [--large]`
//!
//! `--large` also writes an archive of more than 4 GiB into the folder (zeros, so that it takes little room), for
//! `unzip -t` to read.
#[allow(dead_code, reason = "the tests need more of it")]
#[path = "../tests/document/fixtures.rs"]
mod fixtures;

use factuur::billing::Currency;
use factuur::document::{Packing, ZipWriter, invoice_pdf};
use factuur::text::Language;
use fixtures::*;
use std::error::Error;
use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("papers FOLDER [--large]")?);
    fs::create_dir_all(&folder)?;
    papers(&folder)?;
    times()?;
    if arguments.next().as_deref() == Some("--large") {
        large_archive(&folder.join("large.zip"))?;
    }
    Ok(())
}

fn papers(folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut foreign = usual(Currency::EUR);
    foreign.lines[0].0.product_description = Some("Łódź, Čapek, Київ, 人民".to_owned());
    for (name, sample) in [
        ("usual-en", usual(Currency::EUR)),
        ("usual-nl", usual(Currency::EUR).in_language(Language::Nl)),
        ("usual-sv", usual(Currency::SEK).in_language(Language::Sv)),
        ("credit-note-sv", credit_note(Currency::SEK).in_language(Language::Sv)),
        ("void-nl", void(Currency::EUR).in_language(Language::Nl)),
        ("long-en", long(90, 4, Currency::EUR)),
        ("pay-as-you-go-en", pay_as_you_go()),
        ("pay-as-you-go-sv", pay_as_you_go().in_language(Language::Sv)),
        ("foreign-letters-en", foreign),
        ("number-alone-en", only(bare("G1"))),
    ] {
        let pdf = sample.paper(invoice_pdf)?;
        fs::write(folder.join(format!("{name}.pdf")), pdf)?;
    }
    println!("papers are in {}", folder.display());
    Ok(())
}

fn times() -> Result<(), Box<dyn Error>> {
    for count in [10, 100, 500, 5_000] {
        let sample = long(count, 4, Currency::EUR);
        let mut times = Vec::new();
        for _ in 0..9 {
            let start = Instant::now();
            let size = sample.paper(invoice_pdf)?.len();
            times.push((start.elapsed(), size));
        }
        times.sort();
        println!("{count} lines: {:.1} ms, {} bytes", times[4].0.as_secs_f64() * 1000.0, times[4].1);
    }
    Ok(())
}

/// 65 stored files of 64 MiB, which go beyond the limit together, and one that is deflated and goes beyond alone.
fn large_archive(path: &Path) -> Result<(), Box<dyn Error>> {
    let mut file = File::create(path)?;
    let zeros = vec![0; 64 << 20];
    let mut zip = ZipWriter::new(day("2026-04-09"))?;
    for at in 0..65 {
        zip.add(&format!("{at}.bin"), Packing::Stored, &zeros)?;
        for piece in zip.take().chunks(1 << 20) {
            if piece.iter().all(|byte| *byte == 0) {
                file.seek(SeekFrom::Current(i64::try_from(piece.len())?))?;
            } else {
                file.write_all(piece)?;
            }
        }
    }
    zip.begin("alone.bin")?;
    for _ in 0..65 {
        zip.write(&zeros)?;
        file.write_all(&zip.take())?;
    }
    zip.end()?;
    zip.add("last.txt", Packing::Deflated, b"last")?;
    file.write_all(&zip.finish()?)?;
    println!("{}", path.display());
    Ok(())
}
