import Foundation
import Testing

/// Real clients reading our bytes.
@Suite(.serialized) struct ClientTests {
    private static let indicator = "y25i01"
    private static let measure = "fulltimePersons"

    @Test func `pandas and pyjstat read the same figures, and the digest proves them`() throws {
        let server = try DemonstrationDatabase.serve()

        let outcome = try Program.client(
            "formats.py",
            [server.base, Self.indicator, Self.measure]
        )

        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    @Test func `sha256sum proves a digest`() throws {
        let server = try DemonstrationDatabase.serve()
        let path = "\(server.base)/v1/indicators/\(Self.indicator)/data?area=DK,101&period=latest:5"

        let told = try Program.shell(
            "curl -s '\(path)' | grep -o '\"digest\":\"sha256:[0-9a-f]*' | cut -d: -f3"
        )
        let computed = try Program.shell(
            "curl -s '\(path)&format=csv&labels=none' | sha256sum | cut -d' ' -f1"
        )

        #expect(told.output.count == 65)
        #expect(told.output == computed.output)
    }

    @Test func `sha256sum proves a snapshot`() throws {
        let server = try DemonstrationDatabase.serve()
        let path = "\(server.base)/v1/snapshots/2026-11-19"

        let told = try Program.shell(
            "curl -s '\(path)' | grep -o '\"root\":\"sha256:[0-9a-f]*' | cut -d: -f3"
        )
        let computed = try Program.shell(
            "curl -s '\(path)/manifest' | sha256sum | cut -d' ' -f1"
        )

        #expect(told.output.count == 65)
        #expect(told.output == computed.output)
    }

    @Test(arguments: [("curl", "bash"), ("python", ".build/clients/bin/python")])
    func `a snippet runs as it is`(language: String, interpreter: String) throws {
        let server = try DemonstrationDatabase.serve()
        let folder = try TemporaryFolder()
        let path = "\(server.base)/v1/indicators/\(Self.indicator)/data?area=101&period=latest:3"
        let script = folder.file("snippet").path

        let fetched = try Program.shell("curl -sf '\(path)&format=code:\(language)' > '\(script)'")
        let outcome = try Program.shell("\(interpreter) '\(script)'")

        #expect(fetched.status == 0)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("101"))
    }

    @Test(.enabled(if: Program.isDeep))
    func `the snippet for R runs as it is`() throws {
        let server = try DemonstrationDatabase.serve()
        let folder = try TemporaryFolder()
        let path = "\(server.base)/v1/indicators/\(Self.indicator)/data?area=101&period=latest:3"
        let script = folder.file("snippet.R").path

        let fetched = try Program.shell("curl -sf '\(path)&format=code:r' > '\(script)'")
        let outcome = try Program.shell("Rscript '\(script)'")

        #expect(fetched.status == 0)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("101"))
    }

    @Test(.enabled(if: Program.isDeep))
    func `LibreOffice reads Danish CSV as numbers`() throws {
        let server = try DemonstrationDatabase.serve()
        let folder = try TemporaryFolder()
        let path = "\(server.base)/v1/indicators/\(Self.indicator)/data?area=DK&period=latest:3"
        let measures = "measure=\(Self.measure)&format=csv-da"

        let outcome = try Program.shell(
            """
            set -e
            cd '\(folder.url.path)'
            curl -sf '\(path)&\(measures)' > danish.csv
            soffice --headless --infilter='CSV:59,34,76,1,,1030' --convert-to fods danish.csv
            grep -c 'office:value-type="float"' danish.fods
            """
        )

        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(Int(outcome.output.split(separator: "\n").last ?? "") ?? 0 >= 3)
    }
}
