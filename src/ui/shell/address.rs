//! A postal address.
use crate::billing::Address;

/// The parts that are there, a line each, in the order an envelope has them.
pub fn address_lines(address: &Address) -> String {
    let names = [&address.first_name, &address.middle_name, &address.last_name];
    let person: Vec<&str> =
        names.into_iter().filter_map(|name| name.as_deref()).filter(|name| !name.is_empty()).collect();
    let city = [&address.postal_code, &address.city];
    let city: Vec<&str> = city.into_iter().filter_map(|part| part.as_deref()).filter(|part| !part.is_empty()).collect();
    let (person, city) = (person.join(" "), city.join(" "));
    let parts = [
        address.company_name.as_deref(),
        Some(person.as_str()),
        address.address_line1.as_deref(),
        address.address_line2.as_deref(),
        address.address_line3.as_deref(),
        address.district.as_deref(),
        Some(city.as_str()),
        address.region.as_deref(),
        address.country.as_deref(),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join("\n")
}
