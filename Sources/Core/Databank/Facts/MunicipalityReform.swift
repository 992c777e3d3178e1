/// The municipal reform of 2007: which municipality each one of before became.
///
/// Figures of all years stand on the structure since 2007. A code is read as one of before only for
/// days before 2007-01-01, because some codes were used again.
///
/// Most municipalities became part of one. Thirteen were split, and no register of roads says how:
/// there the successors, in the order of the table, take the road codes in turn (the first takes
/// the codes that leave no remainder when divided by their number), and a stay without a road code
/// goes to the first. So a road is never split, and an address always gives the same municipality.
/// Source: seeds/registers/municipalities-2006.csv, from the municipal reform's orders.
public struct MunicipalityReform: Sendable, Equatable {
    /// The first day of the new structure, 2007-01-01.
    public static let firstDay: Int32 = 13_514

    private var successors: [Int32: [Int16]] = [:]
    private var currentCodes: Set<Int32> = []

    /// Makes a reform that changed nothing: every code stays as it is.
    public init() {}

    /// Parses the table of municipalities before the reform.
    ///
    /// - Parameter text: Lines with the old code and name, the successor's code and name, `1` if
    ///   the old one was split, and the source; the first line names the columns. Names are without
    ///   commas and quotes.
    /// - Throws: `MunicipalityReformError`, when a line is not like that.
    public init(parsing text: String) throws(MunicipalityReformError) {
        var split: [Int32: Bool] = [:]
        for (index, line) in text.split(whereSeparator: \.isNewline).enumerated() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            if index == 0 {
                guard fields.map(String.init) == Self.header else { throw .unknownHeader }
                continue
            }
            guard fields.count == Self.header.count, let old = Self.code(fields[0]),
                let new = Self.code(fields[2]), fields[4] == "0" || fields[4] == "1"
            else { throw .malformedLine(index + 1) }
            guard split[old] ?? (fields[4] == "1") == (fields[4] == "1") else {
                throw .contradictorySplit(Int(old))
            }
            split[old] = fields[4] == "1"
            successors[old, default: []].append(Int16(new))
            currentCodes.insert(new)
        }
        for (old, isSplit) in split where isSplit != ((successors[old]?.count ?? 0) > 1) {
            throw .contradictorySplit(Int(old))
        }
    }

    private static let header = [
        "code", "name", "successor", "successorName", "isSplit", "source",
    ]

    private static func code(_ field: Substring) -> Int32? {
        guard field.utf8.count == 3, let code = Int32(field), code >= 100 else { return nil }
        return code
    }

    /// The codes of before 2007, in ascending order.
    public var oldCodes: [Int] { successors.keys.map(Int.init).sorted() }

    /// The codes since 2007, in ascending order.
    public var newCodes: [Int] { currentCodes.map(Int.init).sorted() }

    /// Returns the municipality since 2007 of a code that a register gives for a day.
    ///
    /// - Parameters:
    ///   - code: A code of before or since the reform.
    ///   - road: The road's code, 1–9999; `nil` when it is not known.
    ///   - day: The day.
    /// - Returns: The municipality; 0 when the code is none's.
    public func municipality(of code: Int32, road: Int32?, on day: Int32) -> Int16 {
        guard !successors.isEmpty else { return Int16(truncatingIfNeeded: code) }
        // A register may rewrite the past in new codes, or leave a stay that never ended in an
        // old one: a code that only one of the structures has means the same on either side.
        if day >= Self.firstDay, currentCodes.contains(code) { return Int16(code) }
        if let successors = successors[code] {
            return successors[(road.map(Int.init) ?? 0) % successors.count]
        }
        return currentCodes.contains(code) ? Int16(code) : 0
    }

    /// Adds a stay to a person's stays, in two parts where the reform changed the municipality.
    func add(_ stay: (code: Int32, road: Int32?, from: Int32, to: Int32), to stays: inout [Stay]) {
        let first = municipality(of: stay.code, road: stay.road, on: stay.from)
        let last = municipality(of: stay.code, road: stay.road, on: stay.to)
        guard first != last, stay.from < Self.firstDay, stay.to >= Self.firstDay else {
            stays.append(Stay(municipality: first, from: stay.from, to: stay.to))
            return
        }
        stays.append(Stay(municipality: first, from: stay.from, to: Self.firstDay - 1))
        stays.append(Stay(municipality: last, from: Self.firstDay, to: stay.to))
    }
}

/// Why a table of municipalities before the reform cannot be read.
public enum MunicipalityReformError: Error, Sendable, Equatable {
    /// The first line doesn't name the columns that are expected.
    case unknownHeader
    /// The line with this number, from 1, lacks a field or has one of the wrong form.
    case malformedLine(Int)
    /// A municipality is marked as split and has one successor, or has several and is not.
    case contradictorySplit(Int)
}
