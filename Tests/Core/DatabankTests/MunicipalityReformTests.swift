import Databank
import Foundation
import Registers
import Testing

@Suite struct MunicipalityReformTests {
    private static let table = """
        code,name,successor,successorName,isSplit,source
        101,København,101,København,0,municipal-reform
        207,Farum,190,Furesø,0,municipal-reform
        793,Aalestrup,791,Viborg,1,municipal-reform
        793,Aalestrup,820,Vesthimmerlands,1,municipal-reform
        793,Aalestrup,846,Mariagerfjord,1,municipal-reform
        """

    @Test(
        arguments: [
            (793, nil, 791), (793, 1, 820), (793, 2, 846), (793, 3, 791), (207, 5, 190),
            (190, 5, 190),
            (101, nil, 101), (411, nil, 0),
        ] as [(Int32, Int32?, Int16)]
    )
    func `a code and a road give one municipality`(code: Int32, road: Int32?, new: Int16) throws {
        let reform = try MunicipalityReform(parsing: Self.table)

        #expect(reform.municipality(of: code, road: road, on: day("2006-12-31")) == new)
        #expect(reform.municipality(of: code, road: road, on: day("2007-01-01")) == new)
    }

    @Test func `a code that was used again means the new one since 2007`() throws {
        let reform = try MunicipalityReform(
            parsing: """
                code,name,successor,successorName,isSplit,source
                500,Old,600,New,0,x
                600,Other,500,Reused,0,x
                """
        )

        #expect(reform.municipality(of: 500, road: nil, on: day("2006-12-31")) == 600)
        #expect(reform.municipality(of: 500, road: nil, on: day("2007-01-01")) == 500)
    }

    @Test func `stays are mapped before 2007 and stay as they are since`() throws {
        let reform = try MunicipalityReform(
            parsing: """
                code,name,successor,successorName,isSplit,source
                500,Old,600,New,0,x
                600,Other,500,Reused,0,x
                """
        )
        let stays: [[Int32]] = [
            [500, 1, day("2004-01-01"), day("2005-06-30")],
            [600, 1, day("2005-07-01"), RecordBatch.empty],
        ]
        let rows = stays.enumerated()
            .map { index, values in
                Row(record: UInt64(index), person: 0, values: values)
            }
        let segment = FactSegment(.addresses, in: .sample(1, of: .persons), rows)

        let facts = FactsAssembly(of: [segment], bucket: 0..<1, reform: reform).all[0]

        #expect(
            facts?.addresses == [
                Stay(municipality: 600, from: day("2004-01-01"), to: day("2005-06-30")),
                Stay(municipality: 500, from: day("2005-07-01"), to: day("2006-12-31")),
                Stay(municipality: 600, from: day("2007-01-01"), to: .max),
            ]
        )
    }

    @Test(arguments: [
        ("code,name\n", MunicipalityReformError.unknownHeader),
        (table + "\n20,X,190,Furesø,0,x", .malformedLine(7)),
        (table + "\n209,X,190,Furesø,2,x", .malformedLine(7)),
        (table + "\n209,X,190,Furesø,1,x", .contradictorySplit(209)),
        (table + "\n207,Farum,210,X,0,x", .contradictorySplit(207)),
        (table + "\n101,X,190,Furesø,1,x", .contradictorySplit(101)),
    ])
    func `a table that is not like that is refused`(text: String, error: MunicipalityReformError) {
        #expect(throws: error) { try MunicipalityReform(parsing: text) }
    }

    @Test func `the table that is delivered maps 271 municipalities to 98`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../seeds/registers/municipalities-2006.csv")

        let reform = try MunicipalityReform(
            parsing: String(contentsOf: root.standardized, encoding: .utf8)
        )

        #expect(reform.oldCodes.count == 271)
        #expect(reform.newCodes.count == 98)
        #expect(reform.newCodes.allSatisfy { (101...860).contains($0) })
    }
}
