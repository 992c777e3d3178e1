/// A closed list of codes that a register uses; a code is kept as its place in the list.
///
/// The order is part of the databank's format: a new code is added at the end.
public struct RegisterCodeList: Sendable, Equatable {
    /// The list's name, for messages and documentation.
    public let name: String
    /// The codes, as the catalogue writes them.
    public let codes: [String]

    /// Makes a list.
    public init(_ name: String, _ codes: [String]) {
        self.name = name
        self.codes = codes
    }

    /// Returns a code's place; `nil` when the list doesn't have it.
    public func place(of code: some StringProtocol) -> Int32? {
        codes.firstIndex { $0 == code }.map(Int32.init)
    }

    /// The benefits, in the order of `Benefit`.
    public static let benefits = RegisterCodeList("benefits", Benefit.allCases.map(\.code))
    /// The kinds of card that a fund sends: unemployment benefit or early retirement pay.
    public static let cardBenefits = RegisterCodeList("cardBenefits", ["DP", "EFT"])
    /// The kinds of insurance: full time (F) or part time (D).
    public static let insurances = RegisterCodeList("insurances", ["F", "D"])
    /// The unemployment funds, current ones first; closed ones are counted in their successors.
    public static let funds = RegisterCodeList(
        "funds",
        [
            "D10", "D14", "D15", "D17", "D18", "D22", "D24", "D40", "D53", "D57", "D67", "D72",
            "D73", "D76", "D81", "D83", "D86", "D88", "D92", "D94", "D98",
        ]
    )
    /// The kinds of offer.
    public static let offers = RegisterCodeList(
        "offers",
        ["VO.OU", "SU6", "VO.OV", "LT.P", "LT.O", "VP.P", "VP.O", "NY", "SNY", "MENTOR"]
    )
    /// The kinds of interview.
    public static let interviews = RegisterCodeList(
        "interviews",
        ["JOB", "FAL", "OPF", "CV", "RAD"]
    )
    /// The forms of interview: in person, by telephone, by video, otherwise.
    public static let interviewForms = RegisterCodeList(
        "interviewForms",
        ["FORM.F", "FORM.T", "FORM.V", "FORM.A"]
    )
    /// Who held an interview: the job centre (J) or the unemployment fund (A).
    public static let interviewHolders = RegisterCodeList("interviewHolders", ["J", "A"])
    /// The target groups that a job centre assigns.
    public static let targetGroups = RegisterCodeList(
        "targetGroups",
        ["JP", "AP", "UP", "AUP", "UOP", "MK1", "MK2", "MK3", "M1-5"]
    )
    /// The kinds of sanction.
    public static let sanctions = RegisterCodeList("sanctions", ["UDE", "KAR", "GEN", "AND"])
    /// Women (K) and men (M).
    public static let genders = RegisterCodeList("genders", ["K", "M"])
    /// The origins.
    public static let origins = RegisterCodeList(
        "origins",
        ["DK", "IMM_W", "DES_W", "IMM_NW", "DES_NW", "UNK"]
    )
    /// Citizenships: Denmark and the groups of countries that are told apart.
    public static let citizenships = RegisterCodeList(
        "citizenships",
        ["DNK", "NORDIC", "EU_EAST", "EU_WEST", "UKR", "OTHER_W", "OTHER_NW"]
    )
    /// The sections of the classification of industries, and X for not stated.
    public static let industries = RegisterCodeList(
        "industries",
        "ABCDEFGHIJKLMNOPQRSTUX".map(String.init)
    )
    /// The main groups of highest completed education.
    public static let educations = RegisterCodeList(
        "educations",
        ["10", "20", "30", "40", "50", "60", "70", "80", "90"]
    )
}
