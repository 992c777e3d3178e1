public import StatisticsModel

/// Every way to write a dimension's members: codes, aliases and labels, in any case.
///
/// Where two members share a spelling, a code goes before an alias and an alias before a label;
/// then a member still in force, then one with cells of its own, then the catalogue's order.
public struct AliasTable: Sendable {
    private let codes: [Code<Member>]
    private let places: [String: Int]
    private let placesByFolding: [String: [Int]]
    private let spellings: SpellingIndex

    /// Indexes a dimension.
    ///
    /// - Parameter dimension: The dimension.
    /// - Complexity: O(*n*) in the number of spellings.
    public init(_ dimension: Dimension) {
        let members = dimension.members
        let order = members.indices.sorted { left, right in
            Self.rank(members[left], left) < Self.rank(members[right], right)
        }
        codes = members.map(\.code)
        places = Dictionary(
            zip(members.map(\.code.text), members.indices),
            uniquingKeysWith: { first, _ in first }
        )
        var table: [String: [Int]] = [:]
        for spellings in [Self.codes, Self.aliases, Self.labels] {
            for place in order {
                for spelling in spellings(members[place]) {
                    let folded = SearchFolding.folded(spelling)
                    guard !(table[folded]?.contains(place) ?? false) else { continue }
                    table[folded, default: []].append(place)
                }
            }
        }
        placesByFolding = table
        var index = SpellingIndex()
        for place in order {
            for spellings in [Self.codes, Self.aliases, Self.labels] {
                for spelling in spellings(members[place]) { index.add(spelling, for: place) }
            }
        }
        spellings = index
    }

    /// Returns the member that a text names; `nil` when there is none.
    ///
    /// - Parameter text: A code, an alias or a Danish or English label, in any case.
    /// - Returns: The member's code.
    public func member(for text: String) -> Code<Member>? {
        places(for: text).first.map { codes[$0] }
    }

    /// Returns the member whose code, alias or label is nearest to a text.
    ///
    /// - Parameters:
    ///   - text: What was given.
    ///   - members: The members that may be the answer; `nil` means all.
    /// - Returns: The member; `nil` when nothing is near, or the text is longer than 64 letters.
    /// - Complexity: O(*n*) in the number of spellings.
    public func nearest(to text: String, among members: Set<Code<Member>>?) -> Code<Member>? {
        nearestPlace(to: text) { members?.contains(codes[$0]) ?? true }.map { codes[$0] }
    }

    /// Returns the places of all members that a text names, the likeliest first.
    func places(for text: String) -> [Int] {
        if let place = places[text] { return [place] }
        guard text.utf8.count <= 4 * SpellingIndex.longestText else { return [] }
        return placesByFolding[SearchFolding.folded(text)] ?? []
    }

    /// Returns the place of a code, written exactly; `nil` when there is none.
    func place(of code: Code<Member>) -> Int? {
        places[code.text]
    }

    /// Returns the place of the member that is nearest to a text; `nil` when nothing is near.
    func nearestPlace(to text: String, where isWanted: (Int) -> Bool) -> Int? {
        spellings.nearest(to: text, where: isWanted)
    }

    private static func rank(_ member: Member, _ place: Int) -> (Int, Int, Int) {
        (member.validTo == nil ? 0 : 1, member.sharesCellWith == nil ? 0 : 1, place)
    }

    private static func codes(_ member: Member) -> [String] { [member.code.text] }

    private static func aliases(_ member: Member) -> [String] { member.aliases }

    private static func labels(_ member: Member) -> [String] {
        [member.label.danish] + (member.label.english.map { [$0] } ?? [])
    }
}
