internal import CubeCoding
internal import GRDB
internal import Synchronization

/// The numbers of planes that were read once; a committed number never changes.
final class PlaneNumbers: Sendable {
    private struct Known {
        // Each number stands in both tables, or in neither.
        var numbers: [PlaneKey: Int] = [:]
        var planes: [Int: PlaneKey] = [:]
    }

    private let known = Mutex(Known())

    /// Knows no plane yet.
    init() {}

    /// Returns a plane's number; `nil` when no chunk of it was ever committed.
    func number(of plane: PlaneKey, in database: Database) throws -> Int? {
        if let number = known.withLock({ $0.numbers[plane] }) { return number }
        guard let number = try PlaneTable.number(of: plane).first(in: database) else { return nil }
        learn(plane, number)
        return number
    }

    /// Returns the plane of a number that a chunk bears.
    ///
    /// - Throws: `MalformedRow` when the number has no plane.
    func plane(numbered number: Int, in database: Database) throws -> PlaneKey {
        if let plane = known.withLock({ $0.planes[number] }) { return plane }
        guard let plane = try PlaneTable.plane(numbered: number).first(in: database) else {
            throw MalformedRow(column: 0, expected: "the plane \(number)")
        }
        learn(plane, number)
        return plane
    }

    private func learn(_ plane: PlaneKey, _ number: Int) {
        known.withLock { known in
            known.numbers[plane] = number
            known.planes[number] = plane
        }
    }
}
