//! The overview of an account or a profile.
use crate::text::words;

words! {
    TITLE: "Overview", "Overzicht", "Översikt";
    MONTH_TO_DATE: "Month-to-date charges", "Kosten deze maand tot nu toe", "Avgifter hittills i månaden";
    LAST_MONTH: "Last month's charges", "Kosten vorige maand", "Förra månadens avgifter";
    LAST_INVOICE: "Last invoice", "Laatste factuur", "Senaste fakturan";
    AMOUNT_DUE: "Amount due", "Verschuldigd bedrag", "Belopp att betala";
    PAST_DUE_AMOUNT: "Past due", "Achterstallig", "Förfallet";
    ESTIMATE: "Estimate without tax; it may change until the invoice is made.", "Schatting zonder belasting; deze kan wijzigen totdat de factuur wordt gemaakt.", "Uppskattning utan skatt; den kan ändras tills fakturan skapas.";
    MORE_THAN_LAST: "{amount} more than last month", "{amount} meer dan vorige maand", "{amount} mer än förra månaden";
    LESS_THAN_LAST: "{amount} less than last month", "{amount} minder dan vorige maand", "{amount} mindre än förra månaden";
    SAME_AS_LAST: "The same as last month", "Gelijk aan vorige maand", "Samma som förra månaden";
    NOTHING_DUE: "Nothing to pay", "Niets te betalen", "Inget att betala";
    IN_GOOD_STANDING: "Every invoice is paid or not yet due.", "Alle facturen zijn betaald of nog niet vervallen.", "Alla fakturor är betalda eller har inte förfallit än.";
    PAST_DUE_BANNER: "{amount} is past due. Services may be disabled until it is paid.", "{amount} is achterstallig. Services kunnen worden uitgeschakeld totdat dit is betaald.", "{amount} har förfallit till betalning. Tjänster kan inaktiveras tills beloppet är betalt.";
    SHORTCUTS: "Shortcuts", "Snelkoppelingen", "Genvägar";
    SEE_INVOICES: "See invoices", "Facturen weergeven", "Visa fakturor";
    SEE_PROFILES: "See billing profiles", "Factureringsprofielen weergeven", "Visa faktureringsprofiler";
    GIVE_ACCESS: "Give somebody access", "Iemand toegang geven", "Ge någon åtkomst";
    CHARGES_BY_MONTH: "Charges by month", "Kosten per maand", "Avgifter per månad";
    CHARGES_BY_PROFILE: "Charges by billing profile", "Kosten per factureringsprofiel", "Avgifter per faktureringsprofil";
    PURCHASED_BY_PARTNER: "Purchases of this profile are made through your partner.", "Aankopen voor dit profiel worden via uw partner gedaan.", "Inköp för den här profilen görs via din partner.";
}
