import PublicationFixtures
import QueryPlanning
import StatisticsFixtures
import StatisticsModel
import Testing

@testable import StatisticsService

/// Whatever is asked, the rows are those of a plain dictionary.
@Suite struct RowCursorLawTests {
    private struct Key: Hashable {
        let area: String
        let group: String
        let month: Int
    }

    private static let areas = ["DK", "1084", "101", "147", "330", "UOPL"]
    private static let groups = ["TOT", "DP", "KTH"]
    private static let months = 1...30
    /// A job centre that shows the cells of the municipality it is.
    private static let aliases = ["10100": "101"]

    @Test(arguments: 1...6)
    func `rows are those of a dictionary, in the stated order`(seed: Int) async throws {
        var random = SeededRandom(seed: UInt64(seed))
        let figures = Self.figures(&random)
        let publication = Publication()
        try await publication.publish(Self.delivery(figures), at: "2026-10-19T08:00")
        let service = publication.service(StatisticsService.Settings(cacheBytes: 1 << 16))
        let edition = try await service.edition(.latest)

        for _ in 0..<40 {
            let question = Question(random: &random)
            let slice = try await service.slice(
                ObservationQuery(reading: question.text),
                of: edition
            )
            var cursor = RowCursor(slice, batchRows: Int.random(in: 1...40, using: &random))
            var rows: [String] = []
            while let batch = try await cursor.next() {
                #expect(batch.count > 0, "seed \(seed): \(question.text)")
                rows += (0..<batch.count).map { Self.text($0, of: batch, slice) }
            }

            #expect(rows == question.rows(figures), "seed \(seed): \(question.text)")
        }
    }

    private struct Question {
        var areas: [String]
        var groups: [String]
        var months: ClosedRange<Int>
        var sort: String?
        var limit: Int?

        init(random: inout SeededRandom) {
            let choices = RowCursorLawTests.areas + ["10100"]
            areas = choices.filter { _ in Bool.random(using: &random) }
            if areas.isEmpty { areas = ["DK"] }
            groups = RowCursorLawTests.groups.filter { _ in Bool.random(using: &random) }
            if groups.isEmpty { groups = ["TOT"] }
            let first = Int.random(in: 1...30, using: &random)
            months = first...Int.random(in: first...30, using: &random)
            sort =
                [nil, "fulltimePersons", "-fulltimePersons", "-period"]
                .randomElement(using: &random)
                ?? nil
            limit = Bool.random(using: &random) ? Int.random(in: 1...20, using: &random) : nil
        }

        var text: String {
            let range = "\(period(months.lowerBound))..\(period(months.upperBound))"
            var text = "y25i01?area=\(areas.joined(separator: ","))"
            text += "&benefitGroup=\(groups.joined(separator: ","))&period=\(range)"
            if let sort { text += "&sort=\(sort)" }
            if let limit { text += "&limit=\(limit)" }
            return text
        }

        func rows(_ figures: [Key: Int?]) -> [String] {
            var rows: [(text: String, number: Int?, month: Int)] = []
            // The catalogue's order: country, region, municipalities, job centres as listed there.
            for area in RowCursorLawTests.order.filter(areas.contains) {
                for group in groups {
                    for month in months {
                        let owner = RowCursorLawTests.aliases[area] ?? area
                        let key = Key(area: owner, group: group, month: month)
                        guard let cell = figures[key] else { continue }
                        let value = cell.map(String.init) ?? "suppressed"
                        rows.append(("\(area) \(group) \(period(month)) \(value)", cell, month))
                    }
                }
            }
            let places = rows.indices.sorted { left, right in
                switch sort {
                case "-period":
                    if rows[left].month != rows[right].month {
                        return rows[left].month > rows[right].month
                    }
                case .some(let key):
                    let (first, second) = (rows[left].number, rows[right].number)
                    if (first == nil) != (second == nil) { return second == nil }
                    if let first, let second, first != second {
                        return key.hasPrefix("-") ? first > second : first < second
                    }
                case nil: break
                }
                return left < right
            }
            return places.prefix(limit ?? Int.max).map { rows[$0].text }
        }
    }

    private static let order: [String] = {
        let dimension = Catalogue.small().dimension(.area)
        return dimension?.members.map(\.code.text) ?? []
    }()

    private static func figures(_ random: inout SeededRandom) -> [Key: Int?] {
        var figures: [Key: Int?] = [:]
        for area in areas {
            for group in groups {
                for month in months where Int.random(in: 0..<5, using: &random) > 0 {
                    let isWithheld = Int.random(in: 0..<6, using: &random) == 0
                    let number = Int.random(in: 0...300, using: &random)
                    figures[Key(area: area, group: group, month: month)] = isWithheld ? nil : number
                    if isWithheld {
                        figures.updateValue(
                            nil,
                            forKey: Key(area: area, group: group, month: month)
                        )
                    }
                }
            }
        }
        return figures
    }

    private static func delivery(_ figures: [Key: Int?]) -> DeliveredFigures {
        var text = "area,benefitGroup,period,fulltimePersons\n"
        for (key, cell) in figures {
            let value = cell.map(String.init) ?? ""
            text += "\(key.area),\(key.group),\(period(key.month)),\(value)\n"
        }
        return DeliveredFigures(dataMonth: period(30), files: [("y25i01", text)])
    }

    private static func text(_ row: Int, of batch: RowBatch, _ slice: Slice) -> String {
        let members = slice.members.indices.map { axis in
            slice.members[axis][batch.memberPlace(row: row, axis: axis)].code.text
        }
        let period = slice.plan.periods[Int(batch.periodPlaces[row])]
        let cell = batch.cell(row: row, column: 0)
        let value = cell.status == .value ? String(cell.scaled) : "\(cell.status.word)"
        return "\(members.joined(separator: " ")) \(period) \(value)"
    }

    private static func period(_ month: Int) -> String {
        Period(type: .month, ordinal: 2_024 * 12 + month - 1).description
    }
}

private func period(_ month: Int) -> String {
    Period(type: .month, ordinal: 2_024 * 12 + month - 1).description
}
