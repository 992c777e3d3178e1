internal import StatisticsModel

/// Recognises civil registration numbers, which no file of figures may hold.
///
/// Ten digits, or six, a dash and four, of which the first four are a day and a month; in a
/// replacement number the day is 60 higher.
///
/// Source: the CPR office, "Personnummeret i CPR".
package enum PersonNumber {
    /// Names of columns that hold such numbers, in lower case.
    package static let columnNames: Set<String> = ["cpr", "cprnr", "personnummer"]

    /// Returns whether a field is such a number and nothing else.
    package static func isNumber(_ field: some Collection<UInt8>) -> Bool {
        guard field.count == 10 || field.count == 11 else { return false }
        var digits: [UInt8] = []
        for (index, byte) in field.enumerated() {
            if field.count == 11, index == 6 {
                guard byte == UInt8(ascii: "-") else { return false }
                continue
            }
            guard byte.isASCIIDigit else { return false }
            digits.append(byte - UInt8(ascii: "0"))
        }
        let number = Int(digits[0]) * 10 + Int(digits[1])
        let day = number > 60 ? number - 60 : number
        let month = Int(digits[2]) * 10 + Int(digits[3])
        guard (1...12).contains(month) else { return false }
        return (1...CivilDate.days(inMonth: month, of: 2_000)).contains(day)
    }

    /// Returns a text for a message: shortened, and with every such number in it taken out.
    package static func masked(_ text: String) -> String {
        let bytes = Array(text.utf8.prefix(200))
        var masked: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let length = [11, 10]
                .first { length in
                    index + length <= bytes.count && isNumber(bytes[index..<(index + length)])
                }
            if let length {
                masked += Array("…".utf8)
                index += length
            } else {
                masked.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: masked, as: UTF8.self)
    }
}
