//! Measures the explorer on a file of made-up cost details: `cargo run --release --no-default-features --example
//! explore-bench -- 1000000 [distinct]`. With `distinct` every row has a resource of its own. Prints a line per step.
use factuur::explore::{Choices, Condition, GroupOrder, Groups, Opened, Query, Reader, SortKey, View, recognise};
use std::fmt::Write;
use std::time::Duration;

const HEADER: &str = "invoiceId,billingProfileId,invoiceSectionName,costCenter,servicePeriodEndDate,\
    servicePeriodStartDate,date,serviceFamily,productOrderName,consumedService,meterId,meterName,meterCategory,\
    meterSubCategory,meterRegion,ProductName,SubscriptionId,resourceGroupName,ResourceId,resourceLocation,effectivePrice,\
    quantity,unitOfMeasure,chargeType,billingCurrency,costInBillingCurrency,costInUsd,additionalInfo,tags,PayGPrice\r\n";

/// Time that this thread has computed, from Linux: other programs do not count.
fn now() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").expect("Linux");
    let computed = told.split(' ').next().and_then(|word| word.parse().ok());
    Duration::from_nanos(computed.expect("nanoseconds first"))
}

fn since(start: Duration) -> Duration {
    now().saturating_sub(start)
}

/// Numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

fn row(at: u64, chance: &mut Chance, is_distinct: bool, out: &mut String) {
    let resource = if is_distinct { at } else { chance.below(40_000) };
    let meter = resource * 7 % 1500;
    let (group, subscription) = (resource % 800, resource % 50);
    let (price, payg) = (meter * 37 % 9973 + 1, meter * 37 % 9973 + 900);
    let quantity = if chance.below(3) == 0 { 24_000_000 } else { chance.below(24_000_000) };
    let units = u128::from(quantity) * u128::from(price);
    let day = at * 28 / 1_000_000 % 28 + 1;
    let _ = write!(
        out,
        ",ABCD-EFGH-PRO-{:03},Section {},CC{:04},03/01/2026,02/01/2026,02/{day:02}/2026,Compute,Azure plan,\
         Microsoft.Compute,{:08x}-1111-4222-8333-{:012x},Meter {meter},Category {},Sub {},US East,Product {meter},\
         {subscription:08x}-aaaa-4bbb-8ccc-{subscription:012x},rg-team-{group},\
         /subscriptions/{subscription:08x}-aaaa-4bbb-8ccc-{subscription:012x}/resourceGroups/rg-team-{group}/providers/\
         Microsoft.Compute/virtualMachines/vm-{resource},eastus,0.{price:06},{}.{:06},1 Hour,Usage,{},{}.{:012},{}.{:012},\
         \"{{\"\"ServiceType\"\":\"\"Standard_D{}s_v3\"\",\"\"VMName\"\":\"\"vm-{}\"\"}}\",\"{{\"\"team\"\":\"\"team-{group}\"\",\
         \"\"env\"\":\"\"{}\"\"}}\",0.{payg:06}\r\n",
        group % 5,
        group % 20,
        group % 90,
        meter * 7919,
        meter * 104_729,
        meter % 40,
        meter % 300,
        quantity / 1_000_000,
        quantity % 1_000_000,
        if subscription == 49 { "SEK" } else { "EUR" },
        units / 1_000_000_000_000,
        units % 1_000_000_000_000,
        units * 11 / 10 / 1_000_000_000_000,
        units * 11 / 10 % 1_000_000_000_000,
        meter % 64,
        resource % 5000,
        if group % 3 == 0 { "prod" } else { "test" },
    );
}

/// Reads the file as it is made; the time is that of reading alone.
fn read(rows: u64, is_distinct: bool) -> (Opened, u64, Duration) {
    let mut chance = Chance(88_172_645_463_325_252);
    let mut piece = String::from(HEADER);
    for at in 0..rows.min(100) {
        row(at, &mut chance, is_distinct, &mut piece);
    }
    let mut reader = Reader::new(&recognise(piece.as_bytes()), Choices::default());
    let (mut bytes, mut took, mut plain) = (0, Duration::ZERO, Duration::ZERO);
    let mut at = rows.min(100);
    loop {
        let start = now();
        reader.push(piece.as_bytes()).expect("the made-up file is well formed");
        took += since(start);
        let start = now();
        let mut cells = csv::ReaderBuilder::new().has_headers(false).from_reader(piece.as_bytes());
        let mut found = csv::ByteRecord::new();
        while cells.read_byte_record(&mut found).expect("the made-up file is well formed") {}
        plain += since(start);
        bytes += piece.len() as u64;
        if at == rows {
            break;
        }
        piece.clear();
        while at < rows && piece.len() < 1 << 20 {
            row(at, &mut chance, is_distinct, &mut piece);
            at += 1;
        }
    }
    println!("the csv crate alone reads as much in {plain:.1?}");
    let start = now();
    let opened = reader.finish().expect("the made-up values are well formed");
    let settling = since(start);
    println!("settle and check {settling:?}");
    (opened, bytes, took + settling)
}

