/// A register that delivers records to the databank.
public enum RegisterSource: String, Sendable, CaseIterable, Codable {
    /// The municipalities' benefit systems and Udbetaling Danmark: periods and payments.
    case municipalBenefits
    /// The unemployment insurance funds: monthly benefit cards and memberships.
    case unemploymentFunds
    /// The job centres' systems: offers, interviews, target groups, sanctions, job search.
    case jobCentres
    /// The Central Population Register, CPR: persons, addresses, changes of number.
    case persons
    /// The Central Business Register, CVR: production units.
    case companies
    /// eIndkomst, the tax authority's register of wages and hours.
    case income
    /// Statistics Denmark: workforce, population and education, yearly.
    case reference

    /// The kinds of record that the source delivers, in the order of their files.
    public var kinds: [RecordKind] { RecordKind.allCases.filter { $0.source == self } }
}
