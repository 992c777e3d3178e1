import Foundation
import Testing

/// The running program against its contract, with requests that nobody thought of.
@Suite(.serialized) struct ContractConformanceTests {
    @Test func `the contract is a valid OpenAPI document`() throws {
        let validator = Program.top.appending(path: ".build/clients/bin/openapi-spec-validator")

        let outcome = try Program.run(validator, ["openapi.yaml"])

        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    }

    @Test func `generated requests find no violation of the contract`() throws {
        let server = try DemonstrationDatabase.serve()
        let examples = Program.isDeep ? 40 : 3

        // There are no keys to ignore, and whether a code exists is for the catalogue to say: a
        // schema accepts more.
        let outcome = try Program.shell(
            """
            .build/clients/bin/schemathesis run '\(server.base)/openapi.yaml' \
              --url '\(server.base)' --max-examples \(examples) --seed 20261119 \
              --suppress-health-check all --checks all \
              --exclude-checks ignored_auth,positive_data_acceptance --no-color --workers 1
            """
        )

        #expect(outcome.status == 0, "\(outcome.output.suffix(6_000))\(outcome.errors)")
    }
}
