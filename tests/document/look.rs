//! Not checked, but looked at and reported: `cargo test --release --test document -- --ignored --nocapture`.
use super::fixtures::*;
use factuur::billing::Currency;
use factuur::document::invoice_pdf;
use factuur::text::Language;
use std::time::Instant;

#[test]
#[ignore = "writes papers for people to look at"]
fn papers_to_look_at() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("papers");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, sample) in [
        ("usual-en", usual(Currency::EUR)),
        ("usual-nl", usual(Currency::EUR).in_language(Language::Nl)),
        ("credit-sv", credit_note(Currency::SEK).in_language(Language::Sv)),
        ("long-en", long(90, 4, Currency::EUR)),
        ("pay-as-you-go-en", pay_as_you_go()),
        ("pay-as-you-go-sv", pay_as_you_go().in_language(Language::Sv)),
        ("void-nl", void(Currency::EUR).in_language(Language::Nl)),
        ("bare-en", only(bare("G1"))),
    ] {
        std::fs::write(folder.join(format!("{name}.pdf")), sample.pdf()).unwrap();
    }
    println!("{}", folder.display());
}

#[test]
#[ignore = "takes the time"]
fn how_long_a_paper_takes() {
    for count in [10, 500, 5_000, 50_000] {
        let sample = long(count, 4, Currency::EUR);
        sample.paper(|paper| {
            let _ = invoice_pdf(paper);
            let mut times: Vec<_> = (0..7)
                .map(|_| {
                    let start = Instant::now();
                    let size = invoice_pdf(paper).unwrap().len();
                    (start.elapsed(), size)
                })
                .collect();
            times.sort();
            println!("{count} lines: {:?}, {} bytes", times[3].0, times[3].1);
        });
    }
}
