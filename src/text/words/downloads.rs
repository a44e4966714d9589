//! Files made in the browser: the choice, the progress, the end.
use crate::text::words;

words! {
    TITLE: "Download Azure usage and charges", "Azure-gebruiksgegevens downloaden", "Ladda ned Azure-användning och avgifter";
    DOWNLOAD: "Download", "Downloaden", "Ladda ned";
    PREPARE: "Prepare Azure usage file", "Azure-gebruiksbestand voorbereiden", "Förbered Azure-användningsfil";
    INVOICE: "Invoice", "Factuur", "Faktura";
    MONTH: "Month", "Maand", "Månad";
    FORMAT: "Format", "Indeling", "Format";
    FORMAT_HINT: "Cost details of the Microsoft Customer Agreement, version 2021-10-01", "Kostendetails van de Microsoft-klantovereenkomst, versie 2021-10-01", "Kostnadsinformation för Microsoft-kundavtal, version 2021-10-01";
    MODE: "Contents", "Inhoud", "Innehåll";
    MODE_SAFE: "Safe for spreadsheets", "Veilig voor spreadsheets", "Säkert för kalkylblad";
    MODE_SAFE_HINT: "Text that a spreadsheet would run as a formula is made harmless. Numbers and dates are never changed.", "Tekst die een spreadsheet als formule zou uitvoeren, wordt onschadelijk gemaakt. Getallen en datums worden nooit gewijzigd.", "Text som ett kalkylblad skulle köra som en formel görs ofarlig. Tal och datum ändras aldrig.";
    MODE_EXACT: "Exact data", "Exacte gegevens", "Exakta data";
    MODE_EXACT_HINT: "Every cell as the API gives it. For programs, not for spreadsheets.", "Elke cel zoals de API deze geeft. Voor programma's, niet voor spreadsheets.", "Varje cell så som API:et ger den. För program, inte för kalkylblad.";
    FILE_NAME: "File name", "Bestandsnaam", "Filnamn";
    FETCHING: "Reading usage", "Gebruik wordt gelezen", "Läser användning";
    WRITING: "Writing the file", "Het bestand wordt geschreven", "Skriver filen";
    CHECKING: "Reading the file back", "Het bestand wordt teruggelezen", "Läser tillbaka filen";
    PROGRESS: "{rows} read, {bytes}", "{rows} gelezen, {bytes}", "{rows} lästa, {bytes}";
    CANCEL: "Cancel download", "Downloaden annuleren", "Avbryt nedladdning";
    CANCELLED: "The download was cancelled. No file was saved.", "Het downloaden is geannuleerd. Er is geen bestand opgeslagen.", "Nedladdningen avbröts. Ingen fil sparades.";
    READY: "{file} is downloaded", "{file} is gedownload", "{file} har laddats ned";
    READY_SUM: "{rows}, total {amount}", "{rows}, totaal {amount}", "{rows}, summa {amount}";
    FAILED: "The file could not be made", "Het bestand kon niet worden gemaakt", "Filen kunde inte skapas";
    FAILED_HINT: "No file was saved: a file is either complete or not there.", "Er is geen bestand opgeslagen: een bestand is volledig of het is er niet.", "Ingen fil sparades: en fil är antingen fullständig eller finns inte.";
    RESUME: "Resume", "Hervatten", "Återuppta";
    PARTIAL: "PARTIAL: {done} of {total} rows", "ONVOLLEDIG: {done} van {total} rijen", "OFULLSTÄNDIG: {done} av {total} rader";
    COUNT_DIFFERS: "The rows that were read back are not the rows that were written.", "De teruggelezen rijen zijn niet de geschreven rijen.", "Raderna som lästes tillbaka är inte de som skrevs.";
    NOTHING: "There is no usage in this period", "Er is geen gebruik in deze periode", "Det finns ingen användning under perioden";
    NOT_READY: "The usage file is not ready. It usually follows within 72 hours of the invoice.", "Het gebruiksbestand is niet gereed. Meestal volgt het binnen 72 uur na de factuur.", "Användningsfilen är inte klar. Den kommer vanligtvis inom 72 timmar efter fakturan.";
    OPEN_MONTH: "This month is not closed. Its charges may still change.", "Deze maand is niet afgesloten. De kosten kunnen nog wijzigen.", "Månaden är inte avslutad. Avgifterna kan fortfarande ändras.";
    LIST_READY: "The list is exported: {rows}", "De lijst is geëxporteerd: {rows}", "Listan har exporterats: {rows}";
    LIST_AS_SHOWN: "The rows, columns and order on the screen", "De rijen, kolommen en volgorde op het scherm", "Raderna, kolumnerna och ordningen på skärmen";
    KEEP_OPEN: "Keep this page open until the file is ready.", "Houd deze pagina open totdat het bestand gereed is.", "Håll sidan öppen tills filen är klar.";
}
