//! Usage of pay-as-you-go subscriptions (MOSP), and what a resource id says.
use super::{DailyUsage, UsageField, UsageMeter, UsageRecord};

impl UsageRecord<'_> {
    /// The usage of a pay-as-you-go row, for its statement. None when it does not say on which day or how much: no usage
    /// may be left out of a statement, so there is none then.
    pub fn daily(&self) -> Option<DailyUsage> {
        let text = |field| self.text(field).to_owned();
        let object = |field| match self.text(field) {
            "" => "{}".to_owned(),
            text => text.to_owned(),
        };
        Some(DailyUsage {
            date: self.day(UsageField::Date)?,
            meter: UsageMeter {
                category: text(UsageField::MeterCategory),
                sub_category: text(UsageField::MeterSubCategory),
                name: text(UsageField::MeterName),
                region: text(UsageField::MeterRegion),
                unit: text(UsageField::UnitOfMeasure),
            },
            meter_id: text(UsageField::MeterId),
            quantity: self.number(UsageField::Quantity)?,
            resource_location: text(UsageField::ResourceLocation),
            consumed_service: text(UsageField::ConsumedService),
            resource_group: text(UsageField::ResourceGroupName),
            instance_id: text(UsageField::ResourceId),
            tags: object(UsageField::Tags),
            additional_info: object(UsageField::AdditionalInfo),
            service_info1: text(UsageField::ServiceInfo1),
            service_info2: text(UsageField::ServiceInfo2),
        })
    }
}

/// Provider and type that a resource id names, such as `Microsoft.Sql/servers/databases`; empty when it names none.
pub fn resource_type(resource_id: &str) -> String {
    let segments: Vec<&str> = resource_id.split('/').collect();
    let Some(at) = segments.iter().rposition(|segment| segment.eq_ignore_ascii_case("providers")) else {
        return String::new();
    };
    let mut after = segments.into_iter().skip(at + 1);
    let mut found = after.next().unwrap_or_default().to_owned();
    for kind in after.step_by(2).filter(|kind| !kind.is_empty()) {
        found.push('/');
        found.push_str(kind);
    }
    found
}

/// The resource's own name: the last segment of its id, or the whole text when it is no id.
pub fn resource_name(resource_id: &str) -> &str {
    if !resource_id.starts_with('/') {
        return resource_id;
    }
    resource_id.trim_end_matches('/').rsplit('/').next().unwrap_or_default()
}
