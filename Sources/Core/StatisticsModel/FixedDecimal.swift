/// Decimal text and scaled integers: exact both ways, never through binary fractions.
public enum FixedDecimal {
    /// Why a text is not a number with so many decimals.
    public enum Failure: Error, Equatable {
        /// Not digits with at most one point and a leading minus.
        case notANumber
        /// More decimals than the measure has, trailing zeros not counted.
        case tooManyDecimals
        /// Beyond ±9·10¹⁵ scaled, more than any published figure.
        case outOfRange
    }

    /// The largest magnitude that is stored, scaled; every smaller one is exact as a `Double`.
    public static let largestMagnitude: Int64 = 9_007_199_254_740_991

    /// Parses decimal text into a scaled integer.
    ///
    /// - Parameters:
    ///   - bytes: ASCII text such as `-12.5`; no blanks, sign `+`, exponent or grouping.
    ///   - decimals: The decimals of the result.
    /// - Returns: The number times ten to `decimals`; fewer decimals than that are fine.
    /// - Throws: A `Failure`.
    /// - Complexity: O(*n*) in the length of the text.
    public static func scaled(
        parsing bytes: some Collection<UInt8>,
        decimals: Int
    ) throws(Failure) -> Int64 {
        var magnitude: Int64 = 0
        var digits = 0
        var places: Int?
        var endsWithPoint = false
        var rest = bytes[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest = rest.dropFirst() }
        for byte in rest {
            if byte == UInt8(ascii: "."), places == nil, digits > 0 {
                places = 0
                endsWithPoint = true
                continue
            }
            endsWithPoint = false
            guard byte.isASCIIDigit else { throw .notANumber }
            digits += 1
            if let known = places {
                if known >= decimals {
                    guard byte == UInt8(ascii: "0") else { throw .tooManyDecimals }
                    continue
                }
                places = known + 1
            }
            magnitude = magnitude * 10 + Int64(byte - UInt8(ascii: "0"))
            guard magnitude <= largestMagnitude else { throw .outOfRange }
        }
        guard digits > 0, !endsWithPoint else { throw .notANumber }
        for _ in min(places ?? 0, decimals)..<decimals {
            magnitude *= 10
            guard magnitude <= largestMagnitude else { throw .outOfRange }
        }
        return isNegative ? -magnitude : magnitude
    }

    /// Appends a scaled integer as decimal text with all its decimals.
    ///
    /// - Parameters:
    ///   - scaled: The number times ten to `decimals`.
    ///   - decimals: How many decimals are printed; `11` with one decimal is `1.1`.
    ///   - separator: The decimal separator, a point unless the format is Danish.
    ///   - bytes: Where the text is appended.
    @inlinable
    public static func append(
        _ scaled: Int64,
        decimals: Int,
        separator: UInt8 = UInt8(ascii: "."),
        to bytes: inout [UInt8]
    ) {
        var magnitude = scaled.magnitude
        if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { buffer in
            var position = 24
            var written = 0
            repeat {
                if written == decimals, decimals > 0 {
                    position -= 1
                    buffer[position] = separator
                }
                position -= 1
                buffer[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude % 10)
                magnitude /= 10
                written += 1
            } while magnitude > 0 || written <= decimals
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[position..<24]))
        }
    }

    /// Returns a scaled integer as decimal text with all its decimals.
    public static func text(_ scaled: Int64, decimals: Int) -> String {
        var bytes: [UInt8] = []
        append(scaled, decimals: decimals, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
