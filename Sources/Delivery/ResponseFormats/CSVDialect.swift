/// How a table is written as CSV.
struct CSVDialect: Sendable {
    /// What stands between fields.
    let separator: UInt8
    /// What stands before decimals.
    let decimalSeparator: UInt8
    /// What the file begins with.
    let mark: [UInt8]

    /// RFC 4180: comma, point, CRLF.
    static let international = CSVDialect(
        separator: UInt8(ascii: ","),
        decimalSeparator: UInt8(ascii: "."),
        mark: []
    )
    /// What Excel reads in Denmark: semicolon, decimal comma, a byte-order mark.
    static let danish = CSVDialect(
        separator: UInt8(ascii: ";"),
        decimalSeparator: UInt8(ascii: ","),
        mark: [0xEF, 0xBB, 0xBF]
    )

    /// What ends a line.
    static let lineEnd = Array("\r\n".utf8)

    /// Returns a text as a field, quoted where it must be.
    ///
    /// A label that a spreadsheet would take for a formula gets an apostrophe in front; codes and
    /// numbers never begin so.
    func field(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        if let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) {
            bytes.append(UInt8(ascii: "'"))
        }
        bytes += text.utf8
        let mustQuote = bytes.contains { byte in
            byte == separator || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
        }
        guard mustQuote else { return bytes }
        var quoted = [UInt8(ascii: "\"")]
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { quoted.append(byte) }
            quoted.append(byte)
        }
        quoted.append(UInt8(ascii: "\""))
        return quoted
    }
}
