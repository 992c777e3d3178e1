import Testing

/// Which room may open which door.
///
/// SwiftPM lets a target import whatever its dependencies reach, so the plan stands here.
@Suite struct FloorPlanTests {
    private static let doors: [String: Set<String>] = [
        "StatisticsModel": [],
        "QueryPlanning": ["StatisticsModel"],
        "CubeCoding": ["StatisticsModel", "Crypto"],
        "Registers": [],
        "Databank": ["StatisticsModel", "Registers"],
        "Tallies": ["StatisticsModel", "Registers"],
        "IndicatorRules": ["StatisticsModel", "Registers", "Databank", "Tallies"],
        "DisclosureControl": ["StatisticsModel"],
        "DatabankStore": [
            "StatisticsModel", "Registers", "GRDB", "GRDBSQLite", "Crypto", "Foundation", "Glibc",
            "Musl", "Darwin",
            "Synchronization",
        ],
        "DeliveryText": ["StatisticsModel"],
        "RegisterIntake": [
            "StatisticsModel", "Registers", "DatabankStore", "DeliveryText", "Crypto",
            "Foundation", "Glibc", "Synchronization",
        ],
        "RegisterSimulation": [
            "StatisticsModel", "Registers", "RegisterIntake", "Foundation", "Synchronization",
        ],
        "StatisticsProduction": [
            "StatisticsModel", "CubeCoding", "Registers", "Databank", "Tallies", "IndicatorRules",
            "DisclosureControl", "DatabankStore", "SnapshotPublishing", "Synchronization",
        ],
        "SnapshotStore": ["StatisticsModel", "CubeCoding", "Foundation"],
        "MemoryStore": ["StatisticsModel", "CubeCoding", "SnapshotStore", "Synchronization"],
        "SQLiteStore": [
            "StatisticsModel", "CubeCoding", "SnapshotStore", "GRDB", "GRDBSQLite", "Foundation",
            "Glibc",
            "Musl", "Darwin", "Synchronization",
        ],
        "StatisticsService": [
            "StatisticsModel", "QueryPlanning", "CubeCoding", "SnapshotStore", "CStemmer",
            "Synchronization",
        ],
        "SnapshotPublishing": [
            "StatisticsModel", "CubeCoding", "SnapshotStore", "DeliveryText", "Crypto", "Yams",
            "Foundation",
        ],
        "ResponseFormats": [
            "StatisticsModel", "QueryPlanning", "StatisticsService", "Crypto",
        ],
        "HTTPAPI": [
            "StatisticsModel", "QueryPlanning", "StatisticsService", "ResponseFormats",
            "Hummingbird", "HummingbirdCore", "HTTPTypes", "Logging", "NIOCore", "Yams",
            "Foundation",
            "Synchronization",
        ],
    ]

    private static let core: Set<String> = [
        "StatisticsModel", "QueryPlanning", "CubeCoding", "Registers", "Databank", "Tallies",
        "IndicatorRules", "DisclosureControl",
    ]

    @Test func `a room imports only what it has a door to`() throws {
        for file in try SourceFile.all(below: "Sources") {
            let room = Self.room(of: file)
            guard room != "StatisticsCommand" else { continue }
            let allowed = try #require(Self.doors[room], "\(room) is not on the plan")

            for module in file.imports where !allowed.contains(module) {
                Issue.record("\(file.path) imports \(module)")
            }
        }
    }

    @Test func `only Wiring names a back end`() throws {
        let backEnds: Set<String> = ["SQLiteStore", "MemoryStore"]

        for file in try SourceFile.all(below: "Sources/App") where file.name != "Wiring.swift" {
            for module in file.imports where backEnds.contains(module) {
                Issue.record("\(file.path) imports \(module)")
            }
        }
    }

    @Test func `Core never waits`() throws {
        for file in try SourceFile.all(below: "Sources/Core") {
            for (number, line) in file.lines.enumerated() where !line.isComment {
                let words = line.split { !$0.isLetter && $0 != "_" }
                if words.contains("async") || words.contains("await") {
                    Issue.record("\(file.path):\(number + 1) waits")
                }
            }
        }
    }

    @Test func `Core throws only errors of its own`() throws {
        for file in try SourceFile.all(below: "Sources/Core") {
            for (number, line) in file.lines.enumerated() where !line.isComment {
                // `Codable` prescribes the untyped form.
                guard line.contains(" throws "), !line.contains("decoder: any Decoder"),
                    !line.contains("encoder: any Encoder")
                else { continue }
                Issue.record("\(file.path):\(number + 1) throws any error")
            }
        }
    }

    @Test func `every door is used`() throws {
        var used: [String: Set<String>] = [:]
        for file in try SourceFile.all(below: "Sources") {
            used[Self.room(of: file), default: []].formUnion(file.imports)
        }

        for (room, doors) in Self.doors where Self.core.contains(room) {
            #expect(doors.subtracting(used[room] ?? []).isEmpty, "\(room) has a door too many")
        }
    }

    private static func room(of file: SourceFile) -> String {
        let parts = file.path.split(separator: "/")
        return parts.count > 2 ? String(parts[2]) : ""
    }
}

extension String {
    /// Whether the line is a comment.
    var isComment: Bool { drop { $0 == " " }.hasPrefix("//") }
}
