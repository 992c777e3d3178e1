import SnapshotPublishing
import SnapshotStore
import StatisticsModel
import Testing

@Suite struct CatalogueFolderTests {
    @Test func `a sound folder gives the catalogue that it says`() throws {
        let catalogue = try CatalogueFixture().catalogue()

        #expect(catalogue.dimensions.map(\.id.text) == ["area", "gender", "age"])
        #expect(catalogue.indicators.map(\.id.text) == ["y01a01", "y02a01"])
        let area = try #require(catalogue.dimension(.area))
        #expect(area.total == Code<Member>("DK"))
        #expect(
            area.members.map(\.code.text) == ["DK", "1084", "1085", "101", "151", "259", "10100"]
        )
        let copenhagen = try #require(catalogue.member(Code("101"), of: .area))
        #expect(copenhagen.aliases == ["0101", "Kbh"])
        #expect(copenhagen.parent == Code<Member>("1084"))
        let centre = try #require(catalogue.member(Code("10100"), of: .area))
        #expect(centre.sharesCellWith == copenhagen.code)
        #expect(centre.validFrom?.description == "2007-01-01")
        #expect(area.memberships.map(\.group.text) == ["1084", "1085"])
        let indicator = try #require(catalogue.indicator(Code("y01a01")))
        #expect(indicator.periodTypes == [.month, .quarter, .movingYear, .year])
        #expect(indicator.cubes[3].oneWayLevels == [Code<Level>("region")])
        #expect(indicator.measures[1].decimals == 1)
        #expect(indicator.measures[0].polarity == .less)
        #expect(indicator.breaks.map(\.period.description) == ["2017M07"])
    }

    @Test func `a catalogue survives being frozen`() throws {
        let catalogue = try CatalogueFixture().catalogue()

        let documents = FrozenCatalogue.documents(of: catalogue)

        #expect(try FrozenCatalogue.catalogue(from: documents) == catalogue)
        #expect(
            Set(documents.keys) == [
                "index", "subjects", "units", "sources", "dimension/area", "dimension/gender",
                "dimension/age", "indicator/y01a01", "indicator/y02a01",
            ]
        )
        #expect(throws: FrozenCatalogueError.missingDocument(name: "units")) {
            try FrozenCatalogue.catalogue(from: documents.filter { $0.key != "units" })
        }
    }

    @Test(arguments: CatalogueRefusal.all)
    func `what is wrong is told with its file and line and a remedy`(
        _ refusal: CatalogueRefusal
    ) throws {
        let fixture = CatalogueFixture()
            .replacing(refusal.text, with: refusal.other, in: refusal.file)

        let error = #expect(throws: CatalogueError.self) { try fixture.catalogue() }

        let problems = try #require(error).problems
        let problem = try #require(problems.first { $0.kind == refusal.kind }, "\(problems)")
        #expect(problem.file == refusal.place ?? refusal.file)
        #expect(problem.line == refusal.line)
        #expect(!problem.detail.isEmpty && !problem.remedy.isEmpty)
    }

    @Test func `everything wrong is told at once, up to a hundred things`() throws {
        var fixture = CatalogueFixture()
        for number in 1...150 {
            fixture.files["sources.csv", default: ""] += "0\(number),Titel,STAR,,,\n"
        }

        let error = #expect(throws: CatalogueError.self) { try fixture.catalogue() }

        #expect(error?.problems.count == 100)
        #expect(error?.count == 150)
        #expect(error?.description.hasSuffix("and 50 more") == true)
    }

    @Test func `below the country at most two dimensions are crossed with area`() throws {
        var fixture = CatalogueFixture()
            .replacing(
                "dimensions: [{id: area, levels: [country, region]}]",
                with: "dimensions: [{id: area}, {id: gender}, {id: age}, {id: origin}]",
                in: "indicators/unemployment.yaml"
            )
            .replacing(
                "{id: areas, dimensions: [area], levels: [country, region]}",
                with: "{id: areas, dimensions: [area, gender, age, origin], levels: [region]}",
                in: "indicators/unemployment.yaml"
            )
        fixture.files["dimensions/origin.csv"] = fixture.files["dimensions/gender.csv"]
        fixture.files["dimensions.yaml", default: ""] +=
            "- {id: origin, label: {da: Herkomst}, total: TOT}\n"

        let error = #expect(throws: CatalogueError.self) { try fixture.catalogue() }

        #expect(error?.problems.map(\.kind) == [.tooManyCrossings])
        #expect(error?.problems.map(\.line) == [46])
        let national = fixture.replacing(
            "origin], levels: [region]",
            with: "origin], levels: [country]",
            in: "indicators/unemployment.yaml"
        )
        #expect(throws: Never.self) { try national.catalogue() }
    }

    @Test func `every kind of problem is tested`() {
        let elsewhere: [CatalogueProblem.Kind] = [.unreadableFile, .overBudget, .tooManyCrossings]

        let tested = Set(CatalogueRefusal.all.map(\.kind) + elsewhere)

        #expect(tested == Set(CatalogueProblem.Kind.allCases))
    }

    @Test func `a missing file is told`() throws {
        var fixture = CatalogueFixture()
        fixture.files["units.csv"] = nil

        let error = #expect(throws: CatalogueError.self) { try fixture.catalogue() }

        let problem = try #require(error?.problems.first)
        #expect(problem.kind == .unreadableFile)
        #expect(problem.file == "units.csv")
    }

    @Test func `a file that belongs to no dimension is told`() throws {
        var fixture = CatalogueFixture()
        fixture.files["dimensions/colour.csv"] = fixture.files["dimensions/age.csv"]

        let error = #expect(throws: CatalogueError.self) { try fixture.catalogue() }

        #expect(error?.problems.map(\.file) == ["dimensions/colour.csv"])
    }

    @Test func `the budget counts allowed combinations and is kept`() throws {
        let catalogue = try CatalogueFixture().catalogue()

        let budget = CellBudget(of: catalogue)

        // 6 areas × 3 genders; 4 areas × 3 ages; 1 × 3 × 3; 2 regions × (1 + 2 + 2); 3 areas.
        #expect(budget.lines.map(\.rows) == [18, 12, 9, 10, 3])
        #expect(budget.lines.map(\.measures) == [2, 2, 2, 2, 1])
        #expect(budget.cells == budget.lines.reduce(0) { $0 + $1.rows * $1.measures * $1.periods })
        #expect(budget.report().contains("y01a01/byGender"))
        #expect(budget.report().contains("in all \(budget.cells) cells of at most 150000000"))
        #expect(budget.isKept)
        let error = #expect(throws: CatalogueError.self) {
            try CatalogueFixture().catalogue(cellLimit: budget.cells - 1)
        }
        #expect(error?.problems.map(\.kind) == [.overBudget])
        #expect(throws: Never.self) { try CatalogueFixture().catalogue(cellLimit: budget.cells) }
    }
}
