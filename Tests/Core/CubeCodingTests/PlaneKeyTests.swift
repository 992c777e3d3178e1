import CubeCoding
import StatisticsFixtures
import StatisticsModel
import Testing

@Suite struct PlaneKeyTests {
    private static let hex = String(repeating: "07", count: 32)

    @Test(arguments: PeriodType.allCases)
    func `a key's word leads back to it`(type: PeriodType) {
        let key = PlaneKey(
            indicator: Code("y01a02"),
            cube: Code("areaByAge"),
            measure: Code("persons"),
            periodType: type,
            layout: .filled(with: 7)
        )

        #expect(key.description == "y01a02/areaByAge/persons/\(type.rawValue)/\(Self.hex)")
        #expect(PlaneKey(parsing: key.description) == key)
    }

    @Test(arguments: [
        "", "y01a02/areaByAge/persons/M", "y01a02/areaByAge/persons/M/\(hex)/",
        "/areaByAge/persons/M/\(hex)", "y01a02/area ByAge/persons/M/\(hex)",
        "y01a02/areaByAge//M/\(hex)", "y01a02/areaByAge/persons/m/\(hex)",
        "y01a02/areaByAge/persons/W/\(hex)", "y01a02/areaByAge/persons/M/\(hex)0",
        "y01a02/areaByAge/persons/M/\(hex.dropLast())g",
    ])
    func `text that is no key is refused`(text: String) {
        #expect(PlaneKey(parsing: text) == nil)
    }

    @Test func `keys stand in the order of their words' bytes`() {
        let codes = ["a", "a-b", "a.b", "a1", "aB", "a_b", "ab", "b"]
        let keys = codes.flatMap { code in
            codes.flatMap { other in
                PeriodType.allCases.compactMap { type in
                    PlaneKey(parsing: "\(code)/\(other)/\(code)/\(type.rawValue)/\(Self.hex)")
                }
            }
        }

        let words = keys.sorted().map(\.description)

        #expect(keys.count == 256)
        #expect(words == words.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
    }

    @Test func `chunks stand by plane, block and span`() {
        let planes = [PlaneKey.sample(layout: 1), .sample(layout: 2)]
        let keys = planes.flatMap { plane in
            [(0, 2_025), (0, 2_026), (9, 2_024), (10, 2_020)]
                .map { block, span in
                    ChunkKey(plane: plane, block: block, span: span)
                }
        }

        #expect(keys.reversed().sorted() == keys)
    }
}
