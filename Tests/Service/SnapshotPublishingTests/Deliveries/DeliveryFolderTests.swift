import CubeCoding
import SnapshotPublishing
import StatisticsModel
import Testing

@Suite struct DeliveryFolderTests {
    private static let header = "area,period,gender,persons,share\n"
    private let catalogue: Catalogue

    init() throws {
        catalogue = try CatalogueFixture().catalogue()
    }

    @Test func `a sound delivery is read whole`() throws {
        var fixture = DeliveryFixture(
            Self.header
                + "DK,2026M01,TOT,100,4\nDK,2026M02,TOT,,4.1\n101,2026M02,M,0,notAvailable\n"
        )
        fixture.further =
            #""notes": {"da": "Øvelse", "en": "Exercise"}, "cutAt": "2026-03-31T08:00:00","#

        let delivery = try fixture.read(catalogue)

        #expect(delivery.manifest.mode == .window)
        #expect(delivery.manifest.dataMonth.description == "2026M03")
        #expect(delivery.manifest.notes == [BilingualText(danish: "Øvelse", english: "Exercise")])
        #expect(delivery.manifest.cutAt?.description == "2026-03-31T06:00:00Z")
        #expect(delivery.measures.map(\.measure.text) == ["persons", "share"])
        #expect(delivery.measures.map(\.cellCount) == [3, 3])
        let window = delivery.measures[0].windows[.month]
        #expect(window?.lowerBound.description == "2026M01")
        #expect(window?.upperBound.description == "2026M02")
    }

    @Test func `notes may be a list, too`() throws {
        var fixture = DeliveryFixture(Self.header + "DK,2026M01,TOT,100,4\n")
        fixture.further = #""notes": [{"da": "Et"}, {"da": "To", "en": "Two"}],"#

        let delivery = try fixture.read(catalogue)

        #expect(delivery.manifest.notes.map(\.danish) == ["Et", "To"])
        #expect(delivery.manifest.notes.map(\.english) == [nil, "Two"])
    }

