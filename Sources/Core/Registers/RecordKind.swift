/// What a record of a register is about; also the name of the file that holds such records.
///
/// The order of the cases is part of the databank's format: a new kind is added at the end.
public enum RecordKind: String, Sendable, CaseIterable, Codable {
    case benefitPeriods
    case benefitPayments
    case benefitCards
    case fundMemberships
    case offers
    case interviews
    case targetGroups
    case sanctions
    case jobSearch
    case persons
    case addresses
    case numberChanges
    case productionUnits
    case wages
    case workforce
    case educations

    /// The register that delivers the kind.
    public var source: RegisterSource {
        switch self {
        case .benefitPeriods, .benefitPayments: .municipalBenefits
        case .benefitCards, .fundMemberships: .unemploymentFunds
        case .offers, .interviews, .targetGroups, .sanctions, .jobSearch: .jobCentres
        case .persons, .addresses, .numberChanges: .persons
        case .productionUnits: .companies
        case .wages: .income
        case .workforce, .educations: .reference
        }
    }
}
