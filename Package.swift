// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "jobindsats",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "jobindsats", targets: ["StatisticsCommand"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Core: values and pure functions. No I/O, no `async`, no clock, no log, no Foundation.
        .room("StatisticsModel", in: .core),
        .room("QueryPlanning", in: .core, uses: ["StatisticsModel"]),
        .room("CubeCoding", in: .core, uses: ["StatisticsModel"], packages: [.crypto]),

        // Core, confidential: records of persons, and what is counted of them.
        .room("Registers", in: .core),
        .room("Databank", in: .core, uses: ["StatisticsModel", "Registers"]),
        .room("Tallies", in: .core, uses: ["StatisticsModel", "Registers"]),
        .room(
            "IndicatorRules",
            in: .core,
            uses: ["StatisticsModel", "Registers", "Databank", "Tallies"]
        ),
        .room("DisclosureControl", in: .core, uses: ["StatisticsModel"]),

        // Storage: a port over undecoded chunks, and the back ends behind it.
        .room("SnapshotStore", in: .storage, uses: ["StatisticsModel", "CubeCoding"]),
        .room(
            "MemoryStore",
            in: .storage,
            uses: ["StatisticsModel", "CubeCoding", "SnapshotStore"]
        ),
        .room(
            "SQLiteStore",
            in: .storage,
            uses: ["StatisticsModel", "CubeCoding", "SnapshotStore"],
            packages: [.grdb, .sqlite]
        ),

        // Storage, confidential and apart: the server never opens it.
        .room(
            "DatabankStore",
            in: .storage,
            uses: ["StatisticsModel", "Registers"],
            packages: [.crypto, .grdb]
        ),

        // Service: the use cases. They know ports and Core, never HTTP, SQL or formats.
        .systemLibrary(name: "CStemmer", path: "Sources/CLibraries/CStemmer"),
        .room(
            "StatisticsService",
            in: .service,
            uses: ["StatisticsModel", "QueryPlanning", "CubeCoding", "SnapshotStore", "CStemmer"]
        ),
        .room("DeliveryText", in: .service, uses: ["StatisticsModel"]),
        .room(
            "SnapshotPublishing",
            in: .service,
            uses: ["StatisticsModel", "CubeCoding", "SnapshotStore", "DeliveryText"],
            packages: [.crypto, .yams]
        ),

        // Service, confidential: records in, figures out.
        .room(
            "StatisticsProduction",
            in: .service,
            uses: [
                "StatisticsModel", "CubeCoding", "Registers", "Databank", "Tallies",
                "IndicatorRules", "DisclosureControl", "DatabankStore", "SnapshotPublishing",
            ]
        ),

        // Delivery: bytes in, bytes out.
        .room(
            "ResponseFormats",
            in: .delivery,
            uses: ["StatisticsModel", "QueryPlanning", "StatisticsService"],
            packages: [.crypto]
        ),
        .room(
            "HTTPAPI",
            in: .delivery,
            uses: ["StatisticsModel", "QueryPlanning", "StatisticsService", "ResponseFormats"],
            packages: [
                .hummingbird, .hummingbirdCore, .httpTypes, .log, .nioCore, .yams,
            ],
            // A link to the contract at the top.
            resources: [.embedInCode("openapi.yaml")]
        ),

        // App: the executable; the only place that names every back end.
        .executableTarget(
            name: "StatisticsCommand",
            dependencies: [
                "StatisticsModel", "QueryPlanning", "CubeCoding", "SnapshotStore", "SQLiteStore",
                "StatisticsService", "SnapshotPublishing", "ResponseFormats", "HTTPAPI",
                .argumentParser, .configuration, .hummingbird, .hummingbirdCore, .lifecycle, .log,
                .nioCore,
            ],
            path: "Sources/App/StatisticsCommand"
        ),

        // Tests.
        .testKit("StatisticsFixtures", uses: ["StatisticsModel"]),
        .testKit(
            "StoreContract",
            uses: ["StatisticsModel", "CubeCoding", "SnapshotStore", "StatisticsFixtures"]
        ),
        .testKit(
            "PublicationFixtures",
            uses: [
                "StatisticsModel", "QueryPlanning", "SnapshotStore", "MemoryStore",
                "SnapshotPublishing", "StatisticsService", "StatisticsFixtures", .crypto,
            ]
        ),
        .tests(of: "StatisticsModel", in: .core, uses: ["StatisticsFixtures"]),
        .tests(of: "QueryPlanning", in: .core, uses: ["StatisticsModel", "StatisticsFixtures"]),
        .tests(
            of: "CubeCoding",
            in: .core,
            uses: ["StatisticsModel", "SnapshotStore", "StatisticsFixtures"]
        ),
        .tests(
            of: "Databank",
            in: .core,
            uses: ["StatisticsModel", "Registers", "StatisticsFixtures"]
        ),
        .tests(
            of: "Tallies",
            in: .core,
            uses: ["StatisticsModel", "Registers", "StatisticsFixtures"]
        ),
        .tests(
            of: "IndicatorRules",
            in: .core,
            uses: [
                "StatisticsModel", "Registers", "Databank", "Tallies", "SnapshotPublishing",
                "StatisticsFixtures",
            ]
        ),
        .tests(
            of: "DisclosureControl",
            in: .core,
            uses: ["StatisticsModel", "StatisticsFixtures"]
        ),
        .tests(
            of: "DatabankStore",
            in: .storage,
            uses: ["StatisticsModel", "Registers", "StatisticsFixtures"]
        ),
        .tests(
            of: "MemoryStore",
            in: .storage,
            uses: [
                "StatisticsModel", "CubeCoding", "SnapshotStore", "StoreContract",
                "StatisticsFixtures",
            ]
        ),
        .tests(
            of: "SQLiteStore",
            in: .storage,
            uses: [
                "StatisticsModel", "CubeCoding", "SnapshotStore", "MemoryStore", "StoreContract",
                "StatisticsFixtures",
            ],
            packages: [.grdb],
            exclude: ["Golden"]
        ),
        .tests(
            of: "SnapshotPublishing",
            in: .service,
            uses: [
                "StatisticsModel", "CubeCoding", "SnapshotStore", "MemoryStore", "SQLiteStore",
                "StatisticsFixtures",
            ]
        ),
        .tests(
            of: "StatisticsService",
            in: .service,
            uses: [
                "StatisticsModel", "QueryPlanning", "CubeCoding", "SnapshotStore", "MemoryStore",
                "SnapshotPublishing", "StatisticsFixtures",
                "PublicationFixtures",
            ]
        ),
        .tests(
            of: "StatisticsProduction",
            in: .service,
            uses: [
                "StatisticsModel", "CubeCoding", "Registers", "Databank", "DatabankStore",
                "SnapshotStore", "MemoryStore", "SnapshotPublishing", "StatisticsFixtures",
            ]
        ),
        .tests(
            of: "ResponseFormats",
            in: .delivery,
            uses: [
                "StatisticsModel", "QueryPlanning", "CubeCoding", "StatisticsService",
                "SnapshotStore",
                "MemoryStore", "SnapshotPublishing", "StatisticsFixtures",
            ],
            packages: [.crypto],
            exclude: ["Golden"]
        ),
        .tests(
            of: "HTTPAPI",
            in: .delivery,
            uses: [
                "StatisticsModel", "QueryPlanning", "CubeCoding", "StatisticsService",
                "SnapshotStore",
                "MemoryStore", "SnapshotPublishing", "ResponseFormats", "StatisticsFixtures",
                "PublicationFixtures",
            ],
            packages: [.hummingbird, .httpTypes, .log, .nioCore, .nioEmbedded, .yams]
        ),
        .testTarget(
            name: "ContractTests",
            dependencies: [
                "StatisticsModel", "CubeCoding", "SnapshotStore", "MemoryStore",
                "SnapshotPublishing", "StatisticsService", "ResponseFormats", "HTTPAPI",
                "StatisticsFixtures",
                "PublicationFixtures", .hummingbird, .httpTypes, .log, .nioCore, .nioEmbedded,
                .yams,
            ]
        ),
        .testTarget(name: "ArchitectureTests"),
        .testTarget(name: "EndToEndTests", exclude: ["Clients", "Attacker"]),
    ],
    swiftLanguageModes: [.v6]
)

