//! Words of what can go wrong, and what to do.
use crate::text::words;

words! {
    SITE_BROKEN: "The site could not read its own files. Reload the page; if it stays like this, the site is not installed completely.", "De site kan de eigen bestanden niet lezen. Laad de pagina opnieuw; blijft dit zo, dan is de site niet volledig geïnstalleerd.", "Webbplatsen kunde inte läsa sina egna filer. Läs in sidan igen; om det inte hjälper är webbplatsen inte fullständigt installerad.";
    NETWORK: "The server could not be reached. Check the connection and try again.", "De server is niet bereikbaar. Controleer de verbinding en probeer het opnieuw.", "Det gick inte att nå servern. Kontrollera anslutningen och försök igen.";
    TIMEOUT: "The server did not answer in time. Try again.", "De server heeft niet op tijd geantwoord. Probeer het opnieuw.", "Servern svarade inte i tid. Försök igen.";
    UNAUTHORIZED: "Your sign-in is not accepted or has ended. Use a new access token.", "Uw aanmelding wordt niet geaccepteerd of is verlopen. Gebruik een nieuw toegangstoken.", "Din inloggning godtas inte eller har upphört. Använd en ny åtkomsttoken.";
    FORBIDDEN: "You may not do or see this. Ask an owner of the billing account, profile or subscription for a role.", "U mag dit niet doen of zien. Vraag een eigenaar van de factureringsrekening, het profiel of het abonnement om een rol.", "Du får inte göra eller se det här. Be en ägare av faktureringskontot, profilen eller prenumerationen om en roll.";
    NOT_FOUND: "It is not there, or not there any more.", "Het is er niet of niet meer.", "Det finns inte eller finns inte längre.";
    CONFLICT: "It cannot be done in the state it is in now.", "Dit kan niet in de huidige toestand.", "Det går inte i det läge som gäller nu.";
    REJECTED: "The server did not accept the request.", "De server heeft de aanvraag niet geaccepteerd.", "Servern godtog inte begäran.";
    THROTTLED: "Too many requests at once. Wait a moment and try again.", "Te veel aanvragen tegelijk. Wacht even en probeer het opnieuw.", "För många begäranden på en gång. Vänta en stund och försök igen.";
    SERVICE: "The server had a problem. Try again; if it stays, give support the request id.", "De server heeft een probleem. Probeer het opnieuw; blijft het, geef ondersteuning dan de aanvraag-id.", "Servern hade ett problem. Försök igen; om det kvarstår, ge supporten begärande-ID:t.";
    UNREADABLE: "The answer cannot be read. Nothing of it is shown, so that no number is wrong.", "Het antwoord kan niet worden gelezen. Er wordt niets van weergegeven, zodat geen getal verkeerd is.", "Svaret kan inte läsas. Inget av det visas, så att inget tal blir fel.";
    FOREIGN_LINK: "A link in the answer leads to another server and was not followed.", "Een koppeling in het antwoord leidt naar een andere server en is niet gevolgd.", "En länk i svaret leder till en annan server och följdes inte.";
    LINK_CYCLE: "The pages of the list lead in a circle. The list is not shown.", "De pagina’s van de lijst leiden in een kring. De lijst wordt niet weergegeven.", "Listans sidor leder i en cirkel. Listan visas inte.";
    CANNOT_FOLLOW: "The server took the request on, but does not say how it ended. Refresh the list to see.", "De server heeft de aanvraag aangenomen, maar zegt niet hoe die is afgelopen. Vernieuw de lijst om het te zien.", "Servern tog emot begäran men säger inte hur det gick. Uppdatera listan för att se.";
    OPERATION_FAILED: "The server took the request on and gave it up.", "De server heeft de aanvraag aangenomen en opgegeven.", "Servern tog emot begäran men gav upp.";
    STILL_RUNNING: "The server is still at work after {minutes} minutes. Refresh the list later.", "De server is na {minutes} minuten nog bezig. Vernieuw de lijst later.", "Servern arbetar fortfarande efter {minutes} minuter. Uppdatera listan senare.";
    WAIT: "The server asks to wait {seconds} seconds. Try again after that.", "De server vraagt {seconds} seconden te wachten. Probeer het daarna opnieuw.", "Servern ber om {seconds} sekunders väntan. Försök igen efter det.";
    UNEXPECTED: "Something went wrong.", "Er is iets misgegaan.", "Något gick fel.";
}
