//! Every file of usage that is on offer: Azure's own and FOCUS.
use super::UsageSchema;
use super::focus::FocusVersion;
use crate::billing::AgreementType;

/// A published file of usage and charges, or a version of FOCUS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileSchema {
    /// As Azure makes it.
    Usage(UsageSchema),
    /// The open specification of costs.
    Focus(FocusVersion),
}

impl From<UsageSchema> for FileSchema {
    fn from(schema: UsageSchema) -> FileSchema {
        FileSchema::Usage(schema)
    }
}

impl FileSchema {
    /// The schemas on offer for accounts of an agreement, the usual one first.
    pub fn of_agreement(agreement: &AgreementType) -> Vec<FileSchema> {
        let usage = UsageSchema::of_agreement(agreement).iter().copied().map(FileSchema::Usage);
        usage.chain(FocusVersion::ALL.map(FileSchema::Focus)).collect()
    }

    /// Its name in addresses and in names of files.
    pub fn name(self) -> &'static str {
        match self {
            FileSchema::Usage(schema) => schema.name(),
            FileSchema::Focus(version) => version.name(),
        }
    }

    /// The schema of a name.
    pub fn parse(name: &str) -> Option<FileSchema> {
        let usage = || UsageSchema::parse(name).map(FileSchema::Usage);
        usage().or_else(|| FocusVersion::parse(name).map(FileSchema::Focus))
    }

    /// Headers of the columns, in the file's order.
    pub fn column_names(self) -> Vec<&'static str> {
        match self {
            FileSchema::Usage(schema) => schema.column_names(),
            FileSchema::Focus(version) => version.column_names().to_vec(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_schema_on_offer_is_found_by_its_name_and_has_its_columns() {
        for agreement in [AgreementType::Mca, AgreementType::Mpa, AgreementType::Mosp] {
            for schema in FileSchema::of_agreement(&agreement) {
                assert_eq!(FileSchema::parse(schema.name()), Some(schema));
            }
        }
        assert_eq!(FileSchema::Focus(FocusVersion::V1_2).column_names().len(), 109);
        assert_eq!(FileSchema::Focus(FocusVersion::V1_0).column_names().len(), 96);
        for version in FocusVersion::ALL {
            assert!(version.columns().iter().map(|column| column.name).eq(version.column_names().iter().copied()));
        }
    }
}
