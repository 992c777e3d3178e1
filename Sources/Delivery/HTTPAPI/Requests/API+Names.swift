internal import QueryPlanning
internal import StatisticsModel
internal import StatisticsService

extension API {
    /// A dimension that the program needs is not in a snapshot's catalogue.
    struct MissingDimension: Error {
        let id: String
    }

    /// Returns the indicator that a path names, in any case.
    func indicator(named text: String, in edition: Edition) throws(Problem) -> Indicator {
        let all = edition.catalogue.indicators
        let folded = text.lowercased()
        if let found = all.first(where: { $0.id.text == folded }) { return found }
        throw Self.absence(
            of: text,
            .unknownIndicator,
            "indicator",
            "Der er ingen indikator \"\(text)\" i udgivelsen \(edition.snapshot.id).",
            "There is no indicator \"\(text)\" in the snapshot \(edition.snapshot.id).",
            among: all.map(\.id.text)
        )
    }

    /// Returns the dimension that a path names, in any case.
    func dimension(named text: String, in edition: Edition) throws(Problem) -> Dimension {
        let all = edition.catalogue.dimensions
        let folded = text.lowercased()
        if let found = all.first(where: { $0.id.text.lowercased() == folded }) { return found }
        throw Self.absence(
            of: text,
            .unknownDimension,
            "dimension",
            "Der er ingen opdeling \"\(text)\".",
            "There is no dimension \"\(text)\".",
            among: all.map(\.id.text)
        )
    }

    /// Returns the member that a path names, by code, alias or label.
    func member(
        named text: String,
        of dimension: Dimension,
        parameter: String,
        unknown: ProblemCode
    ) throws(Problem) -> Member {
        let aliases = AliasTable(dimension)
        let code = aliases.member(for: text)
        if let found = dimension.members.first(where: { $0.code == code }) { return found }
        let nearest = aliases.nearest(to: text, among: nil)
        let member = dimension.members.first { $0.code == nearest }
        let hint = member.map { " \($0.code): \($0.label.danish)." } ?? ""
        throw Problem(
            unknown,
            BilingualText(
                danish: "\(dimension.label.danish) \"\(text)\" findes ikke.\(hint)",
                english: "There is no \(dimension.id) \"\(text)\".\(hint)"
            ),
            in: .path,
            name: parameter,
            value: text,
            suggestion: nearest?.text
        )
    }

    private static func absence(
        of text: String,
        _ code: ProblemCode,
        _ name: String,
        _ danish: String,
        _ english: String,
        among names: [String]
    ) -> Problem {
        let nearest = SpellingIndex(names).nearest(to: text).map { names[$0] }
        return Problem(
            code,
            BilingualText(danish: danish, english: english),
            in: .path,
            name: name,
            value: text,
            suggestion: nearest
        )
    }
}