/// A floor of the house; also the folder under `Sources` and `Tests` that holds its targets.
enum Floor: String {
    case core = "Core"
    case storage = "Storage"
    case service = "Service"
    case delivery = "Delivery"
}

extension Target {
    /// Declares a library target that lives in its floor's folder.
    static func room(
        _ name: String,
        in floor: Floor,
        uses rooms: [Target.Dependency] = [],
        packages: [Target.Dependency] = [],
        resources: [Resource] = []
    ) -> Target {
        .target(
            name: name,
            dependencies: rooms + packages,
            path: "Sources/\(floor.rawValue)/\(name)",
            resources: resources
        )
    }

    /// Declares the tests of a room; their folder mirrors the room's.
    static func tests(
        of room: String,
        in floor: Floor,
        uses rooms: [Target.Dependency] = [],
        packages: [Target.Dependency] = [],
        exclude: [String] = []
    ) -> Target {
        .testTarget(
            name: "\(room)Tests",
            dependencies: [.byName(name: room)] + rooms + packages,
            path: "Tests/\(floor.rawValue)/\(room)Tests",
            exclude: exclude
        )
    }

    /// Declares a library that only tests use.
    static func testKit(_ name: String, uses rooms: [Target.Dependency]) -> Target {
        .target(name: name, dependencies: rooms, path: "Tests/TestKit/\(name)")
    }
}

extension Target.Dependency {
    static let argumentParser = product("ArgumentParser", of: "swift-argument-parser")
    static let configuration = product("Configuration", of: "swift-configuration")
    static let crypto = product("Crypto", of: "swift-crypto")
    static let grdb = product("GRDB", of: "GRDB.swift")
    static let httpTypes = product("HTTPTypes", of: "swift-http-types")
    static let hummingbird = product("Hummingbird", of: "hummingbird")
    static let hummingbirdCore = product("HummingbirdCore", of: "hummingbird")
    static let lifecycle = product("ServiceLifecycle", of: "swift-service-lifecycle")
    static let log = product("Logging", of: "swift-log")
    static let nioCore = product("NIOCore", of: "swift-nio")
    static let nioEmbedded = product("NIOEmbedded", of: "swift-nio")
    static let sqlite = product("GRDBSQLite", of: "GRDB.swift")
    static let yams = product("Yams", of: "Yams")

    private static func product(_ name: String, of package: String) -> Target.Dependency {
        .product(name: name, package: package)
    }
}

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
}
