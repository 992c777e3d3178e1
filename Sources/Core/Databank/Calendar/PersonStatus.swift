public import Registers

/// What a person does on a day; the raw value is the place in the catalogue's order of
/// `statusAfter`.
public enum PersonStatus: Int16, Sendable, CaseIterable {
    case wageEmployment
    case education
    case selfSupport
    case unemploymentBenefit
    case socialAssistance
    case sicknessBenefit
    case jobClarification
    case rehabilitation
    case resourceProgramme
    case unemploymentAllowance
    case flexJob
    case parentalBenefit
    case pension
    case earlyRetirement
    case statePension
    case other

    /// The member of `statusAfter`.
    public var code: String {
        switch self {
        case .wageEmployment: "LON"
        case .education: "UDD"
        case .selfSupport: "SELV"
        case .unemploymentBenefit: "DP"
        case .socialAssistance: "KTH"
        case .sicknessBenefit: "SDP"
        case .jobClarification: "JAF"
        case .rehabilitation: "REV"
        case .resourceProgramme: "RES"
        case .unemploymentAllowance: "LY"
        case .flexJob: "FLX"
        case .parentalBenefit: "BAR"
        case .pension: "PENS"
        case .earlyRetirement: "EFT"
        case .statePension: "FP"
        case .other: "AND"
        }
    }

    /// The status of a person on a benefit.
    public init(_ benefit: Benefit) {
        self =
            switch benefit {
            case .unemploymentBenefit, .specialEducationBenefit, .labourMarketBenefit,
                .cashBenefit:
                .unemploymentBenefit
            case .socialAssistance, .educationAssistance, .integrationBenefit: .socialAssistance
            case .sicknessBenefit: .sicknessBenefit
            case .jobClarification: .jobClarification
            case .preRehabilitation, .rehabilitation: .rehabilitation
            case .resourceProgramme: .resourceProgramme
            case .unemploymentAllowance: .unemploymentAllowance
            case .flexJob: .flexJob
            case .disabilityPension, .seniorPension, .earlyPension: .pension
            case .earlyRetirement, .flexBenefit: .earlyRetirement
            case .parentalBenefit: .parentalBenefit
            case .studentGrant: .education
            case .statePension: .statePension
            }
    }
}

extension PersonCalendar {
    /// Returns what the person does on a day; `nil` when the day lies after the horizon.
    ///
    /// The first that holds: dead is other; on a benefit is that benefit's status (a student grant
    /// is education); without an address, when the register had one before, is abroad and so other;
    /// with a wage in the month is wage employment; else it is self-support. Apprentices are wage
    /// earners here, because no register tells them apart. Source: Jobindsats, "Status efter",
    /// notes; the order is the one of `CalendarRules.priority`.
    public func status(on day: Int32) -> PersonStatus? {
        guard day <= horizon else { return nil }
        if let died = facts.person?.died, died < day { return .other }
        if let piece = piece(on: day) { return PersonStatus(piece.benefit) }
        if isAbroad(on: day) { return .other }
        return hasWage(in: CivilMonth.containing(day)) ? .wageEmployment : .selfSupport
    }

    /// Returns whether an employer paid the person a wage in a month.
    public func hasWage(in month: Int32) -> Bool {
        var low = 0
        var high = facts.wages.count
        while low < high {
            let middle = (low + high) / 2
            if facts.wages[middle].month < month { low = middle + 1 } else { high = middle }
        }
        while low < facts.wages.count, facts.wages[low].month == month {
            if facts.wages[low].kroner > 0 { return true }
            low += 1
        }
        return false
    }

    /// Whether the person lived in the country before a day and doesn't on it.
    private func isAbroad(on day: Int32) -> Bool {
        guard let first = facts.addresses.first, first.from <= day else { return false }
        return !facts.addresses.contains { $0.from <= day && day <= $0.to }
    }
}
