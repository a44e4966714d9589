//! Words of *Access to invoice*: who may download the invoices of a pay-as-you-go subscription.
use crate::text::words;

words! {
    TITLE: "Access to invoice", "Toegang tot factuur", "Åtkomst till faktura";
    COMMAND: "Allow others to download invoice", "Anderen toestemming geven om factuur te downloaden", "Tillåt andra att ladda ned fakturan";
    SWITCH: "Users and groups with subscription-level access can download invoices", "Gebruikers en groepen met toegang tot het abonnement kunnen facturen downloaden", "Användare och grupper med åtkomst till prenumerationen kan ladda ned fakturor";
    PERSONAL: "The PDF of the invoice holds personal data of the account administrator. That is why only the account administrator can let others download it.", "De pdf van de factuur bevat persoonlijke gegevens van de accountbeheerder. Daarom kan alleen de accountbeheerder anderen toestaan de factuur te downloaden.", "Fakturans PDF innehåller personuppgifter om kontoadministratören. Därför kan bara kontoadministratören låta andra ladda ned den.";
    PRIVACY: "Do not share your confidential or personal data with third parties. This also holds for sharing your Azure invoice with a third party for cost optimization.", "Deel uw vertrouwelijke of persoonlijke gegevens niet met derden. Dit geldt ook voor het delen van uw Azure-factuur met een derde partij voor kostenoptimalisatie.", "Dela inte dina konfidentiella eller personliga data med tredje part. Det gäller även delning av din Azure-faktura med en tredje part för kostnadsoptimering.";
    PRIVACY_LEGAL: "Azure legal information", "Juridische informatie over Azure", "Juridisk information om Azure";
    PRIVACY_TRUST: "Microsoft Trust Center", "Vertrouwenscentrum van Microsoft", "Microsoft Säkerhetscenter";
    ROLES: "With access to invoice on, users, groups and service principals with one of these roles on the subscription can download invoices:", "Als toegang tot factuur aan staat, kunnen gebruikers, groepen en service-principals met een van deze rollen voor het abonnement facturen downloaden:", "När åtkomst till faktura är på kan användare, grupper och tjänstens huvudnamn med någon av dessa roller på prenumerationen ladda ned fakturor:";
    WHO: "Who can download", "Wie kan downloaden", "Vem kan ladda ned";
    WHO_WOULD: "Who could download", "Wie zou kunnen downloaden", "Vem skulle kunna ladda ned";
    NOBODY_ELSE: "Nobody else holds one of these roles.", "Niemand anders heeft een van deze rollen.", "Ingen annan har någon av rollerna.";
    THROUGH: "{role}, through {group}", "{role}, via {group}", "{role}, via {group}";
    SAVED_ON: "Others can now download the invoices of {subscription}.", "Anderen kunnen nu de facturen van {subscription} downloaden.", "Andra kan nu ladda ned fakturorna för {subscription}.";
    SAVED_OFF: "Only the account administrator can now download the invoices of {subscription}.", "Alleen de accountbeheerder kan nu de facturen van {subscription} downloaden.", "Nu kan bara kontoadministratören ladda ned fakturorna för {subscription}.";
    NO_API: "Azure has no public API for this switch. Change it in the Azure portal: Cost Management + Billing, Invoices, Allow others to download invoice.", "Azure heeft geen openbare API voor deze schakelaar. Wijzig de instelling in de Azure-portal: Kostenbeheer en facturering, Facturen, Anderen toestemming geven om factuur te downloaden.", "Azure har inget offentligt API för den här inställningen. Ändra den i Azure-portalen: Kostnadshantering + fakturering, Fakturor, Tillåt andra att ladda ned fakturan.";
    DENIED_SUPPORT_PLAN: "Invoices of a support plan are for its account administrator only.", "Facturen van een ondersteuningsplan zijn alleen voor de accountbeheerder.", "Fakturor för en supportplan är bara för kontoadministratören.";
    DENIED_OFF: "Access to invoice is off for this subscription. Your role ({role}) is enough once the account administrator has switched it on.", "Toegang tot factuur staat uit voor dit abonnement. Uw rol ({role}) is voldoende zodra de accountbeheerder deze aanzet.", "Åtkomst till faktura är av för prenumerationen. Din roll ({role}) räcker när kontoadministratören har slagit på den.";
    DENIED_NO_ROLE: "You need one of the roles {roles} on the subscription. {granters} can give it.", "U hebt een van de rollen {roles} voor het abonnement nodig. {granters} kan deze geven.", "Du behöver någon av rollerna {roles} på prenumerationen. {granters} kan ge den.";
    AND_SWITCH: "The account administrator must also switch on access to invoice.", "De accountbeheerder moet ook toegang tot factuur aanzetten.", "Kontoadministratören måste också slå på åtkomst till faktura.";
    DENIED_NOT_ADMINISTRATOR: "Only the account administrator of the subscription can do this.", "Alleen de accountbeheerder van het abonnement kan dit doen.", "Bara prenumerationens kontoadministratör kan göra detta.";
    CHOOSE: "Choose a subscription", "Kies een abonnement", "Välj en prenumeration";
}
