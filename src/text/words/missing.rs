//! Words of "why is there no invoice?" (seeds S000-18, S001-18, S003-19).
use crate::text::words;

words! {
    TITLE: "Why is there no invoice?", "Waarom is er geen factuur?", "Varför finns det ingen faktura?";
    ABOUT: "These reasons were checked with what is known here. What applies comes first, with what shows it and what to do.", "Deze redenen zijn nagegaan met wat hier bekend is. Wat van toepassing is, staat vooraan, met waaruit dat blijkt en wat u kunt doen.", "De här orsakerna har kontrollerats med det som är känt här. Det som gäller står först, med vad som visar det och vad du kan göra.";
    NOTHING_APPLIES: "None of the usual reasons applies. Contact support.", "Geen van de gebruikelijke redenen is van toepassing. Neem contact op met ondersteuning.", "Ingen av de vanliga orsakerna gäller. Kontakta supporten.";
    APPLIES: "Applies", "Van toepassing", "Gäller";
    DOES_NOT_APPLY: "Does not apply", "Niet van toepassing", "Gäller inte";
    UNKNOWN: "Cannot be checked here", "Kan hier niet worden nagegaan", "Kan inte kontrolleras här";
    REASON_EA: "Your account does not support invoices here", "Uw rekening ondersteunt hier geen facturen", "Ditt konto stöder inte fakturor här";
    REASON_PERMISSION: "You do not have permission to see invoices", "U bent niet gemachtigd om facturen te bekijken", "Du har inte behörighet att se fakturor";
    REASON_NOT_READY: "The invoice is not ready yet", "De factuur is nog niet klaar", "Fakturan är inte klar ännu";
    REASON_CREDIT: "The credit or free trial is not exceeded", "Het tegoed of de gratis proefversie is niet overschreden", "Krediten eller den kostnadsfria utvärderingen har inte överskridits";
    REASON_NEW: "It is less than 30 days since you subscribed to Azure", "Het is minder dan 30 dagen geleden dat u zich op Azure hebt geabonneerd", "Det är mindre än 30 dagar sedan du prenumererade på Azure";
    REASON_DIRECTORY: "You are signed in to another directory", "U bent aangemeld bij een andere directory", "Du är inloggad i en annan katalog";
    REASON_ACCOUNT: "Another account of yours has the invoices", "Een andere rekening van u heeft de facturen", "Ett annat av dina konton har fakturorna";
    REASON_IDENTITY: "Another identity of yours may see them", "Een andere identiteit van u mag ze zien", "En annan av dina identiteter får se dem";
    EVIDENCE_ENROLLMENT: "Invoices of an Enterprise Agreement are sent to the person set up to receive them.", "Facturen van een Enterprise Agreement worden verzonden naar degene die is ingesteld om ze te ontvangen.", "Fakturor för ett Enterprise-avtal skickas till den person som är angiven att ta emot dem.";
    EVIDENCE_ENROLLMENT_TO: "Invoices of an Enterprise Agreement are sent to the person set up to receive them: {receiver}.", "Facturen van een Enterprise Agreement worden verzonden naar degene die is ingesteld om ze te ontvangen: {receiver}.", "Fakturor för ett Enterprise-avtal skickas till den person som är angiven att ta emot dem: {receiver}.";
    EVIDENCE_ROLES: "One of these roles is needed: {roles}.", "Een van deze rollen is nodig: {roles}.", "En av dessa roller behövs: {roles}.";
    EVIDENCE_PERIOD_OPEN: "The billing period {period} is not over. The invoice is expected between {from} and {until}.", "De factureringsperiode {period} is nog niet voorbij. De factuur wordt verwacht tussen {from} en {until}.", "Faktureringsperioden {period} är inte slut. Fakturan väntas mellan {from} och {until}.";
    EVIDENCE_PERIOD_OVER: "The billing period {period} is over. Azure bills a few days later: the invoice is expected between {from} and {until}.", "De factureringsperiode {period} is voorbij. Azure factureert enkele dagen later: de factuur wordt verwacht tussen {from} en {until}.", "Faktureringsperioden {period} är slut. Azure fakturerar några dagar senare: fakturan väntas mellan {from} och {until}.";
    EVIDENCE_CREDIT: "{used} of the credit of {granted} was used. An invoice is made only when money is owed.", "{used} van het tegoed van {granted} is gebruikt. Er wordt alleen een factuur gemaakt als er een bedrag verschuldigd is.", "{used} av krediten på {granted} har använts. En faktura skapas bara när det finns något att betala.";
    EVIDENCE_FREE: "This offer is free. An invoice is made only when money is owed.", "Deze aanbieding is gratis. Er wordt alleen een factuur gemaakt als er een bedrag verschuldigd is.", "Erbjudandet är kostnadsfritt. En faktura skapas bara när det finns något att betala.";
    EVIDENCE_SIGNED_UP: "You subscribed on {date}, {days} days ago.", "U hebt zich op {date} geabonneerd, {days} dagen geleden.", "Du prenumererade {date}, för {days} dagar sedan.";
    EVIDENCE_DIRECTORIES: "You are in {current}; the billing account belongs to {home}.", "U bent in {current}; de factureringsrekening hoort bij {home}.", "Du är i {current}; faktureringskontot hör till {home}.";
    EVIDENCE_ACCOUNTS: "These accounts have invoices that you may see: {accounts}", "Deze rekeningen hebben facturen die u mag zien: {accounts}", "De här kontona har fakturor som du får se: {accounts}";
    EVIDENCE_IDENTITY: "{address} is also a {kind}, and that identity may see invoices.", "{address} is ook een {kind} en die identiteit mag facturen zien.", "{address} är också ett {kind}, och den identiteten får se fakturor.";
    KIND_WORK: "work or school account", "werk- of schoolaccount", "arbets- eller skolkonto";
    KIND_PERSONAL: "Microsoft account", "Microsoft-account", "Microsoft-konto";
    NEXT_WAIT: "Wait until {date}.", "Wacht tot {date}.", "Vänta till {date}.";
    NEXT_NOTHING: "There is nothing to do: no invoice will be made for this period.", "U hoeft niets te doen: voor deze periode wordt geen factuur gemaakt.", "Du behöver inte göra något: ingen faktura skapas för perioden.";
    NEXT_ASK_ROLE: "Ask one of these for a role: {roles}.", "Vraag een van deze om een rol: {roles}.", "Be någon av dessa om en roll: {roles}.";
    NEXT_ASK_RECEIVER: "Ask the person who receives the enrollment’s invoices.", "Vraag degene die de facturen van de inschrijving ontvangt.", "Fråga den som tar emot registreringens fakturor.";
    NEXT_SIGN_IN: "Sign in with that identity: {kind}.", "Meld u aan met die identiteit: {kind}.", "Logga in med den identiteten: {kind}.";
    NEXT_ACCOUNT: "Open {account}", "{account} openen", "Öppna {account}";
    NEXT_SUPPORT: "Contact support", "Contact opnemen met ondersteuning", "Kontakta supporten";
    ALL_CHECKS: "Everything that was checked", "Alles wat is nagegaan", "Allt som kontrollerades";
    FURTHER_READING: "Further reading", "Meer informatie", "Läs mer";
    READ_BILL: "Understand your bill for Microsoft Azure", "Inzicht in uw factuur voor Microsoft Azure", "Förstå din faktura för Microsoft Azure";
    READ_COSTS: "Prevent unexpected costs", "Onverwachte kosten voorkomen", "Förhindra oväntade kostnader";
    READ_USAGE: "View and download your usage and charges", "Uw gebruik en kosten weergeven en downloaden", "Visa och ladda ned användning och avgifter";
    READ_TERMS: "Understand the terms on your invoice", "Begrippen op uw factuur", "Begrepp på din faktura";
    READ_PROFILE: "Understand the charges on your billing profile’s invoice", "Kosten op de factuur van uw factureringsprofiel", "Avgifter på faktureringsprofilens faktura";
    READ_ACCESS: "Manage access to billing", "Toegang tot facturering beheren", "Hantera åtkomst till fakturering";
}
