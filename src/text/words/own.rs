//! Words of the person's own files: opening them, what they hold, what is missing, and what is wrong with them.
use crate::text::{Plural, words};

words! {
    TITLE: "Open files of your own", "Eigen bestanden openen", "Öppna egna filer";
    KIND: "Saved JSON as a billing account", "Opgeslagen JSON als factureringsrekening", "Sparad JSON som faktureringskonto";
    INTRO: "See your own billing account on every page of this site without signing in: save what the Azure Billing REST API answers, and open the files here.", "Bekijk uw eigen factureringsrekening op elke pagina van deze site zonder aan te melden: sla op wat de Azure Billing REST API antwoordt en open de bestanden hier.", "Se ditt eget faktureringskonto på alla sidor här utan att logga in: spara det som Azure Billing REST API svarar och öppna filerna här.";
    PRIVATE: "Nothing leaves this browser. The files are read in this page, kept in its memory alone, and gone when you reload or close it. Nothing can be changed.", "Er verlaat niets deze browser. De bestanden worden op deze pagina gelezen, alleen in het geheugen bewaard, en zijn weg zodra u de pagina opnieuw laadt of sluit. Er kan niets worden gewijzigd.", "Inget lämnar webbläsaren. Filerna läses på den här sidan, finns bara i dess minne och är borta när du läser in den igen eller stänger den. Inget kan ändras.";
    GONE: "You were looking at your own files. Reloading the page let go of them: open them again to go on at this address, or leave.", "U bekeek uw eigen bestanden. Door de pagina opnieuw te laden zijn ze losgelaten: open ze opnieuw om op dit adres verder te gaan, of stop.", "Du tittade på dina egna filer. När sidan lästes in igen släpptes de: öppna dem igen för att fortsätta på den här adressen, eller lämna.";
    SOURCE: "Your own files", "Uw eigen bestanden", "Dina egna filer";
    NOBODY: "Nobody is signed in: these are your own files, read in this browser.", "Er is niemand aangemeld: dit zijn uw eigen bestanden, gelezen in deze browser.", "Ingen är inloggad: det här är dina egna filer som läses i webbläsaren.";
    NO_DIRECTORIES: "Files belong to no directory. Open those of several directories side by side.", "Bestanden horen niet bij een directory. Open die van meerdere directory’s naast elkaar.", "Filer hör inte till någon katalog. Öppna filer från flera kataloger bredvid varandra.";
    BAR: "You are looking at your own files: read only. {counts}", "U bekijkt uw eigen bestanden: alleen-lezen. {counts}", "Du tittar på dina egna filer: skrivskyddat. {counts}";
    SHOW: "Show", "Weergeven", "Visa";
    LEAVE: "Leave", "Stoppen", "Lämna";
    READ_ONLY: "These are files: nothing can be changed", "Dit zijn bestanden: er kan niets worden gewijzigd", "Det här är filer: inget kan ändras";
    NOT_THERE: "Not in your files", "Niet in uw bestanden", "Finns inte i dina filer";
    NOT_IN_FILES: "This is not in your files. Save it with this command and open it with the others. If the answer has a nextLink, save what it leads to as well.", "Dit staat niet in uw bestanden. Sla het op met deze opdracht en open het bij de andere. Heeft het antwoord een nextLink, sla dan ook op waar die naartoe leidt.", "Det här finns inte i dina filer. Spara det med kommandot och öppna det med de andra. Om svaret har en nextLink, spara även det som den leder till.";
    COMMAND: "command", "opdracht", "kommando";
    DROP: "Drop files or a folder here", "Zet bestanden of een map hier neer", "Släpp filer eller en mapp här";
    DROP_HINT: "JSON as az rest, az billing or a REST client saved it, several files at once. A file of the same name takes the place of the one before.", "JSON zoals az rest, az billing of een REST-client die heeft opgeslagen, meerdere bestanden tegelijk. Een bestand met dezelfde naam vervangt het vorige.", "JSON som az rest, az billing eller en REST-klient har sparat, flera filer på en gång. En fil med samma namn ersätter den tidigare.";
    CHOOSE_FILES: "Choose files", "Bestanden kiezen", "Välj filer";
    CHOOSE_FOLDER: "Choose a folder", "Een map kiezen", "Välj en mapp";
    READING: "Reading file {at} of {of}", "Bestand {at} van {of} wordt gelezen", "Läser fil {at} av {of}";
    READ: "Read: {counts}", "Gelezen: {counts}", "Läst: {counts}";
    NOTHING: "There is nothing in these files that can be shown as a billing account.", "Deze bestanden bevatten niets dat als factureringsrekening kan worden weergegeven.", "Det finns inget i filerna som kan visas som ett faktureringskonto.";
    OPEN_BILLING: "Open billing", "Facturering openen", "Öppna fakturering";
    TABLES: "These are tables, not JSON. Open a usage file on its own page: {files}", "Dit zijn tabellen, geen JSON. Open een gebruiksbestand op een eigen pagina: {files}", "Det här är tabeller, inte JSON. Öppna en användningsfil på en egen sida: {files}";
    OPEN_USAGE: "Open a usage file", "Gebruiksbestand openen", "Öppna en användningsfil";
    UNREADABLE: "The browser could not read these files. They were moved or changed after you chose them; choose them again: {files}", "De browser kon deze bestanden niet lezen. Ze zijn verplaatst of gewijzigd nadat u ze koos; kies ze opnieuw: {files}", "Webbläsaren kunde inte läsa filerna. De har flyttats eller ändrats sedan du valde dem; välj dem igen: {files}";
    LEFT_OUT_ONE: "{n} file of another kind was left out.", "{n} bestand van een andere soort is overgeslagen.", "{n} fil av annat slag hoppades över.";
    LEFT_OUT_OTHER: "{n} files of other kinds were left out.", "{n} bestanden van andere soorten zijn overgeslagen.", "{n} filer av andra slag hoppades över.";
    FILES_ONE: "{n} file", "{n} bestand", "{n} fil";
    FILES_OTHER: "{n} files", "{n} bestanden", "{n} filer";
    PROBLEMS_ONE: "{n} problem", "{n} probleem", "{n} problem";
    PROBLEMS_OTHER: "{n} problems", "{n} problemen", "{n} problem";
    HOW: "How to save the files", "Bestanden opslaan", "Så sparar du filerna";
    HOW_STEPS: "Sign in with az login, run what you need, and put your own names in place of ACCOUNT and PROFILE: they are the name fields of what the first two commands save. A long list comes in pages; save what each nextLink leads to as well.", "Meld u aan met az login, voer uit wat u nodig hebt en zet uw eigen namen op de plaats van ACCOUNT en PROFILE: dat zijn de name-velden van wat de eerste twee opdrachten opslaan. Een lange lijst komt in pagina’s; sla ook op waar elke nextLink naartoe leidt.", "Logga in med az login, kör det du behöver och skriv egna namn i stället för ACCOUNT och PROFILE: de är name-fälten i det som de två första kommandona sparar. En lång lista kommer i sidor; spara även det som varje nextLink leder till.";
    HOLDS: "What the files hold", "Wat de bestanden bevatten", "Vad filerna innehåller";
    WHAT: "What", "Wat", "Vad";
    IN_FILES: "In the files", "In de bestanden", "I filerna";
    DERIVED: "Derived", "Afgeleid", "Härledda";
    DERIVED_HINT: "Derived: no file tells of it, but others name it. Repeated: it stood in more than one place and is shown once.", "Afgeleid: geen bestand beschrijft het, maar andere noemen het. Herhaald: het stond op meer dan één plaats en wordt één keer weergegeven.", "Härledda: ingen fil beskriver dem men andra nämner dem. Upprepade: de fanns på mer än ett ställe och visas en gång.";
    REPEATED: "Repeated", "Herhaald", "Upprepade";
    FROM: "From", "Uit", "Från";
    ACCOUNTS: "Billing accounts", "Factureringsrekeningen", "Faktureringskonton";
    TRANSACTIONS: "Lines of invoices", "Factuurregels", "Fakturarader";
    ROLES: "Role definitions", "Roldefinities", "Rolldefinitioner";
    ROLE_ASSIGNMENTS: "Role assignments", "Roltoewijzingen", "Rolltilldelningar";
    USAGE: "Usage details", "Gebruiksdetails", "Användningsinformation";
    INCOMPLETE: "Lists that go on", "Lijsten die doorgaan", "Listor som fortsätter";
    INCOMPLETE_HINT: "A page of these lists leads to another that is in no file. Save what its nextLink leads to.", "Een pagina van deze lijsten leidt naar een volgende die in geen bestand staat. Sla op waar de nextLink naartoe leidt.", "En sida i de här listorna leder till en annan som inte finns i någon fil. Spara det som nextLink leder till.";
    PAGES_MISSING_ONE: "{n} page missing", "{n} pagina ontbreekt", "{n} sida saknas";
    PAGES_MISSING_OTHER: "{n} pages missing", "{n} pagina’s ontbreken", "{n} sidor saknas";
    ELEMENTS_MISSING: "{n} missing", "{n} ontbreekt", "{n} saknas";
    MISSING: "What is not in the files", "Wat niet in de bestanden staat", "Det som inte finns i filerna";
    MISSING_HINT: "Save what you want to see, and open it with the others.", "Sla op wat u wilt zien en open het bij de andere bestanden.", "Spara det du vill se och öppna det med de andra.";
    COPY_ALL: "Copy all commands: {what}", "Alle opdrachten kopiëren: {what}", "Kopiera alla kommandon: {what}";
    MORE_COMMANDS: "And {n} more, which are copied too.", "En nog {n}, die ook worden gekopieerd.", "Och {n} till, som också kopieras.";
    PROBLEMS_TITLE: "What could not be read", "Wat niet kon worden gelezen", "Det som inte kunde läsas";
    FILE: "File", "Bestand", "Fil";
    LINE: "Line", "Regel", "Rad";
    COLUMN: "Column", "Kolom", "Kolumn";
    TROUBLE: "What is wrong", "Wat er mis is", "Vad som är fel";
    NOT_TEXT: "Text in UTF-8 was expected, or in UTF-16 with a byte order mark. Nothing of this file is used.", "Tekst in UTF-8 werd verwacht, of in UTF-16 met een byte order mark. Van dit bestand wordt niets gebruikt.", "Text i UTF-8 förväntades, eller i UTF-16 med byteordningsmärke. Inget i filen används.";
    EMPTY: "JSON was expected; the file is empty.", "JSON werd verwacht; het bestand is leeg.", "JSON förväntades; filen är tom.";
    EXPECTED_FOUND: "Expected: {expected}. Found: {found}. Nothing of this file is used.", "Verwacht: {expected}. Gevonden: {found}. Van dit bestand wordt niets gebruikt.", "Förväntat: {expected}. Hittat: {found}. Inget i filen används.";
    END_OF_FILE: "the end of the file", "het einde van het bestand", "slutet på filen";
    AN_OBJECT: "an object, which begins with {brace}", "een object, dat begint met {brace}", "ett objekt, som börjar med {brace}";
    A_LIST: "a list, which begins with [", "een lijst, die begint met [", "en lista, som börjar med [";
    A_TEXT: "a name in quotes", "een naam tussen aanhalingstekens", "ett namn inom citattecken";
    A_QUOTE: "the quote that ends the text", "het aanhalingsteken dat de tekst afsluit", "citattecknet som avslutar texten";
    A_COLON: "a colon", "een dubbele punt", "ett kolon";
    COMMA_OR: "a comma or {bracket}", "een komma of {bracket}", "ett kommatecken eller {bracket}";
    A_VALUE: "a value", "een waarde", "ett värde";
    NOTHING_MORE: "nothing more", "niets meer", "inget mer";
    LESS_DEPTH: "fewer than 128 lists and objects inside each other", "minder dan 128 lijsten en objecten in elkaar", "färre än 128 listor och objekt i varandra";
    AN_ESCAPE: "an escape such as \\n or \\u00e9", "een escape zoals \\n of \\u00e9", "en escape-sekvens som \\n eller \\u00e9";
    OTHER_HALF: "the other half of the letter", "de andere helft van de letter", "den andra halvan av bokstaven";
    GOOD_TEXT: "text in UTF-8", "tekst in UTF-8", "text i UTF-8";
    SERVICE_ERROR: "A list or a resource was expected. This is an error of the service: {code} {message}", "Een lijst of een resource werd verwacht. Dit is een fout van de service: {code} {message}", "En lista eller en resurs förväntades. Det här är ett fel från tjänsten: {code} {message}";
    EMPTY_LIST: "The list is empty and does not say what it is a list of.", "De lijst is leeg en zegt niet waarvan het een lijst is.", "Listan är tom och säger inte vad den är en lista över.";
    NOT_A_RESOURCE: "{path}: a resource in braces was expected. Found: {found}", "{path}: een resource tussen accolades werd verwacht. Gevonden: {found}", "{path}: en resurs inom klammerparenteser förväntades. Hittat: {found}";
    NO_ID: "{path}: a resource with an id was expected. Found: {found}", "{path}: een resource met een id werd verwacht. Gevonden: {found}", "{path}: en resurs med ett id förväntades. Hittat: {found}";
    BAD_ID: "{path}: \"{id}\" cannot be the id of a resource.", "{path}: \"{id}\" kan niet de id van een resource zijn.", "{path}: \"{id}\" kan inte vara id för en resurs.";
    UNKNOWN_KIND: "{path}: a resource of billing was expected. Found: {found}", "{path}: een resource van facturering werd verwacht. Gevonden: {found}", "{path}: en faktureringsresurs förväntades. Hittat: {found}";
    NO_USAGE_KIND: "{path}: a usage row of the kind \"modern\" or \"legacy\" was expected. Save it with api-version 2023-11-01; older ones cut numbers off.", "{path}: een gebruiksrij van de soort \"modern\" of \"legacy\" werd verwacht. Sla op met api-version 2023-11-01; oudere versies kappen getallen af.", "{path}: en användningsrad av slaget \"modern\" eller \"legacy\" förväntades. Spara med api-version 2023-11-01; äldre versioner klipper av tal.";
    NO_USAGE_DAY: "{path}: a usage row with a date was expected.", "{path}: een gebruiksrij met een datum werd verwacht.", "{path}: en användningsrad med ett datum förväntades.";
    MORE_PROBLEMS: "{n} more of these in this file.", "Nog {n} van deze in dit bestand.", "{n} till av dessa i filen.";
    DIFFERS: "{what} {name}: {field} is not the same in {other}. The one with more fields is shown, else the later one.", "{what} {name}: {field} is niet hetzelfde in {other}. Het exemplaar met meer velden wordt weergegeven, anders het latere.", "{what} {name}: {field} är inte detsamma i {other}. Den med fler fält visas, annars den senare.";
}

/// How many files.
pub const FILES: Plural = Plural { one: FILES_ONE, other: FILES_OTHER };

/// How many problems.
pub const PROBLEMS: Plural = Plural { one: PROBLEMS_ONE, other: PROBLEMS_OTHER };

/// How many files of a folder were not read.
pub const LEFT_OUT: Plural = Plural { one: LEFT_OUT_ONE, other: LEFT_OUT_OTHER };

/// How many pages of a list are in no file.
pub const PAGES_MISSING: Plural = Plural { one: PAGES_MISSING_ONE, other: PAGES_MISSING_OTHER };
