/// A small table of texts as CSV, for lists.
public struct TableText: Sendable {
    /// The names of the columns.
    public let columns: [String]
    /// The rows, each with a field a column.
    public let rows: [[String]]

    /// Makes a table.
    public init(columns: [String], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }

    /// Returns the table as CSV.
    ///
    /// - Parameter isDanish: Whether it is for Excel in Denmark.
    /// - Returns: A header and a line for each row, ended by CRLF.
    public func bytes(isDanish: Bool) -> [UInt8] {
        let dialect = isDanish ? CSVDialect.danish : .international
        var bytes = dialect.mark
        for row in [columns] + rows {
            for (place, text) in row.enumerated() {
                if place > 0 { bytes.append(dialect.separator) }
                bytes += dialect.field(text)
            }
            bytes += CSVDialect.lineEnd
        }
        return bytes
    }
}
