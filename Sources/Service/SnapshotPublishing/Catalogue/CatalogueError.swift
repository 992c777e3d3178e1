/// Why a folder is no catalogue: everything that is wrong with it, not only the first thing.
public struct CatalogueError: Error, Equatable, Sendable {
    /// The most problems that are listed.
    public static let limit = 100

    /// What is wrong, in the order of reading; never empty, at most `limit` entries.
    public let problems: [CatalogueProblem]
    /// How many problems there are, those beyond the limit included.
    public let count: Int
}

extension CatalogueError: CustomStringConvertible {
    /// One line a problem, and a last one when there are more.
    public var description: String {
        var lines = problems.map(\.description)
        if count > problems.count { lines.append("and \(count - problems.count) more") }
        return lines.joined(separator: "\n")
    }
}

/// One thing that is wrong with a catalogue, and what would be right.
public struct CatalogueProblem: Equatable, Sendable {
    /// The kinds of problem.
    public enum Kind: String, Sendable, CaseIterable {
        /// The file is missing or can't be read.
        case unreadableFile
        /// The file is not UTF-8, or no CSV or YAML.
        case malformedFile
        /// A CSV file has a column that nobody knows, or one twice.
        case unknownColumn
        /// A CSV file lacks a column.
        case missingColumn
        /// A YAML mapping has a key that nobody knows.
        case unknownKey
        /// A YAML mapping lacks a key, or a row a field.
        case missingKey
        /// A value is not of the form that its place has.
        case invalidValue
        /// An id is a word that means something else.
        case reservedID
        /// An id stands there twice.
        case duplicateID
        /// There is no such source.
        case unknownSource
        /// There is no such subject.
        case unknownSubject
        /// There is no such unit.
        case unknownUnit
        /// There is no such dimension, or the indicator doesn't have it.
        case unknownDimension
        /// The dimension has no such member.
        case unknownMember
        /// The dimension has no such level.
        case unknownLevel
        /// There is no such parent.
        case unknownParent
        /// A parent stands below its child.
        case parentAfterChild
        /// Something is its own ancestor.
        case cycle
        /// The first day is after the last.
        case invalidValidity
        /// A member belongs to two groups of a level at a time.
        case overlappingValidity
        /// An alias is another member's alias, code or label.
        case ambiguousAlias
        /// A member shares the cell of one that shares another's.
        case sharedCellChain
        /// There is no such successor.
        case unknownSuccessor
        /// The total is not the first member, or an indicator leaves it out.
        case totalNotFirst
        /// `area` is not the first dimension.
        case areaNotFirst
        /// Dimensions stand in another order than the catalogue's.
        case dimensionOrder
        /// A cube below the country crosses too many dimensions.
        case tooManyCrossings
        /// A dimension of an indicator is in none of its cubes.
        case unusedDimension
        /// A dimension as it is used has no members.
        case emptyDimension
        /// The cubes have more cells than the budget allows.
        case overBudget
    }

    /// What kind of problem it is.
    public let kind: Kind
    /// The file, relative to the catalogue's folder.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// What is wrong, in a sentence without a full stop.
    public let detail: String
    /// What would be right, in a sentence without a full stop.
    public let remedy: String
}

extension CatalogueProblem: CustomStringConvertible {
    /// The problem on one line: `dimensions/area.csv:17: … (…)`.
    public var description: String { "\(file):\(line): \(detail) (\(remedy))" }
}

/// Where something stands in the catalogue's folder.
struct CataloguePlace: Hashable {
    let file: String
    let line: Int
}

/// A value and where it stands.
struct Placed<Value> {
    let value: Value
    let place: CataloguePlace
}

/// Gathers what is wrong, so that one reading finds everything.
final class CatalogueProblems {
    private(set) var listed: [CatalogueProblem] = []
    private(set) var count = 0

    func add(
        _ kind: CatalogueProblem.Kind,
        at place: CataloguePlace,
        _ detail: String,
        remedy: String
    ) {
        count += 1
        guard listed.count < CatalogueError.limit else { return }
        listed.append(
            CatalogueProblem(
                kind: kind,
                file: place.file,
                line: place.line,
                detail: detail,
                remedy: remedy
            )
        )
    }

    /// Throws all that was gathered; returns when there is nothing.
    func throwAny() throws(CatalogueError) {
        guard count == 0 else { throw CatalogueError(problems: listed, count: count) }
    }
}
