internal import ArgumentParser
internal import ResponseFormats
internal import SnapshotPublishing
internal import StatisticsModel

/// `jobindsats catalogue`.
struct CatalogueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue",
        abstract: "Work with a catalogue.",
        subcommands: [Check.self]
    )

    /// `jobindsats catalogue check`.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check a catalogue, and count the cells of its cubes."
        )

        @Argument(help: "The folder of the catalogue.")
        var folder = "seeds/catalogue"

        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            try await reporting {
                let catalogue = try CatalogueCommand.read(folder)
                let budget = CellBudget(of: catalogue)
                guard json else {
                    Console.say(budget.report())
                    Console.say(
                        "\(catalogue.indicators.count) indicators, "
                            + "\(catalogue.dimensions.count) dimensions, "
                            + "\(catalogue.dimensions.reduce(0) { $0 + $1.members.count }) members"
                    )
                    return
                }
                Console.say(CatalogueCommand.document(catalogue, budget))
            }
        }
    }

    /// Reads a catalogue, or says everything that is wrong with it.
    static func read(_ folder: String) throws(Failure) -> Catalogue {
        do {
            return try CatalogueFolder.read(path: folder)
        } catch {
            throw Failure(.refused, error.description)
        }
    }

    private static func document(_ catalogue: Catalogue, _ budget: CellBudget) -> JSONValue {
        .object([
            ("indicators", .integer(catalogue.indicators.count)),
            ("dimensions", .integer(catalogue.dimensions.count)),
            ("cells", .integer(budget.cells)),
            ("limit", .integer(CellBudget.limit)),
            (
                "cubes",
                .array(
                    budget.lines.map { line in
                        .object([
                            ("indicator", .string(line.indicator.text)),
                            ("cube", .string(line.cube.text)),
                            ("rows", .integer(line.rows)),
                            ("measures", .integer(line.measures)),
                            ("periods", .integer(line.periods)),
                            ("cells", .integer(line.cells)),
                        ])
                    }
                )
            ),
        ])
    }
}
