internal import DeliveryText

/// Why a delivery can't be accepted: everything that is wrong with it, not only the first thing.
public struct DeliveryError: Error, Equatable, Sendable {
    /// The most problems that are listed.
    public static let limit = 100

    /// What is wrong, in the order of reading; never empty, at most `limit` entries.
    public let problems: [DeliveryProblem]
    /// How many problems there are, those beyond the limit included.
    public let count: Int
}

extension DeliveryError: CustomStringConvertible {
    /// One line a problem, and a last one when there are more.
    public var description: String {
        var lines = problems.map(\.description)
        if count > problems.count { lines.append("and \(count - problems.count) more") }
        return lines.joined(separator: "\n")
    }
}

/// One thing that is wrong with a delivery, and what would be right.
public struct DeliveryProblem: Equatable, Sendable {
    /// The kinds of problem.
    public enum Kind: String, Sendable, CaseIterable {
        /// The manifest is no JSON.
        case malformedManifest
        /// The manifest has a field that nobody knows.
        case unknownField
        /// The manifest has a field twice.
        case duplicateField
        /// The manifest lacks a field.
        case missingField
        /// A field of the manifest is of another type.
        case wrongType
        /// A field of the manifest has a value that is not allowed.
        case invalidValue
        /// A file is missing or can't be read.
        case missingFile
        /// A file lies outside the delivery's folder, or is no plain file.
        case pathOutsideFolder
        /// The manifest names a file twice.
        case duplicateFile
        /// A file's bytes are not those that the sender hashed.
        case checksumMismatch
        /// A file has more or fewer rows than the manifest says.
        case rowCountMismatch
        /// There is no such indicator.
        case unknownIndicator
        /// A row is not UTF-8.
        case notUTF8
        /// A row is no CSV.
        case malformedRow
        /// A row has more or fewer fields than the header.
        case wrongFieldCount
        /// A column is neither dimension nor measure of the indicator.
        case unknownColumn
        /// A column stands there twice.
        case duplicateColumn
        /// A column is missing.
        case missingColumn
        /// A column looks like civil registration numbers. Its values are never repeated.
        case personNumbers
        /// The dimension, as the indicator uses it, has no such member.
        case unknownMember
        /// The member's cells are another member's.
        case sharedCell
        /// The text is no period in its published form.
        case unknownPeriod
        /// The indicator has no periods of that length.
        case unavailablePeriodType
        /// No cube of the indicator holds the combination.
        case noCrossing
        /// The text is neither a number nor one of the words for a missing one.
        case notANumber
        /// The number has more decimals than the measure.
        case tooManyDecimals
        /// The number is larger than any figure.
        case outOfRange
        /// The cell stands there twice.
        case duplicateCell
        /// Two files have the cell, and don't agree.
        case unequalCopies
        /// The operation is neither `upsert` nor `delete`.
        case unknownOperation
        /// A row that is to be deleted has a value.
        case valueInDeletedRow
    }

    /// What kind of problem it is.
    public let kind: Kind
    /// The file, relative to the delivery's folder.
    public let file: String
    /// The line, from 1; `nil` when it is about the file.
    public let line: Int?
    /// The column, or the manifest's field; `nil` when it is about none.
    public let column: String?
    /// The value as given; `nil` when it is about none, or must not be repeated.
    public let value: String?
    /// What is wrong, in a sentence without a full stop.
    public let detail: String
    /// What is allowed; at most 20 entries.
    public let allowed: [String]
    /// The nearest thing that would be right; `nil` when nothing is near.
    public let suggestion: String?
}

extension DeliveryProblem: CustomStringConvertible {
    /// The problem on one line: `y25i01.csv:17: column benefitGroup, "XX": …`.
    public var description: String {
        var text = line.map { "\(file):\($0): " } ?? "\(file): "
        if let column { text += "column \(column)" + (value == nil ? ": " : ", ") }
        if let value { text += "\"\(value)\": " }
        text += detail
        if !allowed.isEmpty { text += "; allowed: \(allowed.joined(separator: ", "))" }
        if let suggestion { text += "; did you mean \"\(suggestion)\"?" }
        return text
    }
}

/// Gathers what is wrong, so that one reading finds everything.
final class DeliveryProblems {
    private(set) var listed: [DeliveryProblem] = []
    private(set) var count = 0

    /// Whether another problem would still be listed, and is worth describing.
    var hasRoom: Bool { listed.count < DeliveryError.limit }

    func add(
        _ kind: DeliveryProblem.Kind,
        file: String,
        line: Int? = nil,
        column: String? = nil,
        value: String? = nil,
        _ detail: String,
        allowed: [String] = [],
        suggestion: String? = nil
    ) {
        count += 1
        guard hasRoom else { return }
        listed.append(
            DeliveryProblem(
                kind: kind,
                file: file,
                line: line,
                column: column.map(PersonNumber.masked),
                value: value.map(PersonNumber.masked),
                detail: detail,
                allowed: Array(allowed.prefix(20)),
                suggestion: suggestion
            )
        )
    }

    /// Throws all that was gathered; returns when there is nothing.
    func throwAny() throws(DeliveryError) {
        guard count == 0 else { throw DeliveryError(problems: listed, count: count) }
    }
}
