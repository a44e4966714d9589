//! Words of the usage file.
use crate::text::words;

words! {
    ABOUT: "The file has one row per day, resource and meter, with every digit of the source. It is computed in your browser.", "Het bestand heeft één rij per dag, resource en meter, met elk cijfer van de bron. Het wordt in uw browser berekend.", "Filen har en rad per dag, resurs och mätare, med alla siffror från källan. Den beräknas i webbläsaren.";
    MONTH: "Month", "Maand", "Månad";
    MODE: "Contents", "Inhoud", "Innehåll";
    SAFE: "Safe for spreadsheets", "Veilig voor spreadsheets", "Säker för kalkylblad";
    SAFE_HINT: "Text that a spreadsheet would run gets an apostrophe in front. Numbers and dates are never changed.", "Tekst die een spreadsheet zou uitvoeren, krijgt een apostrof ervoor. Getallen en datums worden nooit gewijzigd.", "Text som ett kalkylblad skulle köra får en apostrof framför. Tal och datum ändras aldrig.";
    EXACT: "Exact data", "Exacte gegevens", "Exakta data";
    EXACT_HINT: "Every cell as the API gives it. For programs; a spreadsheet may run text that looks like a formula.", "Elke cel zoals de API die geeft. Voor programma’s; een spreadsheet kan tekst uitvoeren die op een formule lijkt.", "Varje cell som API:et ger den. För program; ett kalkylblad kan köra text som liknar en formel.";
    DOWNLOAD: "Download", "Downloaden", "Ladda ned";
    MAKING: "The usage file is being made", "Het gebruiksbestand wordt gemaakt", "Användningsfilen skapas";
    WAIT_OR_CANCEL: "The file is being made: wait, or cancel it first", "Het bestand wordt gemaakt: wacht of annuleer het eerst", "Filen skapas: vänta eller avbryt först";
    SO_FAR: "{rows} rows, {size}", "{rows} rijen, {size}", "{rows} rader, {size}";
    DOCUMENTS_SO_FAR: "{done} of {of}, {size}", "{done} van {of}, {size}", "{done} av {of}, {size}";
    NOT_MADE: "The file could not be made: {reason}.", "Het bestand kon niet worden gemaakt: {reason}.", "Filen kunde inte skapas: {reason}.";
    MAKING_PAPERS: "The invoices are being made", "De facturen worden gemaakt", "Fakturorna skapas";
    PAPERS_TITLE: "Download invoices", "Facturen downloaden", "Ladda ned fakturor";
    PAPERS_ABOUT: "One zip file with a PDF of each invoice and an index. Everything is made in your browser from the data of the billing API.", "Eén zip-bestand met een pdf van elke factuur en een index. Alles wordt in uw browser gemaakt uit de gegevens van de facturerings-API.", "En zip-fil med en PDF av varje faktura och ett index. Allt skapas i webbläsaren av data från fakturerings-API:et.";
    PAPERS_WITH_USAGE: "Add the usage file (CSV) of each invoice", "Het gebruiksbestand (CSV) van elke factuur toevoegen", "Lägg till användningsfilen (CSV) för varje faktura";
    PAPERS_NONE: "Select the invoices to download first", "Selecteer eerst de facturen om te downloaden", "Markera först fakturorna att ladda ned";
    PAPER_PDF: "Download invoice PDF", "PDF met factuur downloaden", "Ladda ned faktura som PDF";
    CANCELLED: "Cancelled. Nothing was downloaded.", "Geannuleerd. Er is niets gedownload.", "Avbrutet. Inget har laddats ned.";
    NOTHING_SAVED: "No file was downloaded: it is all or nothing. Resume asks only for what is missing.", "Er is geen bestand gedownload: het is alles of niets. Hervatten vraagt alleen wat ontbreekt.", "Ingen fil har laddats ned: det är allt eller inget. Återuppta hämtar bara det som saknas.";
    RESUME: "Resume", "Hervatten", "Återuppta";
    NOT_EQUAL: "Read back, the file is not what was written: {difference}.", "Bij het teruglezen is het bestand niet wat er is geschreven: {difference}.", "Vid återläsning är filen inte det som skrevs: {difference}.";
}
