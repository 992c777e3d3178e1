/// Splits bytes into the records of RFC 4180, one after the other, in the memory of one record.
///
/// Lines end with LF or CRLF; a byte order mark at the start is passed over. What breaks the rules
/// is reported with the record, and reading goes on, so that one reading finds all mistakes.
struct CSVReader<Failure: Error> {
    /// How a record breaks the rules.
    enum Flaw: String {
        case quoteInsideField = "a quotation mark stands inside a field that doesn't begin with one"
        case textAfterQuote = "text follows a closing quotation mark"
        case unclosedQuote = "a quotation mark is never closed"
    }

    /// The line on which the record begins, from 1.
    private(set) var line = 0
    /// How the record breaks the rules; `nil` when it doesn't.
    private(set) var flaw: Flaw?
    /// Whether all bytes of the record are ASCII.
    private(set) var isASCII = true

    private let nextPiece: () throws(Failure) -> [UInt8]
    private var piece: [UInt8] = []
    private var position = 0
    private var nextLine = 1
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var isAtStart = true

    init(nextPiece: @escaping () throws(Failure) -> [UInt8]) {
        self.nextPiece = nextPiece
    }

    /// How many fields the record has.
    var fieldCount: Int { ends.count }

    /// The bytes of a field, quotation marks taken off.
    func field(_ index: Int) -> ArraySlice<UInt8> {
        bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    /// The text of a field; bytes that are no UTF-8 are replaced.
    func text(_ index: Int) -> String { String(decoding: field(index), as: UTF8.self) }

    /// Whether the record is UTF-8.
    var isUTF8: Bool { isASCII || String(validating: bytes, as: UTF8.self) != nil }

    /// Goes to the next record.
    ///
    /// - Returns: Whether there is one.
    mutating func next() throws(Failure) -> Bool {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        flaw = nil
        isASCII = true
        line = nextLine
        if isAtStart { try passMark() }
        guard try fill() else { return false }
        while try fill() {
            if piece[position] == UInt8(ascii: "\"") {
                position += 1
                try readQuoted()
            }
            if try readPlain() { return true }
        }
        endField()
        return true
    }

    /// Reads up to the end of the field; returns whether the record ended with it.
    private mutating func readPlain() throws(Failure) -> Bool {
        while try fill() {
            let byte = piece[position]
            position += 1
            switch byte {
            case UInt8(ascii: ","):
                endField()
                return false
            case UInt8(ascii: "\n"):
                if bytes.last == UInt8(ascii: "\r"), bytes.count > (ends.last ?? 0) {
                    bytes.removeLast()
                }
                endField()
                nextLine += 1
                return true
            case UInt8(ascii: "\""):
                flaw = flaw ?? .quoteInsideField
                bytes.append(byte)
            default:
                if byte >= 0x80 { isASCII = false }
                bytes.append(byte)
            }
        }
        return false
    }

    private mutating func readQuoted() throws(Failure) {
        while try fill() {
            let byte = piece[position]
            position += 1
            guard byte == UInt8(ascii: "\"") else {
                if byte == UInt8(ascii: "\n") { nextLine += 1 }
                if byte >= 0x80 { isASCII = false }
                bytes.append(byte)
                continue
            }
            guard try fill() else { return }
            switch piece[position] {
            case UInt8(ascii: "\""):
                bytes.append(byte)
                position += 1
            case UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return
            default:
                flaw = flaw ?? .textAfterQuote
                return
            }
        }
        flaw = flaw ?? .unclosedQuote
    }

    private mutating func endField() { ends.append(bytes.count) }

    /// Makes sure that there is a byte at the position; `false` at the end of the file.
    private mutating func fill() throws(Failure) -> Bool {
        if position < piece.count { return true }
        piece = try nextPiece()
        position = 0
        return !piece.isEmpty
    }

    private mutating func passMark() throws(Failure) {
        isAtStart = false
        guard try fill() else { return }
        if piece.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }
}
