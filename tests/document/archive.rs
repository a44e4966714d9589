//! Archives, opened with Info-ZIP's `unzip`.
use super::fixtures::*;
use super::support::{Folder, run};
use factuur::billing::Currency;
use factuur::document::{DocumentError, Packing, ZipWriter};
use proptest::collection::vec;
use proptest::prelude::*;
use std::path::Path;
use std::process::Command;

fn writer() -> ZipWriter {
    ZipWriter::new(day("2026-04-09")).unwrap()
}

/// `unzip -t`: every file is there, in one piece, with its checksum.
fn tested(zip: &Path) -> String {
    run("unzip", &["-tq"], zip)
}

fn file_of(zip: &Path, name: &str) -> Vec<u8> {
    let output = Command::new("unzip").args(["-p"]).arg(zip).arg(name).output().unwrap();
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

#[test]
fn five_hundred_invoices_come_out_as_they_went_in() {
    let folder = Folder::new();
    let mut zip = writer();
    let mut bytes = Vec::new();
    let mut largest = 0;
    let mut sample = usual(Currency::EUR);
    let mut papers = Vec::new();
    for at in 0..500 {
        sample.invoice.name = format!("G{:09}", at).as_str().into();
        let pdf = sample.pdf();
        let packing = if at % 2 == 0 { Packing::Stored } else { Packing::Deflated };
        let entry = zip.add(&format!("{}.pdf", sample.invoice.name), packing, &pdf).unwrap();
        assert_eq!((entry.name, entry.size), (format!("G{at:09}.pdf"), pdf.len() as u64));
        let piece = zip.take();
        largest = largest.max(piece.len());
        bytes.extend(piece);
        papers.push(pdf);
    }
    bytes.extend(zip.finish().unwrap());
    assert!(largest < papers[0].len() + 200, "a piece holds one file");
    let path = folder.file("invoices.zip", &bytes);
    assert!(tested(&path).contains("No errors detected"));
    let out = folder.0.join("out");
    let status = Command::new("unzip").arg("-q").arg(&path).arg("-d").arg(&out).status().unwrap();
    assert!(status.success());
    assert_eq!(std::fs::read_dir(&out).unwrap().count(), 500);
    for (at, pdf) in papers.iter().enumerate() {
        assert!(std::fs::read(out.join(format!("G{at:09}.pdf"))).unwrap() == *pdf, "invoice {at}");
    }
}

#[test]
fn a_file_may_come_in_pieces_of_any_size() {
    let folder = Folder::new();
    let mut zip = writer();
    let mut meant = Vec::new();
    zip.begin("usage.csv").unwrap();
    for at in 0..3_000 {
        let row = format!("{at},Meter number {},0.{at}\r\n", at * 7919 % 1_000).repeat(at % 5);
        zip.write(row.as_bytes()).unwrap();
        meant.extend(row.bytes());
    }
    let entry = zip.end().unwrap();
    assert_eq!((entry.name.as_str(), entry.size), ("usage.csv", meant.len() as u64));
    zip.begin("nothing.csv").unwrap();
    assert_eq!(zip.end().unwrap().size, 0);
    zip.add("whole.csv", Packing::Deflated, &meant).unwrap();
    let path = folder.file("a.zip", &zip.finish().unwrap());
    assert!(tested(&path).contains("No errors detected"));
    assert_eq!(file_of(&path, "usage.csv"), meant);
    assert_eq!(file_of(&path, "whole.csv"), meant);
    assert_eq!(file_of(&path, "nothing.csv"), b"");
    assert!(std::fs::metadata(&path).unwrap().len() < meant.len() as u64, "it is deflated");
}

#[test]
fn names_are_safe_unique_and_utf8() {
    let folder = Folder::new();
    let mut zip = writer();
    for name in ["../up.pdf", "Återbetalning ł 人.pdf", "a.pdf", "A.pdf"] {
        zip.add(name, Packing::Stored, name.as_bytes()).unwrap();
    }
    let path = folder.file("a.zip", &zip.finish().unwrap());
    assert!(tested(&path).contains("No errors detected"));
    let mut listed = Command::new("unzip");
    listed.arg("-Z1").arg(&path).env("LC_ALL", "C.UTF-8");
    let listed = String::from_utf8(listed.output().unwrap().stdout).unwrap();
    assert_eq!(listed, "_.._up.pdf\nÅterbetalning ł 人.pdf\na.pdf\nA-2.pdf\n");
    let verbose = run("unzip", &["-Z", "-l", "-T"], &path);
    assert!(verbose.contains("20260409.000000"), "{verbose}");
    assert!(verbose.contains("-rw-r--r--"), "{verbose}");
}

#[test]
fn the_same_files_make_the_same_archive() {
    let make = |day: &str| {
        let mut zip = ZipWriter::new(self::day(day)).unwrap();
        zip.add("a.pdf", Packing::Stored, b"one").unwrap();
        zip.begin("b.csv").unwrap();
        zip.write(b"two").unwrap();
        zip.end().unwrap();
        zip.finish().unwrap()
    };
    assert_eq!(make("2026-04-09"), make("2026-04-09"));
    assert_ne!(make("2026-04-09"), make("2026-04-10"));
}

#[test]
fn more_files_than_sixteen_bits_count_are_all_there() {
    let folder = Folder::new();
    let mut zip = writer();
    for at in 0..65_700 {
        zip.add(&format!("{at}.txt"), Packing::Stored, at.to_string().as_bytes()).unwrap();
    }
    let path = folder.file("many.zip", &zip.finish().unwrap());
    assert!(tested(&path).contains("No errors detected"));
    let listed = run("unzip", &["-Z1"], &path);
    assert_eq!(listed.lines().count(), 65_700);
    assert_eq!(file_of(&path, "65699.txt"), b"65699");
}

#[test]
fn what_cannot_be_is_refused() {
    for out in ["1979-12-31", "2108-01-01"] {
        assert_eq!(ZipWriter::new(day(out)).err(), Some(DocumentError::DayOutsideZip(day(out))));
    }
    assert!(ZipWriter::new(day("1980-01-01")).is_ok() && ZipWriter::new(day("2107-12-31")).is_ok());
    let mut zip = writer();
    assert_eq!(zip.write(b"x"), Err(DocumentError::NoFileOpen));
    assert_eq!(zip.end().err(), Some(DocumentError::NoFileOpen));
    zip.begin("open.csv").unwrap();
    let open = DocumentError::FileOpen("open.csv".to_owned());
    assert_eq!(zip.begin("b"), Err(open.clone()));
    assert_eq!(zip.add("b", Packing::Stored, b"").err(), Some(open.clone()));
    assert_eq!(zip.finish().err(), Some(open));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn whatever_goes_in_comes_out(
        files in vec((any::<String>(), 0_u8..3, vec(any::<u8>(), 0..400), 0_usize..300), 0..12),
    ) {
        let folder = Folder::new();
        let mut zip = writer();
        let (mut bytes, mut meant) = (Vec::new(), Vec::new());
        for (name, how, content, times) in &files {
            let content = content.repeat(*times);
            let entry = match how {
                0 => zip.add(name, Packing::Stored, &content).unwrap(),
                1 => zip.add(name, Packing::Deflated, &content).unwrap(),
                _ => {
                    zip.begin(name).unwrap();
                    for piece in content.chunks(997) {
                        zip.write(piece).unwrap();
                        bytes.extend(zip.take());
                    }
                    zip.end().unwrap()
                }
            };
            bytes.extend(zip.take());
            meant.push((entry, content));
        }
        bytes.extend(zip.finish().unwrap());
        // An archive of nothing is one, though unzip will not have it.
        if files.is_empty() {
            prop_assert_eq!(bytes.len(), 22);
        } else {
            let path = folder.file("a.zip", &bytes);
            prop_assert!(tested(&path).contains("No errors detected"));
            let out = Command::new("unzip").args(["-p"]).arg(&path).output().unwrap().stdout;
            let all: Vec<u8> = meant.iter().flat_map(|(_, content)| content.clone()).collect();
            prop_assert!(out == all);
            for (entry, content) in &meant {
                prop_assert_eq!(entry.size, content.len() as u64);
            }
        }
    }
}
