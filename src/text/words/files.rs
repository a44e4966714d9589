//! Words of what a file is to be.
use crate::text::words;

words! {
    SCHEMA: "File", "Bestand", "Fil";
    TARGET: "Made for", "Gemaakt voor", "Skapad för";
    COST_DETAILS_2019: "Cost details, 2019-11-01 (60 columns)", "Kostendetails, 2019-11-01 (60 kolommen)", "Kostnadsinformation, 2019-11-01 (60 kolumner)";
    COST_DETAILS_2021: "Cost details, 2021-10-01 (65 columns)", "Kostendetails, 2021-10-01 (65 kolommen)", "Kostnadsinformation, 2021-10-01 (65 kolumner)";
    COST_DETAILS_2023: "Cost details, 2023-12-01-preview (65 columns)", "Kostendetails, 2023-12-01-preview (65 kolommen)", "Kostnadsinformation, 2023-12-01-preview (65 kolumner)";
    PARTNER_2019: "Partner cost details, 2019-11-01 (66 columns)", "Kostendetails voor partners, 2019-11-01 (66 kolommen)", "Kostnadsinformation för partner, 2019-11-01 (66 kolumner)";
    PARTNER_2021: "Partner cost details, 2021-10-01 (70 columns)", "Kostendetails voor partners, 2021-10-01 (70 kolommen)", "Kostnadsinformation för partner, 2021-10-01 (70 kolumner)";
    PAY_AS_YOU_GO_2019: "Usage details, 2019-11-01 (24 columns)", "Gebruiksgegevens, 2019-11-01 (24 kolommen)", "Användningsinformation, 2019-11-01 (24 kolumner)";
    CSV: "CSV as Azure writes it", "CSV zoals Azure het schrijft", "CSV så som Azure skriver den";
    EXCEL_NL: "Excel in Dutch (CSV)", "Excel (Nederlands) (CSV)", "Excel på nederländska (CSV)";
    EXCEL_SV: "Excel in Swedish (CSV)", "Excel in het Zweeds (CSV)", "Excel (Svenska) (CSV)";
    EXCEL_EN: "Excel in English (CSV)", "Excel in het Engels (CSV)", "Excel på engelska (CSV)";
    XLSX: "Excel workbook (XLSX)", "Excel-werkmap (XLSX)", "Excel-arbetsbok (XLSX)";
    TSV: "Tab-separated (TSV)", "Door tabs gescheiden (TSV)", "Tabbavgränsad (TSV)";
    JSON: "JSON, one list", "JSON, één lijst", "JSON, en lista";
    NDJSON: "JSON, one row a line (NDJSON)", "JSON, één rij per regel (NDJSON)", "JSON, en rad per post (NDJSON)";
    CSV_HINT: "Comma, decimal point, the dates of the schema. For programs, and for Excel in English with dates of the United States.", "Komma, decimale punt, de datums van het schema. Voor programma’s, en voor Excel in het Engels met Amerikaanse datums.", "Komma, decimalpunkt, schemats datum. För program, och för Excel på engelska med amerikanska datum.";
    EXCEL_NL_HINT: "A double click opens it right: semicolon, decimal comma, day-month-year. Excel keeps 15 digits of a number; the file has them all.", "Een dubbelklik opent het goed: puntkomma, decimale komma, dag-maand-jaar. Excel houdt 15 cijfers van een getal; het bestand heeft ze allemaal.", "Ett dubbelklick öppnar den rätt: semikolon, decimalkomma, dag-månad-år. Excel behåller 15 siffror i ett tal; filen har alla.";
    EXCEL_SV_HINT: "A double click opens it right: semicolon, decimal comma, year-month-day. Excel keeps 15 digits of a number; the file has them all.", "Een dubbelklik opent het goed: puntkomma, decimale komma, jaar-maand-dag. Excel houdt 15 cijfers van een getal; het bestand heeft ze allemaal.", "Ett dubbelklick öppnar den rätt: semikolon, decimalkomma, år-månad-dag. Excel behåller 15 siffror i ett tal; filen har alla.";
    EXCEL_EN_HINT: "A double click opens it right: comma, decimal point, year-month-day. Excel keeps 15 digits of a number; the file has them all.", "Een dubbelklik opent het goed: komma, decimale punt, jaar-maand-dag. Excel houdt 15 cijfers van een getal; het bestand heeft ze allemaal.", "Ett dubbelklick öppnar den rätt: komma, decimalpunkt, år-månad-dag. Excel behåller 15 siffror i ett tal; filen har alla.";
    XLSX_HINT: "Numbers are numbers and dates are dates in any language. A number of more than 15 digits is text, so that no digit is lost.", "Getallen zijn getallen en datums zijn datums in elke taal. Een getal van meer dan 15 cijfers is tekst, zodat geen cijfer verloren gaat.", "Tal är tal och datum är datum på alla språk. Ett tal med fler än 15 siffror är text, så att ingen siffra går förlorad.";
    TSV_HINT: "Cells parted by tabs, else as the CSV.", "Cellen gescheiden door tabs, verder als de CSV.", "Celler åtskilda av tabbar, i övrigt som CSV-filen.";
    JSON_HINT: "One list of objects; numbers keep every digit, tags stay objects.", "Eén lijst met objecten; getallen houden elk cijfer, tags blijven objecten.", "En lista med objekt; tal behåller alla siffror, taggar förblir objekt.";
    NDJSON_HINT: "One object a line: for tools that read a file of any size row by row.", "Eén object per regel: voor programma’s die een bestand van elke omvang rij voor rij lezen.", "Ett objekt per rad: för verktyg som läser en fil av valfri storlek rad för rad.";
    COLUMNS: "Columns", "Kolommen", "Kolumner";
    COLUMNS_CHOSEN: "{some} of {all}", "{some} van {all}", "{some} av {all}";
    COLUMNS_SEARCH: "Search for a column", "Kolom zoeken", "Sök efter en kolumn";
    COLUMNS_RESET: "All columns in the usual order", "Alle kolommen in de gebruikelijke volgorde", "Alla kolumner i vanlig ordning";
    COLUMNS_ALL_THERE: "They are all there, in the usual order", "Ze staan er allemaal, in de gebruikelijke volgorde", "Alla finns med, i vanlig ordning";
    COLUMN_UP: "Move {name} up", "{name} omhoog verplaatsen", "Flytta {name} uppåt";
    COLUMN_DOWN: "Move {name} down", "{name} omlaag verplaatsen", "Flytta {name} nedåt";
    COLUMN_AT_END: "It cannot go further", "Verder kan niet", "Den kan inte flyttas längre";
    COLUMN_ONLY: "(a file needs one column)", "(een bestand heeft één kolom nodig)", "(en fil behöver en kolumn)";
    PREVIEW: "The first rows", "De eerste rijen", "De första raderna";
    PREVIEW_EMPTY: "There is no usage in this month: the file has a header and no rows.", "Er is in deze maand geen gebruik: het bestand heeft een kopregel en geen rijen.", "Det finns ingen användning denna månad: filen har en rubrikrad men inga rader.";
    SHARE: "Copy link to this file", "Koppeling naar dit bestand kopiëren", "Kopiera länk till den här filen";
    KEEP_PARTIAL: "Download what is there", "Downloaden wat er is", "Ladda ned det som finns";
    KEEP_PARTIAL_HINT: "The file then holds {rows} rows and not all of them; its name begins with PARTIAL.", "Het bestand bevat dan {rows} rijen en niet allemaal; de naam begint met PARTIAL.", "Filen innehåller då {rows} rader och inte alla; namnet börjar med PARTIAL.";
    RATE: "{rows} rows a second", "{rows} rijen per seconde", "{rows} rader i sekunden";
    TO_DISK: "Save straight to disk", "Direct op schijf opslaan", "Spara direkt på disk";
    TO_DISK_HINT: "For very large files: they need no memory. What is not whole does not take the place of the file.", "Voor zeer grote bestanden: ze kosten geen geheugen. Wat niet compleet is, komt niet in de plaats van het bestand.", "För mycket stora filer: de kräver inget minne. Det som inte är fullständigt ersätter inte filen.";
    SUM: "Total cost: {sum}", "Totale kosten: {sum}", "Total kostnad: {sum}";
}