    @Test(arguments: [
        DeliveryRefusal("DK,2026M01,TOT,1,1\nDK,2026M01,TOT,1,1\n", .duplicateCell, line: 3),
        DeliveryRefusal(
            "DK,2026M01,X,1,1\n",
            .unknownMember,
            line: 2,
            column: "gender",
            value: "X",
            allowed: "M"
        ),
        DeliveryRefusal(
            "kbh,2026M01,M,1,1\n",
            .unknownMember,
            line: 2,
            column: "area",
            value: "kbh",
            suggestion: "101"
        ),
        DeliveryRefusal(
            "10100,2026M01,M,1,1\n",
            .sharedCell,
            line: 2,
            column: "area",
            suggestion: "101"
        ),
        DeliveryRefusal(
            "DK,2026-01,M,1,1\n",
            .unknownPeriod,
            line: 2,
            column: "period",
            suggestion: "2026M01"
        ),
        DeliveryRefusal(
            "DK,2026M13,M,1,1\n",
            .unknownPeriod,
            line: 2,
            column: "period",
            value: "2026M13"
        ),
        DeliveryRefusal(
            "DK,2026M01,M,1.5,1\n",
            .tooManyDecimals,
            line: 2,
            column: "persons",
            value: "1.5",
            allowed: "at most 0 decimals"
        ),
        DeliveryRefusal(
            "DK,2026M01,M,1,1.25\n",
            .tooManyDecimals,
            line: 2,
            column: "share",
            value: "1.25"
        ),
        DeliveryRefusal(
            "DK,2026M01,M,tyve,1\n",
            .notANumber,
            line: 2,
            column: "persons",
            value: "tyve",
            allowed: "notAvailable"
        ),
        DeliveryRefusal(
            "DK,2026M01,M,99999999999999999999,1\n",
            .outOfRange,
            line: 2,
            column: "persons"
        ),
        DeliveryRefusal("DK,2026M01,M,1\n", .wrongFieldCount, line: 2, value: "4", allowed: "5"),
        DeliveryRefusal("\"DK,2026M01,M,1,1\n", .malformedRow, line: 2),
    ])
    func `a wrong row is told with line, column, value and what is allowed`(
        _ refusal: DeliveryRefusal
    ) throws {
        let problems = try DeliveryFixture(Self.header + refusal.text).problems(catalogue)

        let problem = try #require(problems.first { $0.kind == refusal.kind }, "\(problems)")
        #expect(problem.file == "figures.csv")
        #expect(problem.line == refusal.line)
        if let column = refusal.column { #expect(problem.column == column) }
        if let value = refusal.value { #expect(problem.value == value) }
        if let allowed = refusal.allowed { #expect(problem.allowed.contains(allowed)) }
        if let suggestion = refusal.suggestion { #expect(problem.suggestion == suggestion) }
        #expect(problem.description.hasPrefix("figures.csv:2") || problem.line != 2)
    }

    @Test(arguments: [
        DeliveryRefusal(
            "area,period,gender,person\nDK,2026M01,M,1\n",
            .unknownColumn,
            line: 1,
            column: "person",
            allowed: "persons",
            suggestion: "persons"
        ),
        DeliveryRefusal(
            "area,period,persons,persons\nDK,2026M01,1,1\n",
            .duplicateColumn,
            line: 1,
            column: "persons"
        ),
        DeliveryRefusal("area,gender,persons\nDK,M,1\n", .missingColumn, line: 1, column: "period"),
        DeliveryRefusal(
            "area,period,gender\nDK,2026M01,M\n",
            .missingColumn,
            line: 1,
            allowed: "persons"
        ),
        DeliveryRefusal(
            "area,period,cpr,persons\nDK,2026M01,1,1\n",
            .personNumbers,
            line: 1,
            column: "cpr"
        ),
        DeliveryRefusal(
            "area,period,gender,age,persons\n101,2026M01,M,30-,1\n",
            .noCrossing,
            line: 2,
            column: "gender × age"
        ),
        DeliveryRefusal("", .missingColumn, line: nil),
    ])
    func `a wrong header or crossing is told`(_ refusal: DeliveryRefusal) throws {
        let problems = try DeliveryFixture(refusal.text).problems(catalogue)

        let problem = try #require(problems.first { $0.kind == refusal.kind }, "\(problems)")
        #expect(problem.line == refusal.line)
        if let column = refusal.column { #expect(problem.column == column) }
        if let allowed = refusal.allowed { #expect(problem.allowed.contains(allowed)) }
        if let suggestion = refusal.suggestion { #expect(problem.suggestion == suggestion) }
    }

    @Test(arguments: ["0101701234", "010170-1234", "610170-1234"])
    func `civil registration numbers are refused and never repeated`(_ number: String) throws {
        let text = "area,period,gender,persons\n\(number),2026M01,M,1\nDK,2026M01,\(number),1\n"

        let problems = try DeliveryFixture(text).problems(catalogue)

        #expect(problems.filter { $0.kind == .personNumbers }.map(\.column) == ["area", "gender"])
        #expect(!problems.map(\.description).joined().contains(number))
        #expect(!problems.map(\.description).joined().contains(number.suffix(4)))
    }

    @Test func `a period length that the indicator lacks is told`() throws {
        let fixture = DeliveryFixture("area,period,persons\nDK,2026Q01,1\n", indicator: "y02a01")

        let problems = try fixture.problems(catalogue)

        #expect(problems.map(\.kind) == [.unavailablePeriodType])
        #expect(problems.map(\.allowed) == [["M"]])
    }

    @Test func `a row that is not UTF-8 is told, and its bytes are not repeated`() throws {
        var fixture = DeliveryFixture(Self.header + "DK,2026M01,TOT,1,1\n")
        fixture.files[0].bytes += Array("101,2026M01,".utf8) + [0xE6, 0x2C] + Array("1,1\n".utf8)

        let problems = try fixture.problems(catalogue)

        #expect(problems.map(\.kind) == [.notUTF8])
        #expect(problems.map(\.line) == [3])
    }

    @Test func `a file that was changed on the way is told`() throws {
        var fixture = DeliveryFixture(Self.header + "DK,2026M01,TOT,1,1\n")
        fixture.files[0].hash = ContentHash(sha256: [1]).description
        fixture.files[0].rows = 2

        let problems = try fixture.problems(catalogue)

        #expect(problems.map(\.kind) == [.checksumMismatch, .rowCountMismatch])
        #expect(problems[0].allowed == [ContentHash(sha256: [1]).description])
    }

    @Test func `copies of a cell in two files must agree`() throws {
        let files = [
            DeliveryFixture.File("a.csv", "area,period,gender,persons\nDK,2026M01,TOT,10\n"),
            DeliveryFixture.File("b.csv", "area,period,age,persons\nDK,2026M01,TOT,11\n"),
        ]

        let problems = try DeliveryFixture(files: files).problems(catalogue)

        #expect(problems.map(\.kind) == [.unequalCopies])
        #expect(problems.map(\.value) == ["11"])
        #expect(problems.map(\.allowed) == [["10"]])
        let equal = [
            files[0], DeliveryFixture.File("b.csv", "area,period,persons\nDK,2026M01,10\n"),
        ]
        #expect(try DeliveryFixture(files: equal).problems(catalogue) == [])
    }

    @Test func `operations of a delta are upsert and delete, which has no values`() throws {
        let text =
            "op,area,period,persons\nput,DK,2026M01,1\ndelete,101,2026M01,2\n"
            + "delete,101,2026M02,\n"

        let problems = try DeliveryFixture(text, mode: "delta").problems(catalogue)

        #expect(problems.map(\.kind) == [.unknownOperation, .valueInDeletedRow])
        #expect(problems.map(\.line) == [2, 3])
        #expect(problems[0].allowed == ["upsert", "delete"])
    }

    @Test func `an unknown indicator is told with the nearest one`() throws {
        let text = "area,period,persons\nDK,2026M01,1\n"

        let problems = try DeliveryFixture(text, indicator: "y01a1").problems(catalogue)

        #expect(problems.map(\.kind) == [.unknownIndicator])
        #expect(problems.map(\.value) == ["y01a1"])
        #expect(problems.map(\.suggestion) == ["y01a01"])
    }

    @Test func `a file that is missing, or named twice, is told`() throws {
        let file = DeliveryFixture.File("a.csv", "area,period,persons\nDK,2026M01,1\n")
        var other = file
        other.path = "b.csv"
        let manifest = DeliveryFixture(files: [file, file, other]).manifest
        let folder = try TemporaryFolder([
            "delivery.json": Array(manifest.utf8), "a.csv": file.bytes,
        ])

        let error = #expect(throws: DeliveryError.self) {
            try DeliveryFolder.read(path: folder.path, catalogue: catalogue)
        }

        #expect(error?.problems.map(\.kind) == [.duplicateFile, .missingFile])
        #expect(error?.problems.map(\.file) == ["a.csv", "b.csv"])
    }

    @Test func `at most a hundred problems are listed, and all are counted`() throws {
        let rows = (0..<150).map { "X\($0),2026M01,M,1,1\n" }.joined()
        let folder = try DeliveryFixture(Self.header + rows).folder()

        let error = #expect(throws: DeliveryError.self) {
            try DeliveryFolder.read(path: folder.path, catalogue: catalogue)
        }

        #expect(error?.problems.count == 100)
        #expect(error?.count == 150)
    }

    @Test(arguments: ["../figures.csv", "/etc/hostname", "a//b.csv", "./figures.csv"])
    func `a path that leaves the folder is refused`(_ path: String) throws {
        var fixture = DeliveryFixture(Self.header + "DK,2026M01,TOT,1,1\n")
        fixture.files[0].path = path
        let manifest = fixture.manifest
        let folder = try TemporaryFolder(["delivery.json": Array(manifest.utf8)])

        let error = #expect(throws: DeliveryError.self) {
            try DeliveryFolder.read(path: folder.path, catalogue: catalogue)
        }

        #expect(error?.problems.map(\.kind) == [.pathOutsideFolder])
    }
}
