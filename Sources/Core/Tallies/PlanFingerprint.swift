internal import StatisticsModel

/// A number that differs, for all practical purposes, when kept counts don't fit a plan.
///
/// Source: the hash FNV-1a of 64 bits by Glenn Fowler, Landon Curt Noll and Phong Vo.
struct PlanFingerprint: Sendable {
    /// The number.
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Mixes everything that a count's place and meaning depend on, except how many months follow.
    init(spec: TallySpec, indicator: Indicator, firstMonth: Int32, cubes: [CubePlan]) {
        mix(indicator.id.text)
        mix(Int(firstMonth))
        for type in PeriodType.allCases { mix(indicator.periodTypes.contains(type) ? 1 : 0) }
        mix(spec.parts.count)
        for part in spec.parts {
            switch part {
            case .persons: mix(0)
            case .sum: mix(1)
            case .first: mix(2)
            case .last: mix(3)
            }
        }
        mix(cubes.count)
        for cube in cubes {
            for axis in cube.axes { mix(axis) }
            for isHeld in cube.isHeld { mix(UInt8(isHeld ? 1 : 0)) }
        }
    }

    private mutating func mix(_ axis: AxisClasses) {
        mix(axis.dimension.text)
        for member in axis.members { mix(member.text) }
        for places in axis.classes {
            mix(-1)
            for place in places { mix(place) }
        }
        mix(-2)
        for number in axis.table { mix(number) }
    }

    private mutating func mix(_ text: String) {
        mix(text.utf8.count)
        for byte in text.utf8 { mix(byte) }
    }

    private mutating func mix(_ number: Int) {
        for shift in stride(from: 0, to: 32, by: 8) {
            mix(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    private mutating func mix(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
    }
}
