//! Words of the Account Center: billing history, current statement, usage files.
use crate::text::words;

words! {
    TITLE: "Account Center", "Accountcentrum", "Kontocenter";
    HISTORY: "Billing history", "Factureringsgeschiedenis", "Faktureringshistorik";
    ABOUT: "The last six statements and the current unbilled period of this subscription.", "De laatste zes overzichten en de huidige, nog niet gefactureerde periode van dit abonnement.", "De senaste sex utdragen och den aktuella, ofakturerade perioden för prenumerationen.";
    ABOUT_PLAN: "The last months of this support plan. Each is billed in advance: on the day the plan was bought, and after that on the day the account’s invoices are made, or up to two days later. A support plan has no usage data and no statements.", "De laatste maanden van dit ondersteuningsplan. Elke maand wordt vooraf gefactureerd: op de dag van aankoop en daarna op de dag waarop de facturen van de rekening worden gemaakt, of maximaal twee dagen later. Een ondersteuningsplan heeft geen gebruiksgegevens en geen overzichten.", "De senaste månaderna för den här supportplanen. Varje månad faktureras i förskott: samma dag som planen köptes, och därefter den dag då kontots fakturor skapas, eller upp till två dagar senare. En supportplan har inga användningsdata och inga utdrag.";
    INVOICE_TOTAL: "Invoice total", "Factuurtotaal", "Fakturabelopp";
    INVOICE_OF: "Invoice for {period}", "Factuur over {period}", "Faktura för {period}";
    DOWNLOAD_INVOICE_OF: "Download invoice {invoice}", "Factuur {invoice} downloaden", "Ladda ned faktura {invoice}";
    STATEMENT: "Statement", "Overzicht", "Utdrag";
    CURRENT: "Current unbilled period", "Huidige, nog niet gefactureerde periode", "Aktuell ofakturerad period";
    CLOSED: "Closed", "Afgesloten", "Avslutad";
    CURRENT_STATEMENT: "Current statement", "Huidig overzicht", "Aktuellt utdrag";
    VIEW_CURRENT: "View current statement", "Huidig overzicht weergeven", "Visa aktuellt utdrag";
    VIEW_STATEMENT: "View statement", "Overzicht weergeven", "Visa utdrag";
    DOWNLOAD_USAGE: "Download usage", "Gebruiksgegevens downloaden", "Ladda ned användning";
    ESTIMATE: "Estimated charges", "Geschatte kosten", "Uppskattade avgifter";
    ESTIMATE_OF: "Estimate of {time}", "Schatting van {time}", "Uppskattning från {time}";
    DAILY_ONLY: "This estimate is updated daily only and may not include all your usage. Your monthly invoice may differ from it.", "Deze schatting wordt alleen dagelijks bijgewerkt en bevat mogelijk niet al uw verbruik. Uw maandelijkse factuur kan ervan afwijken.", "Uppskattningen uppdateras bara dagligen och omfattar kanske inte all din användning. Din månadsfaktura kan skilja sig från den.";
    CHARGES: "Charges", "Kosten", "Avgifter";
    NO_STATEMENTS: "No statements yet", "Nog geen overzichten", "Inga utdrag ännu";
    NO_STATEMENTS_REASON: "The first statement comes when the first billing period is over.", "Het eerste overzicht komt als de eerste factureringsperiode voorbij is.", "Det första utdraget kommer när den första faktureringsperioden är slut.";
    METER_CATEGORY: "Name", "Naam", "Namn";
    METER_SUB_CATEGORY: "Type", "Type", "Typ";
    METER_NAME: "Resource", "Resource", "Resurs";
    METER_REGION: "Region", "Regio", "Region";
    CONSUMED: "Consumed", "Verbruikt", "Förbrukat";
    INCLUDED: "Included", "Inbegrepen", "Inkluderat";
    BILLABLE: "Billable", "Factureerbaar", "Fakturerbart";
    RATE: "Rate", "Tarief", "Pris";
    VALUE: "Value", "Waarde", "Värde";
    NO_USAGE: "Nothing was used in this period", "Er is in deze periode niets verbruikt", "Inget användes under perioden";
    NO_USAGE_REASON: "A statement without usage has no lines.", "Een overzicht zonder verbruik heeft geen regels.", "Ett utdrag utan användning har inga rader.";
    BILLING_API: "Read about the billing APIs", "Lees over de facturerings-API’s", "Läs om fakturerings-API:erna";
    NO_API: "The Account Center has no public API. With Azure as the source, get the usage of a subscription on its Invoices page, from the billing API.", "Het Accountcentrum heeft geen openbare API. Met Azure als bron haalt u het verbruik van een abonnement op de pagina Facturen op, van de facturerings-API.", "Kontocenter har inget offentligt API. Med Azure som källa hämtar du en prenumerations användning på sidan Fakturor, från fakturerings-API:et.";
}
