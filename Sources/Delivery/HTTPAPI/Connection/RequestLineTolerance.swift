/// Percent-encodes raw UTF-8 in request lines, before the HTTP parser would refuse it.
///
/// People paste `…?area=København` into curl, which sends the bytes as they are. The handler follows
/// the frames of a connection just far enough to know where the next request line begins; after a
/// body whose length it can't know, it leaves the rest of the connection alone.
struct RequestLineTolerance {
    private enum Place {
        case requestLine
        case headers
        case body(remaining: Int)
        case beyond
    }

    private static let lineFeed = UInt8(ascii: "\n")
    private static let longestHeader = 256
    private static let digits = Array("0123456789ABCDEF".utf8)

    private var place = Place.requestLine
    /// The beginning of the header line that is being read, in lower case.
    private var header: [UInt8] = []
    private var bodyBytes = 0
    private var isFramed = true

    /// Passes bytes through.
    ///
    /// - Parameter bytes: The next bytes of the connection.
    /// - Returns: The bytes to read instead; `nil` when they may stay as they are.
    mutating func passing(_ bytes: some Collection<UInt8>) -> [UInt8]? {
        var changed: [UInt8]?
        for (offset, byte) in bytes.enumerated() {
            switch place {
            case .requestLine:
                if byte >= 0x80 {
                    var result = changed ?? Array(bytes.prefix(offset))
                    result.append(UInt8(ascii: "%"))
                    result.append(Self.digits[Int(byte >> 4)])
                    result.append(Self.digits[Int(byte & 15)])
                    changed = result
                    continue
                }
                if byte == Self.lineFeed { place = .headers }
            case .headers: readHeader(byte)
            case .body(let remaining):
                place = remaining > 1 ? .body(remaining: remaining - 1) : .requestLine
            case .beyond: break
            }
            changed?.append(byte)
        }
        return changed
    }

    private mutating func readHeader(_ byte: UInt8) {
        guard byte == Self.lineFeed else {
            guard byte != UInt8(ascii: "\r"), header.count < Self.longestHeader else { return }
            header.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            return
        }
        if header.isEmpty {
            place =
                isFramed ? (bodyBytes > 0 ? .body(remaining: bodyBytes) : .requestLine) : .beyond
            bodyBytes = 0
        } else if let length = value(of: "content-length:") {
            bodyBytes = Int(length) ?? 0
            if Int(length) == nil { isFramed = false }
        } else if value(of: "transfer-encoding:") != nil || value(of: "upgrade:") != nil {
            isFramed = false
        }
        header.removeAll(keepingCapacity: true)
    }

    private func value(of name: String) -> String? {
        guard header.starts(with: name.utf8) else { return nil }
        return String(decoding: header.dropFirst(name.utf8.count), as: UTF8.self).trimmingBlanks
    }
}
