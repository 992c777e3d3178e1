internal import Registers
internal import StatisticsModel

/// What the values of a facet mean in a dimension: the members that each of them counts in first.
///
/// Which further members those are part of is the business of `Ancestry`.
struct FacetReading: Sendable {
    /// The largest age that is told apart; nobody gets older.
    static let largestAge = 150

    /// The facet that the dimension reads.
    let facet: Facet
    /// For the values -1, 0, 1 …: the codes of the members; empty where only the total counts.
    let codes: [[String]]

    /// Reads a dimension; `nil` when no facet belongs to it.
    ///
    /// - Parameters:
    ///   - dimension: The dimension.
    ///   - day: The day whose areas are in force.
    init?(of dimension: Dimension, on day: CivilDate) {
        guard let facet = Self.facet(of: dimension.id) else { return nil }
        self.facet = facet
        codes =
            switch facet {
            case .area: Self.areas(of: dimension, on: day)
            case .benefit: Self.benefits
            case .fund: Self.list(RegisterCodeList.funds.codes, unknown: ["NONE"])
            case .gender: Self.list(RegisterCodeList.genders.codes)
            case .age: Self.ages(of: dimension)
            case .origin: Self.list(RegisterCodeList.origins.codes)
            case .targetGroup: Self.list(RegisterCodeList.targetGroups.codes, unknown: ["UOP"])
            case .offer: Self.list(RegisterCodeList.offers.codes)
            case .contact: Self.contacts
            case .elapsed: Self.list(Facet.elapsedBands)
            case .ended: Self.list(Facet.endedBands)
            case .status: Self.list(Facet.statuses)
            case .sanction: Self.list(RegisterCodeList.sanctions.codes)
            case .industry: Self.list(RegisterCodeList.industries.codes)
            }
    }

    private static func facet(of dimension: Code<Dimension>) -> Facet? {
        switch dimension.text {
        case "area": .area
        case "benefitGroup": .benefit
        case "akasse": .fund
        case "gender": .gender
        case "age", "ageEft", "ageBroad": .age
        case "origin": .origin
        case "visitation": .targetGroup
        case "activationType": .offer
        case "contactType": .contact
        case "durationElapsed": .elapsed
        case "durationEnded": .ended
        case "statusAfter": .status
        case "sanctionType": .sanction
        case "industry": .industry
        default: nil
        }
    }

    private static func list(_ codes: [String], unknown: [String] = []) -> [[String]] {
        [unknown] + codes.map { [$0] }
    }

    /// The benefits by raw value, and wage employment at 100.
    private static var benefits: [[String]] {
        var codes = [[String]](repeating: [], count: 102)
        for benefit in Benefit.allCases { codes[Int(benefit.rawValue) + 1] = [benefit.code] }
        codes[101] = ["LON"]
        return codes
    }

    /// An interview counts by its kind and by its form.
    private static var contacts: [[String]] {
        let forms = RegisterCodeList.interviewForms.codes
        return [[]]
            + RegisterCodeList.interviews.codes.flatMap { kind in forms.map { [kind, $0] } }
    }

    /// A municipality that was closed is the one that took its place; an unknown number is `UOPL`.
    private static func areas(of dimension: Dimension, on day: CivilDate) -> [[String]] {
        let members = Dictionary(
            dimension.members.map { ($0.code.text, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let known = (1...999)
            .map { number in
                var member = members[String(number)]
                var steps = 0
                while let closed = member, !closed.isValid(on: day), closed.successors.count == 1,
                    steps < members.count
                {
                    member = members[closed.successors[0].text]
                    steps += 1
                }
                return [member?.code.text ?? "UOPL"]
            }
        return [["UOPL"], ["UOPL"]] + known
    }

    /// Ages count in every band or span that holds them.
    private static func ages(of dimension: Dimension) -> [[String]] {
        let bands = dimension.members.compactMap { member in
            band(member.code.text).map { (code: member.code.text, ages: $0) }
        }
        return [[]]
            + (0...largestAge)
            .map { age in
                bands.filter { $0.ages.contains(age) }.map(\.code)
            }
    }

    /// Reads `16-19`, `65-` or `60`; `nil` for other codes, such as the total's.
    private static func band(_ code: String) -> ClosedRange<Int>? {
        let ends = code.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = ends.first, let from = Int(first), ends.count <= 2 else { return nil }
        guard ends.count == 2 else { return from...from }
        if ends[1].isEmpty { return from...max(from, largestAge) }
        guard let to = Int(ends[1]), to >= from else { return nil }
        return from...to
    }
}