fn timed<T>(what: &str, work: impl Fn() -> T) -> T {
    let mut times = Vec::new();
    let mut made = None;
    for _ in 0..5 {
        let start = now();
        made = Some(work());
        times.push(since(start));
    }
    let first = times.first().copied().unwrap_or_default();
    times.sort();
    println!("{what}: first {first:.1?}, median {:.1?}", times.get(2).copied().unwrap_or_default());
    made.expect("five rounds")
}

fn main() {
    let mut words = std::env::args().skip(1);
    let rows = words.next().and_then(|word| word.parse().ok()).unwrap_or(1_000_000);
    let is_distinct = words.next().is_some();
    let (opened, bytes, took) = read(rows, is_distinct);
    let table = opened.main_table().expect("one table");
    let rate = bytes as u128 * 1000 / took.as_micros().max(1);
    println!("{rows} rows, {} columns, {bytes} bytes read in {took:.1?}: {rate} kB/s", table.columns().len());
    println!("memory of the table: {} bytes", table.bytes());
    println!("distinct: {:?}", table.columns().iter().map(|column| column.distinct()).collect::<Vec<_>>());
    let column = |name: &str| table.column_named(name).expect("a column of the header");
    let view = |conditions: Vec<Condition>, sort: Vec<SortKey>| View::new(table, &Query { conditions, sort });
    let contains = |column: Option<usize>, text: &str| Condition::Contains { column, text: text.to_owned() };
    let by = |name: &str, is_descending: bool| SortKey { column: column(name), is_descending };
    for text in ["team-17", "e", "standard_d6", "vm-39", "nowhere", "Östersund", "0.00"] {
        let found = timed(&format!("filter {text:?} in any column"), || view(vec![contains(None, text)], vec![]));
        println!("    {} rows", found.rows().len());
    }
    timed("filter rg-team-5 in one column", || {
        view(vec![contains(Some(column("resourceGroupName")), "rg-team-5")], vec![])
    });
    let numbers =
        || Condition::Numbers { column: column("costInBillingCurrency"), from: "0.001".parse().ok(), to: None };
    timed("filter by a range of costs", || view(vec![numbers()], vec![]));
    let days = || Condition::Days { column: column("date"), from: "2026-02-10".parse().ok(), to: None };
    timed("filter by days, cost and text", || view(vec![days(), numbers(), contains(None, "prod")], vec![]));
    for name in ["costInBillingCurrency", "ResourceId", "date", "quantity", "additionalInfo"] {
        timed(&format!("sort by {name}"), || view(vec![], vec![by(name, true)]));
    }
    timed("sort by group, then cost", || view(vec![], vec![by("resourceGroupName", false), by("costInUsd", true)]));
    let all = view(vec![], vec![]);
    let measure = table.measures().first().copied();
    for names in [&["resourceGroupName"][..], &["resourceGroupName", "meterCategory"], &["ResourceId", "date"], &[]] {
        let columns: Vec<usize> = names.iter().map(|name| column(name)).collect();
        let mut groups = timed(&format!("group by {names:?}"), || Groups::new(table, &all, &columns, measure));
        let start = now();
        groups.sort(table, &GroupOrder::Sum { currency: "EUR".to_owned() }, true);
        print!("    {} groups, sorted by sum in {:.1?}", groups.groups().len(), since(start));
        if let Some(group) = groups.groups().first() {
            groups.sums(table, group).for_each(|(currency, sum)| print!("; {sum} {currency}"));
        }
        println!();
    }
    let records = timed("every row as a record", || {
        let mut record = factuur::billing::UsageRecord::default();
        (0..table.rows())
            .map(|row| {
                table.fill(row, &mut record);
                record.text(factuur::billing::UsageField::Quantity).len()
            })
            .sum::<usize>()
    });
    println!("    {records} characters of quantities");
    let back = timed("write back", || {
        let (mut written, mut file) = (0, opened.write_back());
        while let Some(piece) = file.piece() {
            written += piece.len() as u64;
        }
        written
    });
    println!("    equal length: {}", back == bytes);
}
