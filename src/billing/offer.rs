//! Azure offers: what kind of subscription somebody signed up for (seeds S000-07, S000-18, S001-18).
use super::caseless::caseless_names;

caseless_names! {
    /// Number of an Azure offer, such as `MS-AZR-0003P` (contract §6, `offerId`; MOSP only).
    OfferId,
}

/// What an offer means for its invoices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OfferKind {
    /// Paid by use: an invoice whenever something was used.
    PayAsYouGo,
    /// Free until its credit or its days are over.
    FreeTrial,
    /// A credit every month: an invoice only for what exceeds it (seed S001-18).
    MonthlyCredit,
    /// A credit that was given once, for a pass, a sponsorship or a student.
    GivenCredit,
    /// Free services without a credit.
    Free,
    /// A support plan.
    Support,
    /// Azure in Open: credit bought as a key from a reseller.
    AzureInOpen,
    /// Enterprise Agreement: the invoice is the enrollment's.
    EnterpriseAgreement,
    /// Cloud Solution Provider: the partner sends the invoice.
    CloudSolutionProvider,
    /// Azure plan of a Microsoft Customer or Partner Agreement: the invoice is the billing profile's.
    AzurePlan,
}

impl OfferKind {
    /// Whether a credit comes off first, so that there is an invoice only when it is exceeded (seeds S000-18, S001-18:
    /// a free account or a subscription with a monthly credit).
    pub fn is_billed_beyond_credit_only(self) -> bool {
        use OfferKind::*;
        matches!(self, FreeTrial | MonthlyCredit | GivenCredit | Free | AzureInOpen)
    }
}

/// An offer of Microsoft's public list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// Its number, upper case.
    pub id: &'static str,
    /// Its name, as Microsoft writes it in English.
    pub name: &'static str,
    /// What it means for invoices.
    pub kind: OfferKind,
}

impl OfferId {
    /// The offer, when it is a well-known one. An offer that is not in the list is not an error: nothing is claimed of it.
    pub fn offer(&self) -> Option<&'static Offer> {
        OFFERS.iter().find(|offer| self.as_str().eq_ignore_ascii_case(offer.id))
    }

    /// Whether it belongs to Azure Government, whose invoices are not sent by e-mail (blades 2.3).
    pub fn is_government(&self) -> bool {
        const PREFIX: &str = "MS-AZR-USGOV-";
        self.as_str().get(..PREFIX.len()).is_some_and(|start| start.eq_ignore_ascii_case(PREFIX))
    }
}

/// Microsoft's public list (offer details; supported and unsupported offers of Cost Management).
static OFFERS: [Offer; 40] = {
    use OfferKind::*;
    const fn offer(id: &'static str, name: &'static str, kind: OfferKind) -> Offer {
        Offer { id, name, kind }
    }
    [
        offer("MS-AZR-0003P", "Pay-As-You-Go", PayAsYouGo),
        offer("MS-AZR-0023P", "Pay-As-You-Go Dev/Test", PayAsYouGo),
        offer("MS-AZR-DE-0003P", "Azure Germany Pay-As-You-Go", PayAsYouGo),
        offer("MS-AZR-USGOV-0003P", "Azure Government Pay-As-You-Go", PayAsYouGo),
        offer("MS-AZR-0044P", "Free Trial", FreeTrial),
        offer("MS-AZR-0022P", "Visual Studio Dev Essentials", MonthlyCredit),
        offer("MS-AZR-0025P", "Microsoft Partner Network", MonthlyCredit),
        offer("MS-AZR-0029P", "Visual Studio Enterprise - MPN", MonthlyCredit),
        offer("MS-AZR-0059P", "Visual Studio Professional", MonthlyCredit),
        offer("MS-AZR-0060P", "Visual Studio Test Professional", MonthlyCredit),
        offer("MS-AZR-0062P", "MSDN Platforms", MonthlyCredit),
        offer("MS-AZR-0063P", "Visual Studio Enterprise", MonthlyCredit),
        offer("MS-AZR-0064P", "Visual Studio Enterprise: BizSpark", MonthlyCredit),
        offer("MS-AZR-0036P", "Microsoft Azure Sponsorship", GivenCredit),
        offer("MS-AZR-0120P", "Azure Pass", GivenCredit),
        offer("MS-AZR-0122P", "Azure Pass", GivenCredit),
        offer("MS-AZR-0123P", "Azure Pass", GivenCredit),
        offer("MS-AZR-0124P", "Azure Pass", GivenCredit),
        offer("MS-AZR-0125P", "Azure Pass", GivenCredit),
        offer("MS-AZR-0128P", "Azure Pass", GivenCredit),
        offer("MS-AZR-0129P", "Azure Pass", GivenCredit),
        offer("MS-AZR-0130P", "Azure Pass", GivenCredit),
        offer("MS-AZR-0170P", "Azure for Students", GivenCredit),
        offer("MS-AZR-0144P", "Azure for Students Starter", Free),
        offer("MS-AZR-0041P", "Standard support", Support),
        offer("MS-AZR-0042P", "Professional Direct support", Support),
        offer("MS-AZR-0043P", "Developer support", Support),
        offer("MS-AZR-DE-0043P", "Germany support plan", Support),
        offer("MS-AZR-USGOV-0041P", "Azure Government Standard Support", Support),
        offer("MS-AZR-USGOV-0042P", "Azure Government Pro-Direct Support", Support),
        offer("MS-AZR-USGOV-0043P", "Azure Government Developer Support", Support),
        offer("MS-AZR-0111P", "Azure in Open", AzureInOpen),
        offer("MS-AZR-0017P", "Microsoft Azure Enterprise", EnterpriseAgreement),
        offer("MS-AZR-0148P", "Enterprise Dev/Test", EnterpriseAgreement),
        offer("MS-AZR-USGOV-0017P", "Azure Government Enterprise", EnterpriseAgreement),
        offer("MS-AZR-0145P", "Azure in CSP", CloudSolutionProvider),
        offer("MS-AZR-DE-0145P", "Azure Germany in CSP", CloudSolutionProvider),
        offer("MS-AZR-USGOV-0145P", "Azure Government CSP", CloudSolutionProvider),
        offer("MS-AZR-0017G", "Microsoft Azure Plan", AzurePlan),
        offer("MS-AZR-0148G", "Microsoft Azure Plan for DevTest", AzurePlan),
    ]
};
