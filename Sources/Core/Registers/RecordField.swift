/// A column of a register's file, after `record` and `action`.
public struct RecordField: Sendable, Equatable {
    /// What a field holds, and how it is kept: as an integer of 32 bits, or as a person.
    public enum Content: Sendable, Equatable {
        /// A CPR number, ten digits; never kept, only its pseudonym.
        case person
        /// A day, `yyyy-mm-dd`; kept as days since 1970-01-01.
        case date
        /// A month, `yyyy-mm` or `2026M09`; kept as year × 12 + month − 1.
        case month
        /// A year; kept as it is.
        case year
        /// A code of a list; kept as its place in the list.
        case code(RegisterCodeList)
        /// A municipality's number, three digits, before or after 2007; kept as it is.
        case municipality
        /// A company's CVR number, eight digits; kept as it is. The check digit binds.
        case company
        /// A production unit's number, ten digits that begin with 1; kept as it is.
        case productionUnit
        /// An amount with at most two decimals; kept in hundredths.
        case hundredths
        /// A whole number in a range; kept as it is.
        case integer(ClosedRange<Int32>)
        /// `0` or `1`.
        case flag
        /// One digit, `0` or `1`, a day of the month; kept as bits, bit 0 the first day.
        case days
    }

    /// The column's name.
    public let name: String
    /// What it holds.
    public let content: Content
    /// Whether the field may be empty.
    public let isOptional: Bool

    /// Makes a field.
    public init(_ name: String, _ content: Content, isOptional: Bool = false) {
        self.name = name
        self.content = content
        self.isOptional = isOptional
    }
}
