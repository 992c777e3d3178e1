import Foundation
import Testing

/// Three vintages of really published figures, published and read back through the whole program.
@Suite(.serialized) struct RealFiguresTests {
    private static let days = ["2026-08-18", "2026-08-19", "2026-08-20"]

    @Test func `every published cell is read back at its own snapshot, in each format`() throws {
        guard let figures = Program.realFigures else {
            print("skipped: no real figures; name their folder in REAL_FIGURES")
            return
        }
        let folder = try TemporaryFolder()
        let database = folder.file("real.sqlite")
        for day in Self.days { try publish(figures.appending(path: day), day, database) }
        let server = try Server(database: database)

        let outcome = try Program.client("real_figures.py", [server.base, figures.path])
        let asOf = try Program.shell(
            "curl -sD - -o /dev/null '\(server.base)/v1/indicators/y25i01/data?asOf=2026-08-19'"
        )
        let verification = try Program.run("verify", "--all", "--database", database.path)

        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(asOf.output.lowercased().contains("snapshot-id: 2026-08-19"))
        #expect(verification.status == 0, "\(verification.output)\(verification.errors)")
    }

    @Test func `the same delivery twice changes nothing and says so`() throws {
        guard let figures = Program.realFigures else { return }
        let folder = try TemporaryFolder()
        let database = folder.file("real.sqlite")
        try publish(figures.appending(path: Self.days[0]), Self.days[0], database)
        let before = try Program.run("snapshots", "--json", "--database", database.path)

        let again = try Program.run(
            "publish",
            figures.appending(path: Self.days[0]).path,
            "--database",
            database.path,
            "--release-at",
            "now"
        )
        let after = try Program.run("snapshots", "--json", "--database", database.path)

        #expect(again.status == 0)
        #expect(again.output.contains("nothing was changed"))
        #expect(before.output == after.output)
    }

    private func publish(_ delivery: URL, _ day: String, _ database: URL) throws {
        let outcome = try Program.run(
            "publish",
            delivery.path,
            "--database",
            database.path,
            "--release-at",
            "\(day)T08:00",
            "--id",
            day
        )
        #expect(outcome.status == 0, "\(outcome.errors)")
    }
}
