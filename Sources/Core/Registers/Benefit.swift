/// A benefit, or a condition that is kept like one.
///
/// The raw value is part of the databank's format: a new benefit is added at the end.
public enum Benefit: UInt8, Sendable, CaseIterable, Hashable {
    case unemploymentBenefit
    case specialEducationBenefit
    case labourMarketBenefit
    case cashBenefit
    case socialAssistance
    case educationAssistance
    case integrationBenefit
    case sicknessBenefit
    case jobClarification
    case preRehabilitation
    case rehabilitation
    case resourceProgramme
    case unemploymentAllowance
    case flexJob
    case disabilityPension
    case seniorPension
    case earlyPension
    case earlyRetirement
    case flexBenefit
    case parentalBenefit
    case studentGrant
    case statePension

    /// The catalogue's code of the benefit group.
    public var code: String {
        switch self {
        case .unemploymentBenefit: "DP"
        case .specialEducationBenefit: "UY"
        case .labourMarketBenefit: "AY"
        case .cashBenefit: "KY"
        case .socialAssistance: "KTH"
        case .educationAssistance: "UDH"
        case .integrationBenefit: "INT"
        case .sicknessBenefit: "SDP"
        case .jobClarification: "JAF"
        case .preRehabilitation: "FREV"
        case .rehabilitation: "REV"
        case .resourceProgramme: "RES"
        case .unemploymentAllowance: "LY"
        case .flexJob: "FLX"
        case .disabilityPension: "FOP"
        case .seniorPension: "SEN"
        case .earlyPension: "TID"
        case .earlyRetirement: "EFT"
        case .flexBenefit: "FLY"
        case .parentalBenefit: "BAR"
        case .studentGrant: "SU"
        case .statePension: "FP"
        }
    }

    /// Whether it is public support that the indicators count, not only where a transition leads.
    public var isSupport: Bool {
        switch self {
        case .parentalBenefit, .studentGrant, .statePension: false
        default: true
        }
    }
}

/// A set of benefits, one bit each.
public struct BenefitSet: OptionSet, Sendable, Hashable {
    /// Bit *n* says that the benefit with raw value *n* is in the set.
    public let rawValue: UInt32

    /// Makes a set from its bits.
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Makes a set of benefits.
    public init(_ benefits: some Sequence<Benefit>) {
        rawValue = benefits.reduce(0) { $0 | 1 << UInt32($1.rawValue) }
    }

    /// Returns whether a benefit is in the set.
    public func contains(_ benefit: Benefit) -> Bool {
        rawValue >> UInt32(benefit.rawValue) & 1 == 1
    }

    /// All public support.
    public static let support = BenefitSet(Benefit.allCases.filter(\.isSupport))
}
